import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { startOfUnit } from '#base/time/calendar.ts'
import { type BehaviourRow, behaviourRows } from '#test/behaviour-rows.ts'
import { writeHistory } from '#test/histories.ts'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { bestOf, countedOf, type NaiveAttempt, naiveAttempts } from '#test/naive-funnel.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { funnelAnalysis, funnelWriting } from './funnel.analysis.ts'
import {
  betweenSql,
  binsSql,
  crossingsSql,
  peopleSql,
  standingSql,
  stepsSql,
  stepTimesSql,
  timeSql,
  trendSql,
} from './funnel.sql.ts'
import { type FunnelCell, type FunnelQuestion, funnelQuestion } from './funnel.ts'
import { isPlain, walkOf } from './rows.sql.ts'
import { microsOf } from './span.ts'

const worlds = [
  { zone: 'Asia/Shanghai', now: new Date('2026-11-19T01:41:58.123Z'), seed: 21 },
  // The clocks went back on 1 November: a day of 25 hours lies in the histories.
  { zone: 'America/New_York', now: new Date('2026-11-19T04:59:59.999Z'), seed: 22 },
]
const names = ['post.read', 'order.paid', 'check_in', 'comment.posted']

const happening = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names).map((event) => ({ event })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...names)
      .map((event) => ({ event, where: [{ property: 'path', test: { op: 'isKnown' as const } }] })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...names).map((event) => ({ event, group: '1' })) },
)
const span = fc.constantFrom(
  { amount: 30, unit: 'minutes' as const },
  { amount: 5, unit: 'hours' as const },
  { amount: 2, unit: 'days' as const },
  { amount: 14, unit: 'days' as const },
)
const waits = [
  { amount: 17, unit: 'minutes' as const },
  { amount: 1, unit: 'hours' as const },
  { amount: 1, unit: 'days' as const },
]
type Steps = z.input<typeof funnelQuestion>['steps']
const disjoint: fc.Arbitrary<Steps> = fc
  .shuffledSubarray(names, { minLength: 2 })
  .map((some) => some.map((event) => ({ of: [{ event }] })))
const any: fc.Arbitrary<Steps> = fc.array(
  fc.record(
    {
      of: fc.array(happening, { minLength: 1, maxLength: 2 }),
      optional: fc.constantFrom(true, false),
      within: span,
      atLeast: fc.constantFrom(...waits),
    },
    { requiredKeys: ['of'] },
  ),
  { minLength: 2, maxLength: 5 },
)

type Exclusions = { event: string; after: number; length: number }[]

const questions: fc.Arbitrary<FunnelQuestion> = fc
  .record({
    steps: fc.oneof({ weight: 1, arbitrary: disjoint }, { weight: 2, arbitrary: any }),
    order: fc.constantFrom('ordered' as const, 'ordered' as const, 'strict' as const, 'unordered' as const),
    within: span,
    exclusions: fc.oneof(
      { weight: 2, arbitrary: fc.constant<Exclusions>([]) },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.record({
            event: fc.constantFrom(...names),
            after: fc.integer({ min: 1, max: 3 }),
            length: fc.integer({ min: 1, max: 3 }),
          }),
          { minLength: 1, maxLength: 2 },
        ),
      },
    ),
    count: fc.constantFrom('members' as const, 'first' as const, 'attempts' as const, 'rounds' as const),
    repeats: fc.constantFrom(undefined, undefined, 'ignored' as const, 'ending' as const),
    apart: fc.constantFrom(undefined, true),
    attribution: fc.constantFrom(
      undefined,
      { by: 'first' as const },
      { by: 'last' as const },
      { by: 'all' as const },
      { by: 'step' as const, step: 2 },
    ),
    range: fc.constantFrom({ last: 40, unit: 'day' as const }, { from: '2026-10-30', to: '2026-11-10' }),
    group: fc.option(fc.constantFrom('1', '2'), { nil: undefined, freq: 4 }),
  })
  .map(({ steps, order, exclusions, attribution, group, repeats, apart, ...rest }) => {
    const last = steps.length - 1
    return funnelQuestion.parse({
      ...rest,
      order,
      ...(order === 'unordered' ? {} : { repeats, apart }),
      steps: steps.map(({ atLeast, ...step }, at) => {
        if (order === 'unordered') return { of: step.of }
        const waits =
          atLeast && !(step.within && microsOf(step.within) < microsOf(atLeast)) ? { atLeast } : {}
        return { ...step, ...waits, ...(at === 0 || at === last ? { optional: undefined } : {}) }
      }),
      exclusions: exclusions
        .map(({ event, after, length }) => ({ event, after, before: Math.min(after + length, steps.length) }))
        .filter(({ after, before }) => after < before),
      ...(attribution ? { breakdown: { by: 'property', property: 'path' }, attribution } : {}),
      scope: group ? { group } : {},
    })
  })

