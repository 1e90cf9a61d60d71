/** The one `now` of an evaluation, and what windows and tests of time mean at it: days of the community's zone. */
import type { Ctx } from '#base/context.ts'
import { addToDay, type Day, dayOf, startOfDay } from '#base/time/calendar.ts'
import { findCommunity } from '#modules/identity/api.ts'
import type { FieldTest, Measure, Window } from './condition.ts'

export interface Clock {
  readonly now: Date
  readonly zone: string
  readonly today: Day
}

/** Zone of a community that is not set up yet; the sink assumes the same. */
const usualZone = 'Asia/Shanghai'

export async function readClock(ctx: Ctx): Promise<Clock> {
  const zone = (await findCommunity(ctx))?.time_zone ?? usualZone
  return { now: ctx.now, zone, today: dayOf(ctx.now, zone) }
}

/** Days from the first to the last, both included; an open end is undefined. */
export interface Days {
  readonly from?: Day
  readonly to?: Day
}

export type TimeTest = Extract<Measure, { of: 'first' | 'last' }>['test']

const timeOps = new Set(['onOrAfter', 'before', 'inLast', 'beforeLast', 'inNext'])
export const isTimeTest = (test: FieldTest): test is TimeTest => timeOps.has(test.op)

/** The days that a test of time asks for. */
export function daysAsked(test: TimeTest, { today }: Pick<Clock, 'today'>): Days {
  switch (test.op) {
    case 'onOrAfter':
      return { from: test.value }
    case 'before':
      return { to: addToDay(test.value, -1, 'day') }
    case 'inLast':
      return { from: addToDay(today, 1 - test.value, 'day'), to: today }
    case 'beforeLast':
      return { to: addToDay(today, -test.value, 'day') }
    case 'inNext':
      return { from: today, to: addToDay(today, test.value - 1, 'day') }
  }
}

/** The first and the last day that the warehouse can tell apart. */
export const firstDay = '1970-01-01'
const lastDay = '2149-06-06'

const later = (one: Day, other: Day | undefined) => (other !== undefined && other > one ? other : one)
const earlier = (one: Day, other: Day | undefined) => (other !== undefined && other < one ? other : one)

/**
 * What of all behaviour a window takes: whole days, both included (none when `from` is after `to`), or the
 * exact moments after `after` and up to `upTo`. Nothing reaches beyond today.
 */
export type Span =
  | { readonly by: 'days'; readonly from: Day; readonly to: Day }
  | { readonly by: 'moments'; readonly after: Date; readonly upTo: Date }

export function spanOf(window: Window | undefined, { now, today }: Clock): Span {
  if (window && 'last' in window) {
    const { amount, unit } = window.last
    if (unit === 'hours')
      return { by: 'moments', after: new Date(now.getTime() - amount * 3_600_000), upTo: now }
    return { by: 'days', from: later(firstDay, addToDay(today, 1 - amount, 'day')), to: today }
  }
  return { by: 'days', from: later(firstDay, window?.from), to: earlier(earlier(lastDay, today), window?.to) }
}

/** The part of some days that lies within others. */
export const within = (span: { readonly from: Day; readonly to: Day }, days: Days) => ({
  from: later(span.from, days.from),
  to: earlier(span.to, days.to),
})

/** Days as instants: from the first (included) to the last (excluded). */
export const instantsOf = ({ from, to }: { readonly from: Day; readonly to: Day }, zone: string) => ({
  from: startOfDay(from, zone),
  to: startOfDay(addToDay(to, 1, 'day'), zone),
})

/** Month and day (`05-17`) of the days from today on; who was born on 29 February celebrates on the 28th. */
export function datesOfYearAhead({ today }: Clock, days: number): string[] {
  const dates = new Set<string>()
  for (let ahead = 0; ahead <= days; ahead++) {
    const day = addToDay(today, ahead, 'day')
    dates.add(day.slice(5))
    if (day.endsWith('-02-28') && addToDay(day, 1, 'day').endsWith('-03-01')) dates.add('02-29')
  }
  return [...dates]
}
