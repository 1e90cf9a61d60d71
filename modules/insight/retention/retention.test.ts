import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { addToDay, dayOf, daysBetween, startOfDay } from '#base/time/calendar.ts'
import { type BehaviourRow, behaviourRows } from '#test/behaviour-rows.ts'
import { writeHistory } from '#test/histories.ts'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { lifecycleAnalysis } from '../lifecycle/lifecycle.analysis.ts'
import { kinds, states } from '../lifecycle/lifecycle.ts'
import { stickinessAnalysis } from '../stickiness/stickiness.analysis.ts'
import { bucketOf, startOfBucket } from './buckets.ts'
import { retentionPeopleSql, retentionSql, valuesSql } from './cohorts.sql.ts'
import { retentionAnalysis, retentionWriting } from './retention.analysis.ts'
import { type RetentionQuestion, retentionQuestion } from './retention.ts'

const worlds = [
  { zone: 'Asia/Shanghai', now: new Date('2026-11-19T01:41:58.123Z'), seed: 31 },
  // The clocks went back on 1 November: a day of 25 hours lies in the histories.
  { zone: 'America/New_York', now: new Date('2026-11-19T04:59:59.999Z'), seed: 32 },
]
const names = ['post.read', 'order.paid', 'check_in', 'comment.posted']
const known = { property: 'path', test: { op: 'isKnown' as const } }

const happening = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names).map((event) => ({ event })) },
  { weight: 2, arbitrary: fc.constant({ event: '*' }) },
  { weight: 1, arbitrary: fc.constantFrom(...names).map((event) => ({ event, where: [known] })) },
  { weight: 1, arbitrary: fc.constantFrom(...names).map((event) => ({ event, group: '1' })) },
)
const ranges = fc.constantFrom(
  { last: 40, unit: 'day' as const },
  { last: 5, unit: 'week' as const, whole: true },
  { from: '2026-10-20', to: '2026-11-08' },
)

const questions: fc.Arbitrary<RetentionQuestion> = fc
  .record({
    range: ranges,
    start: happening,
    again: happening,
    newcomers: fc.boolean(),
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    how: fc.constantFrom('exact' as const, 'orLater' as const, 'within' as const),
    columns: fc.integer({ min: 1, max: 6 }),
    brackets: fc.option(fc.constantFrom([1, 3, 7, 15], [2, 30]), { nil: undefined, freq: 2 }),
    cut: fc.boolean(),
    group: fc.option(fc.constantFrom('1', '2'), { nil: undefined, freq: 4 }),
  })
  .map(({ cut, group, brackets, ...rest }) =>
    retentionQuestion.parse({
      ...rest,
      ...(brackets ? { brackets } : {}),
      ...(cut ? { breakdown: { by: 'group' } } : {}),
      scope: group ? { group } : {},
    }),
  )

type Asked = { event: string; where?: unknown; group?: string | undefined }
const did = (row: BehaviourRow, { event, where, group }: Asked) =>
  (event === '*' || event === row.name) &&
  (group === undefined || group === row.group) &&
  (!where || (row.props.path !== undefined && row.props.path !== null))

const sorted = (ids: Iterable<string>) => [...ids].sort((a, b) => Number(a) - Number(b))

