/** Sums of arms and answers of experiments against the real warehouse, as plain loops find them. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { emptyEvents, emptyWarehouse } from '#test/event-rows.ts'
import { runTrial } from '#test/experiment-trials.ts'
import type { Asking } from '../asking.ts'
import { readFormula } from '../metrics/formula.ts'
import type { EventsExpression } from '../metrics/metric.ts'
import type { Node } from '../metrics/resolve.ts'
import { armSumsOf, experimentAnalysis } from './experiment.analysis.ts'
import { stopExperiment } from './experiments.ts'
import { arrivalsSql, crossedSql, exposuresSql, perMemberOf, sumsSql } from './per-member.sql.ts'

const database = useDatabase()
let client: Awaited<ReturnType<typeof emptyWarehouse>>
const now = new Date('2026-11-20T02:00:00Z')
const ctx = (): Ctx => testCtx(database(), { kind: 'system', name: 'test' }, now)
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
  await keepPresent(1, 400)
  await database().pool.query(
    `insert into member (id, token, nickname, joined_at)
     select n, 'm' || n, '成员' || n, '2025-12-01' from generate_series(1, 400) as n`,
  )
})
afterAll(() => client?.end())

/** What the warehouse knows of members: who has a profile of his own, and who has none any more. */
const keepPresent = (from: number, to: number, present = true) =>
  client.insert({
    table: 'member',
    columns: ['id', 'present', 'version'],
    rows: Array.from({ length: to - from + 1 }, (_, at) => ({
      id: from + at,
      present,
      version: present ? 1 : 2,
    })),
  })

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
const put = async (given: readonly Put[]) => {
  const rows = given.map(({ at, member, experiment, variant, ...rest }) => {
    const moment = new Date(at).toISOString().replace('T', ' ').replace('Z', '')
    return {
      seq: ++seq,
      tx: 1,
      recorded_at: moment,
      occurred_at: moment,
      source: 'track',
      actor: 'account:1',
      member_id: member,
      object_kind: experiment ? 'experiment' : '',
      object_id: experiment ?? 0,
      value: null,
      bot: false,
      staff: false,
      props: JSON.stringify(variant ? { variant } : {}),
      ...rest,
    }
  })
  const [column, ...columns] = Object.keys(rows[0] ?? {})
  if (column) await client.insert({ table: 'event', columns: [column, ...columns], rows })
}

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
      // With fourteen days the later ones are not done with them.
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
          // Who has had a part of his days only is in no figure.
          const mine = arms.filter(
            (arm) => arm.variant === variant && (days === null || arm.at + days * 24 * hour <= now.getTime()),
          )
          const figures = mine.map(({ member, at }) => {
            const value = (node: Node, from: number, to: number): number => {
              if (node.kind === 'formula')
                return value(node.of.get('a')!, from, to) - 2 * value(node.of.get('b')!, from, to)
              if (node.kind !== 'leaf' || node.leaf.kind !== 'events') throw new Error('not here')
              const { event, counted, by } = node.leaf
              const did = rows.filter(
                (row) =>
                  row.member === member &&
                  row.at >= from &&
                  row.at < to &&
                  !row.bot &&
                  (by === 'anyone' || !row.staff) &&
                  (event === '*' || row.name === event),
              )
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
  const { id } = await runTrial(ctx(), { windowDays: null })
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

test('T46 who has had a part of his days only is in his arm and in no figure; doors open to as many as it says', async () => {
  await emptyEvents(client)
  const { id } = await runTrial(ctx(), { windowDays: 14 })
  const day = 24 * hour
  const rows: Put[] = []
  for (let member = 1; member <= 60; member++) {
    const variant = member % 2 === 0 ? 'control' : 'new'
    // Twenty came twenty days ago, forty yesterday; everybody buys ten days after he came.
    const at = now.getTime() - (member <= 20 ? 20 : 1) * day
    rows.push({ name: 'experiment.exposed', at, member, experiment: id, variant })
    if (member <= 20) rows.push({ name: 'order.paid', at: at + 10 * day, member, value: 100 })
  }
  await database().pool.query('update experiment set started_at = $2 where id = $1', [
    id,
    new Date(now.getTime() - 20 * day),
  ])
  await put(rows)
  const question = { experiment: id, adjust: true }
  const doors = async (cell: { arm: string; finished?: boolean }) => {
    const { sql, params } = await experimentAnalysis.peopleOf(asking(), question, cell)
    const present = 'SELECT id FROM member FINAL WHERE present'
    return (await client.query(`SELECT * FROM (${sql}) WHERE member_id IN (${present})`, params)).length
  }
  const check = async (answer: Awaited<ReturnType<typeof experimentAnalysis.answerOf>>) => {
    for (const { key, members } of answer.arms) expect(await doors({ arm: key })).toBe(members)
    for (const { key, members } of answer.figures[0]!.arms)
      expect(await doors({ arm: key, finished: true })).toBe(members)
  }
  const answer = await experimentAnalysis.answerOf(asking(), question)
  expect(answer.unfinished).toBe(40)
  expect(answer.arms.map(({ members }) => members)).toEqual([30, 30])
  expect(answer.figures[0]!.arms).toMatchObject([
    { members: 10, value: 1 },
    { members: 10, value: 1 },
  ])
  await check(answer)
  // Profiles that are gone leave arms and doors alike.
  await keepPresent(1, 7, false)
  const later = await experimentAnalysis.answerOf(asking(), question)
  expect(later.arms.map(({ members }) => members)).toEqual([27, 26])
  expect(later.figures[0]!.arms.map(({ members }) => members)).toEqual([7, 6])
  await check(later)
  // Stopped before their days were over they stay out, however long ago that was.
  const waiting = later.unfinished
  await stopExperiment(ctx(), id, '够了')
  const muchLater = { ...asking(), clock: { ...clock, now: new Date(now.getTime() + 90 * day) } }
  const stopped = await experimentAnalysis.answerOf(muchLater, question)
  expect(stopped).toMatchObject({ state: 'stopped', unfinished: waiting })
  expect(stopped.stoppedAt).not.toBeNull()
  await client.command('TRUNCATE TABLE member')
  await keepPresent(1, 400)
})

test('T46 what was stopped before anybody had his days shows what there is, and says that the days were cut', async () => {
  await emptyEvents(client)
  const { id } = await runTrial(ctx(), { windowDays: 14 })
  const day = 24 * hour
  const rows: Put[] = []
  for (let member = 1; member <= 40; member++) {
    const at = now.getTime() - (member <= 20 ? 5 : 2) * day
    const variant = member % 2 === 0 ? 'control' : 'new'
    rows.push({ name: 'experiment.exposed', at, member, experiment: id, variant })
    if (variant === 'new') rows.push({ name: 'order.paid', at: at + day, member, value: 100 })
    // After it was stopped nothing counts.
    rows.push({ name: 'order.paid', at: now.getTime() + day, member, value: 100 })
  }
  await database().pool.query('update experiment set started_at = $2 where id = $1', [
    id,
    new Date(now.getTime() - 5 * day),
  ])
  await put(rows)
  const question = { experiment: id, adjust: true }
  // While it runs, days come still.
  const running = await experimentAnalysis.answerOf(asking(), question)
  expect(running).toMatchObject({ cut: false, unfinished: 40 })
  await stopExperiment(ctx(), id, '预算用完了')
  const later = { ...asking(), clock: { ...clock, now: new Date(now.getTime() + 90 * day) } }
  const stopped = await experimentAnalysis.answerOf(later, question)
  expect(stopped).toMatchObject({ cut: true, unfinished: 0, windowDays: 14 })
  expect(stopped.figures[0]!.arms).toMatchObject([
    { members: 20, value: 0 },
    { members: 20, value: 1 },
  ])
  const { sql, params } = await experimentAnalysis.peopleOf(later, question, { arm: 'new', finished: true })
  expect(await client.query(sql, params)).toHaveLength(20)
})

test('an effect that is there is found, and one that harms a guardrail is called worse', async () => {
  await emptyEvents(client)
  const { id } = await runTrial(ctx(), {
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
