/**
 * Stickiness: on how many days (hours, weeks, months) of a range people were active, and how today's actives stand to those
 * of a month. A bucket counts when something that is asked happened in it; a range that cuts a bucket cuts it here.
 */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { happening } from '#modules/audience/api.ts'
import { range, scope, unit } from '../shapes.ts'

export const stickinessQuestion = z.object({
  range,
  scope: scope.default({}),
  event: happening.default({ event: '*' }),
  /** Hours are elapsed ones from the first midnight: a day of 25 has 25. */
  unit: z.enum(['hour', ...unit.options]).default('day'),
  /** Buckets of so many units each, counted from the first of the range. */
  every: z.int().min(1).max(31).default(1),
  /** A bucket counts from so many times on. */
  atLeast: z.int().min(1).max(1_000).default(1),
})
export type StickinessQuestion = z.output<typeof stickinessQuestion>

/** Hours are looked at for so many days at most. */
export const mostHourDays = 31

export const stickinessAnswer = z.object({
  from: day,
  to: day,
  members: z.int(),
  /** How many members were active in exactly so many buckets, and in so many or more. */
  buckets: z.array(z.object({ buckets: z.int(), exactly: z.int(), orMore: z.int() })),
  /** Mean number of buckets of those who were active at all. */
  average: z.number().nullable(),
  /** Per day: actives of the day, of 7 and of 30 days up to it, and day ÷ 30 days. */
  trend: z.array(
    z.object({
      day,
      dau: z.int(),
      wau: z.int(),
      mau: z.int(),
      share: z.number().nullable(),
    }),
  ),
})

export const stickinessCell = z.discriminatedUnion('of', [
  z.object({ of: z.literal('buckets'), buckets: z.int().min(1), orMore: z.boolean().default(false) }),
  z.object({ of: z.literal('actives'), day, days: z.union([z.literal(1), z.literal(7), z.literal(30)]) }),
])
