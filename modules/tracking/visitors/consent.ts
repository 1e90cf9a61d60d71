/** Whether a person agreed to be analysed (L-18). The newest entry of the ledger holds; none means no. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'

export async function agreesToAnalysis(ctx: Ctx, accountId: Id): Promise<boolean> {
  const newest = await ctx.db
    .selectFrom('consent_entry')
    .select('granted')
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'analytics')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.granted ?? false
}
