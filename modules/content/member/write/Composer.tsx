/** The whole composer: where to, what kind, title, words, and what its kind needs; saved while one types. */

import { useBlocker } from '@tanstack/react-router'
import { EditorContent } from '@tiptap/react'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Document } from '#base/html/document.ts'
import { useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { isProblem } from '#ui/member/problem.ts'
import { Sheet } from '#ui/member/Sheet.tsx'
import { ComposerHead } from './ComposerHead.tsx'
import { Conflict } from './Conflict.tsx'
import { composeWords as words } from './compose.words.ts'
import type { DraftWords, OpenDraft } from './drafts.ts'
import { isEmpty } from './editor/document-of.ts'
import { NamingPopup } from './editor/NamingPopup.tsx'
import { type Opens, Toolbar } from './editor/Toolbar.tsx'
import { useWriting } from './editor/useWriting.ts'
import { WritingContext } from './editor/writing.ts'
import { PollEditor, pollToSend } from './PollEditor.tsx'
import { Similar } from './Similar.tsx'
import { emptyPoll, isQuestion, type Kind, titled } from './shapes.ts'
import { Where } from './Where.tsx'
import type { Board } from './write.queries.ts'
import { writeWords } from './write.words.ts'
import './write.css'

const ComposerSheets = lazy(() => import('./ComposerSheets.tsx'))

export interface ComposerProps {
  readonly boards: readonly Board[]
  readonly start: DraftWords
  readonly draft: OpenDraft
  /** The post that is changed; undefined for a new one. */
  readonly editing?: { readonly id: string; readonly scheduled: boolean } | undefined
  /** Sends it. What it throws is shown, and everything stays. */
  readonly send: (words: DraftWords, draftId: string | undefined, reason: string) => Promise<void>
  readonly back: () => void
}

export type ComposerOpens = Opens | 'board' | 'settings' | 'preview' | 'drafts'

const bodies = {
  discussion: words.bodyDiscussion,
  idea: words.bodyDiscussion,
  announcement: words.bodyDiscussion,
  question: words.bodyQuestion,
  picture_question: words.bodyQuestion,
  photo: words.bodyPhoto,
  video: words.bodyVideo,
  poll: words.bodyPoll,
  article: words.bodyArticle,
  product: words.bodyProduct,
} as const

export function Composer({ boards, start, draft, editing, send, back }: ComposerProps) {
  const t = useT()
  const [meta, setMeta] = useState(start)
  const [reason, setReason] = useState('')
  const [open, setOpen] = useState<ComposerOpens>()
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<{ text: string; title: boolean }>()
  const [template, setTemplate] = useState<Board['templates'][number]>()
  const state = useSyncExternalStore(draft.subscribe, draft.get)
  const board = boards.find(({ id }) => id === meta.boardId)
  const now = useRef(meta)
  const sent = useRef(false)

  const written = useWriting({
    initial: start.document,
    placeholder: () => t(bodies[now.current.kind]),
    label: t(writeWords.body),
    className: 'words-box min-h-[240px] px-4 py-4 md:px-6',
    send: () => void submit(),
    changed: () => draft.change({ ...now.current, document: written.read() }),
  })
  const { editor, naming, writing, put, read } = written
  const change = (more: Partial<DraftWords>) => {
    const next = { ...now.current, ...more }
    now.current = next
    setMeta(next)
    setTrouble(undefined)
    draft.change({ ...next, document: read() })
  }
  const { poll = null, columnId = null, publishAt = null } = meta.extras

  const submit = async () => {
    if (sending) return
    const document = read()
    const wrong = whatIsWrong({ ...now.current, document })
    setTrouble(wrong)
    if (wrong) return
    setSending(true)
    try {
      const draftId = await draft.flush()
      await send({ ...now.current, document }, draftId, reason)
      sent.current = true
    } catch (error) {
      const offline = !isProblem(error) || error.code === 'offline'
      const stale = isProblem(error) && error.code === 'changed_meanwhile'
      setTrouble({
        text: offline ? t(writeWords.offlineKept) : stale ? t(words.changedElsewhere) : error.message,
        title: isProblem(error) && error.code === 'title_missing',
      })
    } finally {
      setSending(false)
    }
  }
  const whatIsWrong = ({ boardId, kind, title, document, extras }: DraftWords) => {
    const unready = written.unready()
    const no = (text: string, inTitle = false) => ({ text, title: inTitle })
    if (!boardId) return no(t(words.noBoard))
    if (titled.has(kind) && title.trim() === '') return no(t(words.titleMissing), true)
    if (unready) return no(unready)
    if (kind === 'poll' && !editing && !pollToSend(extras.poll ?? emptyPoll)) return no(t(words.pollFew))
    if (isEmpty(document) && title.trim() === '' && kind !== 'poll') return no(t(writeWords.nothing))
    return undefined
  }
  /** Other words into the editor: a template, or what another device wrote. */
  const replace = (more: Partial<DraftWords> & { document: Document }) => {
    const { document, ...rest } = more
    editor.commands.setContent(document as object, { emitUpdate: false })
    change(rest)
  }

  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      !sent.current &&
      current.pathname !== next.pathname &&
      mustAsk(state.state, written.unready() !== undefined),
    enableBeforeUnload: () => !sent.current && mustAsk(draft.get().state, written.unready() !== undefined),
    withResolver: true,
  })
  useEffect(() => () => draft.close(), [draft])

  const goes = publishAt ? words.schedule : words.publish
  return (
    <WritingContext value={writing}>
      <div className="mx-auto max-w-[820px] pb-24 md:pb-0">
        <ComposerHead
          state={state}
          back={back}
          title={t(editing ? words.edit : words.write)}
          action={t(editing ? words.save : goes)}
          sending={sending}
          submit={() => void submit()}
          open={setOpen}
          drafts={!editing}
        />
        {state.state === 'conflict' && state.newer ? (
          <Conflict
            newer={state.newer}
            keep={draft.keepMine}
            take={() => {
              const theirs = draft.takeTheirs()
              if (theirs) replace(theirs)
            }}
          />
        ) : null}
        {trouble && !trouble.title ? <Trouble>{trouble.text}</Trouble> : null}
        <Where
          boards={boards}
          board={board}
          kind={meta.kind}
          fixed={editing !== undefined}
          open={setOpen}
          choose={(kind: Kind) => {
            change({ kind, extras: { ...meta.extras, ...(kind === 'article' ? {} : { columnId: null }) } })
            editor.view.dispatch(editor.state.tr)
          }}
          template={(one) => (isEmpty(read()) && now.current.title === '' ? apply(one) : setTemplate(one))}
        />
        <div className="rounded-card border border-line bg-card">
          <Title
            kind={meta.kind}
            title={meta.title}
            problem={trouble?.title ? trouble.text : undefined}
            change={(title) => change({ title })}
          />
          {isQuestion(meta.kind) ? (
            <div className="px-4 pb-3 md:px-6">
              <Similar text={meta.title} exceptId={editing?.id} />
            </div>
          ) : null}
          {meta.kind === 'poll' ? (
            <div className="px-4 pb-3 md:px-6">
              <PollEditor
                poll={poll ?? emptyPoll}
                fixed={editing !== undefined && !editing.scheduled}
                change={(next) => change({ extras: { ...meta.extras, poll: next } })}
              />
            </div>
          ) : null}
          <div className="border-t border-line-soft">
            <Toolbar editor={editor} put={put} open={setOpen} />
            <EditorContent editor={editor} className="writing" />
          </div>
        </div>
        <NamingPopup store={naming} boardId={meta.boardId ?? undefined} />
        {editing ? (
          <label htmlFor="edit-reason" className="block pt-4 text-[14px] leading-5 font-medium">
            {t(words.reason)}
            <input
              id="edit-reason"
              maxLength={200}
              value={reason}
              placeholder={t(words.reasonHint)}
              onChange={(event) => setReason(event.target.value)}
              className="mt-1.5 block min-h-11 w-full rounded-[10px] border border-line-strong bg-card px-3.5 text-[16px] font-normal placeholder:text-muted"
            />
          </label>
        ) : null}
      </div>
      <Suspense>
        {open ? (
          <ComposerSheets
            open={open}
            close={() => setOpen(undefined)}
            editor={editor}
            boards={boards}
            words={{ ...meta, document: start.document }}
            read={read}
            editing={editing !== undefined}
            chooseBoard={(to) => {
              setOpen(undefined)
              change({
                boardId: to.id,
                kind: to.kinds.includes(meta.kind) ? meta.kind : (to.kinds[0] ?? 'discussion'),
              })
            }}
            settle={(more) => change({ extras: { ...now.current.extras, ...more } })}
            columnId={columnId}
            publishAt={publishAt}
          />
        ) : null}
      </Suspense>
      <Sheet
        open={template !== undefined}
        close={() => setTemplate(undefined)}
        title={template?.name ?? ''}
        about={t(words.templateOver)}
      >
        <div className="flex justify-end gap-2">
          <Button onClick={() => setTemplate(undefined)}>{t(writeWords.cancel)}</Button>
          <Button
            look="solid"
            onClick={() => {
              if (template) apply(template)
              setTemplate(undefined)
            }}
          >
            {t(words.templateUse)}
          </Button>
        </div>
      </Sheet>
      <Sheet
        open={blocker.status === 'blocked'}
        close={() => blocker.reset?.()}
        title={t(words.leaveTitle)}
        about={t(words.leaveBody)}
      >
        <div className="flex justify-end gap-2">
          <Button look="danger" onClick={() => blocker.proceed?.()}>
            {t(words.leave)}
          </Button>
          <Button look="solid" onClick={() => blocker.reset?.()}>
            {t(words.stay)}
          </Button>
        </div>
      </Sheet>
    </WritingContext>
  )

  function apply(one: Board['templates'][number]) {
    replace({
      kind: one.kind,
      title: one.title || now.current.title,
      document: one.document as unknown as Document,
    })
  }
}

