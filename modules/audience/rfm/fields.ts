/** RFM tiers as fields of conditions. What changes day by day by itself (days since) is asked of behaviour. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { FieldOption, FieldSource, FieldValue } from '#base/declarations/fields.ts'
import { type Kind, kinds, tiers } from './model.ts'
import { fixedTierName } from './present.ts'
import { rfmLabels } from './rfm.messages.ts'
import { getInForce } from './versions.ts'

const keys = {
  purchase: { tier: 'rfm.tier', since: 'rfm.since' },
  contribution: { tier: 'contribution.tier', since: 'contribution.since' },
} as const
const labels = {
  purchase: { tier: rfmLabels.tierPurchase, since: rfmLabels.sincePurchase },
  contribution: { tier: rfmLabels.tierContribution, since: rfmLabels.sinceContribution },
}

async function optionsOf(ctx: Ctx, kind: Kind): Promise<FieldOption[]> {
  const { definition } = await getInForce(ctx, kind)
  return tiers.map((tier) => ({
    value: tier,
    label: definition.tiers[tier]?.name ?? fixedTierName(kind, tier),
  }))
}

export const rfmFields: FieldSource = {
  name: 'rfm',
  describe: async (ctx) =>
    (
      await Promise.all(
        kinds.map(async (kind) => [
          {
            key: keys[kind].tier,
            label: labels[kind].tier,
            type: 'choice' as const,
            section: rfmLabels.section,
            teamOnly: true,
            options: await optionsOf(ctx, kind),
          },
          {
            key: keys[kind].since,
            label: labels[kind].since,
            type: 'day' as const,
            section: rfmLabels.section,
            teamOnly: true,
          },
        ]),
      )
    ).flat(),
  read: async (ctx, memberIds) => {
    const rows = await ctx.db
      .selectFrom('rfm_standing')
      .select(['member_id as id', sql<Kind>`kind`.as('kind'), 'tier', sql<string>`since::text`.as('since')])
      .where('member_id', 'in', [...memberIds])
      .execute()
    const values = new Map<Id, Record<string, FieldValue>>()
    for (const { id, kind, tier, since } of rows)
      values.set(id, { ...values.get(id), [keys[kind].tier]: tier, [keys[kind].since]: since })
    return values
  },
}
