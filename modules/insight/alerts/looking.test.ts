/** Looking at alerts against the real warehouse: topics that come up, groups that go, and a warehouse that knows a part. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { openInsightWorld } from '#test/insight-world.ts'
import { postRows } from '#test/post-rows.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { openAsking } from '../asking.ts'
import { closeGoalsOfArchived } from '../goals/archived.ts'
import { findRunningGoals, getGoal } from '../goals/goals.ts'
import { readGoals } from '../goals/readings.ts'
import type { InsightParts } from '../parts.ts'
import { whenWhole } from '../whole.ts'
import { openTalkCopies } from '../words/talk-copies.ts'
import { findConcentrations } from '../words/words.analysis.ts'
import { signalEffects } from './effects.ts'
import type { Evidence } from './evidence.ts'
import { lookAtAll } from './looking.ts'
import { findMissed } from './missed.ts'
import { installPresets } from './presets.ts'
import { findRules, holdAwake } from './rules.ts'
import { signalNote, signalTitle } from './sentences.ts'
import { countOpenSignals, findSignals, raiseSignal, takeSignal } from './signals.ts'
import { findTopics, readSaid } from './topics.ts'

/** A Thursday: the latest whole week is that from 9 to 15 November. */
const now = new Date('2026-11-19T04:00:00Z')
const run = { signal: new AbortController().signal, progress: async () => undefined }
const usual = ['手冲的水温怎么掌握', '周末的杯测很开心', '新到的豆子烘焙得不错', '滤杯清洗的办法']

let world: Awaited<ReturnType<typeof makeTestWarehouse>>
let parts: InsightParts
let rows: ReturnType<typeof postRows>
let sink: ReturnType<(typeof world)['startSink']>
let base: Ctx
const people: Id[] = []
const told: unknown[] = []
const sent: { readonly to: string; readonly values: unknown }[] = []
const mail = {
  send: async (_: Ctx, letter: (typeof sent)[number]) => void sent.push(letter),
} as unknown as InsightParts['mail']
const ctx = (days = 0): Ctx => ({ ...base, now: new Date(now.getTime() + days * 86_400_000) })
const open = async (preset: string) =>
  (await findSignals(ctx(), { open: true }, { after: undefined, limit: 50 })).items.filter(
    (signal) => signal.preset === preset,
  )

beforeAll(async () => {
  world = await makeTestWarehouse()
  const { database, warehouse } = world
  await database.pool.query(
    `insert into community (name, time_zone, founded_at) values ('山丘咖啡', 'Asia/Shanghai', $1)`,
    [now],
  )
  rows = postRows(database, now)
  for (let n = 0; n < 8; n++) people.push(await rows.member(`成员${n}`))
  const group = await rows.group('手冲研究所')
  const board = await rows.board(group, '闲聊', 'members')
  // The week before the usual; in the latest whole week the machine at the counter as well.
  for (let n = 0; n < 20; n++)
    await rows.post(board, people[n % 8]!, { title: usual[n % 4]!, hours: 260 + n * 7 })
  for (let n = 0; n < 20; n++)
    await rows.post(board, people[n % 8]!, { title: usual[n % 4]!, hours: 90 + n * 7 })
  for (let n = 0; n < 12; n++)
    await rows.post(board, people[n % 6]!, { title: '门店的咖啡机又卡住了', hours: 100 + n * 5 })
  sink = world.startSink({ timeZone: async () => 'Asia/Shanghai' })
  await world.settled()
  const insight = await openInsightWorld(world, { now })
  base = insight.ctx
  const jobs = { enqueue: async (...asked: unknown[]) => told.push(asked[2]) }
  parts = { ...insight.parts, jobs } as unknown as InsightParts
  expect(await openTalkCopies(warehouse).fill(base)).toBe(true)
}, 60_000)
afterAll(() => world?.end())

test('S0-47 talk that concentrates on a topic raises a signal with what was said, once, and is over when it goes', async () => {
  const first = await lookAtAll(ctx(), parts, run)
  expect(first.failed).toEqual([])
  const topics = await open('S0-47')
  expect(topics.map(({ evidence }) => evidence.topic?.word)).toContain('咖啡机')
  const signal = topics.find(({ evidence }) => evidence.topic?.word === '咖啡机')!
  const { evidence } = signal
  expect(evidence).toMatchObject({
    kind: 'topic',
    bucket: { from: '2026-11-09', to: '2026-11-15' },
    value: 12,
    against: 0,
    base: 6,
    topic: { items: 12, before: 0, members: 6 },
  })
  expect(evidence.series.at(-1)).toMatchObject({ start: '2026-11-09', value: 12 })
  const of = { evidence, groupName: null, goalName: null, metricName: '发言量' }
  expect(signalTitle(of, 'zh-CN')).toBe('「咖啡机」突然被很多人提起：12 条，上一期 0 条')
  expect(signalNote(of, 'zh-CN')).toBe('11月9日 至 11月15日 · 6 人说过')
  // The evidence keeps ids; what is taken away is not read from it any more.
  const said = await readSaid(ctx(), evidence.topic!.said)
  expect(said).toHaveLength(5)
  expect(said[0]!.text).toContain('门店的咖啡机又卡住了')
  expect(JSON.stringify(evidence)).not.toContain('门店')
  await world.database.pool.query(
    `update post set state = 'removed', state_reason = '', state_by = 'system:test', state_at = now() where id = $1`,
    [said[0]!.postId],
  )
  expect(await readSaid(ctx(), evidence.topic!.said)).toHaveLength(4)
  // Whoever is to be told is told of each.
  expect(told.length).toBe(first.raised)

  expect((await lookAtAll(ctx(), parts, run)).raised).toBe(0)
  // Two weeks later nobody says it any more.
  await lookAtAll(ctx(14), parts, run)
  expect(await open('S0-47')).toEqual([])
  const past = await findSignals(ctx(), { open: false }, { after: undefined, limit: 50 })
  expect(past.items.find(({ id }) => id === signal.id)).toMatchObject({ outcome: 'recovered' })
})

