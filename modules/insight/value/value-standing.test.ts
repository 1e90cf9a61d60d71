/** Value against the real databases: purchases as the models see them, fitted, kept, asked. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { addToDay } from '#base/time/calendar.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { type EventRow, emptyEvents, emptyWarehouse, putEvents } from '#test/event-rows.ts'
import type { Asking } from '../asking.ts'
import { randomFrom } from '../statistics/random.ts'
import { computeValue, inDigits } from './compute.ts'
import { valueFields } from './fields.ts'
import { leastRepeaters } from './model.ts'
import { valuePersonal } from './personal.ts'
import {
  buyersSql,
  extentSql,
  historiesSql,
  holdoutSql,
  holdoutWeeksSql,
  spendersSql,
} from './purchases.sql.ts'
import { historiesOf, type Purchase } from './purchases.ts'
import { countStanding, findDeciles, findStanding } from './standing.sql.ts'
import { valueAnalysis } from './value.analysis.ts'
import { alikeSql, buyersBehindSql } from './value.sql.ts'
import { findInForce, findNewest } from './versions.ts'
import { findWorth } from './worth.ts'

const database = useDatabase()
let client: Awaited<ReturnType<typeof emptyWarehouse>>
const asOf = '2026-11-19'
const quiet = { signal: new AbortController().signal, progress: async () => undefined }
const ctx = (): Ctx => testCtx(database(), { kind: 'system', name: 'test' }, new Date('2026-11-20T02:00:00Z'))
const compute = (day = asOf, run: Parameters<typeof computeValue>[3] = quiet) =>
  computeValue(ctx(), client.query, { asOf: day, discountPerYear: 0.1 }, run, { asked: 400, written: 150 })
const bought = (member: number, day: string, value: number): EventRow => ({
  name: 'order.paid',
  at: `${day} 12:00`,
  member,
  value,
})
const asking = (): Asking => ({
  ctx: ctx(),
  clock: { now: ctx().now, zone: 'Asia/Shanghai', today: '2026-11-20' },
  parts: {} as Asking['parts'],
  query: client.query,
  once: client.query,
})
const people = async (cell: { bin?: number }) => {
  const { sql, params } = await valueAnalysis.peopleOf(asking(), {}, cell)
  return (await client.query<{ member_id: string }>(sql, params)).map((row) => row.member_id)
}

const buyers = 900
/** A community that lives by the models: 900 buyers over two years. */
function lived(): EventRow[] {
  const random = randomFrom(3)
  const rows: EventRow[] = []
  for (let member = 1; member <= buyers; member++) {
    const rate = random.gamma(0.9, 26)
    const leaves = random.beta(0.9, 3.2)
    const scale = random.gamma(3.8, 5_600)
    let day = Math.floor(random.next() * 500)
    for (;;) {
      rows.push(
        bought(member, addToDay('2024-12-01', day, 'day'), Math.max(1, Math.round(random.gamma(6.2, scale)))),
      )
      day += Math.ceil(-Math.log(1 - random.next()) / rate)
      if (addToDay('2024-12-01', day, 'day') > asOf) break
      if (random.next() < leaves) break
    }
  }
  return rows
}

beforeAll(async () => {
  client = await emptyWarehouse()
  await database().pool.query(
    `insert into member (id, token, nickname, joined_at)
     select n, 'm' || n, '成员' || n, '2024-12-01' from generate_series(1, 1000) as n`,
  )
})
afterAll(() => client?.end())

test('purchases in the warehouse are those that plain loops find', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          member: fc.integer({ min: 1, max: 6 }),
          back: fc.integer({ min: -2, max: 90 }),
          value: fc.integer({ min: 1, max: 9_000 }),
          kind: fc.constantFrom('paid', 'paid', 'paid', 'bot', 'browser', 'other', 'free'),
        }),
        { maxLength: 40 },
      ),
      async (happened) => {
        await emptyEvents(client)
        const rows = happened.map(
          ({ member, back, value, kind }): EventRow => ({
            name: kind === 'other' ? 'page_view' : 'order.paid',
            at: `${addToDay(asOf, -back, 'day')} ${back % 2 ? '00:00' : '23:59'}`,
            value: kind === 'free' ? 0 : value,
            ...(kind === 'browser' ? { browser: `b-${member}` } : { member }),
            bot: kind === 'bot',
            // Who wrote it down does not matter: a shop by its key, or somebody of the team.
            ...(back % 3 === 0 ? { source: 'fact', actor: 'apiKey:3', staff: true } : {}),
          }),
        )
        rows.push({
          name: 'visitor.identified',
          at: `${asOf} 08:00`,
          member: 1,
          props: { anonymousId: 'b-1' },
        })
        await putEvents(client, rows)
        const purchases = happened
          .filter(({ kind, member }) => kind === 'paid' || (kind === 'browser' && member === 1))
          .map(
            ({ member, back, value }): Purchase => ({
              member: String(member),
              day: addToDay(asOf, -back, 'day'),
              value,
            }),
          )
        const plain = (row: object) => JSON.stringify(row)
        const found = await client.query<Record<'m' | 'x' | 'tx' | 't' | 'spent', string>>(
          ...(Object.values(historiesSql(asOf)) as [string, Record<string, unknown>]),
        )
        expect(
          found
            .map(({ m, x, tx, t, spent }) =>
              plain({ member: m, x: Number(x), tx: Number(tx), t: Number(t), spent: Number(spent) }),
            )
            .sort(),
        ).toEqual(historiesOf(purchases, asOf, 'day').map(plain).sort())
      },
    ),
    { numRuns: 8, seed: 4 },
  )
})

