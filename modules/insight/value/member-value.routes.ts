/** What one member may be worth, for the card on his page. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { day, idParams } from '#base/http/schemas.ts'
import { findWorth } from './worth.ts'

const spread = z
  .object({ low: z.number(), high: z.number() })
  .describe('Eight of ten years like this end between them')

const worth = z.object({
  bought: z.int().describe('Days with a purchase so far'),
  daysSince: z.int().describe('Since the last of them'),
  alive: z.number().describe('Chance to buy again'),
  purchases: z.number().describe('Expected within a year'),
  purchasesSpread: spread,
  revenue: z.number().describe('Expected within a year, in minor units; what is further off counts less'),
  revenueSpread: spread,
  atStake: z.number().describe('What would be lost with him'),
  decile: z.int().describe('Tenth of the buyers by what they may be worth; 1 is the best'),
})

export const memberValueRoute = route(
  {
    method: 'get',
    path: '/api/members/{id}/value',
    summary: 'See what a member may be worth, and how sure that is',
    tag: 'insight',
    access: permitted('audience.read'),
    params: idParams,
    answer: z.object({
      asOf: day.nullable().describe('Orders up to this day were looked at; null: nothing was estimated yet'),
      worth: worth.nullable().describe('Null: never bought, or nothing was estimated'),
    }),
  },
  async (ctx, { params: { id } }) => {
    const known = await ctx.db.selectFrom('member').select('id').where('id', '=', id).executeTakeFirst()
    if (!known) throw problems.notFound()
    return await findWorth(ctx, id)
  },
)
