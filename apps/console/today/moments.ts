/** When of an item of Today: how late it is, how long is left, since when it waits. */
import type { TodayItem } from '#modules/team/console/today.queries.ts'
import { dayStart, nextDay } from '#ui/console/days.ts'
import type { Format } from '#ui/locale/format.ts'
import type { Translate } from '#ui/locale/locale.tsx'
import { todayWords } from './words.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** 1 小时 12 分; days from two days on. */
export function spanWords(ms: number, t: Translate): string {
  if (ms >= 2 * day) return t(todayWords.spanDays, { days: Math.floor(ms / day) })
  const hours = Math.floor(ms / hour)
  const minutes = Math.max(1, Math.floor((ms % hour) / minute))
  if (hours === 0) return t(todayWords.spanMinutes, { minutes })
  return ms % hour < minute ? t(todayWords.spanHours, { hours }) : t(todayWords.span, { hours, minutes })
}

/** What stands at the right of a row. */
export function whenWords(
  item: TodayItem,
  { now, t, format }: { readonly now: number; readonly t: Translate; readonly format: Format },
): string {
  if (item.dueAt) {
    const left = Date.parse(item.dueAt) - now
    if (left <= 0) return t(todayWords.late, { span: spanWords(-left, t) })
    if (left < 2 * hour) return t(todayWords.left, { span: spanWords(left, t) })
    if (format.dayKey(item.dueAt) === format.dayKey(now))
      return t(todayWords.todayAt, { time: format.time(item.dueAt) })
    return format.dateTime(item.dueAt)
  }
  if (!item.since) return ''
  const age = now - Date.parse(item.since)
  if (item.kind === 'answer' && age > 0) return t(todayWords.waited, { span: spanWords(age, t) })
  if (item.kind === 'signal') return t(todayWords.raised, { when: format.ago(item.since) })
  return format.ago(item.since)
}

export type SnoozeChoice = 'hour' | 'evening' | 'tomorrow' | 'monday'

/** The moment at which something put off comes back; hours are the community's. */
export function snoozeUntil(choice: SnoozeChoice, now: number, format: Format, zone: string): Date {
  if (choice === 'hour') return new Date(now + hour)
  const today = format.dayKey(now)
  if (choice === 'evening') return new Date(Date.parse(dayStart(today, zone)) + 18 * hour)
  let at = nextDay(today)
  if (choice === 'monday') while (new Date(`${at}T00:00:00Z`).getUTCDay() !== 1) at = nextDay(at)
  return new Date(Date.parse(dayStart(at, zone)) + 9.5 * hour)
}

/** What makes sense now: this evening only while it is not yet. */
export function snoozeChoices(now: number, format: Format, zone: string): SnoozeChoice[] {
  const evening = snoozeUntil('evening', now, format, zone).getTime() - now > hour
  return ['hour', ...(evening ? (['evening'] as const) : []), 'tomorrow', 'monday']
}
