/** RFM over time: how many stood in each tier at the ends of the last months, and today. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { day } from '#base/http/schemas.ts'
import { addToDay, type Day, startOfUnit } from '#base/time/calendar.ts'
import { findTierTrend } from '#modules/audience/api.ts'
import { openAsking } from '../asking.ts'
import type { InsightParts } from '../parts.ts'

/** The last days of the months before this one, the oldest first, and today. */
export function endsOfMonths(today: Day, months: number): Day[] {
  const running = startOfUnit(today, 'month')
  return [
    ...Array.from({ length: months }, (_, at) =>
      addToDay(addToDay(running, at - months + 1, 'month'), -1, 'day'),
    ),
    today,
  ]
}

export const rfmTrendRoute = (parts: InsightParts) =>
  route(
    {
      method: 'get',
      path: '/api/insight/rfm-trend',
      summary: 'Read how many stood in each RFM tier month by month',
      tag: 'insight',
      access: permitted('insight.read'),
      limit: { max: 30, perSeconds: 60 },
      query: z.object({
        kind: z.enum(['purchase', 'contribution']).default('purchase'),
        months: z.coerce.number().int().min(1).max(12).default(5),
      }),
      answer: z.object({
        tiers: z.array(z.object({ key: z.string(), name: z.string(), strategy: z.string() })),
        points: z.array(
          z.object({
            day,
            tiers: z.array(z.object({ tier: z.string(), members: z.int(), amount: z.number() })),
          }),
        ),
      }),
    },
    async (ctx, { query: { kind, months }, request: { signal } }) => {
      const asking = await openAsking(ctx, parts, signal)
      const { tiers, points } = await findTierTrend(
        ctx,
        asking.query,
        kind,
        endsOfMonths(asking.clock.today, months),
      )
      return {
        tiers: tiers.map(({ key, name, strategy }) => ({ key, name, strategy })),
        points: points.map((point) => ({ day: point.day, tiers: [...point.tiers] })),
      }
    },
  )
