import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { testCtx } from '#test/database.ts'
import { useWarehouse } from '#test/warehouse.ts'
import { activeMembersOf, contributorsSql, weeksSql } from './health.sql.ts'
import { usualLines } from './lights.ts'
import { findActivityLines, findReadings, measureGroups, readGroups } from './measuring.ts'
import { moveLines } from './settings.ts'

const at = useWarehouse()
/** Thursday 19 November 2026, 09:41:58 in Shanghai. */
const now = new Date('2026-11-19T01:41:58Z')
const ctx = (over: Partial<Ctx> = {}): Ctx => ({ ...testCtx(at().database, undefined, now), ...over })
const dayMs = 86_400_000
const run = { signal: new AbortController().signal, progress: async () => undefined }
let groupId: string
let quietGroup: string
let memberIds: string[]

async function makeGroup(slug: string): Promise<string> {
  const { rows } = await at().database.pool.query<{ id: string }>(
    `insert into community_group (slug, name, glyph, colour, kind, tier_id, visibility, created_at, created_by)
     select $1, $1, '冲', 'clay', 'interest', id, 'public', $2, 'system:test' from group_tier where key = 'base' and group_id is null
     returning id`,
    [slug, now],
  )
  return rows[0]!.id
}

/** `daysAgo` of 1 is yesterday, the last whole day. */
async function happens(name: string, daysAgo: number, members: readonly string[], over = {}): Promise<void> {
  const row = { staff: false, bot: false, group: groupId, ...over }
  await at().database.pool.query(
    `insert into event_log (name, source, actor, occurred_at, member_id, group_id, staff, bot)
     select $1, 'track', 'account:' || id, $2, id, $4, $5, $6 from unnest($3::bigint[]) as id`,
    [name, new Date(now.getTime() - daysAgo * dayMs), members, row.group, row.staff, row.bot],
  )
}

beforeAll(async () => {
  const { pool } = at().database
  const made = await pool.query<{ id: string }>(
    `insert into member (token, nickname, joined_at)
     select 'health-' || n, '成员' || n, '2026-06-01' from generate_series(1, 40) as n returning id`,
  )
  memberIds = made.rows.map((row) => row.id)
  groupId = await makeGroup('handdrip')
  quietGroup = await makeGroup('quiet')
  const join = async (
    group: string,
    ids: readonly string[],
    daysAgo: number,
    answeredAfterHours?: number,
  ) => {
    // An operator let them in: that is nothing that they did.
    await happens('group.joined', daysAgo, ids, { group, staff: true })
    await pool.query(
      `insert into group_membership (group_id, member_id, number, role, joined_at, way, added_by, answered_at, answered_by)
       select $1, id, 1, 'member', $3::timestamptz, 'open', 'system:test',
              $3::timestamptz + make_interval(hours => $4), case when $4::int is null then null else 'account:1' end
         from unnest($2::bigint[]) as id`,
      [group, ids, new Date(now.getTime() - daysAgo * dayMs), answeredAfterHours ?? null],
    )
  }
  await join(groupId, memberIds.slice(0, 30), 60)
  await join(groupId, memberIds.slice(30, 34), 10, 5)
  await join(groupId, memberIds.slice(34, 36), 10, 30)
  await join(groupId, memberIds.slice(36, 38), 0.1)
  await join(quietGroup, memberIds.slice(0, 4), 3)
  await pool.query(
    `update group_membership set left_at = $2, left_how = 'left', left_by = 'account:1' where group_id = $1 and member_id = $3`,
    [groupId, new Date(now.getTime() - 2 * dayMs), memberIds[0]],
  )
  await happens('group.left', 2, memberIds.slice(0, 1), { staff: true })
  // Sixteen, fifteen, then twelve, then nine people a week; today is not over and does not count.
  await happens('page_view', 23, memberIds.slice(0, 16))
  await happens('page_view', 16, memberIds.slice(0, 15))
  await happens('page_view', 9, memberIds.slice(0, 12))
  await happens('page_view', 3, memberIds.slice(0, 9))
  await happens('page_view', 1, memberIds.slice(0, 6))
  await happens('page_view', 0, memberIds.slice(0, 36))
  await happens('post.published', 2, memberIds.slice(0, 4))
  await happens('comment.posted', 2, memberIds.slice(1, 3))
  // None of these are members' doings in this group.
  await happens('page_view', 2, memberIds.slice(20, 30), { staff: true })
  await happens('page_view', 2, memberIds.slice(20, 30), { bot: true })
  await happens('page_view', 2, memberIds.slice(20, 24), { group: quietGroup })
  // Nor of those who read along and are no members.
  await happens('page_view', 2, memberIds.slice(38, 40))
  at().startSink()
  await at().settled()
})

