/** Signing in with a passkey: the device proves that it is there and who holds it, so no second factor follows. */
import type { Ctx } from '#base/context.ts'
import type { RequestInfo } from '#base/http/request.ts'
import type { Identity } from '../engine/identity.ts'
import { identityProblems } from '../problems.ts'
import { recordSignIn } from './records.ts'
import { outcome, type SignedIn, welcome } from './sign-in.ts'

/** A challenge for any passkey of this site. */
export async function passkeyOptions(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
): Promise<{ options: Record<string, unknown>; cookies: readonly string[] }> {
  const answer = await identity.engine.call(ctx, request, (auth, headers) =>
    auth.api.generatePasskeyAuthenticationOptions({ headers, asResponse: true }),
  )
  return { options: { ...answer.body, userVerification: 'required' }, cookies: answer.cookies }
}

/** Throws `passkey_refused` alike for an unknown passkey and a wrong signature. */
export async function signInWithPasskey(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
  response: Record<string, unknown>,
): Promise<SignedIn> {
  let added: readonly string[] = []
  const answer = await identity.engine.call(
    ctx,
    request,
    (auth, headers) =>
      auth.api.verifyPasskeyAuthentication({
        body: { response: response as never },
        headers,
        asResponse: true,
      }),
    async (inner, { opened }) => {
      if (opened) added = await welcome(identity, inner, request, opened, 'passkey')
      else await recordSignIn(inner, request, { method: 'passkey', outcome: 'wrong' })
    },
  )
  if (!answer.opened) throw identityProblems.passkeyRefused()
  return outcome(answer, added)
}
