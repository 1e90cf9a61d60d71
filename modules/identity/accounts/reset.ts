/** Setting a password: with a token from a mail, with the old one, or by an operator of the machine. */
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import { audit } from '../audit/audit.ts'
import type { Identity } from '../engine/identity.ts'
import { passwordChanged } from '../facts.ts'
import { links } from '../links.ts'
import { passwordChangedMail } from '../mail/mails.ts'
import { mailTo } from '../mail/send.ts'
import { identityProblems } from '../problems.ts'
import { type AccountRow, findAccountByEmail, getAccount, writePassword } from './accounts.ts'
import { accountId, sessionId } from './actor.ts'
import { confirmOwnPassword } from './confirm.ts'
import { requireStrong } from './passwords.ts'
import { findProof, takeProof } from './proofs.ts'

type How = 'changed' | 'reset' | 'operator'

async function tell(identity: Identity, ctx: Ctx, account: AccountRow, how: How): Promise<void> {
  await announce(
    ctx,
    passwordChanged,
    { accountId: account.id, how },
    { object: { kind: 'account', id: account.id } },
  )
  await mailTo(identity, ctx, account, passwordChangedMail, {
    name: account.name,
    url: links.forgotten(identity.parts.config.baseUrl),
  })
}

/**
 * Sets a password with the token from a mail and ends all sessions. The mail proves the address, so an account
 * that was never proven loses whatever else was attached to it. Throws `link_invalid`, `password_weak`.
 */
export async function resetPassword(
  identity: Identity,
  ctx: Ctx,
  given: { readonly token: string; readonly password: string },
): Promise<void> {
  const proof = await findProof(identity, ctx, given.token)
  if (proof?.kind !== 'reset') throw identityProblems.linkInvalid()
  const account = await getAccount(ctx, proof.accountId)
  // A link sent to an address that the account has left since is worth nothing.
  if (account.email !== proof.email) throw identityProblems.linkInvalid()
  requireStrong(given.password, account)
  await transact(ctx, async (inner) => {
    if (!(await takeProof(identity, inner, given.token))) throw identityProblems.linkInvalid()
    if (!account.email_verified) {
      await inner.db
        .deleteFrom('credential')
        .where('account_id', '=', account.id)
        .where('provider', '<>', 'credential')
        .execute()
      await inner.db.deleteFrom('passkey').where('account_id', '=', account.id).execute()
      await inner.db
        .updateTable('account')
        .set({ email_verified: true })
        .where('id', '=', account.id)
        .execute()
    }
    await writePassword(inner, account.id, given.password)
    await tell(identity, inner, account, 'reset')
  })
}

/** Changes the own password; every other session ends. Throws `password_wrong`, `password_weak`, `too_many_guesses`. */
export async function changePassword(
  identity: Identity,
  ctx: Ctx,
  given: { readonly current?: string; readonly password: string },
): Promise<void> {
  const account = await getAccount(ctx, accountId(ctx))
  await confirmOwnPassword(identity, ctx, account, given.current)
  requireStrong(given.password, account)
  await transact(ctx, async (inner) => {
    await writePassword(inner, account.id, given.password, sessionId(ctx))
    await tell(identity, inner, account, 'changed')
  })
}

/**
 * For `bin/juluo`: sets somebody's password from the machine itself and ends all their sessions. `dropSecondFactor` also
 * takes away a lost authenticator and its backup codes. Throws `not_found`, `password_weak`.
 */
export async function resetPasswordFor(
  ctx: Ctx,
  given: { readonly email: string; readonly password: string; readonly dropSecondFactor?: boolean },
): Promise<void> {
  const account = await findAccountByEmail(ctx, given.email)
  if (!account) throw problems.notFound()
  requireStrong(given.password, account)
  await transact(ctx, async (inner) => {
    await writePassword(inner, account.id, given.password)
    await inner.db
      .updateTable('account')
      .set({ email_verified: true, ...(given.dropSecondFactor ? { two_factor_enabled: false } : {}) })
      .where('id', '=', account.id)
      .execute()
    if (given.dropSecondFactor)
      await inner.db.deleteFrom('two_factor').where('account_id', '=', account.id).execute()
    await announce(
      inner,
      passwordChanged,
      { accountId: account.id, how: 'operator' },
      { object: { kind: 'account', id: account.id } },
    )
    await audit(
      inner,
      'account.password_reset',
      { kind: 'account', id: account.id },
      { secondFactorDropped: given.dropSecondFactor ?? false },
    )
  })
}
