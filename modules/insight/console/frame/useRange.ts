/** Ranges in words, for the picker and for sentences. */
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { frameWords as words } from './frame.words.ts'
import type { Range } from './question.ts'

const lasts = { day: words.lastDays, week: words.lastWeeks, month: words.lastMonths }
const wholes = { day: words.wholeDays, week: words.wholeWeeks, month: words.wholeMonths }

/** 近 12 周 · 3月1日 – 3月31日. */
export function useRangeWords(): (range: Range) => string {
  const t = useT()
  const format = useFormat()
  return (range) =>
    'from' in range
      ? t(words.fromTo, { from: dayText(format, range.from), to: dayText(format, range.to) })
      : t((range.whole ? wholes : lasts)[range.unit], { count: range.last })
}

/** A calendar day is no moment: noon in UTC is that day in nearly every zone. */
const dayText = (format: ReturnType<typeof useFormat>, day: string) => format.date(`${day}T04:00:00Z`)
