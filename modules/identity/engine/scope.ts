/**
 * What one call of the sign-in library shares with us: the transaction it must write in, and the
 * session it opened. The library has no parameter for either, so they travel beside the call.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Id } from '#base/access/actor.ts'
import type { Database, Tx } from '#base/db/database.ts'

export interface OpenedSession {
  readonly accountId: Id
  readonly sessionId: Id
}

interface Scope {
  readonly db: Database | Tx
  opened?: OpenedSession
}

const scope = new AsyncLocalStorage<Scope>()

/** The transaction of the running call; outside of one, the pool. */
export const scopeDb = (pool: Database): Database | Tx => scope.getStore()?.db ?? pool

/** Notes which session the running call opened; `undefined` takes it back (a second factor is due). */
export function noteOpened(session: OpenedSession | undefined): void {
  const current = scope.getStore()
  if (current) current.opened = session
}

/** Runs a call of the library in a transaction; tells which session it opened, if it did. */
export async function inScope<T>(
  db: Database | Tx,
  call: () => Promise<T>,
): Promise<{ value: T; opened: OpenedSession | undefined }> {
  const current: Scope = { db }
  const value = await scope.run(current, call)
  return { value, opened: current.opened }
}
