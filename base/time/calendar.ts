/**
 * The calendar of a time zone: days, weeks, months and how they meet instants. A day here begins when
 * the zone's clocks say so, which is not always midnight, and is not always 24 hours long. Runs in the
 * server only; screens format with `format.ts`, which needs no calendar.
 */
import { Temporal } from 'temporal-polyfill'

/** A day of the calendar, `2026-11-22`. */
export type Day = string

export type CalendarUnit = 'day' | 'week' | 'month'

const at = (instant: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)

const dateOf = (time: Temporal.ZonedDateTime): Date => new Date(time.epochMilliseconds)

/** True for an IANA name that this machine knows (`Asia/Shanghai`). Offsets such as `+08:00` are not zones. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The day that the zone's calendar shows at an instant. */
export const dayOf = (instant: Date, zone: string): Day => at(instant, zone).toPlainDate().toString()

/** The first instant of a day: where the clocks skip midnight, the first moment after it. */
export const startOfDay = (day: Day, zone: string): Date =>
  dateOf(Temporal.PlainDate.from(day).toZonedDateTime(zone).startOfDay())

/** The first day of the week (Monday) or month that a day is in; the day itself for `day`. */
export function startOfUnit(day: Day, unit: CalendarUnit): Day {
  const date = Temporal.PlainDate.from(day)
  switch (unit) {
    case 'day':
      return day
    case 'week':
      return date.subtract({ days: date.dayOfWeek - 1 }).toString()
    case 'month':
      return date.with({ day: 1 }).toString()
  }
}

/** A day some units later (earlier when negative). 31 January plus a month is the last day of February. */
export function addToDay(day: Day, amount: number, unit: CalendarUnit): Day {
  const date = Temporal.PlainDate.from(day)
  switch (unit) {
    case 'day':
      return date.add({ days: amount }).toString()
    case 'week':
      return date.add({ weeks: amount }).toString()
    case 'month':
      return date.add({ months: amount }).toString()
  }
}

/**
 * An instant some calendar units later at the same time by the clock. A time that the clocks skip moves
 * forward by the gap; one that comes twice is its first coming (RFC 5545).
 */
export function addToInstant(instant: Date, amount: number, unit: CalendarUnit, zone: string): Date {
  const time = at(instant, zone)
  switch (unit) {
    case 'day':
      return dateOf(time.add({ days: amount }))
    case 'week':
      return dateOf(time.add({ weeks: amount }))
    case 'month':
      return dateOf(time.add({ months: amount }))
  }
}

/** The instant at which the zone's clocks show a day and a time (`2026-11-22`, `09:30`). */
export const instantOf = (day: Day, time: string, zone: string): Date =>
  dateOf(
    Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from(time),
    }),
  )

/** Whole days from one day to another; negative when it is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days

/** The offset from UTC at an instant in minutes; odd in history. */
export const offsetMinutes = (instant: Date, zone: string): number =>
  at(instant, zone).offsetNanoseconds / 60_000_000_000
