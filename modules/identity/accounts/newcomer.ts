/** People whom an identity provider brought: announced as new accounts when their first sign-in made one. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { accountCreated } from '../facts.ts'

/** Announces the account when this is the transaction that made it. */
export async function announceNewcomer(ctx: Ctx, accountId: Id): Promise<void> {
  const known = await ctx.db
    .selectFrom('sign_in_record')
    .select('id')
    .where('account_id', '=', accountId)
    .where('outcome', '=', 'ok')
    .limit(1)
    .executeTakeFirst()
  const own = await ctx.db
    .selectFrom('credential')
    .select('id')
    .where('account_id', '=', accountId)
    .where('provider', '=', 'credential')
    .executeTakeFirst()
  if (known || own) return
  await announce(
    ctx,
    accountCreated,
    { accountId, by: 'provider' },
    { object: { kind: 'account', id: accountId } },
  )
}
