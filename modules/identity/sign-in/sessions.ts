/** Sessions as their owner sees them, and ending them. PostgreSQL tells every process at commit (migration 0031). */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import { setCookie } from '../engine/cookies.ts'
import type { Identity } from '../engine/identity.ts'
import { sessionRevoked } from '../facts.ts'

export interface SessionRow {
  readonly id: Id
  readonly ip_address: string | null
  readonly user_agent: string | null
  readonly created_at: Date
  readonly expires_at: Date
}

export async function findSessions(ctx: Ctx, accountId: Id): Promise<SessionRow[]> {
  return await ctx.db
    .selectFrom('session')
    .select(['id', 'ip_address', 'user_agent', 'created_at', 'expires_at'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', ctx.now)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
}

/** Ends one session of an account. Throws `not_found` when it has no such session. */
export async function endSession(ctx: Ctx, accountId: Id, sessionId: Id, reason: string): Promise<void> {
  await transact(ctx, async (inner) => {
    const gone = await inner.db
      .deleteFrom('session')
      .where('id', '=', sessionId)
      .where('account_id', '=', accountId)
      .returning('id')
      .executeTakeFirst()
    if (!gone) throw problems.notFound()
    await announce(
      inner,
      sessionRevoked,
      { accountId, sessionId, reason },
      { object: { kind: 'account', id: accountId } },
    )
  })
}

/** Ends every session of an account but `except`. Resolves to how many there were. */
export async function endSessions(ctx: Ctx, accountId: Id, reason: string, except?: Id): Promise<number> {
  return await transact(ctx, async (inner) => {
    const gone = await inner.db
      .deleteFrom('session')
      .where('account_id', '=', accountId)
      .$if(except !== undefined, (query) => query.where('id', '<>', except as Id))
      .returning('id')
      .execute()
    if (gone.length > 0)
      await announce(
        inner,
        sessionRevoked,
        { accountId, sessionId: null, reason },
        { object: { kind: 'account', id: accountId } },
      )
    return gone.length
  })
}

/** Ends the session of the caller. Resolves to the cookies that clear the browser. */
export async function signOut({ engine: { names } }: Identity, ctx: Ctx): Promise<string[]> {
  const { actor } = ctx
  if (actor.kind === 'account') await endSession(ctx, actor.accountId, actor.sessionId, 'signed_out')
  return [names.session, `${names.prefix}.dont_remember`].map((name) => setCookie(names, name, '', 0))
}
