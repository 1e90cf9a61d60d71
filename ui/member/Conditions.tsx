/** What is asked of a member, line by line: reached, or how far he is. */
import { defineMessages } from '#base/i18n/messages.ts'
import { useT } from '../locale/locale.tsx'
import { Glyph } from './Glyph.tsx'

export const conditionWords = defineMessages({ reached: { zh: '已达成', en: 'reached' } })

export function Progress({
  label,
  text,
  share,
  met,
}: {
  label: string
  text: string
  share: number
  met: boolean
}) {
  return (
    <div>
      <p className="flex items-baseline justify-between gap-3 text-[14px] leading-6">
        <span className="min-w-0">{label}</span>
        <span className="shrink-0 text-muted tabular-nums">{text}</span>
      </p>
      <div className="mt-0.5 h-[5px] overflow-hidden rounded-full bg-line-soft" aria-hidden="true">
        <div
          className={`h-full rounded-full ${met ? 'bg-pine' : 'bg-wheat'}`}
          style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }}
        />
      </div>
    </div>
  )
}

export interface ConditionLine {
  readonly says: string
  readonly met: boolean
  readonly evidence: string | null
  readonly progress: { readonly actual: number; readonly needed: number } | null
}

export function Conditions({ lines }: { lines: readonly ConditionLine[] }) {
  const t = useT()
  return (
    <ul className="mt-1.5 grid gap-2.5">
      {lines.map((line) =>
        line.progress && !line.met ? (
          <li key={line.says}>
            <Progress
              label={line.says}
              text={`${line.progress.actual} / ${line.progress.needed}`}
              share={line.progress.needed > 0 ? line.progress.actual / line.progress.needed : 0}
              met={line.met}
            />
          </li>
        ) : (
          <li key={line.says} className="flex items-start gap-2 text-[14px] leading-[22px]">
            <span
              className={`mt-[3px] grid size-4 shrink-0 place-items-center rounded-full ${line.met ? 'bg-pine text-on-pine' : 'border-2 border-line-strong'}`}
            >
              {line.met ? <Glyph name="check" size={11} strokeWidth={2.4} /> : null}
            </span>
            <span className="min-w-0">
              {line.says}
              {line.evidence ? <span className="block text-[13px] text-muted">{line.evidence}</span> : null}
              {line.met ? <span className="sr-only">{t(conditionWords.reached)}</span> : null}
            </span>
          </li>
        ),
      )}
    </ul>
  )
}
