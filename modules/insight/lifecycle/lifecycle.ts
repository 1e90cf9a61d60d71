/**
 * The life cycle of activity: who is new, who stays, who comes back and who falls silent, per day, week or month.
 *
 * Of each bucket: `new` did it for the first time ever (or joined in it, with `newBy: 'joining'`) · `returning` did it
 * in the bucket before as well · `resurrecting` did not, but had at some time before · `dormant` did it in the bucket
 * before and not in this one. The first three together are the actives; dormant is of the running bucket so far.
 *
 * Beside them the definitions that operators here know (友盟, QuickTracking), as of today:
 * - `silent`: was first active in the range, and never after the day after; whose second day is not over is not judged.
 * - `loyal`: active in each of the last five whole weeks.
 * - `back`: active this week, not in the week before, but earlier.
 * - `lost`: active last in the second to fourth week before this one; not in the last whole week, not since.
 */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { happening } from '#modules/audience/api.ts'
import { range, scope, unit } from '../shapes.ts'

export const states = ['new', 'returning', 'resurrecting', 'dormant'] as const
export type State = (typeof states)[number]

export const kinds = ['silent', 'loyal', 'back', 'lost'] as const
export type Kind = (typeof kinds)[number]

export const lifecycleQuestion = z.object({
  range,
  scope: scope.default({}),
  /** Being active; anything when left out. */
  event: happening.default({ event: '*' }),
  unit,
  newBy: z.enum(['activity', 'joining']).default('activity'),
})
export type LifecycleQuestion = z.output<typeof lifecycleQuestion>

const share = z.number().nullable()

export const lifecycleAnswer = z.object({
  from: day,
  to: day,
  buckets: z.array(
    z.object({
      start: day,
      new: z.int(),
      returning: z.int(),
      resurrecting: z.int(),
      dormant: z.int(),
      /** New of all who were active (新鲜度). */
      fresh: share,
      /** Of those active in the bucket before, how many were active again (QuickTracking 留存率). */
      kept: share,
      /** (new + resurrecting) ÷ dormant: above 1 the active people grow. Null when nobody fell silent. */
      quickRatio: share,
      complete: z.boolean(),
    }),
  ),
  kinds: z.object({
    silent: z.object({ members: z.int(), of: z.int() }),
    loyal: z.object({ members: z.int() }),
    back: z.object({ members: z.int() }),
    lost: z.object({ members: z.int() }),
  }),
})

export const lifecycleCell = z.discriminatedUnion('of', [
  z.object({ of: z.literal('state'), state: z.enum(states), start: day }),
  z.object({ of: z.literal('kind'), kind: z.enum(kinds) }),
])
