/** How pictures, films, files and cards look while one writes: with progress, description, order and removal. */
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import FileText from 'lucide-react/icons/file-text'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect } from 'react'
import { cleanLink } from '#base/html/link.ts'
import { fileToken } from '#base/html/tokens.ts'
import { useT } from '#ui/locale/locale.tsx'
import { writeWords as words } from '../write.words.ts'
import { FilmFrame } from './FilmFrame.tsx'
import { moveBlock } from './moving.ts'
import { ThingView } from './ThingView.tsx'
import type { Upload } from './uploads.ts'
import { useUpload, useWritingParts } from './writing.ts'

export const views = {
  image: ReactNodeViewRenderer(PictureView),
  video: ReactNodeViewRenderer(FilmView),
  file: ReactNodeViewRenderer(PaperView),
  linkCard: ReactNodeViewRenderer(LinkView),
  card: ReactNodeViewRenderer(CardView),
}

/** The file once it is there: kept in the node without a step of its own to undo. */
function useArrival({ node, editor, getPos }: NodeViewProps, upload: Upload | undefined): void {
  const { file } = node.attrs
  useEffect(() => {
    const sent = upload?.sent
    const pos = getPos()
    if (!sent || file || pos === undefined || editor.isDestroyed) return
    const { width = null, height = null, duration = null } = sent
    const more = { ...node.attrs, file: sent.file, width, height, duration, size: sent.size }
    const known = Object.fromEntries(Object.entries(more).filter(([key]) => key in node.attrs))
    editor.view.dispatch(editor.state.tr.setNodeMarkup(pos, undefined, known).setMeta('addToHistory', false))
  }, [upload?.sent, file, node, editor, getPos])
}

function PictureView(props: NodeViewProps) {
  const { uploads } = useWritingParts()
  const upload = useUpload(uploads, props.node.attrs.upload)
  useArrival(props, upload)
  const t = useT()
  const { file, alt, width, height } = props.node.attrs
  const source = upload?.preview ?? (fileToken.test(String(file)) ? `/files/${file}/medium` : undefined)
  return (
    <Block props={props} upload={upload}>
      {source ? (
        <img
          src={source}
          alt={alt ?? ''}
          {...(width && height ? { width, height } : {})}
          className="mx-auto max-h-[460px] w-auto max-w-full rounded-[10px] bg-soft object-contain"
          data-drag-handle
        />
      ) : null}
      <Describe props={props} label={t(words.alt)} />
    </Block>
  )
}

function FilmView(props: NodeViewProps) {
  const { uploads } = useWritingParts()
  const upload = useUpload(uploads, props.node.attrs.upload)
  useArrival(props, upload)
  const t = useT()
  const { file } = props.node.attrs
  const token = fileToken.test(String(file)) ? String(file) : undefined
  return (
    <Block props={props} upload={upload}>
      <FilmFrame preview={upload?.preview} file={token} />
      <Describe props={props} label={t(words.filmAlt)} />
    </Block>
  )
}

function PaperView(props: NodeViewProps) {
  const { uploads } = useWritingParts()
  const upload = useUpload(uploads, props.node.attrs.upload)
  useArrival(props, upload)
  const { name, size } = props.node.attrs
  return (
    <Block props={props} upload={upload}>
      <div
        className="flex min-h-12 items-center gap-3 rounded-[10px] border border-line bg-soft px-3.5 py-2"
        data-drag-handle
      >
        <FileText size={20} aria-hidden className="shrink-0 text-muted" />
        <span className="min-w-0 flex-1 truncate text-[15px] leading-6">{name}</span>
        <span className="shrink-0 text-[13px] text-muted md:pr-32">{megabytes(Number(size))}</span>
      </div>
    </Block>
  )
}

function LinkView(props: NodeViewProps) {
  const { href, title, summary, picture } = props.node.attrs
  const link = cleanLink(href)
  return (
    <Block props={props} upload={undefined}>
      <div className="flex overflow-hidden rounded-[10px] border border-line bg-card" data-drag-handle>
        {fileToken.test(String(picture)) ? (
          <img src={`/files/${picture}/small`} alt="" className="w-28 shrink-0 object-cover" />
        ) : null}
        <span className="min-w-0 flex-1 px-3.5 py-2.5 md:pr-32">
          <strong className="block truncate text-[15px] leading-6 font-medium">{title}</strong>
          {summary ? <span className="line-clamp-2 text-[13px] leading-5 text-muted">{summary}</span> : null}
          <small className="block truncate text-[13px] leading-5 text-muted">
            {link ? new URL(link).hostname : ''}
          </small>
        </span>
      </div>
    </Block>
  )
}

