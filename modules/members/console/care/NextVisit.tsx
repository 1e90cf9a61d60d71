import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Care } from './care.queries.ts'
import { careWords } from './care.words.ts'

/** When the next visit is: overdue ones stand out, in words as well as in colour. */
export function NextVisit({ care }: { care: Care }) {
  const t = useT()
  const format = useFormat()
  const { dueInDays, nextOn } = care
  if (dueInDays === null || nextOn === null) return <span className="muted">{t(careWords.noDate)}</span>
  if (dueInDays < 0) return <b className="care-late">{t(careWords.overdueDays, { days: -dueInDays })}</b>
  if (dueInDays === 0) return <b className="care-today">{t(careWords.dueToday)}</b>
  return (
    <span>
      {t(careWords.inDays, { days: dueInDays })}
      <span className="muted"> · {format.date(`${nextOn}T12:00:00Z`)}</span>
    </span>
  )
}
