/**
 * Makes sure that the warehouse holds exactly what the sink believes it holds: the tables of this
 * generation, made from these definitions, with as many rows as were confirmed. Whatever is found
 * instead (an empty folder, a lost table, a restored database, another time zone, other definitions),
 * the answer is the same: a new generation, filled from the log.
 */
import type pg from 'pg'
import type { WarehouseClient } from '../client.ts'
import { createDatabase, createStatements, dropStatements, fingerprint, type Place } from '../schema/ddl.ts'
import { warehouseSchema } from '../schema/schema.ts'
import { beginGeneration, type Cursor, forgetCaughtUp, noteCaughtUp, readCursor } from './cursor.ts'

export interface PrepareOptions {
  readonly pool: pg.Pool
  readonly warehouse: WarehouseClient
  readonly timeZone: string
  readonly cluster?: string
  /** Told why everything is filled again. */
  readonly onRebuild?: (reason: string) => void
}

/** Returns the cursor to go on from. Throws problems.warehouseUnavailable when it cannot be reached. */
export async function prepareWarehouse(options: PrepareOptions): Promise<Cursor> {
  const { pool, warehouse, timeZone, cluster, onRebuild } = options
  const place: Place = { database: warehouse.database, ...(cluster ? { cluster } : {}) }
  const schema = warehouseSchema({ timeZone })
  const print = fingerprint(schema, place)
  await warehouse.command(createDatabase(place), {}, { database: false })

  const cursor = await readCursor(pool)
  const reason = await whyNotAsBelieved(warehouse, cursor, print)
  if (reason === undefined) return cursor

  const untouched = cursor.rows === 0 && cursor.tx === '0' && !cursor.plan
  if (untouched) await forgetCaughtUp(pool)
  else {
    onRebuild?.(reason)
    await beginGeneration(pool)
  }
  const fresh = untouched ? cursor : await readCursor(pool)
  for (const statement of dropStatements(schema, place)) await warehouse.command(statement)
  for (const statement of createStatements(schema, place)) await warehouse.command(statement)
  // An empty log is all there is: its tables are whole as they are.
  await noteCaughtUp(pool, fresh)
  // Last: tables without this row are not whole, and are made again.
  await warehouse.command(
    'INSERT INTO warehouse_state (generation, fingerprint) VALUES ({generation:UUID}, {print:String})',
    { generation: fresh.generation, print },
  )
  return fresh
}

/** A quick look whether the tables are still there and still of this generation. */
export async function isGeneration(warehouse: WarehouseClient, generation: string): Promise<boolean> {
  try {
    const states = await warehouse.query<{ generation: string }>('SELECT generation FROM warehouse_state')
    return states.length === 1 && states[0]?.generation === generation
  } catch (error) {
    if (damage.has(codeOf(error))) return false
    throw error
  }
}

/** Undefined when all is as believed; otherwise what is wrong, for the log. */
async function whyNotAsBelieved(
  warehouse: WarehouseClient,
  cursor: Cursor,
  print: string,
): Promise<string | undefined> {
  const [exists] = await warehouse.query<{ found: string }>(
    `SELECT count() AS found FROM system.tables WHERE database = {database:String} AND name = 'warehouse_state'`,
    { database: warehouse.database },
  )
  if (exists?.found !== '1') return 'the warehouse is empty'
  const states = await warehouse.query<{ generation: string; fingerprint: string }>(
    'SELECT generation, fingerprint FROM warehouse_state',
  )
  const [state] = states
  if (!state || states.length !== 1) return 'the tables were not finished'
  if (state.fingerprint !== print) return 'the definitions or the time zone changed'
  if (state.generation !== cursor.generation) return 'the tables belong to another generation'
  return await whyTotalsDiffer(warehouse, cursor)
}

/** Exceptions that mean: what is there cannot be read, and never will. */
const damage = new Map([
  ['60', 'a table is missing'],
  ['81', 'the database is missing'],
  ['33', 'data ends early'],
  ['40', 'a checksum does not match'],
  ['107', 'a file is missing'],
  ['226', 'a file of a part is missing'],
  ['246', 'data is corrupted'],
])

/** ClickHouse's code of an exception, also behind a problem that was made of it. */
const codeOf = (error: unknown): string =>
  (error as { cause?: { code?: string } }).cause?.code ?? (error as { code?: string }).code ?? ''

interface Totals {
  readonly events: string
  readonly counted: string
}

/**
 * Compares what was confirmed with what is there, in the table and in its rollup. While a batch is on
 * its way (a crash between sending and confirming), anything between without and with it is right.
 */
async function whyTotalsDiffer(warehouse: WarehouseClient, cursor: Cursor): Promise<string | undefined> {
  let totals: Totals | undefined
  try {
    ;[totals] = await warehouse.query<Totals>(
      `SELECT (SELECT count() FROM event) AS events,
              (SELECT sum(events) + sum(excluded) FROM event_day) AS counted`,
      {},
      { maxSeconds: 120 },
    )
  } catch (error) {
    const reason = damage.get(codeOf(error))
    if (reason) return reason
    throw error
  }
  const most = cursor.rows + (cursor.plan?.rows ?? 0)
  for (const [what, found] of [
    ['event', Number(totals?.events)],
    ['event_day', Number(totals?.counted)],
  ] as const)
    if (found < cursor.rows || found > most)
      return `${what} counts ${found} events instead of ${cursor.rows}${cursor.plan ? ` to ${most}` : ''}`
  return undefined
}
