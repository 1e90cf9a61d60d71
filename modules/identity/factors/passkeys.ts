/** Passkeys of an account: adding, listing, removing. */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import type { RequestInfo } from '#base/http/request.ts'
import { accountId } from '../accounts/actor.ts'
import type { Identity } from '../engine/identity.ts'
import { secondFactorChanged } from '../facts.ts'
import { identityProblems } from '../problems.ts'

const passkeys = (ctx: Ctx) =>
  ctx.db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'backed_up'])
    .where('account_id', '=', accountId(ctx))

export const findPasskeys = (ctx: Ctx) => passkeys(ctx).orderBy('id', 'desc').limit(50).execute()

/** A challenge for a new passkey. Throws `fresh_sign_in_needed` when the session is older than a day. */
export async function passkeyEnrolment(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
): Promise<{ options: Record<string, unknown>; cookies: readonly string[] }> {
  const answer = await identity.engine.call(ctx, request, (auth, headers) =>
    auth.api.generatePasskeyRegistrationOptions({ query: {}, headers, asResponse: true }),
  )
  if (!answer.ok) throw identityProblems.freshSignInNeeded()
  return { options: answer.body, cookies: answer.cookies }
}

export async function addPasskey(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
  response: Record<string, unknown>,
  name: string | undefined,
) {
  const id = accountId(ctx)
  const answer = await identity.engine.call(
    ctx,
    request,
    (auth, headers) =>
      auth.api.verifyPasskeyRegistration({
        body: { response: response as never, ...(name ? { name } : {}) },
        headers,
        asResponse: true,
      }),
    async (inner, { ok }) => {
      if (ok)
        await announce(
          inner,
          secondFactorChanged,
          { accountId: id, kind: 'passkey', on: true },
          { object: { kind: 'account', id } },
        )
    },
  )
  if (!answer.ok)
    throw answer.code === 'SESSION_NOT_FRESH'
      ? identityProblems.freshSignInNeeded()
      : identityProblems.passkeyRefused()
  return await passkeys(ctx).where('id', '=', String(answer.body.id)).executeTakeFirstOrThrow()
}

/** Removes an own passkey. Throws `not_found` for anybody else's. */
export async function removePasskey(ctx: Ctx, passkeyId: Id): Promise<void> {
  const id = accountId(ctx)
  await transact(ctx, async (inner) => {
    const gone = await inner.db
      .deleteFrom('passkey')
      .where('id', '=', passkeyId)
      .where('account_id', '=', id)
      .returning('id')
      .executeTakeFirst()
    if (!gone) throw problems.notFound()
    await announce(
      inner,
      secondFactorChanged,
      { accountId: id, kind: 'passkey', on: false },
      { object: { kind: 'account', id } },
    )
  })
}