/** Words that are on the server may be left; others, and what is being sent, are asked about. */
const mustAsk = (state: ReturnType<OpenDraft['get']>['state'], sending: boolean): boolean =>
  sending || state === 'changed' || state === 'offline' || state === 'failed' || state === 'conflict'

function Trouble({ children }: { children: ReactNode }) {
  return (
    <p
      role="alert"
      className="mb-3 rounded-[10px] bg-bad-soft px-4 py-2.5 text-[15px] leading-6 text-bad-text"
    >
      {children}
    </p>
  )
}

function Title({
  kind,
  title,
  problem,
  change,
}: {
  kind: Kind
  title: string
  problem: string | undefined
  change: (title: string) => void
}) {
  const t = useT()
  const box = useRef<HTMLTextAreaElement>(null)
  const label = t(
    isQuestion(kind) ? words.titleQuestion : titled.has(kind) ? words.titleNeeded : words.titleFree,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: as tall as its words
  useEffect(() => {
    if (!box.current) return
    box.current.style.height = 'auto'
    box.current.style.height = `${box.current.scrollHeight}px`
  }, [title])
  useEffect(() => {
    if (problem) box.current?.focus()
  }, [problem])
  return (
    <div className="px-4 pt-2 md:px-6">
      <textarea
        ref={box}
        rows={1}
        maxLength={120}
        aria-label={label}
        placeholder={label}
        value={title}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? 'title-problem' : undefined}
        onChange={(event) => change(event.target.value.replace(/\n/g, ' '))}
        className="block min-h-12 w-full resize-none overflow-hidden rounded-[8px] bg-transparent py-2.5 text-[20px] leading-[30px] font-semibold outline-none placeholder:font-normal placeholder:text-muted"
      />
      {problem ? (
        <p id="title-problem" role="alert" className="pb-2 text-[14px] leading-5 text-bad-text">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