/** Who of each cohort is in each column, looked at one member after another. */
function naive(
  all: readonly BehaviourRow[],
  question: RetentionQuestion,
  days: { from: string; to: string },
  today: string,
) {
  const rows = all.filter(
    ({ group, day }) => (!question.scope.group || group === question.scope.group) && day <= today,
  )
  const { unit, brackets, how, newcomers, columns } = question
  const starts = rows.filter((row) => did(row, question.start) && row.day <= days.to)
  const first = new Map<string, string>()
  for (const { member, day } of starts) if (!(first.get(member)! <= day)) first.set(member, day)
  const ends = brackets ?? Array.from({ length: columns }, (_, at) => at + 1)
  const cells = new Map<string, Set<string>>()
  const put = (value: string, cohort: number, column: number, member: string) => {
    for (const of of new Set(['', value])) {
      const key = JSON.stringify([of === '' ? null : of, cohort, column])
      cells.set(key, (cells.get(key) ?? new Set()).add(member))
    }
    if (value === '') {
      const key = JSON.stringify(['', cohort, column])
      cells.set(key, (cells.get(key) ?? new Set()).add(member))
    }
  }
  for (const { member, day, group } of starts) {
    if (day < days.from) continue
    const same = brackets
      ? day === first.get(member)
      : bucketOf(day, unit) === bucketOf(first.get(member)!, unit)
    if (newcomers && !same) continue
    const cohort = bucketOf(day, unit)
    put(group ?? '', cohort, 0, member)
    for (const back of rows) {
      if (back.member !== member || !did(back, question.again)) continue
      const after = brackets ? daysBetween(day, back.day) : bucketOf(back.day, unit) - cohort
      for (const [at, end] of ends.entries()) {
        const from = how === 'within' ? 1 : (ends[at - 1] ?? 0) + 1
        if (after >= from && (how === 'orLater' || after <= end)) put(group ?? '', cohort, at + 1, member)
      }
    }
  }
  return cells
}

