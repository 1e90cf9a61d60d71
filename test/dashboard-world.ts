/** A warehouse in which a few write, many read and two order, and two operators who keep dashboards of it. */
import type { Actor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Warehouse } from '#base/parts.ts'
import { createAccount } from '#modules/identity/api.ts'
import { type TileContent, tileContent } from '#modules/insight/dashboards/dashboard.ts'
import type { InsightParts } from '#modules/insight/parts.ts'
import { testCtx } from './database.ts'
import { openInsightWorld } from './insight-world.ts'
import { makeTestWarehouse, silentLog } from './warehouse.ts'

/** A Thursday. */
export const now = new Date('2026-11-19T02:00:00Z')

const powers = ['insight.read', 'insight.edit', 'audience.read']

export interface DashboardWorld {
  readonly warehouse: Awaited<ReturnType<typeof makeTestWarehouse>>
  readonly parts: InsightParts
  /** Accounts of the two, by name. */
  readonly ids: Readonly<Record<string, string>>
  /** Statements that the warehouse was asked, since the test emptied it. */
  readonly asked: string[]
  readonly as: (name: string, permissions?: readonly string[]) => Ctx
  readonly nobody: () => Ctx
}

export const later = (ctx: Ctx, seconds: number): Ctx => ({
  ...ctx,
  now: new Date(now.getTime() + seconds * 1_000),
})

export const tile = (content: object): TileContent => tileContent.parse(content)
export const metric = (key: string, more: object = {}): TileContent =>
  tile({
    kind: 'metric',
    metric: key,
    range: { from: '2026-11-02', to: '2026-11-15' },
    unit: 'week',
    ...more,
  })

export async function openDashboardWorld(): Promise<DashboardWorld> {
  const warehouse = await makeTestWarehouse()
  const { pool } = warehouse.database
  const ids: Record<string, string> = {}
  for (const name of ['林晓', '陈朗'])
    ids[name] = await createAccount(testCtx(warehouse.database, { kind: 'system', name: 'test' }, now), {
      name,
      email: `${Object.keys(ids).length}@example.com`,
    })
  await pool.query(
    `insert into operator_role (name, permissions) values ('dash', '{insight.read,insight.edit,audience.read}')`,
  )
  await pool.query(
    `insert into operator (account_id, role_id) select id, (select id from operator_role where name = 'dash') from account`,
  )
  await pool.query(
    `insert into member (id, token, nickname, joined_at) select n, 'm' || n, '成员' || n, now() from generate_series(1, 40) as n`,
  )
  // Eight write in the week of the 9th, three in the week of the 2nd; thirty read; two order.
  await pool.query(
    `insert into event_log (name, source, actor, member_id, group_id, occurred_at, staff, value)
     select 'member.joined', 'fact', 'account:9', n, null::bigint, '2026-09-01T02:00Z'::timestamptz, true, null::bigint from generate_series(1, 40) as n
     union all select 'post.published', 'fact', 'account:9', n, 7, '2026-11-10T02:00Z', false, null from generate_series(1, 8) as n
     union all select 'post.published', 'fact', 'account:9', n, 7, '2026-11-03T02:00Z', false, null from generate_series(1, 3) as n
     union all select 'post.read', 'fact', 'account:9', n, 7, '2026-11-11T02:00Z', false, null from generate_series(1, 30) as n
     union all select 'order.paid', 'fact', 'account:9', n, null, '2026-11-11T04:00Z', false, 6800 from generate_series(1, 2) as n`,
  )
  warehouse.startSink()
  await warehouse.settled()
  const world = await openInsightWorld(warehouse, { now })
  const asked: string[] = []
  const counting: Warehouse = {
    ...warehouse.warehouse,
    query: (sql, params, options) => {
      asked.push(sql)
      return warehouse.warehouse.query(sql, params, options)
    },
    status: () => warehouse.warehouse.status(),
  }
  const as = (name: string, permissions: readonly string[] = powers): Ctx => {
    const actor: Actor = {
      kind: 'account',
      accountId: ids[name]!,
      sessionId: '1',
      name,
      operator: { role: 'operator', permissions: new Set(permissions) },
      suspended: false,
    }
    return testCtx(warehouse.database, actor, now)
  }
  const declared = powers.map((name) => ({ name, label: { zh: name, en: name }, roles: [] }))
  return {
    warehouse,
    ids,
    asked,
    as,
    nobody: () => testCtx(warehouse.database, { kind: 'anonymous' }, now),
    parts: {
      ...world.parts,
      declared: { ...world.parts.declared, permissions: () => declared },
      warehouse: counting,
      log: silentLog,
    },
  }
}
