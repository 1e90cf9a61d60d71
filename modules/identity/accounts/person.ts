/** What other modules show of the account behind a member. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Message } from '#base/i18n/messages.ts'
import { findConsents } from '../consents/consents.ts'
import { purposes } from '../consents/purposes.ts'

export interface Person {
  readonly email: string
  readonly emailVerified: boolean
  readonly createdAt: Date
  readonly suspended: boolean
  /** Purposes that were answered, in their usual order. */
  readonly consents: readonly {
    readonly purpose: string
    readonly label: Message
    readonly granted: boolean
    readonly at: Date
  }[]
}

/** Undefined when the account is gone or closed. */
export async function findPerson(ctx: Ctx, accountId: Id): Promise<Person | undefined> {
  const account = await ctx.db
    .selectFrom('account')
    .leftJoin('account_suspension as s', 's.account_id', 'account.id')
    .leftJoin('account_closure as c', 'c.account_id', 'account.id')
    .select(['account.email', 'account.email_verified', 'account.created_at', 's.account_id as suspended'])
    .where('account.id', '=', accountId)
    .where('c.account_id', 'is', null)
    .executeTakeFirst()
  if (!account) return undefined
  const answers = await findConsents(ctx, accountId)
  return {
    email: account.email,
    emailVerified: account.email_verified,
    createdAt: account.created_at,
    suspended: account.suspended !== null,
    consents: purposes.flatMap(({ code, label }) => {
      const answer = answers[code]
      return answer ? [{ purpose: code, label, granted: answer.granted, at: answer.at }] : []
    }),
  }
}

/** What each of these accounts agrees to now, by account and purpose; what was never answered is missing. */
export async function findConsentsOf(
  ctx: Ctx,
  accountIds: readonly Id[],
): Promise<Map<Id, Map<string, boolean>>> {
  const found = new Map<Id, Map<string, boolean>>()
  if (accountIds.length === 0) return found
  const rows = await ctx.db
    .selectFrom('consent_entry')
    .distinctOn(['account_id', 'purpose'])
    .select(['account_id as accountId', 'purpose', 'granted'])
    .where('account_id', 'in', [...accountIds])
    .orderBy('account_id')
    .orderBy('purpose')
    .orderBy('id', 'desc')
    .execute()
  for (const { accountId, purpose, granted } of rows)
    found.set(accountId, (found.get(accountId) ?? new Map<string, boolean>()).set(purpose, granted))
  return found
}
