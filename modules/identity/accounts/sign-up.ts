/**
 * Signing up. Nothing is kept of a person until the mailbox is proven: the whole request waits, encrypted,
 * inside the proof. So an address can be neither squatted nor prepared with somebody else's password,
 * and whether it has an account shows in the mailbox only.
 */
import { createHash, randomBytes } from 'node:crypto'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { RequestInfo } from '#base/http/request.ts'
import { recordConsents } from '../consents/consents.ts'
import { type PurposeCode, purposesOnJoining, requiredPurposes } from '../consents/purposes.ts'
import { readCookie, setCookie } from '../engine/cookies.ts'
import type { Identity } from '../engine/identity.ts'
import { links } from '../links.ts'
import { accountExistsMail, verifyEmailMail } from '../mail/mails.ts'
import { mailTo } from '../mail/send.ts'
import { identityProblems } from '../problems.ts'
import { budgets, subjectOf, takeTry, tooManyGuesses } from '../sign-in/guesses.ts'
import { findAccountByEmail, makeAccount } from './accounts.ts'
import { requireStrong } from './passwords.ts'
import { issueProof, type SignUpProof } from './proofs.ts'

const hours = 24
const browserHash = (nonce: string) => createHash('sha256').update(nonce).digest('base64url')

export interface SignUp {
  readonly name: string
  readonly email: string
  readonly password?: string
  readonly consents: readonly PurposeCode[]
}

/** Sends a mail that confirms, or one that says that there is an account. Resolves to the cookies for this browser. */
export async function signUp(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
  person: SignUp,
): Promise<string[]> {
  const { parts, engine } = identity
  if (!requiredPurposes.every((code) => person.consents.includes(code)))
    throw identityProblems.consentRequired()
  if (person.password !== undefined) requireStrong(person.password, person)
  // Hashed whether or not there is an account, so that both take the same time.
  const passwordHash = person.password === undefined ? null : await hashPassword(person.password)
  const nonce = randomBytes(18).toString('base64url')
  const mayMail =
    (await takeTry(parts.connection.db, budgets.mail, subjectOf(parts.secrets, person.email))) === 0
  await transact(ctx, async (inner) => {
    const token = await issueProof(
      identity,
      inner,
      {
        kind: 'sign_up',
        email: person.email,
        name: person.name,
        passwordHash,
        locale: inner.locale,
        consents: [...person.consents],
        browser: browserHash(nonce),
        at: inner.now.toISOString(),
        ip: request.ip,
        userAgent: request.headers.get('user-agent')?.slice(0, 400) ?? null,
      },
      hours * 60,
    )
    const existing = await findAccountByEmail(inner, person.email)
    if (!mayMail) return
    if (existing)
      await mailTo(identity, inner, existing, accountExistsMail, {
        name: existing.name,
        url: links.signIn(parts.config.baseUrl),
      })
    else
      await mailTo(identity, inner, { email: person.email, locale: inner.locale }, verifyEmailMail, {
        name: person.name,
        url: links.verify(parts.config.baseUrl, token),
        hours,
      })
  })
  return [setCookie(engine.names, engine.names.signUp, nonce, hours * 3600)]
}

/**
 * Makes sure that who follows the link is who asked: the same browser, or someone who knows the password that
 * was chosen. Otherwise a stranger could have prepared the account. Throws `password_needed`, `password_wrong`.
 */
export async function requireSamePerson(
  { engine, parts }: Identity,
  request: RequestInfo,
  proof: SignUpProof,
  password: string | undefined,
): Promise<void> {
  const nonce = readCookie(request.headers.get('cookie'), engine.names.signUp)
  if (proof.passwordHash === null || (nonce && browserHash(nonce) === proof.browser)) return
  if (password === undefined) throw identityProblems.passwordNeeded()
  const wait = await takeTry(
    parts.connection.db,
    budgets.password,
    subjectOf(parts.secrets, `proof:${proof.browser}`),
  )
  if (wait) throw tooManyGuesses(wait)
  if (!(await verifyPassword({ hash: proof.passwordHash, password }))) throw identityProblems.passwordWrong()
}

/** Makes the account that a proof asks for, with its consents. Throws `link_invalid` when the address has one by now. */
export async function completeSignUp(ctx: Ctx, proof: SignUpProof): Promise<Id> {
  return await transact(ctx, async (inner) => {
    const id = await makeAccount(inner, {
      name: proof.name,
      email: proof.email,
      locale: proof.locale,
      by: 'sign_up',
      ...(proof.passwordHash ? { passwordHash: proof.passwordHash } : {}),
    })
    if (!id) throw identityProblems.linkInvalid()
    await recordConsents(
      inner,
      id,
      Object.fromEntries(purposesOnJoining.map((code) => [code, proof.consents.includes(code)])),
      {
        channel: 'web',
        at: new Date(proof.at),
        ip: proof.ip,
        userAgent: proof.userAgent,
        evidence: { confirmedByMail: true },
      },
    )
    return id
  })
}
