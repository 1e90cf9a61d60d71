/**
 * Metrics: how much. One JSON language, stored by everything that asks it (dashboards, goals, alerts, experiments,
 * reports), compiled to ClickHouse.
 *
 * Meaning:
 * - Days are days of the community's zone; weeks begin on Monday. A figure is of a *bucket*: a day, a week, a month,
 *   a whole range, or, when it rolls, the last so many days up to the end of the bucket.
 * - Behaviour is what people did: robots, staff, tests and the system itself are left out, what a browser did before
 *   its owner signed in is his, what a double did is of the member that remains (`rowsSql` of audience).
 * - Nothing divided by nothing is not known (`null`), never 0.
 */
import { z } from 'zod'
import { happening } from '#modules/audience/api.ts'

const property = z.string().min(1).max(64)

/**
 * What is counted of the events that fit. `count`: how many · `members`: how many different members, or those with
 * at least so many events · `days`: days on which each member did it, summed · `sum` … of `value` or a property
 * (money: minor units) · `percentile`: `p` from 0 to 100, interpolated.
 */
const counted = z.discriminatedUnion('of', [
  z.object({ of: z.literal('count') }),
  z.object({ of: z.literal('members'), atLeast: z.int().min(2).max(1_000).optional() }),
  z.object({ of: z.literal('days') }),
  z.object({ of: z.enum(['sum', 'average', 'min', 'max']), property: property.optional() }),
  z.object({ of: z.literal('percentile'), p: z.number().min(0).max(100), property: property.optional() }),
])
export type Counted = z.infer<typeof counted>

/**
 * `anyone`: it counts whoever wrote it down, staff, programs and the system too (orders, answers of the team); robots
 * and tests never do. Left out: what members did themselves.
 */
const by = z.literal('anyone').optional()

/** Members who had come and had not gone since, at the end of the bucket: a stock. The later of two events decides. */
const stock = z.object({
  kind: z.literal('stock'),
  came: happening,
  gone: z.array(happening).max(4),
  /** At the beginning of the bucket instead: what a rate of leaving divides by. */
  at: z.enum(['start', 'end']).optional(),
})

const events = z.object({
  kind: z.literal('events'),
  ...happening.shape,
  /** More events that count as well: an interaction is a comment, a reaction or a share. */
  or: z.array(happening).max(12).optional(),
  counted,
  /** Every figure is of the last so many days up to the end of its bucket. */
  rolling: z.int().min(1).max(366).optional(),
  by,
  /**
   * Only of the members below a share of them, since nobody else may stand above: `true` those who are members at the end of
   * the bucket, of the group in its scope or when it is cut by groups (who reads along in open boards is none, nor is
   * who left); a stock; or those who did something else in the same days.
   */
  inside: z
    .union([z.literal(true), stock, z.object({ kind: z.literal('did'), ...happening.shape, by })])
    .optional(),
})

/**
 * Of those who did `first` (for the first time ever, when `newcomers`) in the bucket, how many did `again` in the
 * `after`-th unit after it (`exact`), or in it or later (`orLater`). Day 0, week 0, month 0 is that of `first`.
 */
const returning = z.object({
  kind: z.literal('returning'),
  first: happening,
  newcomers: z.boolean().optional(),
  again: happening,
  after: z.int().min(1).max(365),
  unit: z.enum(['day', 'week', 'month']),
  how: z.enum(['exact', 'orLater']).optional(),
})

/** How far a part of `people` looks: the bucket, all before it, everything up to its end, or days before its end. */
const when = z.union([
  z.enum(['bucket', 'before', 'ever']),
  /** `to: 0` is the last day of the bucket, `to: 7` a week before it; without `from` since the beginning. */
  z
    .object({ from: z.int().min(0).max(3_660).optional(), to: z.int().min(0).max(3_660) })
    .refine(({ from, to }) => from === undefined || from >= to),
])
export type When = z.infer<typeof when>

/** Members who did all of it and nothing of what they must not have done: newcomers, returned, loyal, lapsed. */
const people = z.object({
  kind: z.literal('people'),
  /** The first is what they did; a breakdown by a property or a group cuts that one. */
  who: z
    .array(
      z.object({
        ...happening.shape,
        or: z.array(happening).max(12).optional(),
        when: when.optional(),
        not: z.boolean().optional(),
        by,
      }),
    )
    .min(1)
    .max(8)
    .refine(([first]) => !first?.not),
  /** Only who is a member at the end of the bucket; in the scope of a group, of it. */
  inside: z.literal(true).optional(),
})

/** Members there are: of the community or, in the scope of a group or cut by groups, of the group. */
const population = z.object({ kind: z.literal('population'), at: z.enum(['start', 'end']).optional() })

/** How long the bucket is so far, to divide by: months have 30.436875 days. */
const time = z.object({ kind: z.literal('time'), unit: z.enum(['day', 'week', 'month']) })

export type PeopleExpression = z.infer<typeof people>
type PopulationExpression = z.infer<typeof population>
type TimeExpression = z.infer<typeof time>
export type EventsExpression = z.infer<typeof events>
export type StockExpression = z.infer<typeof stock>
export type ReturningExpression = z.infer<typeof returning>
interface RatioExpression {
  readonly kind: 'ratio'
  readonly over: Expression
  readonly under: Expression
}
interface FormulaExpression {
  readonly kind: 'formula'
  /** Letters a to h, numbers, + − × ÷ as `+ - * /`, brackets. */
  readonly formula: string
  readonly of: Readonly<Record<string, Expression>>
}
interface MetricReference {
  readonly kind: 'metric'
  readonly metric: string
}
export type Expression =
  | EventsExpression
  | StockExpression
  | ReturningExpression
  | PeopleExpression
  | PopulationExpression
  | TimeExpression
  | RatioExpression
  | FormulaExpression
  | MetricReference

export const metricKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,40}$/)
  .describe('Key of a metric of the catalogue')

const expression: z.ZodType<Expression> = z
  .lazy(() =>
    z.union([
      events,
      stock,
      returning,
      people,
      population,
      time,
      z.object({ kind: z.literal('ratio'), over: expression, under: expression }),
      z.object({
        kind: z.literal('formula'),
        formula: z
          .string()
          .min(1)
          .max(200)
          .regex(/^[a-h0-9+\-*/(). ]+$/),
        of: z.record(z.string().regex(/^[a-h]$/), expression),
      }),
      z.object({ kind: z.literal('metric'), metric: metricKey }),
    ]),
  )
  .meta({ id: 'MetricExpression' })

/** A metric as it is stored and sent. */
export const metricDefinition = z.object({ version: z.literal(1), how: expression })
export type MetricDefinition = z.infer<typeof metricDefinition>

/** A metric that is written out. */
export const written = (how: Expression): MetricDefinition => ({ version: 1, how })

export { type MetricUnit, metricUnits } from './units.ts'

/** A metric asked for: one of the catalogue, or one written out. */
export const metricRef = z.union([metricKey, metricDefinition])
export type MetricRef = z.infer<typeof metricRef>
