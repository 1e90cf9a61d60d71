/** Trend: metrics over time, beside each other, against before, cut, piled up, per member, worked out together. */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { breakdown, range, scope, unit } from '../../shapes.ts'
import { metricRef, metricUnits } from '../metric.ts'

export const mostSeries = 6

export const trendQuestion = z.object({
  /** Metrics of the catalogue, or written out: an event with how it is counted is one of those. */
  of: z
    .array(z.object({ metric: metricRef, name: z.string().trim().min(1).max(40).optional() }))
    .min(1)
    .max(mostSeries),
  range,
  unit,
  /** Figures of events are of the last so many days up to the end of each bucket. */
  rolling: z.int().min(1).max(366).optional(),
  compare: z.enum(['previous', 'year']).optional(),
  /** Every figure is of all since the first day. */
  cumulative: z.boolean().optional(),
  /** Divided by active members, or by all there are. */
  per: z.enum(['active', 'member']).optional(),
  breakdown: breakdown.optional(),
  scope: scope.default({}),
  /** One more series, worked out from the others: letters a to f in their order. */
  formula: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[a-f0-9+\-*/(). ]+$/)
    .optional(),
})
export type TrendQuestion = z.output<typeof trendQuestion>

const figure = {
  /** Null: not known, nothing to divide by. */
  value: z.number().nullable(),
  over: z.number().nullable().optional(),
  under: z.number().nullable().optional(),
}

const point = z.object({
  /** First day of the bucket. */
  start: day,
  /** Its last, as far as it has come. */
  to: day,
  /** Its figure may still change. */
  running: z.boolean(),
  ...figure,
})

const series = z.object({
  /** `a` to `f`; `=` is the formula. */
  letter: z.string(),
  /** Key of the metric; null for one that is written out, and for the formula. */
  metric: z.string().nullable(),
  name: z.string(),
  unit: z.enum(metricUnits),
  better: z.enum(['more', 'less']),
  /** 口径. */
  formula: z.string(),
  /** Which value of the breakdown; null: all together. */
  part: z.object({ key: z.string(), label: z.string() }).nullable(),
  points: z.array(point),
  total: z.object(figure),
  before: z.object({ points: z.array(point), total: z.object(figure) }).nullable(),
})

export type TrendSeries = z.input<typeof series>

export const trendAnswer = z.object({
  days: z.object({ from: day, to: day }),
  before: z.object({ from: day, to: day }).nullable(),
  unit,
  series: z.array(series),
})

export type TrendAnswer = z.input<typeof trendAnswer>

export const trendCell = z.object({
  /** Place in `of`. */
  series: z
    .int()
    .min(0)
    .max(mostSeries - 1),
  /** First day of the bucket; left out: the whole range. */
  start: day.optional(),
  /** Key of the part of a breakdown. */
  part: z.string().max(300).optional(),
  /** Of the days before. */
  before: z.boolean().optional(),
  /** Of a ratio: those counted above, or those below. */
  of: z.enum(['over', 'under']).optional(),
})
