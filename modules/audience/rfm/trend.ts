/** How many stood in each tier at the end of some days, by the model in force: the same model throughout, so that a change is one of people. */
import type { Ctx } from '#base/context.ts'
import type { Kind, Tier } from './model.ts'
import { tierWords } from './present.ts'
import { findPicture } from './reading.ts'
import type { Day, WarehouseQuery } from './rfm.sql.ts'
import { getInForce } from './versions.ts'

export interface TierTrend {
  readonly tiers: readonly { readonly key: string; readonly name: string; readonly strategy: string }[]
  readonly points: readonly {
    readonly day: Day
    readonly tiers: readonly { readonly tier: Tier; readonly members: number; readonly amount: number }[]
  }[]
}

/** One question to the warehouse a day: ask for few. */
export async function findTierTrend(
  ctx: Ctx,
  query: WarehouseQuery,
  kind: Kind,
  days: readonly Day[],
): Promise<TierTrend> {
  const { definition } = await getInForce(ctx, kind)
  const points = []
  for (const day of days) {
    const { cells } = await findPicture(query, definition, day)
    const sums = new Map<Tier, { members: number; amount: number }>()
    for (const { tier, members, amount } of cells) {
      const sum = sums.get(tier) ?? { members: 0, amount: 0 }
      sums.set(tier, { members: sum.members + members, amount: sum.amount + amount })
    }
    points.push({ day, tiers: [...sums].map(([tier, sum]) => ({ tier, ...sum })) })
  }
  return { tiers: tierWords(kind, definition, ctx.locale), points }
}
