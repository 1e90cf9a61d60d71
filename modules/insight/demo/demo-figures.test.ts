/** What the demo sets in 洞察 and 计划 over a simulated history, what is raised by itself, and how all of it goes again. */
import { beforeAll, expect, test } from 'vitest'
import { readConfig } from '#base/config/config.ts'
import { systemCtx } from '#base/context.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { membershipFields } from '#modules/groups/memberships/fields.ts'
import { seedCommunity } from '#modules/members/simulation/load.ts'
import { removeDemo } from '#modules/members/simulation/remove.ts'
import { openInsightWorld } from '#test/insight-world.ts'
import { silentLog, useWarehouse } from '#test/warehouse.ts'
import { buildWorld } from '#test/world.ts'
import { liveInGroups } from '#test/world-course.ts'
import { settleSimulated } from '#test/world-groups.ts'
import { findSignals } from '../alerts/signals.ts'
import { openAsking } from '../asking.ts'
import { findPlan } from '../channels/plan.ts'
import { findRegister } from '../channels/registry.ts'
import { touchpointAnalysis } from '../channels/touchpoints.analysis.ts'
import { experimentAnalysis } from '../experiments/experiment.analysis.ts'
import { findExperiments } from '../experiments/experiments.ts'
import { funnelQuestion } from '../funnel/funnel.ts'
import { standingOf } from '../goals/goal.ts'
import { findClosedGoals, findReadings, findRunningGoals } from '../goals/goals.ts'
import { findDecidedImprovements, findOpenImprovements } from '../improvements/reading.ts'
import type { InsightParts } from '../parts.ts'
import { retentionQuestion } from '../retention/retention.ts'
import { loadDemoFiguresJob } from './job.ts'
import { questions } from './story.ts'
import { simulatedFigures } from './unload.ts'

const at = useWarehouse()
const now = new Date()
let parts: InsightParts
let owners: string[]
const told: unknown[] = []
const run = { signal: new AbortController().signal, progress: async () => undefined } as never
const ctx = () => systemCtx(at().database.db, 'test')
const everything = [
  'goal',
  'goal_reading',
  'signal',
  'annotation',
  'channel_cost',
  'channel',
  'channel_plan',
  'saved_question',
  'experiment',
  'improvement',
]
const counts = async () => {
  const { rows } = await at().database.pool.query(
    `select ${everything.map((table) => `(select count(*)::int from ${table}) as ${table}`)}`,
  )
  return rows[0] as Record<string, number>
}

beforeAll(async () => {
  const { database, warehouse } = at()
  const config = readConfig({ NODE_ENV: 'test', BASE_URL: 'http://127.0.0.1:4680' })
  const secrets = deriveSecrets('x'.repeat(43))
  const connection = database
  const world = await buildWorld({ config, connection, secrets, log: silentLog, warehouse } as never, now)
  owners = ['linxiao', 'chengbai', 'chenlang', 'hechuan'].map((key) => world.operators[key]!.accountId)
  await seedCommunity(database.pool, { members: 600, days: 180, seed: 42, now })
  await settleSimulated(database.pool)
  await liveInGroups(database.pool)
  at().startSink()
  await at().settled()
  const insight = await openInsightWorld(at() as never, { now, fields: [membershipFields] })
  const jobs = { enqueue: async (...asked: unknown[]) => told.push(asked[2]) }
  parts = { ...insight.parts, jobs } as unknown as InsightParts
}, 60_000)

test('S0-08 goals that began weeks ago are behind, ahead and closed with a lesson; their owners answer for them', async () => {
  const outcome = await loadDemoFiguresJob(parts).run(ctx(), { owners }, run)
  expect(outcome).toMatchObject({ goals: 3, failed: [] })
  const running = await findRunningGoals(ctx())
  const readings = await findReadings(
    ctx(),
    running.map(({ id }) => id),
  )
  const pace = new Map(running.map((goal) => [goal.metric, standingOf(goal, readings.get(goal.id)!).pace]))
  expect(pace.get('weekly_active_rate')).toBe('behind')
  expect(pace.get('members_total')).toBe('ahead')
  expect(running.map(({ ownerName }) => ownerName).toSorted()).toEqual(['何川', '林晓', '陈朗'])
  const { items } = await findClosedGoals(ctx(), { after: undefined, limit: 10 })
  expect(items).toMatchObject([
    { outcome: 'met', ownerName: '程白', lesson: expect.stringContaining('首单后') },
  ])
  // What it says of itself is true: it was met when it was closed.
  const [closed] = items
  const read = (await findReadings(ctx(), [closed!.id])).get(closed!.id)!
  expect(standingOf(closed!, read)).toMatchObject({ reached: true, day: closed!.dueOn })
})

