/** The ways in. Each counts, asks the library, and writes down what came of it in one transaction. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { RequestInfo } from '#base/http/request.ts'
import { type AccountRow, getAccount } from '../accounts/accounts.ts'
import { findCommunity } from '../community/community.ts'
import type { EngineAnswer } from '../engine/engine.ts'
import type { Identity } from '../engine/identity.ts'
import type { OpenedSession } from '../engine/scope.ts'
import { turnstile } from '../engine/turnstile.ts'
import { accountSignedIn } from '../facts.ts'
import { links } from '../links.ts'
import { newSignInMail } from '../mail/mails.ts'
import { mailTo } from '../mail/send.ts'
import { identityProblems } from '../problems.ts'
import { deviceCookie, knownDevice } from './devices.ts'
import { budgets, giveBack, subjectOf, takeTry, tooManyGuesses } from './guesses.ts'
import { recordSignIn, type SignInMethod } from './records.ts'

/** As many as the runtime has threads for hashing. */
const hashing = turnstile(4, 100)

export interface SignedIn {
  readonly status: 'signedIn' | 'twoFactorRequired'
  readonly cookies: readonly string[]
}

/** What follows every sign-in that worked: the record, the fact, a word to the owner when the device is new. */
export async function welcome(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
  opened: OpenedSession,
  method: SignInMethod,
): Promise<string[]> {
  const { parts, engine, options } = identity
  const account = await getAccount(ctx, opened.accountId)
  const cookies = request.headers.get('cookie')
  await recordSignIn(ctx, request, { method, outcome: 'ok', accountId: opened.accountId })
  const memberId = await options.memberOf?.(ctx.db, opened.accountId)
  await announce(
    { ...ctx, actor: signedInActor(opened, account.name, request.ip) },
    accountSignedIn,
    { ...opened, method },
    { object: { kind: 'account', id: opened.accountId }, memberId: memberId ?? null },
  )
  if (knownDevice(parts.secrets, engine.names, cookies, account.email)) return []
  if (method !== 'setup' && method !== 'proof')
    await mailTo(identity, ctx, account, newSignInMail, {
      name: account.name,
      when: whenInWords(ctx, account, (await findCommunity(ctx))?.time_zone),
      address: request.ip,
      device: request.headers.get('user-agent')?.slice(0, 120) || '—',
      url: links.security(parts.config.baseUrl),
    })
  return [deviceCookie(parts.secrets, engine.names, account.email)]
}

/** A moment as its reader's clock shows it, with the zone. */
const whenInWords = (ctx: Ctx, account: AccountRow, zone = 'UTC') =>
  new Intl.DateTimeFormat(account.locale, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: account.time_zone ?? zone,
  }).format(ctx.now)

const signedInActor = ({ accountId, sessionId }: OpenedSession, name: string, ip: string) => ({
  kind: 'account' as const,
  accountId,
  sessionId,
  name,
  suspended: false,
  ip,
})

/** Throws `wrong_credentials` alike for a wrong password and for an address without an account, and `too_many_guesses`. */
export async function signInWithPassword(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
  given: { readonly email: string; readonly password: string; readonly remember: boolean },
): Promise<SignedIn> {
  const { parts, engine } = identity
  const { db } = parts.connection
  const subject = subjectOf(parts.secrets, given.email)
  const device = knownDevice(parts.secrets, engine.names, request.headers.get('cookie'), given.email)
  const deviceSubject = `${device}:${subject}`
  const wait = device
    ? await takeTry(db, budgets.knownDevice, deviceSubject)
    : await takeTry(db, budgets.password, subject)
  if (wait) {
    await recordSignIn(ctx, request, { method: 'password', outcome: 'limited', subject })
    throw tooManyGuesses(wait)
  }
  let added: readonly string[] = []
  const answer = await hashing(() =>
    engine.call(
      ctx,
      request,
      (auth, headers) =>
        auth.api.signInEmail({
          body: { email: given.email, password: given.password, rememberMe: given.remember },
          headers,
          asResponse: true,
        }),
      async (inner, { opened, body, ok }) => {
        if (opened) added = await welcome(identity, inner, request, opened, 'password')
        else
          await recordSignIn(inner, request, {
            method: 'password',
            outcome: ok && body.twoFactorRedirect ? 'two_factor_required' : 'wrong',
            subject,
          })
      },
    ),
  )
  if (!answer.ok) throw identityProblems.wrongCredentials()
  if (device) await giveBack(db, budgets.knownDevice, deviceSubject)
  return outcome(answer, added)
}

/** `signedIn` when a session is open now, `twoFactorRequired` when only a challenge is. */
export const outcome = (answer: EngineAnswer, added: readonly string[]): SignedIn => ({
  status: answer.opened ? 'signedIn' : 'twoFactorRequired',
  cookies: [...answer.cookies, ...added],
})

/** The second step: a code of the authenticator, or a backup code. Throws `wrong_code`, `code_expired`. */
export async function signInWithCode(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
  given: { readonly code: string; readonly trustDevice: boolean },
): Promise<SignedIn> {
  const code = given.code.replace(/\s/g, '')
  const byTime = /^\d{6}$/.test(code)
  let added: readonly string[] = []
  const answer = await identity.engine.call(
    ctx,
    request,
    (auth, headers) => {
      // A session in the cookie would turn this into a check of one's own code.
      const cookies = withoutCookie(headers.get('cookie'), identity.engine.names.session)
      if (cookies) headers.set('cookie', cookies)
      else headers.delete('cookie')
      const input = { body: { code, trustDevice: given.trustDevice }, headers, asResponse: true as const }
      return byTime ? auth.api.verifyTOTP(input) : auth.api.verifyBackupCode(input)
    },
    async (inner, { opened }) => {
      if (opened) {
        if (byTime) await requireFirstUse(identity, inner, opened, code)
        added = await welcome(identity, inner, request, opened, 'two_factor')
      } else await recordSignIn(inner, request, { method: 'two_factor', outcome: 'wrong' })
    },
  )
  if (!answer.ok || !answer.opened) throw codeProblem(answer)
  return outcome(answer, added)
}

/** A code that somebody looked at over a shoulder, or caught on its way, opens nothing a second time. */
async function requireFirstUse(
  { parts }: Identity,
  ctx: Ctx,
  { accountId }: OpenedSession,
  code: string,
): Promise<void> {
  const wait = await takeTry(ctx.db, budgets.code, subjectOf(parts.secrets, `${accountId}:${code}`))
  if (wait) throw identityProblems.wrongCode()
}

function codeProblem({ code }: EngineAnswer) {
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return identityProblems.wrongCode()
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return tooManyGuesses(900)
  return identityProblems.codeExpired()
}

const withoutCookie = (header: string | null, name: string): string =>
  (header ?? '')
    .split(';')
    .filter((part) => !part.trim().startsWith(`${name}=`))
    .join(';')
    .trim()

/** Opens a session for an account that proved itself by our own means. Resolves to the cookies. */
export async function openSession(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
  accountId: Id,
  method: SignInMethod,
): Promise<readonly string[]> {
  let added: readonly string[] = []
  const answer = await identity.engine.call(
    ctx,
    request,
    (auth, headers) => auth.api.openSession({ body: { accountId }, headers, asResponse: true }),
    async (inner, { opened }) => {
      if (opened) added = await welcome(identity, inner, request, opened, method)
    },
  )
  if (!answer.opened) throw identityProblems.wrongCredentials()
  return [...answer.cookies, ...added]
}
