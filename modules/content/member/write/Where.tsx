/** Board, kind and template of a post. */
import { useId } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import type { ComposerOpens } from './Composer.tsx'
import { composeWords as words } from './compose.words.ts'
import type { Kind } from './shapes.ts'
import type { Board } from './write.queries.ts'

export function Where({
  boards,
  board,
  kind,
  fixed,
  open,
  choose,
  template,
}: {
  boards: readonly Board[]
  board: Board | undefined
  kind: Kind
  /** Board and kind of a post that is there stay. */
  fixed: boolean
  open: (what: ComposerOpens) => void
  choose: (kind: Kind) => void
  template: (template: Board['templates'][number]) => void
}) {
  const t = useT()
  const name = useId()
  const kinds = board?.kinds ?? [...new Set(boards.flatMap((one) => one.kinds))]
  const templates = (board?.templates ?? []).filter((one) => one.kind === kind)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 pb-3">
      <div className="flex flex-wrap items-center gap-2">
        <button
          type="button"
          disabled={fixed}
          onClick={() => open('board')}
          className="inline-flex min-h-11 max-w-full items-center gap-2 rounded-[10px] border border-line bg-card px-3.5 text-[15px] leading-6 hover:bg-soft disabled:hover:bg-card"
        >
          <Glyph name="houses" size={18} className="text-pine" />
          {board ? (
            <span className="min-w-0 truncate">
              <span className="text-muted">{board.group.name} · </span>
              {board.name}
            </span>
          ) : (
            t(words.chooseBoard)
          )}
          {fixed ? null : <Glyph name="right" size={16} className="rotate-90 text-muted" />}
        </button>
        {templates.map((one) => (
          <button
            key={one.id}
            type="button"
            onClick={() => template(one)}
            className="min-h-11 rounded-[10px] border border-line border-dashed px-3.5 text-[14px] text-pine hover:bg-pine-soft"
          >
            {t(words.template)} · {one.name}
          </button>
        ))}
      </div>
      {fixed ? null : (
        <fieldset className="min-w-0">
          <legend className="sr-only">{t(words.kind)}</legend>
          <div className="-mx-4 flex gap-2 overflow-x-auto px-4 [scrollbar-width:none] md:mx-0 md:flex-wrap md:px-0">
            {kinds.map((one) => (
              <label
                key={one}
                className="relative inline-flex min-h-11 shrink-0 cursor-pointer items-center rounded-full border border-line bg-card px-4 text-[14px] leading-5 text-muted has-checked:border-pine has-checked:bg-pine-soft has-checked:font-medium has-checked:text-pine has-focus-visible:outline-2 has-focus-visible:outline-pine"
              >
                <input
                  type="radio"
                  name={name}
                  value={one}
                  checked={one === kind}
                  onChange={() => choose(one)}
                  className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
                />
                {t(words[one])}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {board?.rules ? (
        <details className="rounded-[10px] bg-soft px-3.5 text-[14px] leading-[22px] text-muted">
          <summary className="min-h-11 py-[11px]">{t(words.rules)}</summary>
          <p className="pb-3 whitespace-pre-line">{board.rules}</p>
        </details>
      ) : null}
      {board?.answerMinutes && (kind === 'question' || kind === 'picture_question') ? (
        <p className="text-[14px] leading-5 text-muted">
          {t(words.promised, { time: lasts(board.answerMinutes, t) })}
        </p>
      ) : null}
    </div>
  )
}

const lasts = (minutes: number, t: ReturnType<typeof useT>): string =>
  minutes < 90 ? t(words.minutes, { count: minutes }) : t(words.hours, { count: Math.round(minutes / 60) })
