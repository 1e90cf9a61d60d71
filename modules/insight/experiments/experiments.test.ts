/** Experiments against the real databases: arms that stay, facts once, sums of arms as plain loops find them. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import type { Audience } from '#modules/audience/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { emptyEvents, emptyWarehouse } from '#test/event-rows.ts'
import type { Asking } from '../asking.ts'
import { readFormula } from '../metrics/formula.ts'
import type { EventsExpression } from '../metrics/metric.ts'
import type { Node } from '../metrics/resolve.ts'
import { assign, expose } from './assign.ts'
import { armSumsOf, experimentAnalysis } from './experiment.analysis.ts'
import { experimentDefinition } from './experiment.ts'
import {
  changeExperiment,
  decideExperiment,
  findExperiments,
  getExperiment,
  makeExperiment,
  removeExperiment,
  setHoldout,
  startExperiment,
  stopExperiment,
} from './experiments.ts'
import { arrivalsSql, crossedSql, exposuresSql, perMemberOf, sumsSql } from './per-member.sql.ts'
import { experimentsPersonal } from './personal.ts'

const database = useDatabase()
let client: Awaited<ReturnType<typeof emptyWarehouse>>
const now = new Date('2026-11-20T02:00:00Z')
const ctx = (): Ctx => testCtx(database(), { kind: 'system', name: 'test' }, now)
const everybody = { matches: async () => true } as Pick<Audience, 'matches'>
const definition = experimentDefinition.parse({
  version: 1,
  variants: [
    { key: 'control', name: '不变', weight: 50 },
    { key: 'new', name: '新版', weight: 50 },
  ],
  metric: { version: 1, how: { kind: 'events', event: 'order.paid', counted: { of: 'count' } } },
})
let made = 0
const make = (more: Partial<typeof definition> = {}) =>
  makeExperiment(ctx(), {
    key: `trial_${++made}`,
    name: '欢迎语',
    hypothesis: '',
    definition: { ...definition, ...more },
  })
const running = async (more: Partial<typeof definition> = {}) =>
  await startExperiment(ctx(), (await make(more)).id)
const exposed = async () =>
  Number(
    (await database().pool.query(`select count(*) as n from event_log where name = 'experiment.exposed'`))
      .rows[0].n,
  )
const clock = { now, zone: 'Asia/Shanghai', today: '2026-11-20' }
const asking = (): Asking => ({
  ctx: ctx(),
  clock,
  parts: {} as Asking['parts'],
  query: client.query,
  once: client.query,
})

beforeAll(async () => {
  client = await emptyWarehouse()
  await database().pool.query(
    `insert into member (id, token, nickname, joined_at)
     select n, 'm' || n, '成员' || n, '2025-12-01' from generate_series(1, 400) as n`,
  )
})
afterAll(() => client?.end())

test('N1 a member stays in his arm and is announced once, whoever asks at the same time', async () => {
  const { key, id } = await running()
  const before = await exposed()
  const answers = await Promise.all(Array.from({ length: 5 }, () => assign(ctx(), everybody, key, '7')))
  expect(new Set(answers.map(({ variant }) => variant)).size).toBe(1)
  expect(answers[0]!.because).toBe('assigned')
  expect(await exposed()).toBe(before + 1)
  // Decided long before he sees anything: nobody is told until he does.
  await assign(ctx(), everybody, key, '8', { exposing: false })
  expect(await exposed()).toBe(before + 1)
  await expose(ctx(), key, '8')
  await expose(ctx(), key, '8')
  await expose(ctx(), key, '9')
  expect(await exposed()).toBe(before + 2)
  const { rows } = await database().pool.query(
    `select props, object_id from event_log where name = 'experiment.exposed' and member_id = 7`,
  )
  expect(rows.at(-1)).toMatchObject({
    object_id: id,
    props: { experiment: id, variant: answers[0]!.variant },
  })
})

test('N1 who is held out, does not fit, or comes to what does not run gets what there is', async () => {
  const draft = await make()
  expect(await assign(ctx(), everybody, draft.key, '7')).toMatchObject({
    variant: null,
    because: 'not_running',
  })
  expect(await assign(ctx(), everybody, 'nobody_knows', '7')).toMatchObject({ because: 'not_running' })
  const { key, id } = await running({ who: { version: 1, who: { kind: 'all', of: [] } } })
  expect(await assign(ctx(), { matches: async () => false }, key, '7')).toMatchObject({
    because: 'not_eligible',
  })
  const inside = await assign(ctx(), everybody, key, '11')
  await setHoldout(ctx(), 0.3, '季度对照')
  const held: string[] = []
  for (let member = 1; member <= 400; member++)
    if ((await assign(ctx(), everybody, key, String(member))).because === 'held_out')
      held.push(String(member))
  expect(held.length).toBeGreaterThan(80)
  expect(held.length).toBeLessThan(160)
  // Once in, always in.
  expect((await assign(ctx(), everybody, key, '11')).variant).toBe(inside.variant)
  // A smaller share holds out some of the same people, and nobody else.
  await setHoldout(ctx(), 0.1, '缩小')
  const other = await running()
  for (let member = 1; member <= 100; member++)
    if ((await assign(ctx(), everybody, other.key, String(member))).because === 'held_out')
      expect(held).toContain(String(member))
  await setHoldout(ctx(), 0, '结束')
  await expect(decideExperiment(ctx(), id, 'new', '更好')).rejects.toMatchObject({ code: 'experiment_state' })
  await stopExperiment(ctx(), id, '到期')
  expect(await assign(ctx(), everybody, key, '11')).toMatchObject({ variant: null, because: 'not_running' })
  await expect(decideExperiment(ctx(), id, 'other', '更好')).rejects.toMatchObject({
    code: 'experiment_arm_unknown',
  })
  await decideExperiment(ctx(), id, 'new', '下单更多')
  expect(await assign(ctx(), everybody, key, '399')).toMatchObject({ variant: 'new', because: 'decided' })
})

test('what runs is not changed, a key is not taken twice, and a draft can go', async () => {
  const one = await make()
  await expect(makeExperiment(ctx(), { ...one, hypothesis: '' })).rejects.toMatchObject({
    code: 'experiment_key_taken',
  })
  expect((await changeExperiment(ctx(), one.id, { name: '改名', hypothesis: '', definition })).name).toBe(
    '改名',
  )
  await startExperiment(ctx(), one.id)
  await expect(changeExperiment(ctx(), one.id, one)).rejects.toMatchObject({ code: 'experiment_state' })
  await expect(removeExperiment(ctx(), one.id)).rejects.toMatchObject({ code: 'experiment_state' })
  const two = await make()
  await removeExperiment(ctx(), two.id)
  await expect(getExperiment(ctx(), two.id)).rejects.toMatchObject({ code: 'experiment_not_found' })
  expect(
    (await findExperiments(ctx(), { limit: 50, state: 'running' })).some(({ id }) => id === one.id),
  ).toBe(true)
  expect(
    experimentDefinition.safeParse({
      ...definition,
      variants: [definition.variants[0], definition.variants[0]],
    }).success,
  ).toBe(false)
})

test('doubles that become one keep the arm of the one who remains, and give back what was theirs', async () => {
  const { key } = await running()
  await assign(ctx(), everybody, key, '20')
  const before = (await assign(ctx(), everybody, key, '20')).variant
  const moved = await experimentsPersonal.merge(ctx(), '20', '21')
  expect((await assign(ctx(), everybody, key, '21')).variant).toBe(before)
  await experimentsPersonal.unmerge(ctx(), '20', '21', moved)
  const copied = (await experimentsPersonal.copy(ctx(), '20')) as { variant: string }[]
  expect(copied.at(-1)).toMatchObject({ name: '欢迎语', variant: before })
  await experimentsPersonal.erase(ctx(), '20')
  expect(await experimentsPersonal.copy(ctx(), '20')).toEqual([])
})

const columns = [
  'seq',
  'tx',
  'recorded_at',
  'occurred_at',
  'name',
  'source',
  'actor',
  'member_id',
  'object_kind',
  'object_id',
  'value',
  'bot',
  'staff',
  'props',
] as const
interface Put {
  readonly name: string
  readonly at: number
  readonly member: number
  readonly value?: number
  readonly bot?: boolean
  readonly staff?: boolean
  readonly actor?: string
  readonly source?: string
  readonly experiment?: string
  readonly variant?: string
}
let seq = 0
const put = async (rows: readonly Put[]) =>
  await client.insert({
    table: 'event',
    columns: [...columns],
    rows: rows.map(({ at, member, experiment, variant, ...rest }) => {
      const moment = new Date(at).toISOString().replace('T', ' ').replace('Z', '')
      return {
        seq: ++seq, tx: 1, recorded_at: moment, occurred_at: moment, source: 'track', actor: 'account:1',
        member_id: member, object_kind: experiment ? 'experiment' : '', object_id: experiment ?? 0, value: null,
        bot: false, staff: false, props: JSON.stringify(variant ? { variant } : {}), ...rest,
      } // biome-ignore format: one row of the log
    }),
  })

const leaf = (event: string, counted: EventsExpression['counted'], by?: 'anyone'): Node => ({
  kind: 'leaf',
  leaf: { kind: 'events', event, counted, ...(by ? { by } : {}) },
})
const nodes: Record<string, Node> = {
  count: leaf('order.paid', { of: 'count' }),
  share: leaf('order.paid', { of: 'members' }),
  twice: leaf('order.paid', { of: 'members', atLeast: 2 }),
  days: leaf('*', { of: 'days' }),
  sum: leaf('order.paid', { of: 'sum' }, 'anyone'),
  ratio: {
    kind: 'ratio',
    over: leaf('order.paid', { of: 'sum' }),
    under: leaf('page_view', { of: 'count' }),
  },
  net: {
    kind: 'formula',
    formula: readFormula('a - b * 2'),
    of: new Map([
      ['a', leaf('order.paid', { of: 'sum' })],
      ['b', leaf('page_view', { of: 'count' })],
    ]),
  },
}
const hour = 3_600_000
const start = Date.parse('2026-11-01T00:00:00Z')

test('T46 sums of arms are those of plain loops, before and after each member came', async () => {
  let seen = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          name: fc.constantFrom('order.paid', 'order.paid', 'page_view'),
          member: fc.integer({ min: 1, max: 8 }),
          hours: fc.integer({ min: -24 * 12, max: 24 * 19 }),
          value: fc.integer({ min: 0, max: 900 }),
          bot: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
          staff: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
        }),
        { minLength: 30, maxLength: 60 },
      ),
      fc.array(fc.integer({ min: 0, max: 24 * 15 }), { minLength: 6, maxLength: 6 }),
      fc.constantFrom(...Object.keys(nodes)),
      fc.constantFrom(null, 3, 14),
      async (happened, came, which, days) => {
        await emptyEvents(client)
        const rows = happened.map(({ hours, ...rest }): Put => ({ ...rest, at: start + hours * hour }))
        const arms = came.map((hours, at) => ({
          member: at + 1,
          at: start + hours * hour,
          variant: at % 2 === 0 ? 'control' : 'new',
        }))
        await put([
          ...rows,
          ...arms.map((arm) => ({
            ...arm,
            name: 'experiment.exposed',
            experiment: '77',
            source: 'fact',
            actor: 'system:journeys',
          })),
          // Of another experiment, and a robot.
          { name: 'experiment.exposed', at: start, member: 7, experiment: '78', variant: 'new' },
          { name: 'experiment.exposed', at: start, member: 8, experiment: '77', variant: 'new', bot: true },
        ])
        const perMember = perMemberOf(nodes[which]!)!
        const window = { days, lookBack: 10, until: now }
        const { sql, params } = sumsSql(perMember, exposuresSql('77', '2026-11-01'), window, clock)
        const found = await client.query<Record<string, string | number>>(sql, params)
        for (const variant of ['control', 'new']) {
          const mine = arms.filter((arm) => arm.variant === variant)
          const figures = mine.map(({ member, at }) => {
            const value = (node: Node, from: number, to: number): number => {
              if (node.kind === 'formula')
                return value(node.of.get('a')!, from, to) - 2 * value(node.of.get('b')!, from, to)
              if (node.kind !== 'leaf' || node.leaf.kind !== 'events') throw new Error('not here')
              const { event, counted, by } = node.leaf
              const did = rows.filter(
                (row) =>
                  row.member === member && row.at >= from && row.at < to && !row.bot &&
                  (by === 'anyone' || !row.staff) && (event === '*' || row.name === event),
              ) // biome-ignore format: one condition
              switch (counted.of) {
                case 'count':
                  return did.length
                case 'members':
                  return did.length >= (counted.atLeast ?? 1) ? 1 : 0
                case 'days':
                  return new Set(did.map((row) => new Date(row.at + 8 * hour).toISOString().slice(0, 10)))
                    .size
                default:
                  return did.reduce((sum, row) => sum + row.value!, 0)
              }
            }
            const end = Math.min(
              now.getTime(),
              days === null ? Number.POSITIVE_INFINITY : at + days * 24 * hour,
            )
            const node = nodes[which]!
            const [over, under] = node.kind === 'ratio' ? [node.over, node.under] : [node, undefined]
            const both = (of: Node | undefined) =>
              of ? [value(of, at, end), value(of, at - 10 * 24 * hour, at)] : [0, 0]
            const [y, b] = both(over)
            const [d, e] = both(under)
            return { y: y!, b: b!, d: d!, e: e! } as Record<string, number>
          })
          const { n, s } = armSumsOf(found.find((row) => row.variant === variant))
          expect(n, which).toBe(mine.length)
          for (const name of Object.keys(s)) {
            const [one, other] = name.split('')
            const expected = figures.reduce((sum, each) => sum + each[one!]! * (other ? each[other]! : 1), 0)
            expect(s[name], `${which} ${days} ${variant} ${name}`).toBeCloseTo(expected, 6)
            if (expected !== 0) seen++
          }
        }
      },
    ),
    { numRuns: 14, seed: 9 },
  )
  expect(seen).toBeGreaterThan(60)
})

test('T46 N1 an answer: who is where, uneven arms found out, what is not known said to be unknown', async () => {
  await emptyEvents(client)
  const { id } = await running({ windowDays: null })
  const at = now.getTime()
  const rows: Put[] = []
  for (let member = 1; member <= 300; member++) {
    const variant = member % 2 === 0 ? 'control' : 'new'
    rows.push({ name: 'experiment.exposed', at, member, experiment: id, variant })
  }
  // One who met two arms is left out.
  rows.push({ name: 'experiment.exposed', at, member: 1, experiment: id, variant: 'control' })
  await put(rows)
  const question = { experiment: id, adjust: true }
  const answer = await experimentAnalysis.answerOf(asking(), question)
  expect(answer.arms.map(({ members }) => members)).toEqual([150, 149])
  expect(answer.crossed).toBe(1)
  expect(answer.balance.broken).toBe(false)
  expect(answer.look).toBe('anytime')
  expect(answer.figures[0]!.effects[0]!.verdict).toBe('unknown')
  for (const { key, members } of answer.arms) {
    const { sql, params } = await experimentAnalysis.peopleOf(asking(), question, { arm: key })
    expect((await client.query(sql, params)).length).toBe(members)
  }
  // The control: where one arm gets far more than its share, it says so.
  await put(
    Array.from({ length: 100 }, (_, n) => ({
      name: 'experiment.exposed',
      at,
      member: 301 + n,
      experiment: id,
      variant: 'new',
    })),
  )
  expect((await experimentAnalysis.answerOf(asking(), question)).balance.broken).toBe(true)
})

test('an effect that is there is found, and one that harms a guardrail is called worse', async () => {
  await emptyEvents(client)
  const { id } = await running({
    windowDays: null,
    guardrails: [{ version: 1, how: { kind: 'events', event: 'page_view', counted: { of: 'members' } } }],
  })
  const at = now.getTime() - 5 * hour
  const rows: Put[] = []
  for (let member = 1; member <= 400; member++) {
    const isNew = member % 2 === 1
    rows.push({ name: 'experiment.exposed', at, member, experiment: id, variant: isNew ? 'new' : 'control' })
    const orders = ((member * 7) % 3) + (isNew ? 1 : 0)
    for (let n = 0; n < orders; n++) rows.push({ name: 'order.paid', at: at + hour, member, value: 100 })
    if (member % 10 < (isNew ? 3 : 7)) rows.push({ name: 'page_view', at: at + hour, member })
  }
  await database().pool.query('update experiment set started_at = $2 where id = $1', [id, new Date(at)])
  await put(rows)
  const { figures } = await experimentAnalysis.answerOf(asking(), { experiment: id, adjust: true })
  const [goal, guardrail] = figures
  expect(goal!.effects[0]).toMatchObject({ verdict: 'better' })
  expect(goal!.effects[0]!.difference).toBeCloseTo(1, 1)
  expect(goal!.effects[0]!.low).toBeGreaterThan(0)
  expect(goal!.effects[0]!.pValue).toBeLessThan(0.05)
  expect(guardrail).toMatchObject({ role: 'guardrail', metric: { unit: 'share' } })
  expect(guardrail!.effects[0]).toMatchObject({ verdict: 'worse' })
  expect(guardrail!.effects[0]!.chance).toBeLessThan(0.01)
})

test('every statement of experiments is one that ClickHouse can plan', async () => {
  const exposures = exposuresSql('77', '2026-11-01')
  const window = { days: 14, lookBack: 28, until: now }
  const statements = {
    arrivals: arrivalsSql(exposures, clock.zone),
    crossed: crossedSql('77', '2026-11-01'),
    ...Object.fromEntries(
      Object.entries(nodes).map(([name, node]) => [
        name,
        sumsSql(perMemberOf(node)!, exposures, window, clock),
      ]),
    ),
  }
  for (const [name, { sql, params }] of Object.entries(statements))
    expect((await client.query(`EXPLAIN PIPELINE ${sql}`, params)).length, name).toBeGreaterThan(0)
  const { sql, params } = statements.arrivals
  await expect(
    client.query(`EXPLAIN PIPELINE ${sql.replace('FROM event', 'FROM nowhere')}`, params),
  ).rejects.toThrow()
  // What is no figure of single members is refused.
  expect(perMemberOf({ kind: 'leaf', leaf: { kind: 'population' } })).toBe(undefined)
  expect(
    perMemberOf({ kind: 'ratio', over: nodes.count!, under: { kind: 'leaf', leaf: { kind: 'population' } } }),
  ).toMatchObject({ under: null })
})
