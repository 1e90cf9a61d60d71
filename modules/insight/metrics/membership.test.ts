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
  // Who was there in the week and left since is above no share of those who stayed.
  expect((await figures('weekly_active_rate')).last).toMatchObject({ over: 4, under: 9 })
  const asking = await openAsking(ctx, parts)
  for (const of of ['over', 'under'] as const) {
    const { sql, params } = await membersOf(asking, 'weekly_active_rate', { days, of })
    expect(await asking.query(sql, params), of).toHaveLength(of === 'over' ? 4 : 9)
  }
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

test('S1-02 that two profiles became one is no leaving, neither of the community nor of a group', async () => {
  const { pool } = world.database
  const rows = postRows(world.database, now)
  const [stays, double, other] = [
    await rows.member('常用'),
    await rows.member('旧号'),
    await rows.member('别人'),
  ]
  const circle = await rows.group('豆友会')
  const wrote = (name: string, day: string, who: string, props: object, groupId: string | null = null) =>
    pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id, group_id, props)
       values ($1, 'fact', 'system:test', $2, $3, $4, $5)`,
      [name, `${day}T05:00:00Z`, who, groupId, JSON.stringify(props)],
    )
  const all = [stays!, double!, other!]
  await happened('member.joined', '2026-11-01', all)
  await happened('group.joined', '2026-11-02', all, circle)
  // The old account is closed; then somebody sees that both are the same person.
  await wrote('member.left', '2026-11-12', double!, { how: 'account_closed' })
  await world.settled()
  const before = await figures('members_total')
  await pool.query('update member set merged_into = $2 where id = $1', [double, stays])
  await wrote('group.left', '2026-11-13', double!, { how: 'merged' }, circle)
  await wrote('member.merged_away', '2026-11-13', double!, { intoId: stays })
  await world.settled()
  await parts.audience.copies.refresh(ctx, [double!])

  const after = await figures('members_total')
  expect(after.byDay.at(-1)).toBe(before.byDay.at(-1))
  // He never was two.
  expect(after.byDay.at(0)).toBe(before.byDay.at(0)! - 1)
  expect((await figures('members_total', { group: circle })).byDay).toEqual(
    Array.from({ length: 9 }, () => 2),
  )
  expect((await figures('group_leavers', { group: circle })).last.value).toBe(0)
  expect((await figures('leave_rate', { group: circle })).last).toMatchObject({ over: 0, under: 2 })
  expect((await figures('net_group_growth', { group: circle })).last.value).toBe(0)
  // Leaving for good he leaves with both.
  await wrote('group.left', '2026-11-16', stays!, { how: 'left' }, circle)
  await world.settled()
  expect((await figures('members_total', { group: circle })).byDay).toEqual([2, 2, 2, 2, 2, 2, 1, 1, 1])
  expect((await figures('leave_rate', { group: circle })).last).toMatchObject({ over: 1, under: 2 })
})

test('S0-45 S4-01 shares are of the people below them: who was not reached did not take part, who was away did not buy', async () => {
  const some = { from: '2026-11-03', to: '2026-11-05' }
  await happened('activity.reached', '2026-11-03', ids.slice(2, 5))
  await happened('activity.joined', '2026-11-04', ids.slice(4, 7))
  await happened('page_view', '2026-11-03', [ids[2]!])
  await happened('order.paid', '2026-11-04', ids.slice(2, 4))
  await world.database.pool.query(
    `insert into event_log (name, source, actor, occurred_at, member_id) values ('order.paid', 'fact', 'system:commerce', $1, $2)`,
    ['2026-11-05T04:00:00Z', ids[7]],
  )
  await world.settled()
  const asking = await openAsking(ctx, parts)
  const total = async (key: string) => (await measure(asking, key, { days: some })).total
  expect(await total('participation_rate')).toMatchObject({ over: 1, under: 3 })
  expect((await total('participants')).value).toBe(3)
  const buyers = await total('buyer_rate')
  expect((await total('buyers')).value).toBe(3)
  expect(buyers.over).toBe(2)
  expect(buyers.value!).toBeLessThanOrEqual(1)
})