/** Such as ClickHouse's own function answers. */
const plainly: fc.Arbitrary<FunnelQuestion> = fc
  .record({ steps: disjoint, within: span, last: fc.constantFrom(10, 40) })
  .map(({ steps, within, last }) => funnelQuestion.parse({ steps, within, range: { last, unit: 'day' } }))

const pathOf = ({ props: { path } }: BehaviourRow) =>
  typeof path === 'string' || typeof path === 'boolean'
    ? String(path)
    : typeof path === 'number' && Number.isInteger(path) && Math.abs(path) <= 2 ** 53
      ? String(path)
      : ''

/** Attempts that count, by value; `undefined` for all together. */
function naive(rows: readonly BehaviourRow[], question: FunnelQuestion, days: { from: string; to: string }) {
  const choose = (attempts: readonly NaiveAttempt[]) => countedOf(attempts, question.count)
  const all = choose(naiveAttempts(rows, question, days))
  const byValue = new Map<string, NaiveAttempt[]>()
  const put = (value: string, attempt: NaiveAttempt) =>
    byValue.set(value, [...(byValue.get(value) ?? []), attempt])
  const { attribution } = question
  if (question.breakdown && attribution.by === 'all') {
    for (const value of new Set(rows.map(pathOf)))
      for (const each of choose(
        naiveAttempts(
          rows.filter((row) => pathOf(row) === value),
          question,
          days,
        ),
      ))
        put(value, each)
  } else if (question.breakdown)
    for (const each of choose(naiveAttempts(rows, question, days, pathOf))) {
      const known = each.values.filter(Boolean)
      if (attribution.by === 'step') {
        if (each.times[attribution.step - 1]) put(each.values[attribution.step - 1]!, each)
      } else put((attribution.by === 'last' ? known.at(-1) : known[0]) ?? '', each)
    }
  return { all, byValue }
}

const took = (attempts: readonly NaiveAttempt[], step: number) => attempts.filter(({ times }) => times[step])
const who = (attempts: readonly NaiveAttempt[]) => [...new Set(attempts.map(({ member }) => member))]
const figuresOf = (question: FunnelQuestion, attempts: readonly NaiveAttempt[]) =>
  question.steps.map((_, at) => [took(attempts, at).length, who(took(attempts, at)).length])
const sorted = (ids: readonly string[]) => [...ids].sort((a, b) => Number(a) - Number(b))
const median = (list: readonly number[]) => {
  const ascending = [...list].sort((a, b) => a - b)
  const middle = (ascending.length - 1) / 2
  return (ascending[Math.floor(middle)]! + ascending[Math.ceil(middle)]!) / 2
}

