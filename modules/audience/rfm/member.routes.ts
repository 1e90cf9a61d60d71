/** Where one member stands by RFM, measured against the cut-offs, and how he came there. */
import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { day, idParams } from '#base/http/schemas.ts'
import { daysBetween } from '#base/time/calendar.ts'
import { type Kind, kinds, type RfmDefinition, tiers } from './model.ts'
import { tierName } from './present.ts'
import type { CutOffs } from './rfm.sql.ts'
import { getInForce } from './versions.ts'

const part = z.object({
  value: z.number(),
  score: z.int(),
  cut: z.number(),
  high: z.boolean().describe('On the good side of the cut-off: near, often, much'),
})

const answer = z.object({
  kind: z.enum(kinds),
  unit: z.enum(['money', 'points']),
  tier: z.object({ key: z.enum(tiers), name: z.string() }),
  since: day,
  asOf: day,
  recency: part,
  frequency: part,
  amount: part,
  changes: z.array(z.object({ day, from: z.string().nullable(), to: z.string().nullable() })),
})

/** High is by the score for quintiles, by the value for all other cut-offs; equal is high. */
function judged(
  value: number,
  score: number,
  cut: number,
  rule: RfmDefinition['recency']['cut'],
  less: boolean,
) {
  const byValue = less ? value <= cut : value >= cut
  return { value, score, cut, high: rule.mode === 'quintile' ? score >= rule.from : byValue }
}

export const memberRfmRoute = route(
  {
    method: 'get',
    path: '/api/members/{id}/rfm',
    summary: 'See where a member stands by RFM, and why',
    tag: 'audience',
    access: permitted('audience.read'),
    params: idParams,
    answer: z.object({ items: z.array(answer), next: z.null() }),
  },
  async (ctx, { params }) => {
    const known = await ctx.db
      .selectFrom('member')
      .select('id')
      .where('id', '=', params.id)
      .executeTakeFirst()
    if (!known) throw problems.notFound()
    const standings = await ctx.db
      .selectFrom('rfm_standing')
      .select([sql<Kind>`kind`.as('kind'), 'r', 'f', 'm', 'frequency', 'amount'])
      .select([sql<(typeof tiers)[number]>`tier`.as('tier'), sql<string>`since::text`.as('since')])
      .select(sql<string>`last_on::text`.as('lastOn'))
      .where('member_id', '=', params.id)
      .orderBy('kind', 'desc')
      .execute()
    const items = await Promise.all(
      standings.map(async (standing) => {
        const { definition } = await getInForce(ctx, standing.kind)
        const run = await ctx.db
          .selectFrom('rfm_run')
          .select([sql<string>`as_of::text`.as('asOf'), sql<CutOffs>`cut_offs`.as('cutOffs')])
          .where('kind', '=', standing.kind)
          .orderBy('as_of', 'desc')
          .limit(1)
          .executeTakeFirst()
        const changes = await ctx.db
          .selectFrom('rfm_change')
          .select([sql<string>`as_of::text`.as('day'), 'from_tier as from', 'to_tier as to'])
          .where('kind', '=', standing.kind)
          .where('member_id', '=', params.id)
          .orderBy('id', 'desc')
          .limit(20)
          .execute()
        // Kept while it was first computed: the run is written last.
        if (!run) return []
        const { cutOffs, asOf } = run
        const name = (key: string | null) =>
          tierName(standing.kind, definition, tiers.find((tier) => tier === key) ?? 'none', ctx.locale)
        const { recency, frequency, amount } = definition
        return [
          {
            kind: standing.kind,
            unit: amount.unit,
            tier: { key: standing.tier, name: name(standing.tier) },
            since: standing.since,
            asOf,
            recency: judged(
              daysBetween(standing.lastOn, asOf),
              standing.r,
              cutOffs.recency.cut,
              recency.cut,
              true,
            ),
            frequency: judged(
              Number(standing.frequency),
              standing.f,
              cutOffs.frequency.cut,
              frequency.cut,
              false,
            ),
            amount: judged(Number(standing.amount), standing.m, cutOffs.amount.cut, amount.cut, false),
            changes: changes.map((each) => ({ day: each.day, from: name(each.from), to: name(each.to) })),
          },
        ]
      }),
    )
    return { items: items.flat(), next: null }
  },
)
