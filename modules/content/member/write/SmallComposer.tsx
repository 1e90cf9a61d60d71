/**
 * The composer of comments and replies: words, pictures, people, topics, emoji. Lazy: load it when somebody begins to
 * write (`lazy(() => import('#modules/content/member/write/SmallComposer.tsx'))`). Its words are kept on this device
 * under `place` until they are sent.
 */
import { EditorContent, useEditorState } from '@tiptap/react'
import AtSign from 'lucide-react/icons/at-sign'
import Bold from 'lucide-react/icons/bold'
import Hash from 'lucide-react/icons/hash'
import ImageIcon from 'lucide-react/icons/image'
import LinkIcon from 'lucide-react/icons/link'
import List from 'lucide-react/icons/list'
import Smile from 'lucide-react/icons/smile'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Document } from '#base/html/document.ts'
import { useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { isProblem } from '#ui/member/problem.ts'
import { Sheet } from '#ui/member/Sheet.tsx'
import { useSession } from '#ui/member/session.ts'
import { isEmpty } from './editor/document-of.ts'
import { EmojiPicker } from './editor/EmojiPicker.tsx'
import { dropKept, keepHere, readKept } from './editor/keep.ts'
import { LinkSheet } from './editor/LinkSheet.tsx'
import { NamingPopup } from './editor/NamingPopup.tsx'
import { accepts, PickFiles } from './editor/PickFiles.tsx'
import { Tool } from './editor/Tool.tsx'
import { useWriting } from './editor/useWriting.ts'
import { WritingContext } from './editor/writing.ts'
import { writeWords as words } from './write.words.ts'
import './write.css'

export interface SmallComposerProps {
  /** Names what is written here: `comment-12`, `reply-34`, `edit-56`. */
  readonly place: string
  /** Sends it; what it throws is said under the text, and the words stay. */
  readonly send: (document: Document) => Promise<unknown>
  /** Shown until something is written. */
  readonly placeholder?: string
  /** What the button says; 发布 when left out. */
  readonly sendLabel?: string
  /** What stands there at the beginning: the words that are edited. */
  readonly initial?: Document | undefined
  /** Whom a reply answers: named at the beginning. */
  readonly to?: { readonly token: string; readonly name: string } | undefined
  /** Whose people are offered after @. */
  readonly boardId?: string | undefined
  readonly postId?: string | undefined
  readonly autoFocus?: boolean
  /** Shows 取消. */
  readonly cancel?: (() => void) | undefined
}

export default function SmallComposer({
  place,
  send,
  placeholder,
  sendLabel,
  initial,
  to,
  boardId,
  postId,
  autoFocus = false,
  cancel,
}: SmallComposerProps) {
  const t = useT()
  const session = useSession()
  const key = `${session.member?.id ?? 'me'}.${place}`
  const [start] = useState(() => readKept<Document>(key)?.value ?? initial ?? addressed(to))
  const [open, setOpen] = useState<'emoji' | 'link'>()
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const submit = async () => {
    if (sending) return
    const document = written.read()
    const unready = written.unready() ?? (isEmpty(document) ? t(words.nothing) : undefined)
    setTrouble(unready)
    if (unready) return
    setSending(true)
    try {
      await send(document)
      clearTimeout(timer.current)
      dropKept(key)
      editor.commands.clearContent()
      dropKept(key)
    } catch (error) {
      setTrouble(isProblem(error) && error.code !== 'offline' ? error.message : t(words.offlineKept))
    } finally {
      setSending(false)
    }
  }
  const written = useWriting({
    initial: start,
    placeholder: placeholder ?? t(words.reply),
    label: placeholder ?? t(words.reply),
    className: 'words-box min-h-[76px] px-3.5 py-3',
    send: () => void submit(),
    changed: () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => keepHere(key, written.read()), 400)
    },
  })
  const { editor, naming, writing, put } = written
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    // Hidden and shown again while something loads, the page has a new editor coming: that one takes the focus.
    if (autoFocus && !editor.isDestroyed) editor.commands.focus('end')
  }, [editor, autoFocus])
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      list: now.isActive('bulletList'),
      link: now.isActive('link'),
    }),
  })
  const sign = useCallback((text: string) => editor.chain().focus().insertContent(text).run(), [editor])

  return (
    <WritingContext value={writing}>
      <div className="writing rounded-[12px] border border-line-strong bg-card focus-within:border-pine">
        <EditorContent editor={editor} />
        <NamingPopup store={naming} boardId={boardId} postId={postId} />
        {trouble ? (
          <p role="alert" className="px-3.5 pb-2 text-[14px] leading-5 text-bad-text">
            {trouble}
          </p>
        ) : null}
        <div className="flex items-center gap-1 border-t border-line-soft p-1">
          <div
            role="toolbar"
            aria-label={t(words.tools)}
            className="flex w-0 flex-1 items-center overflow-x-auto [scrollbar-width:none]"
          >
            <PickFiles label={t(words.picture)} accept={accepts.image} picked={put}>
              <ImageIcon size={20} aria-hidden />
            </PickFiles>
            <Tool label={t(words.mention)} press={() => sign('@')}>
              <AtSign size={20} aria-hidden />
            </Tool>
            <Tool label={t(words.topic)} press={() => sign('#')}>
              <Hash size={20} aria-hidden />
            </Tool>
            <Tool label={t(words.emoji)} press={() => setOpen('emoji')}>
              <Smile size={20} aria-hidden />
            </Tool>
            <Tool
              label={t(words.bold)}
              pressed={state.bold}
              press={() => editor.chain().focus().toggleBold().run()}
            >
              <Bold size={19} aria-hidden />
            </Tool>
            <Tool
              label={t(words.bullets)}
              pressed={state.list}
              press={() => editor.chain().focus().toggleBulletList().run()}
            >
              <List size={20} aria-hidden />
            </Tool>
            <Tool label={t(words.link)} pressed={state.link} press={() => setOpen('link')}>
              <LinkIcon size={19} aria-hidden />
            </Tool>
          </div>
          <div className="ml-auto flex shrink-0 gap-1 p-1">
            {cancel ? (
              <Button look="quiet" onClick={cancel}>
                {t(words.cancel)}
              </Button>
            ) : null}
            <Button look="solid" onClick={() => void submit()} sending={sending}>
              {sendLabel ?? t(words.send)}
            </Button>
          </div>
        </div>
      </div>
      <Sheet open={open === 'emoji'} close={() => setOpen(undefined)} title={t(words.emoji)}>
        <EmojiPicker
          choose={(emoji) => {
            setOpen(undefined)
            setTimeout(() => sign(emoji), 0)
          }}
        />
      </Sheet>
      {open === 'link' ? (
        <LinkSheet editor={editor} open close={() => setOpen(undefined)} cards={false} />
      ) : null}
    </WritingContext>
  )
}

const addressed = (to: SmallComposerProps['to']): Document | undefined =>
  to && {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'mention', attrs: { id: to.token, label: to.name } },
          { type: 'text', text: ' ' },
        ],
      },
    ],
  }
