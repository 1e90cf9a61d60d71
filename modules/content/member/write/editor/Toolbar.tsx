/**
 * Formats and things to put in. On a desktop it stands above the text; on a phone it rides on the keyboard, where the
 * thumb is, and slides sideways.
 */
import { type Editor, useEditorState } from '@tiptap/react'
import AtSign from 'lucide-react/icons/at-sign'
import Bold from 'lucide-react/icons/bold'
import Code from 'lucide-react/icons/code'
import FileText from 'lucide-react/icons/file-text'
import Hash from 'lucide-react/icons/hash'
import Heading from 'lucide-react/icons/heading'
import ImageIcon from 'lucide-react/icons/image'
import Italic from 'lucide-react/icons/italic'
import LinkIcon from 'lucide-react/icons/link'
import List from 'lucide-react/icons/list'
import ListOrdered from 'lucide-react/icons/list-ordered'
import Minus from 'lucide-react/icons/minus'
import Quote from 'lucide-react/icons/quote'
import Redo from 'lucide-react/icons/redo-2'
import ShoppingBag from 'lucide-react/icons/shopping-bag'
import Smile from 'lucide-react/icons/smile'
import SquareCode from 'lucide-react/icons/square-code'
import Strike from 'lucide-react/icons/strikethrough'
import TableIcon from 'lucide-react/icons/table'
import Undo from 'lucide-react/icons/undo-2'
import Video from 'lucide-react/icons/video'
import { type ReactNode, useEffect, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { writeWords as words } from '../write.words.ts'
import { accepts, PickFiles } from './PickFiles.tsx'
import { TableTools } from './TableTools.tsx'
import { Tool } from './Tool.tsx'

export type Opens = 'link' | 'emoji' | 'thing'

export function Toolbar({
  editor,
  put,
  open,
}: {
  editor: Editor
  put: (files: readonly File[]) => void
  /** Opens a sheet. */
  open: (what: Opens) => void
}) {
  const t = useT()
  const now = useEditorState({
    editor,
    selector: ({ editor: it }) => ({
      bold: it.isActive('bold'),
      italic: it.isActive('italic'),
      strike: it.isActive('strike'),
      code: it.isActive('code'),
      heading: it.isActive('heading'),
      quote: it.isActive('blockquote'),
      bullets: it.isActive('bulletList'),
      numbers: it.isActive('orderedList'),
      codeBlock: it.isActive('codeBlock'),
      link: it.isActive('link'),
      table: it.isActive('table'),
      undo: it.can().undo(),
      redo: it.can().redo(),
    }),
  })
  const chain = () => editor.chain().focus()
  const mod = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl '
  return (
    <Riding>
      <div
        role="toolbar"
        aria-label={t(words.tools)}
        className="flex items-center overflow-x-auto px-1 [scrollbar-width:none] md:flex-wrap md:overflow-visible"
      >
        <PickFiles label={t(words.picture)} accept={accepts.image} picked={put}>
          <ImageIcon size={20} aria-hidden />
        </PickFiles>
        <Tool label={t(words.mention)} press={() => chain().insertContent('@').run()}>
          <AtSign size={20} aria-hidden />
        </Tool>
        <Tool label={t(words.topic)} press={() => chain().insertContent('#').run()}>
          <Hash size={20} aria-hidden />
        </Tool>
        <Tool label={t(words.emoji)} press={() => open('emoji')}>
          <Smile size={20} aria-hidden />
        </Tool>
        <Line />
        <Tool
          label={t(words.bold)}
          keys={`${mod}B`}
          pressed={now.bold}
          press={() => chain().toggleBold().run()}
        >
          <Bold size={19} aria-hidden />
        </Tool>
        <Tool
          label={t(words.italic)}
          keys={`${mod}I`}
          pressed={now.italic}
          press={() => chain().toggleItalic().run()}
        >
          <Italic size={19} aria-hidden />
        </Tool>
        <Tool
          label={t(words.heading)}
          pressed={now.heading}
          press={() => chain().toggleHeading({ level: 2 }).run()}
        >
          <Heading size={19} aria-hidden />
        </Tool>
        <Tool label={t(words.bullets)} pressed={now.bullets} press={() => chain().toggleBulletList().run()}>
          <List size={20} aria-hidden />
        </Tool>
        <Tool label={t(words.numbers)} pressed={now.numbers} press={() => chain().toggleOrderedList().run()}>
          <ListOrdered size={20} aria-hidden />
        </Tool>
        <Tool label={t(words.quote)} pressed={now.quote} press={() => chain().toggleBlockquote().run()}>
          <Quote size={19} aria-hidden />
        </Tool>
        <Tool label={t(words.link)} pressed={now.link} press={() => open('link')}>
          <LinkIcon size={19} aria-hidden />
        </Tool>
        <Line />
        <PickFiles label={t(words.film)} accept={accepts.video} picked={put}>
          <Video size={20} aria-hidden />
        </PickFiles>
        <PickFiles label={t(words.paper)} accept={accepts.file} picked={put}>
          <FileText size={20} aria-hidden />
        </PickFiles>
        <Tool label={t(words.thing)} press={() => open('thing')}>
          <ShoppingBag size={20} aria-hidden />
        </Tool>
        <Tool
          label={t(words.table)}
          pressed={now.table}
          press={() => chain().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run()}
          disabled={now.table}
        >
          <TableIcon size={19} aria-hidden />
        </Tool>
        <Tool label={t(words.strike)} pressed={now.strike} press={() => chain().toggleStrike().run()}>
          <Strike size={19} aria-hidden />
        </Tool>
        <Tool label={t(words.code)} pressed={now.code} press={() => chain().toggleCode().run()}>
          <Code size={19} aria-hidden />
        </Tool>
        <Tool
          label={t(words.codeBlock)}
          pressed={now.codeBlock}
          press={() => chain().toggleCodeBlock().run()}
        >
          <SquareCode size={19} aria-hidden />
        </Tool>
        <Tool label={t(words.rule)} press={() => chain().setHorizontalRule().run()}>
          <Minus size={19} aria-hidden />
        </Tool>
        <Line />
        <Tool label={t(words.undo)} keys={`${mod}Z`} disabled={!now.undo} press={() => chain().undo().run()}>
          <Undo size={19} aria-hidden />
        </Tool>
        <Tool label={t(words.redo)} keys={`${mod}⇧Z`} disabled={!now.redo} press={() => chain().redo().run()}>
          <Redo size={19} aria-hidden />
        </Tool>
      </div>
      {now.table ? <TableTools editor={editor} /> : null}
    </Riding>
  )
}

const Line = () => <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-line" />

/** Above the keyboard of a phone, wherever that is; above the text otherwise. */
function Riding({ children }: { children: ReactNode }) {
  const [lift, setLift] = useState(0)
  useEffect(() => {
    const view = window.visualViewport
    if (!view) return
    const settle = () => setLift(Math.max(0, Math.round(window.innerHeight - view.height - view.offsetTop)))
    settle()
    view.addEventListener('resize', settle)
    view.addEventListener('scroll', settle)
    return () => {
      view.removeEventListener('resize', settle)
      view.removeEventListener('scroll', settle)
    }
  }, [])
  return (
    <div
      style={{ transform: lift > 0 ? `translateY(-${lift}px)` : undefined }}
      className={`max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-[35] max-md:border-t md:sticky md:top-0 md:z-10 md:rounded-t-[14px] md:border-b border-line bg-card py-1 ${lift > 0 ? '' : /* As high as the tabs it stands on. */ 'max-md:pt-2.5 max-md:pb-[calc(10px+env(safe-area-inset-bottom))]'}`}
    >
      {children}
    </div>
  )
}
