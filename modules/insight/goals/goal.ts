/** What a goal is made of, as it is sent; and the arithmetic that needs no database. */
import { z } from 'zod'
import { day, refusal } from '#base/http/schemas.ts'
import { addToDay, type Day, daysBetween } from '#base/time/calendar.ts'
import { type MetricUnit, metricRef } from '../metrics/metric.ts'
import { scope } from '../shapes.ts'
import { goalRefusals as words } from './goals.messages.ts'

/** How a target is meant: part of the baseline to add, an amount to add (points of a share), or an amount to reach. */
export const targetModes = ['relative', 'points', 'absolute'] as const
export type TargetMode = (typeof targetModes)[number]

/** A deadline nearer than a week, or further than two years, is none. */
export const shortestDays = 7
export const longestDays = 731

export const goalDraft = z
  .object({
    metric: metricRef,
    scope: scope.default({}),
    /** Every reading is of the last so many days; null: of all days since the start. */
    days: z.int().min(1).max(366).nullable(),
    mode: z.enum(targetModes),
    /** In the unit of the metric: shares from 0 to 1, money in minor units; relative: 0.5 is half as much again. */
    amount: z.number().min(-1e15).max(1e15),
    /** Days that the baseline is read over; left out: as long as a reading, or as the goal, right before its start. */
    baseline: z.object({ from: day, to: day }).optional(),
    startsOn: day,
    dueOn: day,
  })
  .refine(({ startsOn, dueOn }) => daysBetween(startsOn, dueOn) >= shortestDays, {
    ...refusal(words.dueTooSoon),
    path: ['dueOn'],
  })
  .refine(({ startsOn, dueOn }) => daysBetween(startsOn, dueOn) <= longestDays, {
    ...refusal(words.dueTooLate),
    path: ['dueOn'],
  })
  .refine(
    ({ baseline, startsOn }) => !baseline || (baseline.from <= baseline.to && baseline.to <= startsOn),
    {
      ...refusal(words.baselineLater),
      path: ['baseline'],
    },
  )
export type GoalDraft = z.infer<typeof goalDraft>

/** What is counted, and which way is better. */
export interface Counting {
  readonly unit: MetricUnit
  readonly better: 'more' | 'less'
}

/**
 * What the metric is to be. Undefined when it is meant relative to a baseline that nobody knows, or to zero. People
 * are whole: what falls between two of them is the one that asks more.
 */
export function targetOf(
  draft: Pick<GoalDraft, 'mode' | 'amount'>,
  baseline: number | null,
  { unit, better }: Counting,
): number | undefined {
  const target = exactTarget(draft, baseline)
  if (target === undefined || unit !== 'members') return target
  // A part of a baseline may miss a whole number by the last digit of a double.
  const near = Math.round(target * 1e6) / 1e6
  return better === 'more' ? Math.ceil(near) : Math.floor(near)
}

function exactTarget(
  { mode, amount }: Pick<GoalDraft, 'mode' | 'amount'>,
  baseline: number | null,
): number | undefined {
  switch (mode) {
    case 'absolute':
      return amount
    case 'points':
      return baseline === null ? undefined : baseline + amount
    case 'relative':
      return baseline === null || baseline === 0 ? undefined : baseline * (1 + amount)
  }
}

/** The days of the baseline when none were chosen: as long as a reading, up to the day before the start. */
export function usualBaseline({ days, startsOn, dueOn }: Pick<GoalDraft, 'days' | 'startsOn' | 'dueOn'>): {
  from: Day
  to: Day
} {
  const to = addToDay(startsOn, -1, 'day')
  return { from: addToDay(to, 1 - (days ?? daysBetween(startsOn, dueOn) + 1), 'day'), to }
}

/** A reading at the end of a day. */
export interface Reading {
  readonly day: Day
  readonly value: number | null
}

export interface Course {
  readonly startsOn: Day
  readonly dueOn: Day
  readonly days: number | null
  readonly baseline: number | null
  readonly target: number
}

/** Where the figure should be at the end of a day to arrive in time, going straight. */
export function expectedAt({ startsOn, dueOn, days, baseline, target }: Course, at: Day): number {
  const whole = daysBetween(startsOn, dueOn) + 1
  const gone = Math.min(Math.max(daysBetween(startsOn, at) + 1, 0), whole)
  // What is counted since the start begins at nothing, whatever was before; a state begins where it was.
  const from = days === null ? 0 : (baseline ?? 0)
  return from + (target - from) * (gone / whole)
}

export type Pace = 'ahead' | 'on' | 'behind' | 'unknown'

/** Within a thirtieth of the whole way is on pace: nobody runs for a rounding. */
const tolerance = 1 / 30

export interface Standing {
  readonly pace: Pace
  /** The latest reading that is known, and what should have been there. */
  readonly day: Day | null
  readonly value: number | null
  readonly expected: number | null
  /** Better than expected is positive, whichever way is better. */
  readonly gap: number | null
  /** Part of the way from the baseline to the target; beyond 1 it is more than was asked. */
  readonly progress: number | null
  readonly reached: boolean
}

export function standingOf(
  goal: Course & { readonly better: 'more' | 'less' },
  readings: readonly Reading[],
): Standing {
  const last = readings.findLast(({ value, day: at }) => value !== null && at >= goal.startsOn)
  if (!last || last.value === null)
    return {
      pace: 'unknown',
      day: null,
      value: null,
      expected: null,
      gap: null,
      progress: null,
      reached: false,
    }
  const sign = goal.better === 'more' ? 1 : -1
  const expected = expectedAt(goal, last.day)
  const gap = sign * (last.value - expected)
  const from = goal.days === null ? 0 : (goal.baseline ?? 0)
  const way = Math.abs(goal.target - from)
  const pace = gap < -way * tolerance ? 'behind' : gap > way * tolerance ? 'ahead' : 'on'
  return {
    pace,
    day: last.day,
    value: last.value,
    expected,
    gap,
    progress: way === 0 ? null : (last.value - from) / (goal.target - from),
    reached: sign * (last.value - goal.target) >= 0,
  }
}