describe.each(worlds)('T39 funnels over days of $zone', ({ zone, now, seed }) => {
  const members = 40
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let insight: InsightWorld
  let rows: BehaviourRow[]

  beforeAll(async () => {
    world = await makeTestWarehouse()
    await writeHistory(world.database.pool, { seed, now, zone, members })
    // Many within minutes and hours of each other, on both sides of midnight, and often at the same moment.
    await world.database.pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id, group_id, anonymous_id, value, props)
       select name, source, actor, date_trunc('week', occurred_at) + seq % 2 * interval '1 day' + seq % 50 * interval '17 minutes', member_id, group_id, anonymous_id, value, props
         from event_log where seq % 3 > 0 and name <> 'visitor.identified' and not (bot or staff or test)`,
    )
    world.startSink({ timeZone: async () => zone })
    await world.settled()
    insight = await openInsightWorld(world, { now })
    rows = await behaviourRows(world.database.pool, zone)
  })
  afterAll(() => world?.end())

  test('S2-51 are what a naive walk through the log finds, and the people behind each figure are as many', async () => {
    let [plain, walked, reached] = [0, 0, 0]
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 1, arbitrary: plainly }, { weight: 3, arbitrary: questions }),
        fc.nat(),
        async (question, pick) => {
          const answer = await insight.answer(funnelAnalysis, question)
          const { all, byValue } = naive(rows, question, answer)
          expect(answer.steps.map(({ count, members: people }) => [count, people])).toEqual(
            figuresOf(question, all),
          )
          const writing = await funnelWriting(await insight.asking(), question)
          if (isPlain(writing, walkOf(writing))) {
            plain++
            // The way without ClickHouse's own function finds the same.
            const found = await world.warehouse.query<{ counts: string[] }>(
              `SELECT sumForEach(arrayMap(t -> t != 0, times)) AS counts FROM (${standingSql(writing, false)})`,
              stepsSql(writing, false).params,
            )
            expect(question.steps.map((_, at) => Number(found[0]?.counts[at] ?? 0))).toEqual(
              answer.steps.map(({ count }) => count),
            )
          } else walked++
          reached += answer.steps.at(-1)!.count
          if (question.breakdown) {
            const expected = [...byValue].map(
              ([value, attempts]) => [value, figuresOf(question, attempts)] as const,
            )
            const found = new Map(expected)
            expect(answer.values.length + answer.otherValues).toBe(expected.length)
            for (const { value, steps } of answer.values)
              expect(
                steps.map(({ count, members: people }) => [count, people]),
                value,
              ).toEqual(found.get(value))
          }
          const step = 1 + (pick % question.steps.length)
          const value = answer.values[pick % Math.max(1, answer.values.length)]?.value
          const cell: FunnelCell = { of: 'reached', step, ...(value === undefined ? {} : { value }) }
          const expected = value === undefined ? all : byValue.get(value)!
          expect(await insight.people(funnelAnalysis, question, cell)).toEqual(
            sorted(who(took(expected, step - 1))),
          )
        },
      ),
      { numRuns: 12, seed, endOnFailure: true },
    )
    expect(Math.min(plain, walked)).toBeGreaterThan(1)
    expect(reached).toBeGreaterThan(5)
  }, 60_000)

  test('S2-51 time from step to step, and the trend by when attempts began', async () => {
    for (const asked of fc.sample(questions, { numRuns: 3, seed: seed + 1 })) {
      const plain = { ...asked, breakdown: undefined }
      const to = plain.steps.length
      const timed = await insight.answer(funnelAnalysis, { ...plain, show: { of: 'time', from: 1, to } })
      const { all } = naive(rows, plain, timed)
      const lasted = took(took(all, 0), to - 1).map(({ times }) => Number(times[to - 1]! - times[0]!) / 1e6)
      expect(timed.time!.members).toBe(lasted.length)
      expect(timed.time!.bins.reduce((sum, { count }) => sum + count, 0)).toBe(lasted.length)
      if (lasted.length > 0) {
        expect(timed.time!.medianSeconds).toBeCloseTo(median(lasted), 3)
        expect(timed.time!.averageSeconds).toBeCloseTo(
          lasted.reduce((sum, each) => sum + each, 0) / lasted.length,
          3,
        )
        const bin = timed.time!.bins.find(({ count }) => count > 0)!
        const within = all.filter(({ times }) => {
          const seconds = Number(times[to - 1]! - times[0]!) / 1e6
          return times[0] && times[to - 1] && seconds >= bin.from && (bin.to === null || seconds < bin.to)
        })
        expect(
          await insight.people(
            funnelAnalysis,
            { ...plain, show: { of: 'time', from: 1, to } },
            { of: 'time', from: bin.from, to: bin.to },
          ),
        ).toEqual(sorted(who(within)))
      }
      const unit = 'week' as const
      const { trend, ...days } = await insight.answer(funnelAnalysis, {
        ...plain,
        show: { of: 'trend', unit },
      })
      const attempts = naiveAttempts(rows, plain, days)
      const weekOf = ({ day }: NaiveAttempt) => startOfUnit(day, unit)
      for (const { start, entered, converted } of trend!) {
        const began = attempts.filter((each) => weekOf(each) === start)
        const counted =
          plain.count === 'members'
            ? bestOf(began, ({ member }) => member)
            : countedOf(attempts, plain.count).filter((each) => weekOf(each) === start)
        expect([entered, converted]).toEqual([counted.length, took(counted, to - 1).length])
      }
    }
  })

  test('S2-53 what people did in between, of those who went on and of those who stopped', async () => {
    const question = funnelQuestion.parse({
      range: { last: 60, unit: 'day' },
      steps: [{ of: [{ event: 'post.read' }] }, { of: [{ event: 'order.paid' }] }],
      within: { amount: 5, unit: 'days' },
      show: { of: 'between', from: 1 },
    })
    const { between, ...days } = await insight.answer(funnelAnalysis, question)
    const { all } = naive(rows, question, days)
    const [went, stopped] = [took(all, 1), all.filter(({ times }) => !times[1])]
    expect([between!.went, between!.stopped]).toEqual([went.length, stopped.length])
    expect(Math.min(went.length, stopped.length)).toBeGreaterThan(2)
    const needed = BigInt(Math.round(between!.seconds * 1e6))
    const did = (event: string, attempts: readonly NaiveAttempt[]) =>
      attempts.filter(({ member, times }) =>
        rows.some(
          (row) =>
            row.member === member &&
            row.name === event &&
            row.at > times[0]! &&
            row.at < (times[1] || times[0]! + needed + 1n),
        ),
      )
    expect(between!.events.length).toBeGreaterThan(1)
    for (const { event, went: some, stopped: others } of between!.events) {
      expect([some, others], event).toEqual([did(event, went).length, did(event, stopped).length])
      for (const on of [true, false])
        expect(await insight.people(funnelAnalysis, question, { of: 'did', event, went: on })).toEqual(
          sorted(who(did(event, on ? went : stopped))),
        )
    }
  })

  test('every statement is one that ClickHouse can plan', async () => {
    const asking = await insight.asking()
    const watched = { days: { from: '2026-11-01', to: '2026-11-19' }, needed: 1_000_000 }
    for (const question of fc.sample(questions, { numRuns: 3, seed: seed + 2 })) {
      const writing = await funnelWriting(asking, question)
      for (const { sql, params } of [
        stepsSql(writing, false),
        ...(question.breakdown ? [stepsSql(writing, true)] : []),
        stepTimesSql(writing),
        timeSql(writing, 1, 2),
        binsSql(writing, 1, 2, 60, 15),
        trendSql(writing, 'month'),
        crossingsSql(writing, 1, 2),
        betweenSql(writing, 1, 2, watched),
        peopleSql(writing, { of: 'dropped', step: 2 }),
        peopleSql(
          { ...writing, question: { ...question, show: { of: 'trend', unit: 'day' } } },
          { of: 'began', start: '2026-11-02', converted: true },
        ),
      ]) {
        expect((await world.warehouse.query(`EXPLAIN PIPELINE ${sql}`, params)).length).toBeGreaterThan(0)
        await expect(
          world.warehouse.query(`EXPLAIN PIPELINE ${sql.replaceAll('FROM event', 'FROM nothing')}`, params),
        ).rejects.toThrow()
      }
    }
  })

  test('the comparison notices a funnel of another window', async () => {
    const question = funnelQuestion.parse({
      range: { last: 40, unit: 'day' },
      steps: [{ of: [{ event: 'post.read' }] }, { of: [{ event: 'check_in' }] }],
    })
    const { steps, ...days } = await insight.answer(funnelAnalysis, question)
    const { all } = naive(rows, { ...question, within: { amount: 1, unit: 'minutes' } }, days)
    expect(steps.map(({ count, members: people }) => [count, people])).not.toEqual(figuresOf(question, all))
  })
})
