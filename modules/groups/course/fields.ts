/** The tier of the community as something conditions may ask: S0-11 进阶层 for the active, S1-18 新客/会员/VIP. */
import { sql } from 'kysely'
import type { FieldSource, FieldValue } from '#base/declarations/fields.ts'
import { defineMessages } from '#base/i18n/messages.ts'
import { presentTier } from '../groups/present.ts'
import { findRuledTiers } from '../tiers/tiers.ts'

const words = defineMessages({
  section: { zh: '社群', en: 'Groups' },
  tier: { zh: '所在分层', en: 'Tier of the community' },
  since: { zh: '到达当前分层的时间', en: 'On this tier since' },
})

export const tierFields: FieldSource = {
  name: 'groups.tiers',
  describe: async (ctx) => [
    {
      key: 'tier.now',
      label: words.tier,
      type: 'choice',
      section: words.section,
      options: (await findRuledTiers(ctx, null)).map((tier) => ({
        value: tier.key,
        label: presentTier(ctx, tier).name,
      })),
    },
    { key: 'tier.since', label: words.since, type: 'date', section: words.section },
  ],
  read: async (ctx, memberIds) => {
    const { rows } = await sql<{ memberId: string; key: string; since: Date | null }>`
      select m.id as "memberId", coalesce(t.key, base.key) as key, h.since
        from unnest(${[...memberIds]}::bigint[]) as m (id)
        cross join (select key from group_tier where group_id is null order by rank limit 1) as base
        left join tier_holding h on h.member_id = m.id left join group_tier t on t.id = h.tier_id`.execute(
      ctx.db,
    )
    return new Map(
      rows.map(({ memberId, key, since }) => {
        const values: Record<string, FieldValue> = { 'tier.now': key }
        if (since) values['tier.since'] = since.getTime()
        return [memberId, values] as const
      }),
    )
  },
}