test('S1-71 the weekly active rate of 手冲研究所 raises its signal by itself, with the tastings among what changed', async () => {
  const { items } = await findSignals(ctx(), { open: true }, { after: undefined, limit: 50 })
  const signal = items.find(({ groupName, preset }) => groupName === '手冲研究所' && preset === 'S1-71')!
  expect(signal.evidence.value).toBeLessThan(signal.evidence.line!)
  expect(signal.evidence.causes.map(({ event }) => event)).toContain('tasting_joined')
  expect(told.length).toBeGreaterThan(0)
  expect(items.some(({ goalId }) => goalId !== null)).toBe(true)
})

test('T46 the experiment was met by everybody who joined in its days, arms even, and is decided', async () => {
  const [experiment] = await findExperiments(ctx(), { limit: 5 })
  expect(experiment).toMatchObject({ key: 'welcome_letter', state: 'decided', decision: 'short' })
  await at().settled()
  const { rows } = await at().database.pool.query(
    'select count(*)::int as joined from member where seed_run_id is not null and joined_at between $1 and $2',
    [experiment!.startedAt, experiment!.stoppedAt],
  )
  const answer = await experimentAnalysis.answerOf(
    await openAsking(ctx(), parts),
    experimentAnalysis.question.parse({ experiment: experiment!.id }),
  )
  const met = answer.arms.map(({ members }) => members)
  expect(met[0]! + met[1]!).toBe(rows[0].joined)
  expect(Math.min(...met)).toBeGreaterThan(rows[0].joined / 4)
  expect(answer).toMatchObject({ crossed: 0, balance: { broken: false } })
  const [goal] = answer.figures
  expect(goal!.effects[0]!.low!).toBeLessThan(goal!.effects[0]!.high!)
})

test('S1-11 S1-68 its improvements stand in different stages, one of them a chain of two rounds with its effects', async () => {
  const [rounds, open] = [
    (await findDecidedImprovements(ctx(), { after: undefined, limit: 10 })).items,
    await findOpenImprovements(ctx()),
  ]
  expect(rounds.map(({ round, verdict, ownerName }) => [round, verdict, ownerName])).toEqual([
    [2, 'kept', '林晓'],
    [1, 'adjusted', '林晓'],
  ])
  expect(rounds[0]!.followsId).toBe(rounds[1]!.id)
  for (const { effect } of rounds) expect(effect!.low!).toBeLessThan(effect!.high!)
  const [planned, review] = ['杯测停办期间改成线上冲煮', '老带新双倍积分之后接住新人'].map(
    (name) => open.find((each) => each.name === name)!,
  )
  expect(planned).toMatchObject({ startsOn: null, evidence: { of: 'signal' } })
  expect(review!.measured!.course.length).toBeGreaterThan(50)
})

test('S2-41 S2-43 its channels are classified, one is the base with a reason, and every plan says what came of it', async () => {
  const register = await findRegister(ctx())
  expect(register).toHaveLength(6)
  expect(register[0]).toMatchObject({
    channel: 'referral',
    base: { reason: expect.stringContaining('熟人') },
  })
  const { channels, kinds } = await touchpointAnalysis.answerOf(
    await openAsking(ctx(), parts),
    touchpointAnalysis.question.parse({ range: { last: 26, unit: 'week' } }),
  )
  expect(channels.filter(({ type, channel }) => type === null && channel !== 'unknown')).toEqual([])
  expect(kinds.find(({ kind }) => kind === 'own')!.fans).toBeGreaterThan(100)
  expect(kinds.find(({ kind }) => kind === 'none')!.fans).toBe(0)
  const month = `${now.toISOString().slice(0, 7)}-01`
  expect((await findPlan(ctx(), month)).length).toBe(5)
})

test('the questions that are kept are questions', () => {
  const schemas = { funnel: funnelQuestion, retention: retentionQuestion }
  for (const { analysis, question } of questions)
    expect(schemas[analysis as keyof typeof schemas].safeParse(question).success).toBe(true)
})

test('asked again nothing is set twice', async () => {
  const before = await counts()
  expect(before).toMatchObject({
    goal: 4,
    annotation: 4,
    saved_question: 2,
    channel_cost: 38,
    channel: 6,
    channel_plan: 20,
    experiment: 1,
    improvement: 4,
  })
  await loadDemoFiguresJob(parts).run(ctx(), { owners }, run)
  expect(await counts()).toEqual(before)
})

test('all of it leaves with the simulated members, and what colleagues wrote stays', async () => {
  await at().database.pool.query(
    `insert into annotation (day, text, kind, created_at, created_by, changed_at, changed_by)
     values (current_date, '门店换了磨豆机', 'other', now(), 'account:1', now(), 'account:1')`,
  )
  await removeDemo(ctx(), [simulatedFigures])
  expect(await counts()).toEqual({
    ...Object.fromEntries(everything.map((table) => [table, 0])),
    annotation: 1,
  })
  expect(await loadDemoFiguresJob(parts).run(ctx(), { owners }, run)).toEqual({ goals: 0, raised: 0 })
  expect(await counts()).toMatchObject({ goal: 0, annotation: 1 })
})
