import { expect, test } from 'vitest'
import { openClient, type WarehouseClient } from '#base/warehouse/client.ts'
import { createDatabase, createStatements } from '#base/warehouse/schema/ddl.ts'
import { warehouseSchema } from '#base/warehouse/schema/schema.ts'
import { stitchQuestion, stitchStatements } from '#base/warehouse/sink/stitch.ts'
import { testWarehouseUrl } from '#test/warehouse.ts'
import { activitySql } from './activity/activity.sql.ts'
import { bestPostsSql } from './reports/sections/content.sql.ts'

const range = { first: '2026-01-01', from: '2026-02-01', to: '2026-03-01', until: '2026-03-08' }
const batch = { low: '1', high: '9' }
const statements: Record<string, readonly [string, Record<string, string>]> = {
  ...Object.fromEntries(
    Object.entries(activitySql).flatMap(([unit, [actives, events]]) => [
      [`activity by ${unit}, actives`, [actives, range]],
      [`activity by ${unit}, events`, [events, range]],
    ]),
  ),
  'best posts': [bestPostsSql, { from: range.from, to: range.to, group: '0', most: '60' }],
  'stitch, question': [stitchQuestion, batch],
  ...Object.fromEntries(
    Object.entries(stitchStatements).map(([table, sql]) => [
      `stitch into ${table}`,
      [sql.slice(sql.indexOf('SELECT')), batch],
    ]),
  ),
}

async function prepared(): Promise<WarehouseClient> {
  const client = openClient(testWarehouseUrl())
  const place = { database: client.database }
  await client.command(createDatabase(place), {}, { database: false })
  for (const statement of createStatements(warehouseSchema({ timeZone: 'Asia/Shanghai' }), place))
    await client.command(statement)
  return client
}

test('every query of the warehouse is one that ClickHouse can plan', async () => {
  const client = await prepared()
  try {
    const explain = (sql: string, params: Record<string, string>) =>
      client.query<{ explain: string }>(`EXPLAIN PIPELINE ${sql}`, params)
    for (const [name, [sql, params]] of Object.entries(statements))
      expect((await explain(sql, params)).length, name).toBeGreaterThan(0)
    // The control: a query that names something that is not there is found out.
    const [actives] = activitySql.week
    await expect(explain(actives.replaceAll('members', 'nobody'), range)).rejects.toThrow(/nobody/)
  } finally {
    await client.command(`DROP DATABASE ${client.database} SYNC`, {}, { database: false })
    await client.close()
  }
})
