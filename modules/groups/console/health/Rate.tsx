import { useFormat, useT } from '#ui/locale/locale.tsx'
import { groupWords as words } from '../group.words.ts'

/** A rate in percent with its change in points. */
export function Rate({ value, before }: { value: number; before: number | null | undefined }) {
  const t = useT()
  const format = useFormat()
  const change = before == null ? null : Math.round((value - before) * 10) / 10
  return (
    <span className="rate">
      {change !== null && change !== 0 && (
        <small className={change > 0 ? 'good' : 'warn'} title={t(words.versus)}>
          {format.signed(change)}
        </small>
      )}
      {t(words.percent, { value: format.number(value) })}
    </span>
  )
}
