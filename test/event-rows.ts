/** Rows put straight into the warehouse's event table, for tests of questions about behaviour. */
import { Readable } from 'node:stream'
import { openClient, type WarehouseClient } from '#base/warehouse/client.ts'
import { createDatabase, createStatements } from '#base/warehouse/schema/ddl.ts'
import { warehouseSchema } from '#base/warehouse/schema/schema.ts'
import { testWarehouseUrl } from './warehouse.ts'

export interface EventRow {
  readonly name: string
  /** Hour and minute are Shanghai's: `2026-11-19 08:30`. */
  readonly at: string
  readonly member?: number | string
  readonly value?: number
  readonly browser?: string
  readonly bot?: boolean
  readonly staff?: boolean
  readonly source?: string
  readonly actor?: string
  readonly props?: Readonly<Record<string, unknown>>
}

/** A warehouse of its own with empty tables; close it. */
export async function emptyWarehouse(): Promise<WarehouseClient & { end(): Promise<void> }> {
  const client = openClient(testWarehouseUrl())
  const place = { database: client.database }
  await client.command(createDatabase(place), {}, { database: false })
  for (const statement of createStatements(warehouseSchema({ timeZone: 'Asia/Shanghai' }), place))
    await client.command(statement)
  return Object.assign(client, {
    end: async () => {
      await client.command(`DROP DATABASE ${client.database} SYNC`, {}, { database: false })
      await client.close()
    },
  })
}

let seq = 0

export async function putEvents(client: WarehouseClient, rows: readonly EventRow[]): Promise<void> {
  const lines = rows.map((row) => {
    const at = new Date(`${row.at.replace(' ', 'T')}:00+08:00`).toISOString().replace('T', ' ').slice(0, 23)
    return `${++seq}\t1\t${at}\t${at}\t${row.name}\t${row.source ?? 'track'}\t${row.actor ?? 'account:1'}\t${row.member ?? 0}\t${row.browser ?? ''}\t${row.value ?? '\\N'}\t${row.bot ? 1 : 0}\t${row.staff ? 1 : 0}\t${JSON.stringify(row.props ?? {})}\n`
  })
  await client.insert({
    table: 'event',
    columns: [
      'seq',
      'tx',
      'recorded_at',
      'occurred_at',
      'name',
      'source',
      'actor',
      'member_id',
      'anonymous_id',
      'value',
      'bot',
      'staff',
      'props',
    ],
    rows: Readable.from(
      lines.map((line) => Buffer.from(line)),
      { objectMode: false },
    ),
  })
}

/** Forgets the rows; the rollups keep what they had. */
export const emptyEvents = async (client: WarehouseClient): Promise<void> => {
  for (const table of ['event', 'identity']) await client.command(`TRUNCATE TABLE ${table}`)
}
