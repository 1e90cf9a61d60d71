/** Proving an address: of a new account, and of one that wants to be reached elsewhere. */
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { RequestInfo } from '#base/http/request.ts'
import type { Identity } from '../engine/identity.ts'
import { accountVerified } from '../facts.ts'
import { links } from '../links.ts'
import { emailChangedMail, newAddressMail } from '../mail/mails.ts'
import { mailTo } from '../mail/send.ts'
import { identityProblems } from '../problems.ts'
import { budgets, subjectOf, takeTry } from '../sign-in/guesses.ts'
import { endSessions } from '../sign-in/sessions.ts'
import { openSession } from '../sign-in/sign-in.ts'
import { type AccountRow, findStanding, getAccount } from './accounts.ts'
import { findProof, issueProof, type Proof, takeProof } from './proofs.ts'
import { completeSignUp, requireSamePerson } from './sign-up.ts'

const hours = 24

/** Mails the token that proves `address` to it. More than a few an hour to one address are quietly not sent. */
export async function mailAddressProof(
  identity: Identity,
  ctx: Ctx,
  account: AccountRow,
  address: string,
): Promise<void> {
  const { parts } = identity
  const wait = await takeTry(parts.connection.db, budgets.mail, subjectOf(parts.secrets, address))
  await transact(ctx, async (inner) => {
    const token = await issueProof(
      identity,
      inner,
      {
        kind: 'address',
        accountId: account.id,
        email: address,
        standing: await findStanding(inner, account),
      },
      hours * 60,
    )
    if (wait) return
    await mailTo(identity, inner, { email: address, locale: account.locale }, newAddressMail, {
      name: account.name,
      url: links.verify(parts.config.baseUrl, token),
      hours,
    })
  })
}

/** Follows a link from a mail. Throws `link_invalid`, `password_needed`, `password_wrong`. */
export async function followAddressProof(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
  given: { readonly token: string; readonly password?: string },
): Promise<{ status: 'signedIn' | 'confirmed'; cookies: readonly string[] }> {
  const proof = await findProof(identity, ctx, given.token)
  if (!proof || proof.kind === 'reset') throw identityProblems.linkInvalid()
  if (proof.kind === 'sign_up') {
    await requireSamePerson(identity, request, proof, given.password)
    const cookies = await transact(ctx, async (inner) => {
      if (!(await takeProof(identity, inner, given.token))) throw identityProblems.linkInvalid()
      const id = await completeSignUp(inner, proof)
      return await openSession(identity, inner, request, id, 'proof')
    })
    return { status: 'signedIn', cookies }
  }
  await transact(ctx, async (inner) => {
    if (!(await takeProof(identity, inner, given.token))) throw identityProblems.linkInvalid()
    await writeAddress(identity, inner, proof)
  })
  return { status: 'confirmed', cookies: [] }
}

/** Writes a proven address. A change ends the other sessions and tells the old address. Throws `link_invalid`. */
async function writeAddress(
  identity: Identity,
  ctx: Ctx,
  { accountId: id, email, standing }: Extract<Proof, { kind: 'address' }>,
): Promise<void> {
  const before = await getAccount(ctx, id)
  if ((await findStanding(ctx, before)) !== standing) throw identityProblems.linkInvalid()
  const taken = await ctx.db
    .selectFrom('account')
    .select('id')
    .where('email', '=', email)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (taken) throw identityProblems.linkInvalid()
  await ctx.db
    .updateTable('account')
    .set({ email, email_verified: true, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  await announce(ctx, accountVerified, { accountId: id }, { object: { kind: 'account', id } })
  if (before.email === email) return
  const own = ctx.actor.kind === 'account' && ctx.actor.accountId === id ? ctx.actor.sessionId : undefined
  await endSessions(ctx, id, 'email_changed', own)
  await mailTo(identity, ctx, before, emailChangedMail, {
    name: before.name,
    url: links.security(identity.parts.config.baseUrl),
  })
}
