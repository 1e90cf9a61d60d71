/** What every verb is given: who acts, on which connection, and when. Never a global. */
import type { Actor } from './access/actor.ts'
import type { Database, Tx } from './db/database.ts'
import type { Locale } from './i18n/messages.ts'

export interface Ctx {
  readonly actor: Actor
  /** The pool, or the transaction in which the verb runs. */
  readonly db: Database | Tx
  /** The clock of the request; domain code never asks the machine. */
  readonly now: Date
  readonly locale: Locale
  readonly requestId: string
}

/**
 * Runs a verb in one transaction: everything inside happens or nothing does. Inside another
 * transaction it joins it, so that verbs can call verbs.
 */
export async function transact<C extends Ctx, T>(
  ctx: C,
  verb: (ctx: C & { readonly db: Tx }) => Promise<T>,
): Promise<T> {
  if (ctx.db.isTransaction) return await verb(ctx as C & { readonly db: Tx })
  return await ctx.db.transaction().execute((tx) => verb({ ...ctx, db: tx }))
}
