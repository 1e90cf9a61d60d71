/** An alert about every group looks at all of them, however many, with few questions to the warehouse. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { openInsightWorld } from '#test/insight-world.ts'
import { postRows } from '#test/post-rows.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { openAsking } from '../asking.ts'
import type { InsightParts } from '../parts.ts'
import { groupsAtOnce, judgedSeries, lookAt } from './looking.ts'
import { findRules, type Rule } from './rules.ts'
import { findSignals } from './signals.ts'

const now = new Date('2026-11-19T04:00:00Z')
const many = 450
let world: Awaited<ReturnType<typeof makeTestWarehouse>>
let parts: InsightParts
let ctx: Ctx
let groups: Id[]
let asked = 0
const whole = { stillWhole: async () => undefined }

beforeAll(async () => {
  world = await makeTestWarehouse()
  const { pool } = world.database
  await pool.query(
    `insert into community (name, time_zone, founded_at) values ('山丘咖啡', 'Asia/Shanghai', $1)`,
    [now],
  )
  const member = await postRows(world.database, now).member('常客')
  const first = await postRows(world.database, now).group('第一群')
  const made = await pool.query<{ id: Id }>(
    `insert into community_group (slug, name, glyph, colour, kind, tier_id, visibility, created_at, created_by)
     select 'many-' || n, '群' || n, glyph, colour, kind, tier_id, visibility, created_at, created_by
       from community_group, generate_series(2, $2::int) as n where id = $1 returning id`,
    [first, many],
  )
  groups = [first, ...made.rows.map(({ id }) => id)]
  const happened = (name: string, day: string, where: readonly Id[]) =>
    pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id, group_id)
       select $1, 'track', 'account:' || $3::bigint, $2, $3, id from unnest($4::bigint[]) as id`,
      [name, `${day}T04:00:00Z`, member, where],
    )
  await happened('group.joined', '2026-09-01', groups)
  // In every hundredth group nobody was for a week.
  await happened(
    'page_view',
    '2026-11-16',
    groups.filter((_, at) => at % 100 !== 99),
  )
  await happened('page_view', '2026-11-04', groups)
  world.startSink({ timeZone: async () => 'Asia/Shanghai' })
  await world.settled()
  const insight = await openInsightWorld(world, { now })
  ctx = insight.ctx
  const query: InsightParts['warehouse']['query'] = (...given) => {
    asked++
    return world.warehouse.query(...given)
  }
  const warehouse = { ...insight.parts.warehouse, query }
  parts = { ...insight.parts, warehouse, jobs: { enqueue: async () => undefined } } as unknown as InsightParts
}, 60_000)
afterAll(() => world?.end())

const ruleOf = async (metric: string, test_: object): Promise<Rule> => {
  const { rows } = await world.database.pool.query<{ id: Id }>(
    `insert into alert_rule (name, metric, scope, each_group, unit, test, least_base, created_at, created_by, changed_at)
     values ('每个群', $1, '{}', true, 'day', $2, 0, now(), 'system:test', now()) returning id`,
    [JSON.stringify(metric), JSON.stringify(test_)],
  )
  return (await findRules(ctx)).find(({ id }) => id === rows[0]!.id)!
}
const quiet = () => groups.filter((_, at) => at % 100 === 99)
const below = { kind: 'threshold', side: 'below', line: 0.5 }

test('S1-71 of 450 groups all are looked at, with few questions, and again raises nothing twice', async () => {
  const rule = await ruleOf('weekly_active_rate', below)
  asked = 0
  const raised = await lookAt(await openAsking(ctx, parts), rule, whole)
  expect(raised).toHaveLength(4)
  const { items } = await findSignals(ctx, { open: true, rule: rule.id }, { after: undefined, limit: 50 })
  expect(items.map(({ groupId }) => groupId).sort()).toEqual(quiet().sort())
  expect(items[0]!.evidence).toMatchObject({ value: 0, base: 1, line: 0.5 })
  const pages = Math.ceil(many / groupsAtOnce)
  // Two for a page, and what changed for each signal.
  expect(asked).toBeLessThanOrEqual(2 * pages + 4)
  asked = 0
  expect(await lookAt(await openAsking(ctx, parts), rule, whole)).toEqual([])
  expect(asked).toBeLessThanOrEqual(2 * pages)
})

test('what is told of a group among many is what is told of it alone', async () => {
  const asking = await openAsking(ctx, parts)
  const rule = await ruleOf('weekly_active_rate', below)
  const { things } = await judgedSeries(asking, rule)
  expect(things).toHaveLength(groupsAtOnce)
  for (const at of [0, 99]) {
    const alone = await judgedSeries(asking, { ...rule, eachGroup: false, scope: { group: groups[at]! } })
    expect(things[at]!.series).toEqual(alone.things[0]!.series)
  }
})

test('a metric that cannot be cut by groups is asked group by group, and none is left out', async () => {
  const rule = await ruleOf('lapsed_members', { kind: 'threshold', side: 'above', line: 0.5 })
  const raised = await lookAt(await openAsking(ctx, parts), rule, whole)
  // Who was there two weeks ago and not since.
  expect(raised).toHaveLength(4)
}, 120_000)
