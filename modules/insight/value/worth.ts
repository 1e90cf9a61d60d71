/** What one buyer may be worth within a year, by the fit in force, with what is left to chance. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Day } from '#base/time/calendar.ts'
import { type Spread, yearSpread } from './lived.ts'
import { findInForce } from './versions.ts'

export interface MemberWorth {
  /** Days with a purchase so far. */
  readonly bought: number
  readonly daysSince: number
  /** Chance to buy again. */
  readonly alive: number
  /** Expected within a year. */
  readonly purchases: number
  readonly purchasesSpread: Spread
  /** In minor units; what is further off counts less. */
  readonly revenue: number
  readonly revenueSpread: Spread
  readonly atStake: number
  /** Tenth of the buyers; 1 is the best. */
  readonly decile: number
}

/** `asOf` is null where nothing was estimated yet, `worth` also for who never bought. */
export async function findWorth(
  ctx: Ctx,
  id: Id,
): Promise<{ readonly asOf: Day | null; readonly worth: MemberWorth | null }> {
  const inForce = await findInForce(ctx)
  if (!inForce) return { asOf: null, worth: null }
  const { asOf, definition } = inForce
  const row = await ctx.db
    .selectFrom('value_standing')
    .select(['x', 'tx', 'age as t', 'alive', 'purchases', 'decile'])
    .select([
      sql<number>`spent::float8`.as('spent'),
      sql<number>`revenue::float8`.as('revenue'),
      sql<number>`at_stake::float8`.as('atStake'),
    ])
    .where('member_id', '=', id)
    .executeTakeFirst()
  if (!row) return { asOf, worth: null }
  const { x, tx, t, spent, ...worth } = row
  const lived = yearSpread(definition, { x, tx, t, spent }, id)
  return {
    asOf,
    worth: {
      ...worth,
      bought: x + 1,
      daysSince: t - tx,
      purchasesSpread: lived.purchases,
      revenueSpread: lived.revenue,
    },
  }
}
