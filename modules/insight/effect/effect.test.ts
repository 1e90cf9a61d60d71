/** Effects over a warehouse: figures against the log counted by hand, people, and what must not be counted. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToDay, dayOf, daysBetween } from '#base/time/calendar.ts'
import { fieldsOf, writeHistory } from '#test/histories.ts'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { logRows } from '#test/metric-oracle.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { membersOf } from '../metrics/measure.ts'
import { type MetricRef, written } from '../metrics/metric.ts'
import { answerFrom, effectAnalysis, sidesOf } from './effect.analysis.ts'

const zone = 'America/New_York'
const now = new Date('2026-11-19T04:59:59.999Z')
const today = dayOf(now, zone)
let world: Awaited<ReturnType<typeof makeTestWarehouse>>
let insight: InsightWorld

const did = (event: string, of: 'count' | 'members', rolling?: number): MetricRef =>
  written({ kind: 'events', event, counted: { of }, ...(rolling ? { rolling } : {}) })
const share: MetricRef = written({
  kind: 'ratio',
  over: { kind: 'events', event: 'comment.posted', counted: { of: 'members' } },
  under: { kind: 'events', event: 'post.read', counted: { of: 'members' } },
})

beforeAll(async () => {
  world = await makeTestWarehouse()
  const history = { seed: 20_261_123, now, zone, members: 40 }
  await writeHistory(world.database.pool, history)
  world.startSink({ timeZone: async () => zone })
  await world.settled()
  insight = await openInsightWorld(world, { now, fields: [fieldsOf(history)] })
}, 60_000)
afterAll(() => world?.end())

describe('S1-68 the days around a change', () => {
  test('each is what the log says, today is none of them, and the means are theirs', async () => {
    const rows = (await logRows(world.database.pool, zone)).filter(({ person }) => person)
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          event: fc.constantFrom('post.read', 'order.paid', 'check_in'),
          of: fc.constantFrom('count' as const, 'members' as const),
          back: fc.integer({ min: -3, max: 40 }),
          before: fc.constantFrom(14, 28),
          after: fc.constantFrom(14, 28),
          group: fc.constantFrom(undefined, '1', '2'),
        }),
        async ({ event, of, back, before, after, group }) => {
          const on = addToDay(today, -back, 'day')
          const answer = await insight.answer(effectAnalysis, {
            metric: did(event, of),
            on,
            before,
            after,
            scope: group ? { group } : {},
          })
          const naive = (day: string) => {
            const found = rows.filter(
              (row) => row.name === event && row.day === day && (!group || row.group === group),
            )
            return of === 'count'
              ? found.length
              : new Set(found.flatMap(({ member }) => (member === '0' ? [] : [member]))).size
          }
          const expected = answer.course.map(({ day }) => naive(day))
          expect(answer.course.map(({ value }) => value)).toEqual(expected)
          expect(answer.course.some(({ day }) => day >= today)).toBe(false)
          expect(answer.course[0]?.day).toBe(addToDay(on, -before, 'day'))
          const past = Math.max(0, Math.min(after, daysBetween(on, today)))
          expect(answer.after.counted).toBe(past)
          expect(answer.ahead).toBe(after - past)
          expect(answer.verdict === 'fewDays').toBe(past < 14 || answer.before.counted < 14)
          const means = [expected.slice(0, answer.before.counted), expected.slice(answer.before.counted)].map(
            (part) => (part.length === 0 ? null : part.reduce((sum, each) => sum + each, 0) / part.length),
          )
          expect(answer.before.mean).toBeCloseTo(means[0]!, 9)
          if (means[1] === null) expect(answer.after.mean).toBeNull()
          else expect(answer.after.mean).toBeCloseTo(means[1]!, 9)
        },
      ),
      { numRuns: 14, seed: 4 },
    )
  })

  test('people behind a day and a side are as many as their figures say, and today’s are none of them', async () => {
    const question = {
      metric: did('post.read', 'members'),
      on: addToDay(today, -14, 'day'),
      before: 14,
      after: 14,
    }
    const answer = await insight.answer(effectAnalysis, question)
    for (const side of ['before', 'after'] as const) {
      const people = await insight.people(effectAnalysis, question, { side })
      expect(people).toHaveLength(answer[side].whole!)
      const busiest = answer.course
        .filter(({ day }) => day < answer.on === (side === 'before'))
        .toSorted((one, other) => other.value! - one.value!)[0]!
      expect(await insight.people(effectAnalysis, question, { side, day: busiest.day })).toHaveLength(
        busiest.value!,
      )
    }
    const asking = await insight.asking()
    const { sql, params } = await membersOf(asking, question.metric, { days: { from: today, to: today } })
    expect((await asking.query(sql, params)).length).toBeGreaterThan(0)
    const ahead = { ...question, on: today }
    expect(await insight.people(effectAnalysis, ahead, { side: 'after' })).toEqual([])
  })

  test('of a share, days with nothing to divide by are left out and said', async () => {
    const answer = await insight.answer(effectAnalysis, { metric: share, on: addToDay(today, -21, 'day') })
    const without = answer.course.filter(({ value }) => value === null).length
    expect(answer.leftOut.noBase).toBe(without)
    expect(answer.before.counted + answer.after.counted).toBe(answer.course.length - without)
    for (const { value } of answer.course) if (value !== null) expect(value).toBeGreaterThanOrEqual(0)
  })

  test('a figure of the last seven days does not mix both sides: the six days after are left out', async () => {
    const on = addToDay(today, -28, 'day')
    const answer = await insight.answer(effectAnalysis, { metric: did('post.read', 'members', 7), on })
    expect(answer.leftOut.mixed).toBe(6)
    const left = answer.course.filter(({ counted }) => !counted).map(({ day }) => daysBetween(on, day))
    expect(left).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('what piles up is compared by what each day added', async () => {
    const on = addToDay(today, -28, 'day')
    const metric = written({
      kind: 'stock',
      came: { event: 'post.read' },
      gone: [{ event: 'order.paid' }],
    })
    const answer = await insight.answer(effectAnalysis, { metric, on })
    expect(answer.reads).toBe('change')
    const sum = answer.course.reduce((all, { value }) => all + value!, 0)
    const asking = await insight.asking()
    const at = async (day: string) => {
      const { sql, params } = await membersOf(asking, metric, { days: { from: day, to: day } })
      return (await asking.query(sql, params)).length
    }
    expect(sum).toBe((await at(addToDay(today, -1, 'day'))) - (await at(addToDay(on, -29, 'day'))))
  })

  test('against itself nothing is left of it: what would have come anyway is taken out', async () => {
    const on = addToDay(today, -20, 'day')
    const answer = await insight.answer(effectAnalysis, {
      metric: did('post.read', 'count'),
      on,
      scope: {},
      against: {},
    })
    expect(answer.difference).toBeCloseTo(0, 9)
    expect(answer.verdict).toBe('unclear')
  })
})

test('every statement of an effect is one that ClickHouse can plan', async () => {
  const asking = await insight.asking()
  const seen: [string, Record<string, unknown>][] = []
  const watching = {
    ...asking,
    once: async (sql: string, params = {}) => {
      seen.push([sql, params])
      return await asking.query(sql, params)
    },
  } as typeof asking
  for (const metric of [did('check_in', 'count'), share, 'members_total', 'weekly_active_rate'])
    await effectAnalysis.answerOf(
      watching,
      effectAnalysis.question.parse({
        metric,
        on: addToDay(today, -9, 'day'),
        before: 14,
        against: { group: '2' },
      }),
    )
  for (const cell of [
    { side: 'before' },
    { side: 'after', day: addToDay(today, -3, 'day'), of: 'against' },
  ]) {
    const { sql, params } = await effectAnalysis.peopleOf(
      asking,
      effectAnalysis.question.parse({ metric: share, on: addToDay(today, -9, 'day'), against: {} }),
      effectAnalysis.cell.parse(cell),
    )
    seen.push([sql, params])
  }
  expect(seen.length).toBeGreaterThan(4)
  for (const [each, its] of seen)
    expect((await world.warehouse.query(`EXPLAIN PIPELINE ${each}`, its)).length).toBeGreaterThan(0)
  const [sql, params] = seen.at(-1)!
  await expect(world.warehouse.query(`EXPLAIN PIPELINE SELECT nobody FROM (${sql})`, params)).rejects.toThrow(
    /nobody/,
  )
})

test('amounts of a small group are held against those of a large one at the same level; shares as they are', () => {
  const question = effectAnalysis.question.parse({
    metric: 'posts',
    on: '2026-10-15',
    before: 14,
    after: 14,
    against: {},
  })
  const sides = sidesOf(question, '2026-11-19')
  const points = (value: (at: number) => number) =>
    Array.from({ length: 28 }, (_, at) => {
      const start = addToDay('2026-10-01', at, 'day')
      return { start, to: start, running: false, value: value(at) }
    })
  const measured = (value: (at: number) => number) =>
    [0, 1, 2].map(() => ({ points: points(value), total: { value: 0 } })) as never
  const resolved = (kind: 'count' | 'average') =>
    ({
      metric: { key: 'x', name: 'x', unit: 'times', better: 'more', formula: '' },
      node: { kind: 'leaf', leaf: { kind: 'events', event: 'x', counted: { of: kind } } },
    }) as never
  // Both doubled on the day; the large one is ten times the small one.
  const twice = (size: number) => (at: number) => size * (at < 14 ? 1 : 2)
  const read = {
    change: false,
    scope: measured(twice(10)),
    against: measured(twice(100)),
    yesterday: '2026-11-18',
  }
  expect(answerFrom(question, resolved('count'), sides, read).difference).toBeCloseTo(0, 9)
  expect(answerFrom(question, resolved('average'), sides, read).difference).toBeCloseTo(10 - 100, 9)
})
