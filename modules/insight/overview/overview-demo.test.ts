/** The demo brand has a truth (docs/simulation.md); the overview must find it, and the people it is about. */
import { beforeAll, expect, test } from 'vitest'
import { readConfig } from '#base/config/config.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { seedCommunity } from '#modules/members/simulation/load.ts'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { silentLog, useWarehouse } from '#test/warehouse.ts'
import { buildWorld } from '#test/world.ts'
import { liveInGroups } from '#test/world-course.ts'
import { settleSimulated } from '#test/world-groups.ts'
import { overview } from './overview.ts'
import { changeTitle, stoppedTitle, titleText } from './sentences.ts'

const at = useWarehouse()
const now = new Date()
let insight: InsightWorld
let group: string

beforeAll(async () => {
  const { database, warehouse } = at()
  const config = readConfig({ NODE_ENV: 'test', BASE_URL: 'http://127.0.0.1:4680' })
  await buildWorld(
    {
      config,
      connection: database,
      secrets: deriveSecrets('x'.repeat(43)),
      log: silentLog,
      warehouse,
    } as never,
    now,
  )
  await seedCommunity(database.pool, { members: 600, days: 90, seed: 7, now })
  await settleSimulated(database.pool)
  await liveInGroups(database.pool)
  at().startSink()
  await at().settled()
  insight = await openInsightWorld(at() as never, { now })
  const { rows } = await database.pool.query<{ id: string }>(
    `select id from community_group where slug = 'pour-over'`,
  )
  group = rows[0]!.id
}, 60_000)

test('T38 S2-67 weekly actives of 手冲研究所 fell because the Wednesday tastings stopped: the overview says so', async () => {
  const { change } = await insight.answer(overview, { against: 4 })
  expect(change.contributors.find(({ value }) => value === group)?.label).toBe('手冲研究所')
  expect(change.contributors.reduce((sum, each) => sum + each.change, 0)).toBe(change.now - change.before)

  const tasting = change.stopped.find(({ event }) => event === 'tasting_joined')!
  expect(tasting).toMatchObject({ group, groupLabel: '手冲研究所', weeks: 3 })
  // It stopped on a Wednesday.
  expect(new Date(`${tasting.lastDay}T00:00:00Z`).getUTCDay()).toBe(3)
  expect(tasting.missing).toBeGreaterThan(tasting.regulars / 4)
  expect(titleText(stoppedTitle(tasting), 'zh-CN')).toMatch(
    /^手冲研究所的「.+」停了 3 周，\d+ 位常参加的人上周没来$/,
  )
})

test('and looked at by itself the group has fewer weekly actives than while they ran', async () => {
  const { north, change } = await insight.answer(overview, { group, against: 4, by: 'kind' })
  const [before, now] = [north.weeks.at(-5)!.actives, north.weeks.at(-1)!.actives]
  expect(now).toBeLessThan(before)
  expect(change).toMatchObject({ now, before })
  expect(change.stopped.map(({ event }) => event)).toContain('tasting_joined')
  expect(titleText(changeTitle(change, '4 周前'), 'zh-CN')).toMatch(
    /^比4 周前少 \d+ 人：?，?最多的在没来的人/,
  )
})

test('N15 and the people behind it are the regulars of that truth', async () => {
  const { change } = await insight.answer(overview, { against: 4 })
  const { event, weeks, missing } = change.stopped.find((each) => each.event === 'tasting_joined')!
  const people = await insight.people(overview, { against: 4 }, { of: 'missing', group, event, weeks })
  expect(people).toHaveLength(missing)
  const { rows } = await at().database.pool.query<{ regulars: number }>(
    `select count(*)::int as regulars from member_tag join tag on tag.id = tag_id
      where tag.name = '周三杯测' and member_id = any($1::bigint[])`,
    [people],
  )
  expect(rows[0]!.regulars).toBe(missing)
})
