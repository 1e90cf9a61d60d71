/**
 * Working time: how much of it lies between two moments, and when so much of it has passed. What an SLA
 * promises is counted in it. Pure; the calendar is read by `calendar.ts`.
 */
import { addToDay, type Day, dayOf, instantOf, startOfDay } from '#base/time/calendar.ts'
import { findPublicDay } from '#base/time/holidays.ts'

/** From when to when on one day, `09:30` and `18:30`; `24:00` is the end of the day. */
export interface Interval {
  readonly opens: string
  readonly closes: string
}

export interface DayException {
  readonly works: boolean
  /** Hours of that day; the usual ones when left out. */
  readonly hours?: Interval
}

export interface WorkingCalendar {
  readonly zone: string
  /** By weekday, 1 Monday … 7 Sunday. Without any, all time is working time. */
  readonly hours: ReadonlyMap<number, readonly Interval[]>
  readonly followsHolidays: boolean
  readonly exceptions: ReadonlyMap<Day, DayException>
}

const minute = 60_000
/** Longer than this without an end is a calendar in which nobody ever works. */
const mostDays = 3 * 366

const weekdayOf = (day: Day): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

const always: readonly Interval[] = [{ opens: '00:00', closes: '24:00' }]

/** When the team works on a day, in order. A day worked in place of a holiday has the hours of a usual working day. */
export function hoursOf(calendar: WorkingCalendar, day: Day): readonly Interval[] {
  const usual = calendar.hours.get(weekdayOf(day)) ?? []
  const working = () =>
    usual.length > 0 ? usual : ([...calendar.hours.values()].find((hours) => hours.length > 0) ?? always)
  const exception = calendar.exceptions.get(day)
  if (exception) return exception.works ? (exception.hours ? [exception.hours] : working()) : []
  const mark = calendar.followsHolidays ? findPublicDay(day) : undefined
  if (mark) return mark.works ? working() : []
  return [...calendar.hours.values()].every((hours) => hours.length === 0) ? always : usual
}

const momentOf = (day: Day, time: string, zone: string): number =>
  (time === '24:00' ? startOfDay(addToDay(day, 1, 'day'), zone) : instantOf(day, time, zone)).getTime()

/** The stretches of working time of a day as instants. */
function stretchesOf(calendar: WorkingCalendar, day: Day): (readonly [number, number])[] {
  return hoursOf(calendar, day).map(
    ({ opens, closes }) =>
      [momentOf(day, opens, calendar.zone), momentOf(day, closes, calendar.zone)] as const,
  )
}

/** True when the team works at an instant. */
export const isWorking = (calendar: WorkingCalendar, at: Date): boolean =>
  stretchesOf(calendar, dayOf(at, calendar.zone)).some(
    ([from, to]) => at.getTime() >= from && at.getTime() < to,
  )

export const isWorkingDay = (calendar: WorkingCalendar, day: Day): boolean =>
  hoursOf(calendar, day).length > 0

/**
 * The moment at which so many minutes of working time have passed since `from`. In a calendar in which
 * nobody works for three years, the plain time.
 */
export function addWorkingMinutes(calendar: WorkingCalendar, from: Date, minutes: number): Date {
  let left = minutes * minute
  let day = dayOf(from, calendar.zone)
  for (let count = 0; count < mostDays; count++) {
    for (const [opens, closes] of stretchesOf(calendar, day)) {
      const begins = Math.max(opens, from.getTime())
      if (begins >= closes) continue
      if (closes - begins >= left) return new Date(begins + left)
      left -= closes - begins
    }
    day = addToDay(day, 1, 'day')
  }
  return new Date(from.getTime() + minutes * minute)
}

/** Minutes of working time from one instant to another; negative when the second is earlier. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  if (to < from) return -workingMinutesBetween(calendar, to, from)
  const last = dayOf(to, calendar.zone)
  let total = 0
  let day = dayOf(from, calendar.zone)
  for (let count = 0; count < mostDays && day <= last; count++) {
    for (const [opens, closes] of stretchesOf(calendar, day))
      total += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()))
    day = addToDay(day, 1, 'day')
  }
  return total / minute
}

/** The same time of day, so many working days later; that day does not count itself. */
export function addWorkingDays(calendar: WorkingCalendar, from: Date, days: number): Date {
  const first = dayOf(from, calendar.zone)
  const sinceMidnight = from.getTime() - startOfDay(first, calendar.zone).getTime()
  let day = first
  let left = days
  for (let count = 0; left > 0 && count < mostDays; count++) {
    day = addToDay(day, 1, 'day')
    if (isWorkingDay(calendar, day)) left--
  }
  return new Date(startOfDay(day, calendar.zone).getTime() + sinceMidnight)
}
