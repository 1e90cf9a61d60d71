/** What an effect asks and answers. Stored by dashboards, saved questions and improvements, so only ever extended. */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { metricRef, metricUnits } from '../metrics/metric.ts'
import { scope } from '../shapes.ts'

/** Whole weeks, so that every day of the week weighs alike. */
export const wholeWeeks = z.int().min(14).max(182).multipleOf(7)

export const effectQuestion = z.object({
  metric: metricRef,
  scope: scope.default({}),
  /** The first day on which it was different. */
  on: day,
  /** Days that are looked at, before it and from it on. */
  before: wholeWeeks.default(28),
  after: wholeWeeks.default(28),
  /** To whom nothing was done: the same days there are what would have come anyway. */
  against: scope.optional(),
})
export type EffectQuestion = z.output<typeof effectQuestion>

const figure = z.number().nullable()

const side = z.object({
  /** Null while nothing of it is over. */
  days: z.object({ from: day, to: day }).nullable(),
  /** Days that count: with something to divide by, and not of both sides. */
  counted: z.int(),
  mean: figure,
  against: figure.describe('The mean where nothing was done, as it is read there'),
  whole: figure.describe('The figure of all its days together'),
})

/** `fewDays`: too few of them to say anything; `better` and `worse` are said when the interval leaves 0. */
export const effectVerdicts = ['better', 'worse', 'unclear', 'fewDays'] as const

export const effectAnswer = z.object({
  metric: z.object({
    key: z.string().nullable(),
    name: z.string(),
    unit: z.enum(metricUnits),
    better: z.enum(['more', 'less']),
    formula: z.string(),
  }),
  on: day,
  /** What piles up (members there are) is read by what each day adds. */
  reads: z.enum(['level', 'change']),
  course: z.array(
    z.object({
      day,
      value: figure.describe('As the metric reads it'),
      /** Brought to the level of before where amounts are compared. */
      against: figure,
      /** What would have been, were "after" like before; of the days after. */
      usual: figure,
      counted: z.boolean(),
    }),
  ),
  before: side,
  after: side,
  /** Days after that are not over yet. */
  ahead: z.int(),
  /** What "after" adds to a day; null with too few days. */
  difference: figure,
  low: figure,
  high: figure,
  /** The same as parts of what would have been. */
  relative: figure,
  relativeLow: figure,
  relativeHigh: figure,
  verdict: z.enum(effectVerdicts),
  /** Whether it moved the same way already before, by so much a week; null: it did not, or nobody knows. */
  drift: figure,
  /** Days left out: nothing to divide by, or figures of several days that lie on both sides. */
  leftOut: z.object({ noBase: z.int(), mixed: z.int() }),
})
export type EffectAnswer = z.output<typeof effectAnswer>

export const effectCell = z.object({
  side: z.enum(['before', 'after']),
  /** One day of it; left out: all its days. */
  day: day.optional(),
  of: z.enum(['scope', 'against']).default('scope'),
  part: z.enum(['over', 'under']).optional(),
})
