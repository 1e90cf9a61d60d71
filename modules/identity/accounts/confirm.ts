/** Asking for the own password again before something sensitive, counted like a sign-in: an open screen is no way around the limit. */
import type { Ctx } from '#base/context.ts'
import type { Identity } from '../engine/identity.ts'
import { identityProblems } from '../problems.ts'
import { budgets, subjectOf, takeTry, tooManyGuesses } from '../sign-in/guesses.ts'
import { type AccountRow, confirmPassword, hasPassword } from './accounts.ts'
import { sessionId } from './actor.ts'

/** Takes a try at the password of an account. Throws `too_many_guesses`. */
export async function countTry({ parts }: Identity, account: Pick<AccountRow, 'email'>): Promise<void> {
  const wait = await takeTry(parts.connection.db, budgets.password, subjectOf(parts.secrets, account.email))
  if (wait) throw tooManyGuesses(wait)
}

/** A session this old proves no more than that somebody once signed in; hours. */
const freshHours = 24

/**
 * Throws `password_wrong`, `too_many_guesses`. An account without a password proves itself by a fresh sign-in
 * instead, else `fresh_sign_in_needed`.
 */
export async function confirmOwnPassword(
  identity: Identity,
  ctx: Ctx,
  account: AccountRow,
  password: string | undefined,
): Promise<void> {
  await countTry(identity, account)
  if (await hasPassword(ctx, account.id)) await confirmPassword(ctx, account.id, password)
  else await requireFreshSession(ctx)
}

async function requireFreshSession(ctx: Ctx): Promise<void> {
  const fresh = await ctx.db
    .selectFrom('session')
    .select('id')
    .where('id', '=', sessionId(ctx))
    .where('created_at', '>', new Date(ctx.now.getTime() - freshHours * 3_600_000))
    .executeTakeFirst()
  if (!fresh) throw identityProblems.freshSignInNeeded()
}
