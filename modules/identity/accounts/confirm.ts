/** Asking for the own password again before something sensitive, counted like a sign-in: an open screen is no way around the limit. */
import type { Ctx } from '#base/context.ts'
import type { Identity } from '../engine/identity.ts'
import { budgets, subjectOf, takeTry, tooManyGuesses } from '../sign-in/guesses.ts'
import { type AccountRow, confirmPassword } from './accounts.ts'

/** Takes a try at the password of an account. Throws `too_many_guesses`. */
export async function countTry({ parts }: Identity, account: Pick<AccountRow, 'email'>): Promise<void> {
  const wait = await takeTry(parts.connection.db, budgets.password, subjectOf(parts.secrets, account.email))
  if (wait) throw tooManyGuesses(wait)
}

/** Throws `password_wrong`, `too_many_guesses`; accounts without a password pass. */
export async function confirmOwnPassword(
  identity: Identity,
  ctx: Ctx,
  account: AccountRow,
  password: string | undefined,
): Promise<void> {
  await countTry(identity, account)
  await confirmPassword(ctx, account.id, password)
}
