/** Rows for COPY, in its text format. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type Value = string | number | boolean | Date | null | object

/** Sends rows into a table; `columns` in the order of the values. */
export async function copyInto(
  client: pg.PoolClient,
  table: string,
  columns: string,
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  function* text(): Generator<Buffer> {
    let block = ''
    for (const row of rows) {
      block += `${row.map(cell).join('\t')}\n`
      if (block.length < 262_144) continue
      yield Buffer.from(block)
      block = ''
    }
    yield Buffer.from(block)
  }
  await pipeline(Readable.from(text()), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)))
}

const marks: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function cell(value: Value): string {
  if (value === null) return '\\N'
  if (value instanceof Date) return value.toISOString()
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.replace(/[\\\t\n\r]/g, (mark) => marks[mark]!)
}
