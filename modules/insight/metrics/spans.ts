/** The buckets of a question: days, weeks, months or the whole range, as days of the community's zone. */
import { addToDay, type Day, daysBetween, startOfUnit } from '#base/time/calendar.ts'
import type { Days, Unit } from '../shapes.ts'

/** Days, both included; nothing reaches beyond today. */
export type Span = Days

export interface Bucket extends Span {
  /** First day of the unit; the first of the range for the whole of it. */
  readonly start: Day
  /** Whether it runs still, so that its figure may change. */
  readonly running: boolean
}

/** The first day that the warehouse can tell apart. */
export const firstDay: Day = '1970-01-01'

export const laterDay = (one: Day, other: Day) => (one > other ? one : other)
export const earlierDay = (one: Day, other: Day) => (one < other ? one : other)

export const spanKey = ({ from, to }: Span): string => `${from}_${to}`

export const isEmpty = ({ from, to }: Span): boolean => from > to

/** As far as today. */
export const upToToday = ({ from, to }: Days, today: Day): Span => ({
  from: laterDay(from, firstDay),
  to: earlierDay(to, today),
})

/**
 * The units that touch some days, up to today. A unit that the range cuts is taken whole, so that a point means the
 * same in every range; the unit of today is taken as far as it has come.
 */
export function bucketsOf(days: Days, unit: Unit | 'range', today: Day): Bucket[] {
  if (unit === 'range') return [wholeOf(days, today)]
  const buckets: Bucket[] = []
  const last = earlierDay(days.to, today)
  for (let start = startOfUnit(laterDay(days.from, firstDay), unit); start <= last; ) {
    const next = addToDay(start, 1, unit)
    const end = addToDay(next, -1, 'day')
    buckets.push({ start, from: start, to: earlierDay(end, today), running: end >= today })
    start = next
  }
  return buckets
}

/** The whole range as one bucket. */
export const wholeOf = (days: Days, today: Day): Bucket => ({
  start: days.from,
  ...upToToday(days, today),
  running: days.to >= today,
})

/** The last so many days up to the end of a bucket. */
export const rolled = ({ to }: Span, days: number): Span => ({
  from: laterDay(addToDay(to, 1 - days, 'day'), firstDay),
  to,
})

/** Days of a bucket, and units of them, as far as it has come. */
export function lengthOf(span: Span, unit: Unit): number {
  const days = isEmpty(span) ? 0 : daysBetween(span.from, span.to) + 1
  const lengths = { day: 1, week: 7, month: 30.436875 }
  return days / lengths[unit]
}

/** Days that lie in one of the spans, as few ranges as say it. */
export function unionOf(spans: readonly Span[]): Span[] {
  const united: { from: Day; to: Day }[] = []
  for (const span of spans.filter((each) => !isEmpty(each)).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = united.at(-1)
    if (last && span.from <= addToDay(last.to, 1, 'day')) last.to = laterDay(last.to, span.to)
    else united.push({ ...span })
  }
  return united
}
