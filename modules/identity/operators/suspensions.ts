/**
 * Suspending and closing accounts. Both end every session and every key at once. A suspended person can
 * still sign in to see why and to use their rights over their data, and nothing else; a closed account is gone.
 */
import type { Permission } from '#base/access/access.ts'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import { dropHeld } from '#base/mail/room.ts'
import { getAccount } from '../accounts/accounts.ts'
import { audit } from '../audit/audit.ts'
import { accountClosed, accountReinstated, accountSuspended } from '../facts.ts'
import { identityProblems } from '../problems.ts'
import { endSessions } from '../sign-in/sessions.ts'
import { accessOperator, requireAnotherOwner } from './operators.ts'
import { takeTurns } from './turns.ts'

async function requireReach(ctx: Ctx, accountId: Id, declared: readonly Permission[]): Promise<void> {
  if (ctx.actor.kind === 'account' && ctx.actor.accountId === accountId) throw identityProblems.ownAccount()
  await takeTurns(ctx)
  await getAccount(ctx, accountId)
  const operator = await ctx.db
    .selectFrom('operator')
    .select('account_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (!operator) return
  const { key } = await accessOperator(ctx, accountId, declared)
  if (key === 'owner') await requireAnotherOwner(ctx, accountId)
}

/** Suspends an account; suspending twice changes nothing. Throws `own_account`, `beyond_own_powers`, `last_owner`. */
export async function suspendAccount(
  ctx: Ctx,
  accountId: Id,
  reason: string,
  declared: readonly Permission[],
): Promise<void> {
  await transact(ctx, async (inner) => {
    await requireReach(inner, accountId, declared)
    const made = await inner.db
      .insertInto('account_suspension')
      .values({
        account_id: accountId,
        reason,
        suspended_by: describeActor(inner.actor),
        suspended_at: inner.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('account_id')
      .executeTakeFirst()
    await endSessions(inner, accountId, 'suspended')
    if (made)
      await announce(inner, accountSuspended, { accountId }, { object: { kind: 'account', id: accountId } })
    await audit(inner, 'account.suspended', { kind: 'account', id: accountId }, { reason })
  })
}

/** Lifts a suspension. Throws `not_found` when there is none. */
export async function reinstateAccount(
  ctx: Ctx,
  accountId: Id,
  declared: readonly Permission[],
): Promise<void> {
  await transact(ctx, async (inner) => {
    await requireReach(inner, accountId, declared)
    const gone = await inner.db
      .deleteFrom('account_suspension')
      .where('account_id', '=', accountId)
      .returning(['reason', 'suspended_at'])
      .executeTakeFirst()
    if (!gone) throw problems.notFound()
    await announce(inner, accountReinstated, { accountId }, { object: { kind: 'account', id: accountId } })
    await audit(
      inner,
      'account.reinstated',
      { kind: 'account', id: accountId },
      { reason: gone.reason, since: gone.suspended_at.toISOString() },
    )
  })
}

/**
 * Closes an account for good: ways in, sessions, keys and name go; the row stays, since ledgers point at it.
 * What other modules keep about the person they erase themselves when they hear `account.closed`.
 */
export async function closeAccount(
  ctx: Ctx,
  accountId: Id,
  reason: string,
  declared: readonly Permission[],
): Promise<void> {
  await transact(ctx, async (inner) => {
    await requireReach(inner, accountId, declared)
    await inner.db
      .insertInto('account_closure')
      .values({ account_id: accountId, reason, closed_by: describeActor(inner.actor), closed_at: inner.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await endSessions(inner, accountId, 'closed')
    await inner.db.deleteFrom('operator').where('account_id', '=', accountId).execute()
    for (const table of ['credential', 'passkey', 'two_factor'] as const)
      await inner.db.deleteFrom(table).where('account_id', '=', accountId).execute()
    await inner.db
      .updateTable('api_key')
      .set({ revoked_at: inner.now })
      .where('created_by', '=', accountId)
      .where('revoked_at', 'is', null)
      .execute()
    await dropHeld(inner, (await getAccount(inner, accountId)).email)
    await inner.db
      .updateTable('account')
      .set({
        name: '已注销用户',
        email: `closed-${accountId}@closed.invalid`,
        email_verified: false,
        image: null,
        avatar_file_id: null,
        two_factor_enabled: false,
        updated_at: inner.now,
      })
      .where('id', '=', accountId)
      .execute()
    await announce(inner, accountClosed, { accountId }, { object: { kind: 'account', id: accountId } })
    await audit(inner, 'account.closed', { kind: 'account', id: accountId }, { reason })
  })
}