test('an order that was given back is no purchase, one in part is worth the rest', async () => {
  await emptyEvents(client)
  const at = (day: string) => `${day} 04:00:00.000`
  const order = (seq: number, name: string, object: number, day: string, value: number) => ({
    seq,
    tx: 1,
    recorded_at: at(day),
    occurred_at: at(day),
    name,
    source: 'track',
    actor: 'account:1',
    member_id: 7,
    object_kind: 'order',
    object_id: object,
    value,
    props: '{}',
  })
  await client.insert({
    table: 'event',
    columns: [
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
      'props',
    ],
    rows: [
      order(9_000_001, 'order.paid', 1, '2026-09-01', 5_000),
      order(9_000_002, 'order.paid', 2, '2026-09-11', 5_000),
      order(9_000_003, 'order.refunded', 2, '2026-09-12', 5_000),
      order(9_000_004, 'order.paid', 3, '2026-10-01', 8_000),
      order(9_000_005, 'order.refunded', 3, '2026-10-03', 3_000),
      // What is given back later does not change an earlier day.
      order(9_000_006, 'order.refunded', 3, '2026-11-25', 5_000),
    ],
  })
  const { sql, params } = historiesSql(asOf)
  const [row] = await client.query<Record<string, string>>(sql, params)
  expect([Number(row!.x), Number(row!.tx), Number(row!.spent)]).toEqual([1, 30, 5_000])
})

test('S0-07 with too few who bought again nothing is estimated, and it says so', async () => {
  await emptyEvents(client)
  expect((await valueAnalysis.answerOf(asking(), {})).state).toBe('never')
  await putEvents(
    client,
    Array.from({ length: leastRepeaters - 1 }, (_, at) => [
      bought(at + 1, '2026-10-01', 900),
      bought(at + 1, '2026-11-01', 900),
    ]).flat(),
  )
  expect(await compute()).toMatchObject({ outcome: 'too_few', repeaters: leastRepeaters - 1 })
  const answer = await valueAnalysis.answerOf(asking(), {})
  expect(answer).toMatchObject({ state: 'too_few', least: leastRepeaters, total: null })
  expect((await findDeciles(ctx())).length).toBe(0)
})

test('S0-07 S1-36 fitted, kept, asked: the figures and the people behind them agree', async () => {
  await emptyEvents(client)
  await putEvents(client, lived())
  const done = await compute()
  expect(done.outcome).toBe('fitted')
  expect(done.buyers).toBe(buyers)
  const { definition } = (await findInForce(ctx()))!
  expect(definition.holdout!.actual).toBeGreaterThan(200)
  expect(Math.abs(definition.holdout!.expected / definition.holdout!.actual - 1)).toBeLessThan(0.2)
  expect(definition.holdout!.weeks.at(-1)!.actual).toBeLessThanOrEqual(definition.holdout!.actual)
  const answer = await valueAnalysis.answerOf(asking(), {})
  expect(answer.total!.members).toBe(buyers)
  expect(answer.total!.low).toBeLessThan(answer.total!.revenue)
  for (const { bin, members } of answer.alive)
    expect((await people({ bin })).length, String(bin)).toBe(members)
  expect((await people({})).length).toBe(buyers)
  const { rows } = await database().pool.query(
    'select count(*)::int as members, sum(revenue)::float8 as revenue, sum(alive) as alive from value_standing',
  )
  expect(rows[0].members).toBe(buyers)
  expect(rows[0].revenue / answer.total!.revenue).toBeCloseTo(1, 4)
  expect(rows[0].alive).toBeCloseTo(answer.total!.alive, 6)
  const deciles = await findDeciles(ctx())
  expect(deciles.reduce((sum, { members }) => sum + members, 0)).toBe(buyers)
  expect(deciles[0]!.least).toBeGreaterThan(deciles.at(-1)!.least)
  for (const { members } of deciles) expect(Math.abs(members - buyers / 10)).toBeLessThan(buyers / 10)
  const going = await countStanding(ctx(), { going: true })
  const found = await findStanding(ctx(), { going: true }, { limit: 1_000 })
  expect(found.length).toBe(going.members)
  expect(going.members).toBeGreaterThan(0)
  const first = await findStanding(ctx(), { going: true }, { limit: 3 })
  const rest = await findStanding(
    ctx(),
    { going: true },
    { limit: 1_000, after: { value: String(first[2]!.atStake), id: first[2]!.memberId } },
  )
  expect([...first, ...rest]).toEqual(found)
})