test('S0-47 what one or two say again and again is no talk of many, whatever a rule asks', async () => {
  const board = await rows.board(await rows.group('器具角'), '闲聊', 'members')
  const ids: Id[] = []
  for (let n = 0; n < 40; n++)
    ids.push(await rows.post(board, people[n % 2]!, { title: '磨豆机的磨盘该换了', hours: 100 + n * 2 }))
  await openTalkCopies(world.warehouse).refresh(ctx(), 'post', ids)
  const asking = await openAsking(ctx(), parts)
  const range = { from: '2026-11-09', to: '2026-11-15' }
  const question = { range, scope: {}, of: 'all', least: 1 } as const
  // The control: it grew, as surely as what many say.
  const grown = await findConcentrations(asking, question, { times: 1.2, most: 20 })
  expect(grown.find(({ word }) => word === '磨盘')).toMatchObject({ members: 2 })
  for (const least of [0, 1, 2])
    expect(await findTopics(asking, { scope: {}, unit: 'week', times: 1.2, least })).toEqual([])
})

test('S0-47 a rule about topics was not looked at while what was said is being copied', async () => {
  const { pool } = world.database
  const looked = async () => (await findRules(ctx())).find(({ preset }) => preset === 'S0-47')!.lookedAt
  await pool.query('update talk_copies set finished_at = null')
  const before = await looked()
  expect((await lookAtAll(ctx(0.5), parts, run)).failed).toEqual([])
  expect(await looked()).toEqual(before)
  await pool.query('update talk_copies set finished_at = now()')
  expect((await lookAtAll(ctx(0.5), parts, run)).failed).toEqual([])
  expect(await looked()).toEqual(ctx(0.5).now)
})

const evidence: Evidence = {
  metric: { key: 'messages', name: '' },
  unit: 'times',
  kind: 'silence',
  side: 'below',
  bucket: { from: '2026-11-18', to: '2026-11-18' },
  value: 0,
  against: null,
  line: null,
  base: null,
  series: [],
  causes: [],
}

test('signals of a group that is archived are closed with it, whoever took them on, and none is raised', async () => {
  await installPresets(ctx())
  const [rule] = await findRules(ctx())
  const [goes, stays] = [await rows.group('要归档的群'), await rows.group('留下的群')]
  const raise = (group: Id | null, ruleId: Id) =>
    raiseSignal(ctx(), { rule: ruleId, group, key: 'x' }, { bucket: '2026-11-18', cooldown: 0, evidence })
  const ofOne = await world.database.pool.query<{ id: Id }>(
    `insert into alert_rule (name, metric, scope, unit, test, created_at, created_by, changed_at)
     values ('只看一个群', '"messages"', $1, 'day', '{"kind": "silence", "buckets": 1}', now(), 'system:test', now())
     returning id`,
    [JSON.stringify({ group: goes })],
  )
  const before = await countOpenSignals(ctx())
  const signal = (await raise(goes, rule!.id))!
  await raise(stays, rule!.id)
  await raise(null, ofOne.rows[0]!.id)
  await takeSignal(ctx(), signal, true)
  expect(await countOpenSignals(ctx())).toBe(before + 3)

  await world.database.pool.query(
    `update community_group set archived_at = now(), archived_by = 'system:test', archive_reason = '合并' where id = $1`,
    [goes],
  )
  await signalEffects({ mail, config: parts.config }).effects[0]!.run(ctx(), {} as never)
  expect(await countOpenSignals(ctx())).toBe(before + 1)
  const closed = await findSignals(ctx(), { open: false, group: goes }, { after: undefined, limit: 5 })
  expect(closed.items).toMatchObject([{ id: signal, outcome: 'gone' }])
  await world.database.db.transaction().execute(async (db) => {
    expect(await holdAwake({ ...ctx(), db }, rule!.id, goes)).toBe(false)
    expect(await holdAwake({ ...ctx(), db }, rule!.id, stays)).toBe(true)
  })
  // Missed by the effect, the next look does it; a rule about the group alone is not looked at.
  await raise(goes, rule!.id)
  await lookAtAll(ctx(), parts, run)
  expect(
    (await findSignals(ctx(), { open: true, group: goes }, { after: undefined, limit: 5 })).items,
  ).toEqual([])
  const looked = (await findRules(ctx())).find(({ id }) => id === ofOne.rows[0]!.id)
  expect(looked!.lookedAt).toBeNull()
})

