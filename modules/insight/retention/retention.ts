/**
 * Retention: of those who began, who came back. A *cohort* is who did `start` in a day, a week or a month: for the
 * first time ever (`newcomers`), or at all. Its *columns* are what came after:
 *
 * - by `unit`: column 0 is the cohort itself, column n the n-th calendar unit after that of the start;
 * - by `brackets` of days: [1, 3, 7] are day 1, days 2 to 3, days 4 to 7 after each member's own day of the start. Who
 *   started on several days of a cohort is looked at from each of them.
 *
 * `exact`: did `again` within the column · `orLater`: in it or after it · `within`: at least once from column 1 up to
 * and including it (rolling). Column 0 is always who started, whatever `again` is. A cell is *complete* when its
 * column has passed for everybody of the cohort; means are of complete cells only, weighted by the size of cohorts.
 */
import { z } from 'zod'
import { day, refusal } from '#base/http/schemas.ts'
import { definition, happening } from '#modules/audience/api.ts'
import { breakdown, range, scope, unit } from '../shapes.ts'
import { words } from './retention.messages.ts'

/** Most columns, and most cohorts of an answer. */
export const mostColumns = 60
export const mostCohorts = 120

export const retentionQuestion = z
  .object({
    /** Days on which cohorts began. */
    range,
    scope: scope.default({}),
    start: happening,
    newcomers: z.boolean().default(true),
    again: happening,
    unit,
    how: z.enum(['exact', 'orLater', 'within']).default('exact'),
    /** Columns after the cohort itself. */
    columns: z.int().min(1).max(mostColumns).default(8),
    /** Last days of brackets; columns are these when given. */
    brackets: z.array(z.int().min(1).max(366)).min(1).max(24).optional(),
    breakdown: breakdown.optional(),
    /** A line to reach: this share in this column. */
    goal: z.object({ column: z.int().min(1).max(mostColumns), share: z.number().min(0).max(1) }).optional(),
    /** Another cohort beside it (同期群): other people, other days, or both. */
    versus: z.object({ range: range.optional(), who: definition.optional() }).optional(),
  })
  .refine(({ brackets }) => !brackets || brackets.every((each, at) => at === 0 || each > brackets[at - 1]!), {
    ...refusal(words.bracketsAscend),
    path: ['brackets'],
  })
  .refine(({ goal, columns, brackets }) => !goal || goal.column <= (brackets?.length ?? columns), {
    ...refusal(words.goalColumn),
    path: ['goal', 'column'],
  })
export type RetentionQuestion = z.output<typeof retentionQuestion>

const share = z.number().nullable()
const column = z.object({
  column: z.int(),
  /** First and last unit, or day, after the start; `last` is null for what has no end. */
  first: z.int(),
  last: z.int().nullable(),
})
const mean = z.object({
  column: z.int(),
  /** Of complete cohorts: how many came back, of how many. */
  returned: z.int(),
  of: z.int(),
  share,
})

export const retentionAnswer = z.object({
  from: day,
  to: day,
  columns: z.array(column),
  cohorts: z.array(
    z.object({
      start: day,
      size: z.int(),
      /** From column 0 on; cells that lie in the future are not there. */
      cells: z.array(z.object({ returned: z.int(), share, complete: z.boolean() })),
    }),
  ),
  /** Column by column over all cohorts: the curve. */
  mean: z.array(mean),
  values: z.array(z.object({ value: z.string(), label: z.string(), size: z.int(), mean: z.array(mean) })),
  otherValues: z.int(),
  versus: z
    .object({
      from: day,
      to: day,
      size: z.int(),
      mean: z.array(mean),
      /** First minus second, with an interval of 95 % (Newcombe 1998); null where one of them has nobody. */
      difference: z.array(
        z.object({ column: z.int(), by: z.number(), low: z.number(), high: z.number() }).nullable(),
      ),
    })
    .nullable(),
  goal: z
    .object({ column: z.int(), share: z.number(), reached: share, met: z.boolean().nullable() })
    .nullable(),
})

/** Column 0 is the whole cohort. `lost`: who did not come back. Without a cohort: all complete ones. */
export const retentionCell = z.object({
  cohort: day.optional(),
  column: z.int().min(0).max(mostColumns),
  lost: z.boolean().default(false),
  value: z.string().max(200).optional(),
  versus: z.boolean().default(false),
})
