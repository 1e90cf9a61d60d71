/**
 * The one door to PostgreSQL: a pool that survives a restart of the server, Kysely over it, and
 * transactions. READ COMMITTED everywhere; decisions are made under row locks and constraints.
 */
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, type Transaction } from 'kysely'
import pg from 'pg'
import { runNamed } from './statement.ts'
import type { DB } from './tables.generated.ts'

export type Database = Kysely<DB>
export type Tx = Transaction<DB>

export interface DatabaseOptions {
  readonly url: string
  readonly max?: number
  /** Whether statements that have a name are sent under it (`statement.ts`). */
  readonly named?: boolean
  /** Called when an idle connection dies, for example because PostgreSQL restarts. */
  readonly onError?: (error: Error) => void
}

export interface Connection {
  readonly db: Database
  /** For COPY, LISTEN and other things that Kysely does not speak. */
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Opens a pool. Statements end after 30 s and idle transactions after 60 s, so that nothing blocks for ever. */
export function openDatabase({ url, max = 10, named = true, onError }: DatabaseOptions): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'juluo',
    options: '-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC',
  })
  // Without a listener the loss of an idle connection ends the process.
  pool.on('error', (error) => onError?.(error))
  // So does, without one, the loss of a connection that is in use but has no statement running.
  pool.on('connect', (client) => client.on('error', (error) => onError?.(error)))
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: named ? withNames(pool) : pool }) })
  let closed: Promise<void> | undefined
  return { db, pool, close: () => (closed ??= db.destroy()) }
}

/** The pool as Kysely sees it: the same clients, which send statements that have a name under it. */
function withNames(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      let known = clients.get(client)
      if (!known) {
        const query = (text: string, values: unknown[]) => runNamed(client, text, values)
        known = { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() }
        clients.set(client, known)
      }
      return known
    },
    end: () => pool.end(),
  }
}
