import { expect, test } from 'vitest'
import { openClient } from '#base/warehouse/client.ts'
import { createDatabase, createStatements } from '#base/warehouse/schema/ddl.ts'
import { warehouseSchema } from '#base/warehouse/schema/schema.ts'
import type { BoundSql } from '#modules/audience/api.ts'
import { testWarehouseUrl } from '#test/warehouse.ts'
import { marksSql } from '../annotations/marks.sql.ts'
import type { Asking } from '../asking.ts'
import { activeOn, activesSql } from './actives.sql.ts'
import { changedSql } from './change.sql.ts'
import { doingPeople, doingsSql } from './doings.sql.ts'
import { cohortPeople, funnelPeople, newcomersSql } from './newcomers.sql.ts'
import { question } from './question.ts'
import { regularsSql, stoppedSql } from './stopped.sql.ts'

const to = '2026-11-18'
const params = {
  ...{ ov_to: to, ov_from: '2026-09-01', ov_mid: '2026-10-01', ov_group: '1', ov_join: 'member.joined' },
  ...{ ov_then_from: '2026-08-01', ov_then_to: '2026-08-31', ov_names: ['post.published'], ov_groups: [1] },
  ...{ mark_names: ['post.featured'], mark_from: '2026-09-01', mark_to: to, mark_group: '0', mark_most: 40 },
}
const fixed: Record<string, string> = {
  ...Object.fromEntries(Object.entries(activesSql).map(([name, sql]) => [`actives: ${name}`, sql])),
  ...Object.fromEntries(Object.entries(doingsSql).map(([name, sql]) => [`doings: ${name}`, sql])),
  ...Object.fromEntries(Object.entries(newcomersSql).map(([name, sql]) => [`newcomers: ${name}`, sql])),
  stopped: stoppedSql,
  marks: marksSql,
}
const custom = { group: '', event: 'tasting_joined', weeks: 3 }
const made: Record<string, BoundSql> = {
  'active on days': activeOn('1', { from: '2026-11-01', to }),
  'people of a step': funnelPeople(undefined, to, { step: 5 }),
  'funnel people': funnelPeople('1', to, { step: 2, lost: true }),
  'cohort people': cohortPeople(undefined, to, { week: 3, after: 2 }),
  'doing people': doingPeople('1', { event: 'order.paid', week: 0 }, to),
  regulars: regularsSql(custom, to, true),
}

test('every query of the overview is one that ClickHouse can plan', async () => {
  const client = openClient(testWarehouseUrl())
  const place = { database: client.database }
  await client.command(createDatabase(place), {}, { database: false })
  try {
    for (const statement of createStatements(warehouseSchema({ timeZone: 'Asia/Shanghai' }), place))
      await client.command(statement)
    const explain = async (sql: string, bound: Record<string, unknown>) =>
      (await client.query<{ explain: string }>(`EXPLAIN PIPELINE ${sql}`, bound)).length
    for (const [name, sql] of Object.entries(fixed))
      expect(await explain(sql, params), name).toBeGreaterThan(0)
    for (const by of ['group', 'kind'] as const)
      for (const group of [undefined, '1'])
        made[`change by ${by}${group ? ' in a group' : ''}`] = await changedSql(
          {} as Asking,
          question.parse({ by, group }),
          to,
        )
    for (const [name, { sql, params: bound }] of Object.entries(made))
      expect(await explain(sql, bound), name).toBeGreaterThan(0)
    // The control: a query that names something that is not there is found out.
    await expect(explain(stoppedSql.replaceAll('members', 'nobody'), params)).rejects.toThrow(/nobody/)
  } finally {
    await client.command(`DROP DATABASE ${client.database} SYNC`, {}, { database: false })
    await client.close()
  }
})
