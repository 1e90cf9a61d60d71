/** Moves one planned batch: bytes from PostgreSQL's COPY straight into ClickHouse's insert. */
import { Readable } from 'node:stream'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { WarehouseClient } from '../client.ts'
import type { Cursor, Plan } from './cursor.ts'

/** Columns of `event` and what of the log goes into each; both forms of text escape alike. */
const fields = {
  seq: 'seq',
  tx: 'tx',
  recorded_at: `recorded_at at time zone 'UTC'`,
  // ClickHouse keeps 1900 to 2299; a clock beyond that is wrong either way
  occurred_at: `greatest(least(occurred_at, '2200-01-01'), '1970-01-01') at time zone 'UTC'`,
  name: 'name',
  source: 'source',
  actor: 'actor',
  // What a double did counts for the profile that it was merged into; a warehouse filled again knows it.
  member_id: 'greatest(coalesce(double.home, member_id), 0)',
  logged_as: 'case when double.home is null then 0 else member_id end',
  group_id: 'greatest(group_id, 0)',
  anonymous_id: 'anonymous_id',
  session_id: 'session_id',
  object_kind: 'object_kind',
  object_id: 'object_id',
  // What was put right later counts as if it had been said so at first.
  value: 'coalesce(amended_value, value)',
  bot: 'bot',
  staff: 'staff',
  test: 'test',
  props: 'props',
  context: 'context',
}
export const eventColumns = Object.keys(fields) as [string, ...string[]]

const digits = (text: string) => {
  if (!/^\d+$/.test(text)) throw new Error(`"${text}" is no place in the log`)
  return text
}

/** COPY takes no parameters; places are digits, checked. */
export function copyStatement(after: { tx: string; seq: string }, upTo: { tx: string; seq: string }): string {
  return `copy (select ${Object.values(fields).join(', ')} from event_log
    left join (select id as double_id, merged_into as home from member where merged_into is not null) as double
      on double_id = member_id
    left join (select name as amended_name, object_kind as amended_kind, object_id as amended_object, value as amended_value
                 from event_amendment) as amended
      on amended_name = name and amended_kind = object_kind and amended_object = object_id
    where (tx, seq) > ('${digits(after.tx)}'::xid8, ${digits(after.seq)})
      and (tx, seq) <= ('${digits(upTo.tx)}'::xid8, ${digits(upTo.seq)})
    order by tx, seq) to stdout`
}

/** Rows of a batch that were read while the batch before it was being taken. */
export interface ReadAhead {
  readonly after: { readonly tx: string; readonly seq: string }
  readonly plan: Plan
  readonly bytes: readonly Buffer[]
}

/**
 * Sends the batch. Repeating it is harmless: the token is that of the plan. Its bytes go through
 * unparsed, from PostgreSQL or from what was read ahead.
 */
export async function deliver(
  pool: pg.Pool,
  warehouse: WarehouseClient,
  cursor: Cursor,
  plan: Plan,
  {
    token = tokenOf(cursor),
    ahead,
  }: { readonly token?: string; readonly ahead?: ReadAhead | undefined } = {},
): Promise<void> {
  const insert = (rows: Readable) => warehouse.insert({ table: 'event', columns: eventColumns, token, rows })
  if (ahead) await insert(Readable.from(ahead.bytes, { objectMode: false }))
  else await copyOut(pool, cursor, plan, insert)
}

/** Reads a batch into memory; for use while another is on its way. */
export async function readAhead(
  pool: pg.Pool,
  after: { readonly tx: string; readonly seq: string },
  plan: Plan,
): Promise<ReadAhead> {
  const bytes: Buffer[] = []
  await copyOut(pool, after, plan, async (rows) => {
    for await (const piece of rows) bytes.push(piece as Buffer)
  })
  return { after, plan, bytes }
}

async function copyOut(
  pool: pg.Pool,
  after: { readonly tx: string; readonly seq: string },
  plan: Plan,
  take: (rows: Readable) => Promise<void>,
): Promise<void> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const copy = client.query(copyTo(copyStatement(after, plan)))
    try {
      await take(copy)
    } catch (error) {
      // A COPY that nobody reads to its end blocks its connection.
      broken = error as Error
      throw error
    }
    if (copy.rowCount !== plan.rows)
      throw new Error(`A batch had ${copy.rowCount} rows instead of the planned ${plan.rows}`)
  } finally {
    client.release(broken)
  }
}

const tokenOf = (cursor: Cursor): string => `${cursor.generation}:${cursor.batch}`
