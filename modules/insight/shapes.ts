/** What questions to the warehouse have in common: when, about whom, cut by what. Stored, so only ever extended. */
import { z } from 'zod'
import { day, refusal } from '#base/http/schemas.ts'
import { addToDay, type Day, daysBetween, startOfUnit } from '#base/time/calendar.ts'
import { type Clock, definition } from '#modules/audience/api.ts'
import { words } from './insight.messages.ts'

export const rowId = z.string().regex(/^[1-9]\d{0,17}$/)

export const unit = z.enum(['day', 'week', 'month'])
export type Unit = z.infer<typeof unit>

/** Longest range that is asked at once, in days. */
export const mostDays = 1_100

/**
 * Days of the community's zone, both included: fixed ones, or the last so many units up to today. Weeks begin on
 * Monday. `last` counts the unit that runs now; `whole` leaves it out.
 */
export const range = z.union([
  z
    .object({ from: day, to: day })
    .refine(({ from, to }) => from <= to, { ...refusal(words.rangeBackwards), path: ['to'] })
    .refine(({ from, to }) => daysBetween(from, to) < mostDays, {
      ...refusal(words.rangeTooLong),
      path: ['from'],
    }),
  z.object({ last: z.int().min(1).max(366), unit, whole: z.boolean().optional() }),
])
export type Range = z.infer<typeof range>

export interface Days {
  readonly from: Day
  readonly to: Day
}

/** The days that a range means now. */
export function daysOf(asked: Range, { today }: Pick<Clock, 'today'>): Days {
  if ('from' in asked) return asked
  const running = startOfUnit(today, asked.unit)
  const to = asked.whole ? addToDay(running, -1, 'day') : today
  return { from: addToDay(running, (asked.whole ? 0 : 1) - asked.last, asked.unit), to }
}

/** First days of all units that touch the days, both included. */
export function unitsWithin(of: Unit, from: Day, to: Day): Day[] {
  const starts: Day[] = []
  for (let start = startOfUnit(from, of); start <= to; start = addToDay(start, 1, of)) starts.push(start)
  return starts
}

/** As many days right before, or the same days a year earlier. */
export function daysBefore({ from, to }: Days, how: 'previous' | 'year'): Days {
  if (how === 'year') return { from: addToDay(from, -12, 'month'), to: addToDay(to, -12, 'month') }
  const length = daysBetween(from, to) + 1
  return { from: addToDay(from, -length, 'day'), to: addToDay(from, -1, 'day') }
}

/** About whom: what happened in one group, and only by members who fit a condition now. */
export const scope = z.object({ group: rowId.optional(), who: definition.optional() })
export type Scope = z.infer<typeof scope>

/** As the log of operators tells it: whom a condition names is nobody's business there, that there is one is enough. */
export const toldScope = ({ group, who }: Scope) => ({ group: group ?? null, condition: who !== undefined })

/**
 * Cut by what. `property`, `group` and `time` are of the event; the others are of the member as he is now: a field of
 * conditions (`member.channel`, `tier.now`, `group.tier` of a group …) or some segments, in which he may be in several.
 */
export const breakdown = z.discriminatedUnion('by', [
  z.object({ by: z.literal('property'), property: z.string().min(1).max(64) }),
  z.object({ by: z.literal('group') }),
  /** When it happened by the clocks of the community: the hour of the day, or the day of the week. */
  z.object({ by: z.literal('time'), part: z.enum(['hour', 'weekday']) }),
  z.object({ by: z.literal('field'), field: z.string().min(1).max(80), of: z.string().max(40).optional() }),
  z.object({ by: z.literal('segments'), segments: z.array(rowId).min(1).max(8) }),
])
export type Breakdown = z.infer<typeof breakdown>
