/** What a measure asks of what was found of a member's events: the same judgement for both evaluators. */
import { daysBetween } from '#base/time/calendar.ts'
import { type Clock, daysAsked } from './clock.ts'
import type { Measure } from './condition.ts'
import { compares } from './field-test.ts'

/** What was found of the events that fit, of one member. */
export interface Found {
  readonly count: number
  readonly days: number
  /** In millionths, exact. */
  readonly sum: bigint
  /** Days of the community's zone; undefined when there are none. */
  readonly firstDay: string | undefined
  readonly lastDay: string | undefined
}

export const nothingFound: Found = { count: 0, days: 0, sum: 0n, firstDay: undefined, lastDay: undefined }

/** Sums are kept in millionths as whole numbers: they come out the same in whatever order they are added. */
export const sumScale = 1_000_000
export const scaled = (amount: number): bigint => BigInt(Math.round(amount * sumScale))

export function holds(measure: Measure, found: Found, clock: Clock): boolean {
  switch (measure.of) {
    case 'count':
      return compares(measure.op, found.count, measure.value)
    case 'days':
      return compares(measure.op, found.days, measure.value)
    case 'sum': {
      const wanted = scaled(measure.value)
      return compares(measure.op, found.sum < wanted ? -1 : found.sum > wanted ? 1 : 0, 0)
    }
    case 'daysSince':
      return (
        found.lastDay !== undefined &&
        compares(measure.op, daysBetween(found.lastDay, clock.today), measure.value)
      )
    case 'first':
    case 'last': {
      const day = measure.of === 'first' ? found.firstDay : found.lastDay
      const { from, to } = daysAsked(measure.test, clock)
      return day !== undefined && (from === undefined || day >= from) && (to === undefined || day <= to)
    }
  }
}

/** Whether those who never did it pass: then everybody is counted who is not found to fail. */
export const passesWithout = (measure: Measure, clock: Clock): boolean => holds(measure, nothingFound, clock)
