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

type AfterCommit = () => void

/** What waits for each open transaction to commit. Forgotten with the transaction when it rolls back. */
const waiting = new WeakMap<object, AfterCommit[]>()

/**
 * Runs a verb in one transaction: everything inside happens or nothing does. Inside another
 * transaction it joins it, so that verbs can call verbs.
 */
export async function transact<C extends Ctx, T>(
  ctx: C,
  verb: (ctx: C & { readonly db: Tx }) => Promise<T>,
): Promise<T> {
  if (ctx.db.isTransaction) return await verb(ctx as C & { readonly db: Tx })
  return await inTransaction(ctx.db, (tx) => verb({ ...ctx, db: tx }))
}

/** A transaction of its own, for code that has no context yet; what waits for its commit is called after it. */
export async function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const committed: AfterCommit[] = []
  const result = await db.transaction().execute((tx) => {
    waiting.set(tx, committed)
    return work(tx)
  })
  for (const act of committed) act()
  return result
}

/**
 * Calls `act` after the transaction of `ctx` has committed, at once when there is none. Only for hints
 * (wake somebody, tell a screen): a crash right after the commit loses the call. In a transaction
 * that was not opened here the call is dropped, because nobody tells when it commits.
 */
export function afterCommit(ctx: Ctx, act: AfterCommit): void {
  if (ctx.db.isTransaction) waiting.get(ctx.db)?.push(act)
  else act()
}

/** A context for work that nobody in particular asked for: consumers, jobs, upkeep. */
export const systemCtx = (
  db: Database | Tx,
  name: string,
  requestId = `${name}:${crypto.randomUUID()}`,
): Ctx => ({
  actor: { kind: 'system', name },
  db,
  now: new Date(),
  locale: 'zh-CN',
  requestId,
})