test('S0-08 a goal about a group that is archived ends with the reason, its owner is told once, and it is read no more', async () => {
  const { pool } = world.database
  const [goes, stays] = [await rows.group('要关的群'), await rows.group('照旧的群')]
  const owner = await pool.query<{ id: Id }>(
    `insert into account (name, email) values ('负责人', 'owner-of-goal@example.com') returning id`,
  )
  const goal = async (group: Id) => {
    const { rows: made } = await pool.query<{ id: Id }>(
      `insert into goal (name, why, metric, scope, days, better, baseline_from, baseline_to, baseline, mode, amount, target,
         starts_on, due_on, owner_id, created_at, created_by, changed_at)
       values ('群活跃', '想让群里热闹起来', '"messages"', $1, 7, 'more', '2026-10-01', '2026-10-07', 1, 'absolute', 9, 9,
         '2026-11-01', '2026-12-31', $2, now(), 'system:test', now()) returning id`,
      [JSON.stringify({ group }), owner.rows[0]!.id],
    )
    return made[0]!.id
  }
  const [ends, goesOn] = [await goal(goes), await goal(stays)]
  await raiseSignal(ctx(), { goal: ends }, { bucket: '2026-11-18', cooldown: 0, evidence })
  await pool.query(
    `update community_group set archived_at = now(), archived_by = 'system:test', archive_reason = '合并' where id = $1`,
    [goes],
  )
  const with_ = { ...parts, mail, config: { baseUrl: 'https://shop.example' } } as unknown as InsightParts
  await readGoals(ctx(), with_, run)
  expect(await getGoal(ctx(), ends)).toMatchObject({
    outcome: 'dropped',
    lesson: expect.stringContaining('要关的群'),
  })
  expect((await findRunningGoals(ctx())).map(({ id }) => id)).toContain(goesOn)
  const letters = () => sent.filter(({ to }) => to === 'owner-of-goal@example.com')
  expect(letters()).toMatchObject([{ values: { goal: '群活跃', group: '要关的群' } }])
  const read = await pool.query<{ goal_id: Id }>(
    'select distinct goal_id from goal_reading where goal_id = any($1)',
    [[ends, goesOn]],
  )
  expect(read.rows).toEqual([{ goal_id: goesOn }])
  const { items } = await findSignals(ctx(), { open: false }, { after: undefined, limit: 50 })
  expect(items.find(({ goalId }) => goalId === ends)).toMatchObject({ outcome: 'gone' })
  // Again nothing happens.
  expect(await closeGoalsOfArchived(ctx(), with_)).toBe(0)
  expect(letters()).toHaveLength(1)
})

test('S1-69 a warehouse that knows a part of what happened raises nothing; why is said until it knows all', async () => {
  const { pool } = world.database
  const write = (daysAgo: number) =>
    pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id)
       select 'post.published', 'seed', 'account:' || id, $1, id from unnest($2::bigint[]) as id`,
      [new Date(now.getTime() - daysAgo * 86_400_000), people],
    )
  await write(2)
  await world.settled()
  await sink.stop()
  // The rest of the history is in the log since a moment ago: fresh by the clock, and yet half of it.
  await write(1)
  await expect(parts.audience.requireFresh(ctx())).resolves.toBeUndefined()
  await expect(lookAtAll(ctx(), parts, run, 0.5)).rejects.toMatchObject({ code: 'warehouse_unavailable' })
  expect(await open('S1-69-silence')).toEqual([])
  expect(await findMissed(ctx())).toMatchObject({ reason: 'behind', since: now, last: now })
  await expect(lookAtAll(ctx(0.1), parts, run, 0)).rejects.toMatchObject({ code: 'warehouse_unavailable' })
  expect(await findMissed(ctx())).toMatchObject({ since: now, last: ctx(0.1).now })

  sink = world.startSink({ timeZone: async () => 'Asia/Shanghai' })
  await lookAtAll(ctx(), parts, run, 60)
  expect(await open('S1-69-silence')).toEqual([])
  expect(await findMissed(ctx())).toBeUndefined()
  // The control: a day on which truly nobody said anything does raise one.
  expect((await lookAtAll(ctx(1), parts, run, 60)).failed).toEqual([])
  expect(await open('S1-69-silence')).toHaveLength(1)

  // Filled again from the log while somebody looks: what he asked since is of a part.
  const whole = await whenWhole(ctx(), parts, run.signal, 60)
  await expect(whole.stillWhole(ctx())).resolves.toBeUndefined()
  await pool.query('update warehouse_sink set generation = gen_random_uuid()')
  await expect(whole.stillWhole(ctx())).rejects.toMatchObject({ code: 'warehouse_unavailable' })
}, 120_000)