describe('measuring a group', () => {
  test('S1-71 counts whom it should over whole days: members, actives, contributors, answered newcomers', async () => {
    const reading = (await readGroups(ctx(), at().warehouse, [groupId])).get(groupId)!
    expect(reading.figures).toMatchObject({
      // 38 came, one left two days ago; the two of today are no members of yesterday.
      members: 35,
      // Nine came, one of them is no member any more.
      actives: 8,
      activeRate: 22.9,
      activeRateBefore: 33.3,
      contributors: 3,
      participation: 8.6,
      joined28: 6,
      left28: 1,
      newcomers28: 6,
      answered28: 4,
      answered: 66.7,
      contributions28: 6,
    })
    const { sql, params } = activeMembersOf(groupId, { from: '2026-11-12', to: '2026-11-18' })
    const behind = await at().warehouse.query<{ member_id: string }>(sql, params)
    expect(behind.map(({ member_id }) => member_id).sort()).toEqual(memberIds.slice(1, 9).sort())
    expect(reading.figures.weeks.slice(-3).map((week) => week.actives)).toEqual([15, 12, 8])
    expect(reading.health.light).toBe('bad')
    expect(reading.life).toMatchObject({ stage: 'declining' })
    expect(reading.rank).toBe(1)
  })

  test('a group that is three days old has one week and is budding', async () => {
    const reading = (await readGroups(ctx(), at().warehouse, [quietGroup])).get(quietGroup)!
    expect(reading.figures.weeks).toHaveLength(1)
    expect(reading.life.stage).toBe('budding')
  })

  test('keeps one row a day however often it runs, and announces a turn once', async () => {
    await measureGroups(ctx(), at().warehouse, run)
    await measureGroups(ctx(), at().warehouse, run)
    const { rows } = await at().database.pool.query(
      'select day, light from group_health where group_id = $1',
      [groupId],
    )
    expect(rows).toHaveLength(1)
    const told = await at()
      .database.db.selectFrom('event_log')
      .select('props')
      .where('name', '=', 'group.health_changed')
      .where('group_id', '=', groupId)
      .execute()
    expect(told.map((fact) => fact.props)).toEqual([
      { light: 'bad', stage: 'declining', level: 1, before: null },
    ])
  })

  test('keeps a level for four weeks after the group last stood on it', async () => {
    await at().database.pool.query(
      `insert into group_health (group_id, day, figures, light, stage, level, measured_at)
       select group_id, day - 20, jsonb_set(figures, '{rank}', '3'), light, stage, 3, measured_at from group_health where group_id = $1`,
      [groupId],
    )
    await measureGroups(ctx(), at().warehouse, run)
    expect((await findReadings(ctx(), [groupId])).get(groupId)?.level).toBe(3)
    await measureGroups(ctx({ now: new Date(now.getTime() + 9 * dayMs) }), at().warehouse, run)
    expect((await findReadings(ctx(), [groupId])).get(groupId)?.level).toBeLessThan(3)
    await at().database.pool.query('delete from group_health where day > $1', ['2026-11-19'])
  })

  test('S1-71 red lines are told by group, until they are moved', async () => {
    expect((await findActivityLines(ctx())).get(null)).toBe(0.3)
    await moveLines(ctx(), groupId, { ...usualLines, activeRate: { warn: 25, bad: 20, weight: 35 } })
    expect((await findActivityLines(ctx())).get(groupId)).toBe(0.2)
    await moveLines(ctx(), groupId, null)
    expect((await findActivityLines(ctx())).has(groupId)).toBe(false)
  })

  test('every query is one that ClickHouse can plan, and a wrong one is found out', async () => {
    const params = { groups: [1, 2], from: '2026-09-01', to: '2026-11-18', weeks: 12 }
    const explain = (statement: string) =>
      at().warehouse.query<{ explain: string }>(`EXPLAIN PIPELINE ${statement}`, params)
    for (const statement of [weeksSql, contributorsSql])
      expect((await explain(statement)).length).toBeGreaterThan(0)
    await expect(explain(weeksSql.replaceAll('(members', '(nobody'))).rejects.toThrow(/nobody/)
  })
})
