/** Who counts as a member, and when: figures of the past stay when somebody leaves, shares of a group are of its members. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { memberEffects } from '#modules/members/effects.ts'
import { openInsightWorld } from '#test/insight-world.ts'
import { postRows } from '#test/post-rows.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { openAsking } from '../asking.ts'
import type { InsightParts } from '../parts.ts'
import { measure, membersOf } from './measure.ts'

const now = new Date('2026-11-19T04:00:00Z')
const days = { from: '2026-11-10', to: '2026-11-18' }
let world: Awaited<ReturnType<typeof makeTestWarehouse>>
let parts: InsightParts
let ctx: Ctx
const ids: string[] = []
let group: string

const happened = (name: string, day: string, who: readonly string[], groupId: string | null = null) =>
  world.database.pool.query(
    `insert into event_log (name, source, actor, occurred_at, member_id, group_id)
     select $1, 'track', 'account:' || id, $2, id, $4 from unnest($3::bigint[]) as id`,
    [name, `${day}T04:00:00Z`, who, groupId],
  )
const figures = async (key: string, scope = {}) => {
  const { points, total } = await measure(await openAsking(ctx, parts), key, { days, unit: 'day', scope })
  return { byDay: points.map(({ value }) => value), last: total }
}

beforeAll(async () => {
  world = await makeTestWarehouse()
  await world.database.pool.query(
    `insert into community (name, time_zone, founded_at) values ('山丘咖啡', 'Asia/Shanghai', $1)`,
    [now],
  )
  const rows = postRows(world.database, now)
  for (let n = 0; n < 10; n++) ids.push(await rows.member(`成员${n}`))
  group = await rows.group('手冲研究所')
  await happened('member.joined', '2026-11-01', ids)
  // Six belong to the group; two of them and three others were there in the last days.
  await happened('group.joined', '2026-11-02', ids.slice(0, 6), group)
  await happened('page_view', '2026-11-16', [...ids.slice(0, 2), ...ids.slice(7)], group)
  world.startSink({ timeZone: async () => 'Asia/Shanghai' })
  await world.settled()
  const insight = await openInsightWorld(world, { now })
  ctx = insight.ctx
  parts = insight.parts
})
afterAll(() => world?.end())

test('S1-03 a share of a group counts its members only, and its people are as many as it says', async () => {
  const scope = { group }
  const { last } = await figures('weekly_active_rate', scope)
  expect(last).toMatchObject({ over: 2, under: 6 })
  const asking = await openAsking(ctx, parts)
  const { sql, params } = await membersOf(asking, 'weekly_active_rate', { scope, days })
  expect(await asking.query(sql, params)).toHaveLength(2)
  // Cut by groups it says the same, and the community counts everybody.
  const cut = await measure(asking, 'weekly_active_rate', { days, breakdown: { by: 'group' } })
  expect(cut.series!.find(({ key }) => key === `v${group}`)!.total).toMatchObject({ over: 2, under: 6 })
  expect(cut.total).toMatchObject({ over: 5, under: 10 })
  // How many were active in the group at all is another figure, and counts whoever was.
  expect((await figures('active_members', scope)).last.value).toBe(5)
})

test('S1-02 members of the past stay when somebody closes his account today', async () => {
  const { pool } = world.database
  const before = await figures('members_total')
  expect(before.byDay).toEqual(Array.from({ length: 9 }, () => 10))
  const account = await pool.query<{ id: string }>(
    `insert into account (name, email) values ('要走的人', 'leaving@example.com') returning id`,
  )
  const accountId = account.rows[0]!.id
  await pool.query('update member set account_id = $2 where id = $1', [ids[9], accountId])
  const closed = memberEffects({ personal: () => [] }).effects.find(({ on }) => on.name === 'account.closed')!
  const occurredAt = new Date('2026-11-17T04:00:00Z')
  await world.database.db
    .transaction()
    .execute((db) => closed.run({ ...ctx, db }, { props: { accountId }, occurredAt } as never))
  await world.settled()
  // Copied again, as the follower of members does.
  await parts.audience.copies.refresh(ctx, [ids[9]!])
  const after = await figures('members_total')
  expect(after.byDay).toEqual([10, 10, 10, 10, 10, 10, 10, 9, 9])
  expect((await figures('net_growth')).last.value).toBe(-1)
  // A profile that never was one of its own (a double) leaves the past as well.
  await pool.query('update member set merged_into = $2 where id = $1', [ids[8], ids[7]])
  await parts.audience.copies.refresh(ctx, [ids[8]!])
  expect((await figures('members_total')).byDay.at(0)).toBe(9)
  // So does one in a group, also from figures that are remembered.
  expect((await figures('weekly_active_rate', { group })).last).toMatchObject({ over: 2, under: 6 })
  await pool.query('update member set merged_into = $2 where id = $1', [ids[1], ids[0]])
  await parts.audience.copies.refresh(ctx, [ids[1]!])
  expect((await figures('weekly_active_rate', { group })).last).toMatchObject({ over: 1, under: 5 })
})