test('the page of a member says what he may be worth and how sure that is; of who never bought, nothing', async () => {
  const [best] = await findStanding(ctx(), { decile: 1 }, { limit: 1 })
  const { asOf: upTo, worth } = await findWorth(ctx(), best!.memberId)
  expect(upTo).toBe(asOf)
  expect(worth).toMatchObject({ decile: 1, alive: best!.alive, revenue: best!.revenue, bought: best!.x + 1 })
  expect(worth!.revenueSpread.low).toBeLessThanOrEqual(worth!.revenueSpread.high)
  expect(worth!.purchasesSpread.high).toBeGreaterThanOrEqual(worth!.purchases)
  expect(await findWorth(ctx(), '1000')).toEqual({ asOf, worth: null })
})

test('conditions see steps, and the log hears only of those that moved', async () => {
  const facts = async () =>
    Number(
      (await database().pool.query(`select count(*) as n from event_log where name = 'value.changed'`))
        .rows[0].n,
    )
  const seen = async () =>
    (await database().pool.query('select member_id, seen_alive, seen_revenue from value_standing order by 1'))
      .rows
  const [before, kept] = [await facts(), await seen()]
  expect(before).toBeGreaterThanOrEqual(buyers)
  // The same again: nobody hears anything.
  await compute()
  expect(await facts()).toBe(before)
  expect(await seen()).toEqual(kept)
  // A day later a few have moved, far from all.
  await compute('2026-11-20')
  const told = (await facts()) - before
  const changed = (await seen()).filter((row, at) => JSON.stringify(row) !== JSON.stringify(kept[at])).length
  expect(told).toBe(changed)
  expect(told).toBeLessThan(buyers / 5)
  const values = await valueFields.read(ctx(), ['1', '1000'])
  expect(values.get('1')?.['value.alive']).toBeTypeOf('number')
  expect(values.has('1000')).toBe(false)
  expect([0, 99, 123, 12_345, 987_654].map(inDigits)).toEqual([0, 0, 120, 12_000, 990_000])
})

test('a computation that was killed is finished by the next, and an older one changes nothing', async () => {
  const killed = new AbortController()
  let calls = 0
  const run = {
    signal: killed.signal,
    progress: async () => {
      if (++calls === 2) killed.abort()
    },
  }
  const day = '2026-11-21'
  await expect(compute(day, run)).rejects.toThrow()
  await compute(day)
  const { rows } = await database().pool.query('select distinct model_id from value_standing')
  expect(rows.length).toBe(1)
  expect(rows[0].model_id).toBe((await findNewest(ctx()))!.id)
  await valuePersonal.erase(ctx(), '1')
  expect(await valuePersonal.copy(ctx(), '1')).toBe(null)
  expect(await valuePersonal.copy(ctx(), '2')).toMatchObject({ alive: expect.any(Number) })
})

test('every statement of value is one that ClickHouse can plan', async () => {
  const { definition } = (await findInForce(ctx()))!
  const read = { asOf, buying: definition.buying, scoped: { rows: [], people: [], params: {} } }
  const cut = {
    of: 'member' as const,
    sql: `SELECT id AS m, 'a' AS value FROM member FINAL`,
    params: {},
    labels: async () => new Map<string, string>(),
  }
  const statements = {
    buyers: buyersSql(asOf),
    spenders: spendersSql(asOf, 3),
    extent: extentSql(asOf),
    range: historiesSql(asOf, { range: ['1', '9'], people: ['m > 3'] }),
    holdout: holdoutSql('2026-06-01', asOf),
    weeks: holdoutWeeksSql('2026-06-01', asOf),
    alike: alikeSql(read, undefined, 1),
    cut: alikeSql(read, cut, 7),
    people: buyersBehindSql(read, cut, { bin: 3, value: 'a' }),
  }
  for (const [name, { sql, params }] of Object.entries(statements))
    expect((await client.query(`EXPLAIN PIPELINE ${sql}`, params)).length, name).toBeGreaterThan(0)
  const { sql, params } = statements.alike
  await expect(
    client.query(`EXPLAIN PIPELINE ${sql.replaceAll('FROM event', 'FROM nowhere')}`, params),
  ).rejects.toThrow()
  // Cut into steps of a week, the sums are nearly the same.
  const exact = await client.query<{ n: string }>(
    alikeSql(read, undefined, 1).sql,
    alikeSql(read, undefined, 1).params,
  )
  const stepped = await client.query<{ n: string }>(
    alikeSql(read, undefined, 7).sql,
    alikeSql(read, undefined, 7).params,
  )
  const total = (rows: readonly { n: string }[]) => rows.reduce((sum, { n }) => sum + Number(n), 0)
  expect(total(stepped)).toBe(total(exact))
  expect(stepped.length).toBeLessThan(exact.length)
})