function CardView(props: NodeViewProps) {
  const { kind, id } = props.node.attrs
  return (
    <Block props={props} upload={undefined}>
      <div data-drag-handle>
        <ThingView kind={String(kind)} id={String(id)} />
      </div>
    </Block>
  )
}

const megabytes = (size: number): string =>
  size >= 1024 * 1024 ? `${(size / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(size / 1024))} KB`

/** The frame of each: its tools on top, and how the upload goes over it. */
function Block({
  props,
  upload,
  children,
}: {
  props: NodeViewProps
  upload: Upload | undefined
  children: ReactNode
}) {
  const t = useT()
  const { uploads } = useWritingParts()
  const { editor, getPos, deleteNode, selected } = props
  const move = (by: -1 | 1) => {
    const pos = getPos()
    if (pos !== undefined) moveBlock(editor, pos, by)
  }
  const remove = () => {
    if (upload) uploads.drop(upload.name)
    deleteNode()
    editor.commands.focus()
  }
  const going = upload && upload.state !== 'done'
  return (
    <NodeViewWrapper
      className={`relative my-3 rounded-[10px] ${selected ? 'outline-2 outline-offset-2 outline-pine' : ''}`}
      contentEditable={false}
    >
      {children}
      <div className="flex justify-end gap-1 pt-1 md:absolute md:top-1.5 md:right-1.5 md:z-10 md:pt-0">
        <Tool label={t(words.up)} press={() => move(-1)}>
          <ArrowUp size={17} aria-hidden />
        </Tool>
        <Tool label={t(words.down)} press={() => move(1)}>
          <ArrowDown size={17} aria-hidden />
        </Tool>
        <Tool label={t(words.remove)} press={remove}>
          <X size={17} aria-hidden />
        </Tool>
      </div>
      {going ? <Progress upload={upload} /> : null}
    </NodeViewWrapper>
  )
}

function Tool({ label, press, children }: { label: string; press: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={press}
      className="grid size-9 place-items-center rounded-[8px] border border-line bg-card text-ink hover:bg-soft [@media(pointer:coarse)]:size-11"
    >
      {children}
    </button>
  )
}

function Progress({ upload }: { upload: Upload }) {
  const t = useT()
  const { uploads } = useWritingParts()
  const percent = Math.round(upload.progress * 100)
  const failed = upload.state === 'failed'
  const text = failed
    ? upload.problem
      ? upload.problem.code === 'offline'
        ? t(words.offline)
        : upload.problem.message
      : t(words.stopped)
    : upload.state === 'sending'
      ? t(words.sending, { percent })
      : t(upload.state === 'working' ? words.working : words.waiting)
  return (
    <div
      className={`mt-2 flex min-h-11 items-center gap-3 rounded-[10px] px-3.5 py-1.5 text-[14px] leading-5 ${failed ? 'bg-bad-soft text-bad-text' : 'bg-soft text-muted'}`}
      role={failed ? 'alert' : undefined}
    >
      <span className="min-w-0 flex-1">
        {text}
        {failed ? null : (
          <span
            role="progressbar"
            aria-label={upload.title}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={percent}
            className="mt-1.5 block h-1 overflow-hidden rounded-full bg-line"
          >
            <span className="block h-full bg-pine" style={{ width: `${percent}%` }} />
          </span>
        )}
      </span>
      {failed ? (
        <button
          type="button"
          onClick={() => uploads.retry(upload.name)}
          className="inline-flex min-h-11 shrink-0 items-center gap-1.5 px-2 font-medium"
        >
          <RotateCcw size={16} aria-hidden />
          {t(words.retry)}
        </button>
      ) : (
        <button
          type="button"
          onClick={() => uploads.drop(upload.name)}
          className="min-h-11 shrink-0 px-2 font-medium text-ink"
        >
          {t(words.stop)}
        </button>
      )}
    </div>
  )
}

function Describe({ props, label }: { props: NodeViewProps; label: string }) {
  const t = useT()
  return (
    <input
      type="text"
      aria-label={label}
      placeholder={t(words.altHint)}
      maxLength={300}
      value={props.node.attrs.alt ?? ''}
      onChange={(event) => props.updateAttributes({ alt: event.target.value })}
      className="mt-1.5 block min-h-11 w-full rounded-[8px] bg-transparent px-2 text-center text-[14px] text-muted placeholder:text-muted focus-visible:bg-soft"
    />
  )
}
