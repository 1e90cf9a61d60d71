/** Periods for questions about the past: ranges of days, what they are compared with, and their buckets. */
import {
  addToDay,
  type CalendarUnit,
  type Day,
  dayOf,
  daysBetween,
  startOfDay,
  startOfUnit,
} from './calendar.ts'

/** Days from the first to the last, both included, as people say it. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

/** Instants from the first (included) to the second (excluded), as queries want it. */
export interface InstantRange {
  readonly from: Date
  readonly to: Date
}

export const instantsOf = ({ from, to }: DayRange, zone: string): InstantRange => ({
  from: startOfDay(from, zone),
  to: startOfDay(addToDay(to, 1, 'day'), zone),
})

/** The last `days` days up to and including the day of an instant. */
export function lastDays(days: number, now: Date, zone: string): DayRange {
  const to = dayOf(now, zone)
  return { from: addToDay(to, 1 - days, 'day'), to }
}

/** The period of the same length just before. */
export function previousRange({ from, to }: DayRange): DayRange {
  const length = daysBetween(from, to) + 1
  return { from: addToDay(from, -length, 'day'), to: addToDay(from, -1, 'day') }
}

export interface Bucket extends InstantRange {
  /** First day of the unit, which names the bucket: `2026-11-16` for a week. */
  readonly day: Day
  /** True when the range covers only part of the unit. */
  readonly partial: boolean
}

/** The units that a range touches, in order; the first and last are cut to it. Throws beyond `most`. */
export function bucketsOf(range: DayRange, unit: CalendarUnit, zone: string, most = 1_000): Bucket[] {
  const end = addToDay(range.to, 1, 'day')
  const buckets: Bucket[] = []
  for (let day = startOfUnit(range.from, unit); day < end; day = addToDay(day, 1, unit)) {
    if (buckets.length >= most) throw new RangeError(`More than ${most} buckets`)
    const next = addToDay(day, 1, unit)
    let from = day
    if (from < range.from) from = range.from
    let to = next
    if (to > end) to = end
    buckets.push({
      day,
      partial: from !== day || to !== next,
      from: startOfDay(from, zone),
      to: startOfDay(to, zone),
    })
  }
  return buckets
}
