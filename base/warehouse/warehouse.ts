/** The warehouse as modules are handed it: queries, and an honest word about how it does. */
import type pg from 'pg'
import type { Warehouse, WarehouseStatus } from '../parts.ts'
import { openClient, type WarehouseClient } from './client.ts'
import { beginGeneration } from './sink/cursor.ts'
import { readLag } from './sink/lag.ts'

export interface OpenedWarehouse extends Warehouse {
  readonly client: WarehouseClient
  close(): Promise<void>
}

/** Lag beyond which numbers are called old; the goal is 2 s. */
const degradedAfterSeconds = 30

/** Opens the door; never waits for the warehouse and never fails because it is away. */
export function openWarehouse({
  url,
  pool,
}: {
  readonly url: string
  readonly pool: pg.Pool
}): OpenedWarehouse {
  const client = openClient(url)
  return {
    client,
    query: client.query,
    insert: client.insert,
    status: () => readStatus(client, pool),
    close: () => client.close(),
  }
}

async function readStatus(client: WarehouseClient, pool: pg.Pool): Promise<WarehouseStatus> {
  const [answer, lag] = await Promise.all([
    client.query('SELECT 1', {}, { maxSeconds: 3 }).then(
      () => undefined,
      (error: Error) => client.failure ?? error.message,
    ),
    readLag(pool).catch(() => undefined),
  ])
  const age = lag ? { freshTo: lag.freshTo, lagSeconds: lag.seconds } : {}
  if (answer !== undefined) return { state: 'missing', reason: answer, ...age }
  if (lag?.lastError) return { state: 'degraded', reason: lag.lastError, ...age }
  if (!lag || lag.seconds > degradedAfterSeconds)
    return {
      state: 'degraded',
      reason: lag ? `${lag.rows} events wait` : 'PostgreSQL does not answer',
      ...age,
    }
  return { state: 'ready', ...age }
}

/**
 * Asks for everything again from the log: the sink drops the tables, makes them and fills them. Returns
 * at once; killed or stopped in between, it goes on where it was. Figures are incomplete meanwhile, and
 * `status` says how far they are.
 */
export async function rebuildWarehouse(pool: pg.Pool): Promise<void> {
  await beginGeneration(pool)
}