describe.each(worlds)('over days of $zone', ({ zone, now, seed }) => {
  const members = 40
  const today = dayOf(now, zone)
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let insight: InsightWorld
  let rows: BehaviourRow[]

  beforeAll(async () => {
    world = await makeTestWarehouse()
    await writeHistory(world.database.pool, { seed, now, zone, members })
    world.startSink({ timeZone: async () => zone })
    await world.settled()
    insight = await openInsightWorld(world, { now })
    rows = await behaviourRows(world.database.pool, zone)
  })
  afterAll(() => world?.end())

  test('T40 retention is what looking at one member after another finds, and the people behind each cell are as many', async () => {
    let returned = 0
    await fc.assert(
      fc.asyncProperty(questions, fc.nat(), async (question, pick) => {
        const answer = await insight.answer(retentionAnalysis, question)
        const cells = naive(rows, question, answer, today)
        const size = (value: string | null, cohort: number, column: number) =>
          cells.get(JSON.stringify([value, cohort, column]))?.size ?? 0
        for (const { start, cells: row } of answer.cohorts)
          for (const [column, cell] of row.entries())
            expect(cell.returned, `${start}, column ${column}`).toBe(
              size(null, bucketOf(start, question.unit), column),
            )
        for (const [column, mean] of answer.mean.entries()) {
          const ripe = answer.cohorts.filter((cohort) => cohort.cells[column]?.complete)
          const sum = (of: (cohort: (typeof ripe)[number]) => number) =>
            ripe.reduce((total, each) => total + of(each), 0)
          expect([mean.returned, mean.of]).toEqual([
            sum((each) => each.cells[column]!.returned),
            sum((each) => each.size),
          ])
          returned += mean.returned
        }
        for (const { value, size: all } of answer.values)
          expect(all).toBe(
            answer.cohorts.reduce(
              (sum, { start }) => sum + size(value, bucketOf(start, question.unit), 0),
              0,
            ),
          )
        const cohort = answer.cohorts[pick % answer.cohorts.length]!
        const column = pick % cohort.cells.length
        const key = (at: number) => JSON.stringify([null, bucketOf(cohort.start, question.unit), at])
        const cell = { cohort: cohort.start, column }
        const [came, began] = [
          cells.get(key(column)) ?? new Set<string>(),
          cells.get(key(0)) ?? new Set<string>(),
        ]
        expect(await insight.people(retentionAnalysis, question, cell)).toEqual(sorted(came))
        expect(await insight.people(retentionAnalysis, question, { ...cell, lost: true })).toEqual(
          sorted([...began].filter((member) => !came.has(member))),
        )
      }),
      { numRuns: 12, seed, endOnFailure: true },
    )
    expect(returned).toBeGreaterThan(50)
  }, 60_000)

  test('S4-78 the life cycle is what looking at one bucket after another finds', async () => {
    for (const unit of ['day', 'week'] as const)
      for (const event of [{ event: '*' }, { event: 'post.read', where: [known] }]) {
        const question = { range: { last: 30, unit: 'day' as const }, unit, event }
        const answer = await insight.answer(lifecycleAnalysis, question)
        const active = new Map<number, Set<string>>()
        for (const row of rows)
          if (row.day <= today && did(row, event)) {
            const at = bucketOf(row.day, unit)
            active.set(at, (active.get(at) ?? new Set()).add(row.member))
          }
        for (const bucket of answer.buckets) {
          const at = bucketOf(bucket.start, unit)
          const [here, prior] = [active.get(at) ?? new Set<string>(), active.get(at - 1) ?? new Set<string>()]
          const before = new Set([...active].flatMap(([each, who]) => (each < at ? [...who] : [])))
          const expected = {
            new: [...here].filter((id) => !before.has(id)),
            returning: [...here].filter((id) => prior.has(id)),
            resurrecting: [...here].filter((id) => before.has(id) && !prior.has(id)),
            dormant: [...prior].filter((id) => !here.has(id)),
          }
          for (const state of states)
            expect(bucket[state], `${state} ${bucket.start}`).toBe(expected[state].length)
          if (bucket === answer.buckets.at(-3))
            for (const state of states)
              expect(
                await insight.people(lifecycleAnalysis, question, {
                  of: 'state',
                  state,
                  start: bucket.start,
                }),
              ).toEqual(sorted(expected[state]))
        }
        const daysOf = new Map<string, Set<string>>()
        for (const row of rows)
          if (row.day <= today && did(row, event))
            daysOf.set(row.member, (daysOf.get(row.member) ?? new Set()).add(row.day))
        const week = bucketOf(today, 'week')
        const found = {
          silent: [] as string[],
          loyal: [] as string[],
          back: [] as string[],
          lost: [] as string[],
        }
        let judged = 0
        for (const [member, on] of daysOf) {
          const days = [...on].sort()
          const ago = new Set(days.map((day) => week - bucketOf(day, 'week')))
          if (days[0]! >= answer.from && days[0]! <= addToDay(today, -2, 'day')) {
            judged++
            if (days.at(-1)! <= addToDay(days[0]!, 1, 'day')) found.silent.push(member)
          }
          if ([1, 2, 3, 4, 5].every((each) => ago.has(each))) found.loyal.push(member)
          if (ago.has(0) && !ago.has(1) && [...ago].some((each) => each > 1)) found.back.push(member)
          if (!ago.has(0) && !ago.has(1) && [2, 3, 4].some((each) => ago.has(each))) found.lost.push(member)
        }
        expect(answer.kinds.silent.of).toBe(judged)
        for (const kind of kinds) {
          expect(answer.kinds[kind].members, kind).toBe(found[kind].length)
          expect(await insight.people(lifecycleAnalysis, question, { of: 'kind', kind })).toEqual(
            sorted(found[kind]),
          )
        }
      }
  }, 60_000)

  test('S4-78 stickiness is what counting the days of each member finds, and so are day, week and month', async () => {
    for (const more of [
      { event: { event: '*' } },
      { event: { event: 'check_in' }, atLeast: 2 },
      { event: { event: 'post.read', where: [known] }, every: 3 },
      { event: { event: '*' }, every: 2, unit: 'hour' as const },
    ]) {
      const question = { range: { last: 25, unit: 'day' as const }, unit: 'day' as const, ...more }
      const answer = await insight.answer(stickinessAnalysis, question)
      const counts = new Map<string, Map<number, number>>()
      const first = bucketOf(answer.from, 'day')
      const begin = startOfDay(answer.from, zone).getTime()
      for (const row of rows) {
        if (row.day < answer.from || row.day > answer.to || !did(row, question.event)) continue
        const place =
          question.unit === 'hour'
            ? (Number(row.at / 1_000n) - begin) / 3_600_000
            : bucketOf(row.day, 'day') - first
        const bucket = Math.floor(place / (question.every ?? 1))
        const of = counts.get(row.member) ?? new Map<number, number>()
        counts.set(row.member, of.set(bucket, (of.get(bucket) ?? 0) + 1))
      }
      const buckets = new Map(
        [...counts].map(([member, of]) => [
          member,
          [...of.values()].filter((count) => count >= (question.atLeast ?? 1)).length,
        ]),
      )
      for (const { buckets: many, exactly, orMore } of answer.buckets) {
        const fit = [...buckets].filter(([, count]) => count === many).map(([member]) => member)
        expect(exactly).toBe(fit.length)
        expect(orMore).toBe([...buckets].filter(([, count]) => count >= many).length)
        if (many < 3)
          expect(
            await insight.people(stickinessAnalysis, question, { of: 'buckets', buckets: many }),
          ).toEqual(sorted(fit))
      }
      const on = (day: string, length: number) =>
        new Set(
          rows
            .filter(
              (row) => row.day <= day && row.day > addToDay(day, -length, 'day') && did(row, question.event),
            )
            .map(({ member }) => member),
        )
      for (const { day, dau, wau, mau } of answer.trend)
        expect([dau, wau, mau], day).toEqual([on(day, 1).size, on(day, 7).size, on(day, 30).size])
      const { day } = answer.trend.at(-2)!
      expect(await insight.people(stickinessAnalysis, question, { of: 'actives', day, days: 7 })).toEqual(
        sorted(on(day, 7)),
      )
    }
  }, 60_000)

  test('S2-54 two cohorts stand beside each other, with an interval of their difference', async () => {
    const question: z.input<typeof retentionQuestion> = {
      range: { from: '2026-10-20', to: '2026-11-05' },
      start: { event: '*' },
      again: { event: '*' },
      newcomers: false,
      unit: 'week',
      columns: 2,
      goal: { column: 1, share: 0.5 },
      versus: { range: { from: '2026-09-20', to: '2026-10-10' } },
    }
    const { mean, versus, goal } = await insight.answer(retentionAnalysis, question)
    const other = await insight.answer(retentionAnalysis, {
      ...question,
      range: question.versus!.range!,
      versus: undefined,
    })
    expect(versus!.mean).toEqual(other.mean)
    const [difference] = versus!.difference.slice(1)
    expect(difference!.by).toBeCloseTo(mean[1]!.share! - other.mean[1]!.share!, 10)
    expect(difference!.low).toBeLessThan(difference!.by)
    expect(difference!.high).toBeGreaterThan(difference!.by)
    expect(goal).toEqual({ column: 1, share: 0.5, reached: mean[1]!.share, met: mean[1]!.share! >= 0.5 })
  })

  test('every statement is one that ClickHouse can plan', async () => {
    const asking = await insight.asking()
    for (const question of fc.sample(questions, { numRuns: 6, seed: seed + 2 })) {
      const writing = await retentionWriting(asking, question)
      for (const { sql, params } of [
        retentionSql(writing, ['1']),
        valuesSql(writing),
        retentionPeopleSql(writing, { cohorts: [1], column: 1, lost: true, value: '' }),
      ]) {
        expect((await world.warehouse.query(`EXPLAIN PIPELINE ${sql}`, params)).length).toBeGreaterThan(0)
        await expect(
          world.warehouse.query(
            `EXPLAIN PIPELINE ${sql.replaceAll(/FROM (event|event_day|active_day)\b/g, 'FROM nothing')}`,
            params,
          ),
        ).rejects.toThrow()
      }
    }
  })

  test('the comparison notices cohorts of other people', async () => {
    const question = retentionQuestion.parse({
      range: { last: 40, unit: 'day' },
      start: { event: 'post.read' },
      again: { event: '*' },
      unit: 'week',
    })
    const answer = await insight.answer(retentionAnalysis, question)
    const cells = naive(rows, { ...question, newcomers: false }, answer, today)
    expect(answer.cohorts.map(({ size }) => size)).not.toEqual(
      answer.cohorts.map(
        ({ start }) => cells.get(JSON.stringify([null, bucketOf(start, 'week'), 0]))?.size ?? 0,
      ),
    )
  })
})

test('buckets begin where the calendar says, and number their days', () => {
  for (const unit of ['day', 'week', 'month'] as const)
    for (const day of ['1999-12-31', '2026-02-28', '2026-11-01', '2026-11-02', '2028-02-29']) {
      const start = startOfBucket(bucketOf(day, unit), unit)
      expect(start <= day).toBe(true)
      expect(startOfBucket(bucketOf(day, unit) + 1, unit) > day).toBe(true)
    }
})
