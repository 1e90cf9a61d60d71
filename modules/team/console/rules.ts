/** Rules for repeating as people choose them, and in words. */
import type { Format } from '#ui/locale/format.ts'
import type { Translate } from '#ui/locale/locale.tsx'
import { taskWords } from './tasks.words.ts'

const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

interface Choice {
  readonly value: string
  readonly label: string
}

/** What can be chosen for a task whose first day is this one. */
export function ruleChoices(day: string, t: Translate, format: Format): Choice[] {
  const noon = `${day}T12:00:00Z`
  const code = codes[new Date(noon).getUTCDay()] ?? 'MO'
  const weekday = format.weekday(noon)
  const date = Number(day.slice(8))
  return [
    { value: 'FREQ=DAILY', label: t(taskWords.daily) },
    { value: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', label: t(taskWords.weekdays) },
    { value: `FREQ=WEEKLY;BYDAY=${code}`, label: t(taskWords.weekly, { weekday }) },
    { value: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${code}`, label: t(taskWords.biweekly, { weekday }) },
    ...(date <= 28
      ? [{ value: `FREQ=MONTHLY;BYMONTHDAY=${date}`, label: t(taskWords.monthly, { date }) }]
      : []),
    { value: 'FREQ=MONTHLY;BYMONTHDAY=-1', label: t(taskWords.monthEnd) },
  ]
}

/** A rule in words; one that was written by hand says itself. */
export function ruleWords(rule: string, t: Translate, format: Format): string {
  const code = /^FREQ=WEEKLY(?:;INTERVAL=2)?;BYDAY=(\w\w)$/.exec(rule)?.[1]
  // A week in which the days fall as in any other: 1 November 2026 is a Sunday.
  const index = (codes as readonly (string | undefined)[]).indexOf(code)
  const date = /^FREQ=MONTHLY;BYMONTHDAY=(\d+)$/.exec(rule)?.[1]
  const day = index >= 0 ? `2026-11-0${index + 1}` : `2026-10-${(date ?? '1').padStart(2, '0')}`
  return (
    ruleChoices(day, t, format).find((choice) => choice.value === rule)?.label ??
    t(taskWords.byRule, { rule })
  )
}
