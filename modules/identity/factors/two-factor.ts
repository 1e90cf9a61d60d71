/** The second factor: one-time codes of an authenticator app, and the backup codes that replace it once each. */
import type { Ctx } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { RequestInfo } from '#base/http/request.ts'
import { qrSvg } from '#base/text/qr.ts'
import { getAccount } from '../accounts/accounts.ts'
import { accountId } from '../accounts/actor.ts'
import { confirmOwnPassword, countTry } from '../accounts/confirm.ts'
import { findCommunity } from '../community/community.ts'
import type { EngineAnswer } from '../engine/engine.ts'
import type { Identity } from '../engine/identity.ts'
import { secondFactorChanged } from '../facts.ts'
import { identityProblems } from '../problems.ts'
import { endSessions } from '../sign-in/sessions.ts'

function refuse({ code, ok }: EngineAnswer): void {
  if (ok) return
  if (code === 'INVALID_PASSWORD') throw identityProblems.passwordWrong()
  if (code === 'INVALID_CODE') throw identityProblems.wrongCode()
  if (code === 'TOTP_ALREADY_ENABLED') throw identityProblems.twoFactorOn()
  if (code === 'SESSION_NOT_FRESH') throw identityProblems.freshSignInNeeded()
  throw identityProblems.twoFactorOff()
}

export interface Enrolment {
  /** `otpauth:` address, as the QR code shows it. */
  readonly uri: string
  /** The secret to type by hand, base32. */
  readonly secret: string
  readonly qr: string
  readonly cookies: readonly string[]
}

/** Begins: makes a secret, which counts once a code of it was shown. Throws `password_wrong`. */
export async function beginTwoFactor(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
  password: string | undefined,
): Promise<Enrolment> {
  await countTry(identity, await getAccount(ctx, accountId(ctx)))
  const issuer = (await findCommunity(ctx))?.name ?? 'Juluo'
  const answer = await identity.engine.call(ctx, request, (auth, headers) =>
    auth.api.enableTwoFactor({
      body: {
        method: 'totp' as const,
        issuer: issuer.replaceAll(':', ' '),
        ...(password ? { password } : {}),
      },
      headers,
      asResponse: true,
    }),
  )
  refuse(answer)
  const uri = String(answer.body.totpURI)
  return {
    uri,
    secret: new URL(uri).searchParams.get('secret') ?? '',
    qr: qrSvg(uri),
    cookies: answer.cookies,
  }
}

/** Confirms with a first code: from now on it is asked for, and other sessions end. Resolves to the backup codes. */
export async function confirmTwoFactor(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
  code: string,
): Promise<{ codes: string[]; cookies: readonly string[] }> {
  const id = accountId(ctx)
  await countTry(identity, await getAccount(ctx, accountId(ctx)))
  const answer = await identity.engine.call(
    ctx,
    request,
    (auth, headers) => auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }),
    async (inner, { ok, opened }) => {
      if (!ok) return
      await announce(
        inner,
        secondFactorChanged,
        { accountId: id, kind: 'totp', on: true },
        { object: { kind: 'account', id } },
      )
      // The library replaced the session of the caller; whatever else was open proved only one factor.
      if (opened) await endSessions(inner, id, 'second_factor', opened.sessionId)
    },
  )
  refuse(answer)
  const codes = await identity.engine.backupCodes(ctx, id)
  return { codes, cookies: answer.cookies }
}

/** Turns it off. Throws `password_wrong`, `fresh_sign_in_needed`. */
export async function endTwoFactor(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
  password: string | undefined,
): Promise<readonly string[]> {
  const id = accountId(ctx)
  await confirmOwnPassword(identity, ctx, await getAccount(ctx, id), password)
  const answer = await identity.engine.call(
    ctx,
    request,
    (auth, headers) =>
      auth.api.disableTwoFactor({ body: password ? { password } : {}, headers, asResponse: true }),
    async (inner, { ok }) => {
      if (ok)
        await announce(
          inner,
          secondFactorChanged,
          { accountId: id, kind: 'totp', on: false },
          { object: { kind: 'account', id } },
        )
    },
  )
  refuse(answer)
  return answer.cookies
}
