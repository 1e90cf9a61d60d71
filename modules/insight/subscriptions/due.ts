/**
 * When a subscription is due, by the clocks of a zone. A month that is too short sends on its last day; an hour that
 * the clocks skip comes right after the gap, one that comes twice is its first coming (RFC 5545).
 */
import { addToDay, type Day, dayOf, instantOf, startOfUnit } from '#base/time/calendar.ts'

export type Timing = { readonly hour: number } & (
  | { readonly rhythm: 'daily' }
  /** Monday is 1. */
  | { readonly rhythm: 'weekly'; readonly weekday: number }
  | { readonly rhythm: 'monthly'; readonly monthDay: number }
)

export interface Due {
  /** The day of the zone's calendar, which is what is sent once. */
  readonly day: Day
  readonly at: Date
}

const at = (day: Day, hour: number, zone: string): Due => ({
  day,
  at: instantOf(day, `${String(hour).padStart(2, '0')}:00`, zone),
})

/** The day of its week or month that a subscription means, in the unit that a day lies in. */
function dayIn(timing: Timing, day: Day): Day {
  switch (timing.rhythm) {
    case 'daily':
      return day
    case 'weekly':
      return addToDay(startOfUnit(day, 'week'), timing.weekday - 1, 'day')
    case 'monthly': {
      const first = startOfUnit(day, 'month')
      const wanted = addToDay(first, timing.monthDay - 1, 'day')
      const last = addToDay(addToDay(first, 1, 'month'), -1, 'day')
      return [wanted, last].toSorted()[0]!
    }
  }
}

const units = { daily: 'day', weekly: 'week', monthly: 'month' } as const

/** The unit some units away: of months from its first day, so that none is skipped. */
const shift = (timing: Timing, day: Day, amount: number): Day =>
  addToDay(startOfUnit(day, units[timing.rhythm]), amount, units[timing.rhythm])

/** The latest moment up to now at which it was due. */
export function latestDue(timing: Timing, zone: string, now: Date): Due {
  const today = dayOf(now, zone)
  for (let back = 1; ; back--) {
    const due = at(dayIn(timing, shift(timing, today, back)), timing.hour, zone)
    if (due.at <= now) return due
  }
}

/** The first moment after now at which it will be. */
export function nextDue(timing: Timing, zone: string, now: Date): Due {
  const today = dayOf(now, zone)
  for (let ahead = -1; ; ahead++) {
    const due = at(dayIn(timing, shift(timing, today, ahead)), timing.hour, zone)
    if (due.at > now) return due
  }
}
