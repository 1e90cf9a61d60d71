import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hear } from '#base/declarations/said.ts'
import { addToDay } from '#base/time/calendar.ts'
import { forecastOf } from './forecast.ts'
import { expectedAt, goalDraft, type Reading, standingOf, targetOf, usualBaseline } from './goal.ts'
import { checkSmart, type Evidence } from './smart.ts'

const start = '2026-10-01'
const readings = (count: number, value: (at: number) => number | null): Reading[] =>
  Array.from({ length: count }, (_, at) => ({ day: addToDay(start, at, 'day'), value: value(at) }))
const course = {
  startsOn: start,
  dueOn: '2026-12-31',
  days: 7,
  baseline: 8_000,
  target: 12_000,
  better: 'more',
} as const

describe('S0-08 a target', () => {
  test('is a part of the baseline, points, or an amount', () => {
    const of = { unit: 'share', better: 'more' } as const
    expect(targetOf({ mode: 'relative', amount: 0.5 }, 200, of)).toBe(300)
    expect(targetOf({ mode: 'points', amount: 0.06 }, 0.4, of)).toBeCloseTo(0.46)
    expect(targetOf({ mode: 'absolute', amount: 0.4 }, null, of)).toBe(0.4)
    expect(targetOf({ mode: 'relative', amount: 0.5 }, 0, of)).toBeUndefined()
    expect(targetOf({ mode: 'points', amount: 0.5 }, null, of)).toBeUndefined()
  })
  test('is a whole number of people', () => {
    const more = { unit: 'members', better: 'more' } as const
    expect(targetOf({ mode: 'relative', amount: 0.25 }, 812.43, more)).toBe(1_016)
    expect(targetOf({ mode: 'relative', amount: 0.1 }, 110, more)).toBe(121)
    expect(targetOf({ mode: 'relative', amount: -0.25 }, 90, { ...more, better: 'less' })).toBe(67)
    expect(targetOf({ mode: 'relative', amount: 0.25 }, 90.1, { ...more, unit: 'times' })).toBeCloseTo(
      112.625,
    )
  })
  test('has a deadline at least a week away, two years at most, and a baseline before it', () => {
    const draft = {
      metric: 'revenue',
      days: 30,
      mode: 'relative',
      amount: 0.25,
      startsOn: start,
      dueOn: '2026-12-31',
    }
    expect(goalDraft.safeParse(draft).success).toBe(true)
    expect(goalDraft.safeParse({ ...draft, dueOn: '2026-10-05' }).success).toBe(false)
    expect(goalDraft.safeParse({ ...draft, dueOn: '2029-10-05' }).success).toBe(false)
    expect(
      goalDraft.safeParse({ ...draft, baseline: { from: '2026-09-01', to: '2026-10-09' } }).success,
    ).toBe(false)
    expect(usualBaseline({ days: 30, startsOn: start, dueOn: '2026-12-31' })).toEqual({
      from: '2026-09-01',
      to: '2026-09-30',
    })
    expect(usualBaseline({ days: null, startsOn: start, dueOn: '2026-10-10' })).toEqual({
      from: '2026-09-21',
      to: '2026-09-30',
    })
  })
})

describe('S0-08 the pace', () => {
  test('goes straight from the baseline to the target; what is counted begins at nothing', () => {
    expect(expectedAt(course, '2026-09-30')).toBe(8_000)
    expect(expectedAt(course, '2026-12-31')).toBe(12_000)
    expect(expectedAt({ ...course, days: null, baseline: 50, target: 92 }, '2026-10-01')).toBe(1)
  })
  test('is behind below it, ahead above it, and neither within a thirtieth of the way', () => {
    const at = (value: number) =>
      standingOf(
        course,
        readings(46, (day) => (day === 45 ? value : 8_000)),
      )
    expect(at(10_000)).toMatchObject({ pace: 'on', expected: 10_000, gap: 0, progress: 0.5 })
    expect(at(9_860).pace).toBe('behind')
    expect(at(9_880).pace).toBe('on')
    expect(at(10_140).pace).toBe('ahead')
    expect(at(12_500).reached).toBe(true)
  })
  test('turns round where less is better', () => {
    const less = { ...course, baseline: 0.04, target: 0.025, better: 'less' } as const
    const standing = standingOf(
      less,
      readings(46, () => 0.02),
    )
    expect(standing).toMatchObject({ pace: 'ahead', reached: true })
    expect(standing.gap).toBeGreaterThan(0)
    expect(
      standingOf(
        less,
        readings(46, () => 0.04),
      ).pace,
    ).toBe('behind')
  })
  test('is not known before the first reading', () => {
    expect(standingOf(course, []).pace).toBe('unknown')
    expect(
      standingOf(
        course,
        readings(9, () => null),
      ).pace,
    ).toBe('unknown')
  })
})

describe('a forecast', () => {
  test('goes on as it went, and a line without noise is certain', () => {
    const forecast = forecastOf(
      course,
      readings(46, (at) => 8_000 + 20 * at),
      { share: false },
    )!
    expect(forecast.day).toBe('2026-12-31')
    expect(forecast.value).toBeCloseTo(8_000 + 20 * 91, 6)
    expect(forecast.high - forecast.low).toBeLessThan(1e-6)
    // Weekly windows that share no day.
    expect(forecast.points).toBe(7)
  })
  test('says nothing of too little', () => {
    expect(
      forecastOf(
        course,
        readings(28, (at) => at),
        { share: false },
      ),
    ).toBeUndefined()
  })
  test('of ten intervals eight hold what comes; of intervals half as wide fewer (control)', () => {
    const hit = { full: 0, half: 0 }
    const runs = 400
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        let state = seed | 1
        const uniform = () => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
          return ((state >>> 0) + 0.5) / 4_294_967_296
        }
        const noise = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()) * 100
        const daily = { ...course, days: 1 }
        const forecast = forecastOf(
          daily,
          readings(40, (at) => 8_000 + 20 * at + noise()),
          { share: false },
        )!
        const came = 8_000 + 20 * 91 + noise()
        const reach = (forecast.high - forecast.low) / 2
        if (Math.abs(came - forecast.value) <= reach) hit.full++
        if (Math.abs(came - forecast.value) <= reach / 2) hit.half++
      }),
      { numRuns: runs, seed: 42 },
    )
    expect(hit.full / runs).toBeGreaterThan(0.74)
    expect(hit.full / runs).toBeLessThan(0.86)
    expect(hit.half / runs).toBeLessThan(0.6)
  })
  test('keeps within what can be', () => {
    const share = forecastOf(
      { ...course, days: 1, target: 0.9 },
      readings(40, (at) => 0.5 + at / 100),
      { share: true },
    )!
    expect(share.high).toBeLessThanOrEqual(1)
  })
})

describe('S0-08 SMART', () => {
  const draft = goalDraft.parse({
    metric: 'weekly_actives',
    days: 7,
    mode: 'relative',
    amount: 0.2,
    startsOn: start,
    dueOn: '2026-12-31',
  })
  const evidence: Evidence = {
    baseline: 8_000,
    base: null,
    better: 'more',
    unit: 'members',
    why: '活跃的人多了，新品内测才招得满',
    history: Array.from({ length: 182 }, (_, at) => ({
      day: addToDay(start, at - 182, 'day'),
      value: 6_000 + at * 20,
    })),
  }
  const verdict = (letter: string, over: Partial<Evidence> = {}, change: Partial<typeof draft> = {}) =>
    checkSmart({ ...draft, ...change }, { ...evidence, ...over }).find((each) => each.letter === letter)!
      .verdict
  test('is all yes for a goal that was kept that fast before', () => {
    expect(checkSmart(draft, evidence).map(({ verdict: said }) => said)).toEqual([
      'yes',
      'yes',
      'yes',
      'yes',
      'yes',
    ])
  })
  test('is not measurable without a baseline to grow from, weak on a small base', () => {
    expect(verdict('measurable', { baseline: null })).toBe('no')
    expect(verdict('measurable', { baseline: 0 })).toBe('no')
    expect(verdict('measurable', { baseline: null }, { mode: 'absolute', amount: 9_000 })).toBe('warn')
    expect(verdict('measurable', { base: 12 })).toBe('warn')
  })
  test('is not attainable beyond what can be, or the wrong way; hard where it never went so fast', () => {
    expect(verdict('attainable', { unit: 'share', baseline: 0.9 }, { mode: 'points', amount: 0.2 })).toBe(
      'no',
    )
    expect(verdict('attainable', {}, { amount: -0.2 })).toBe('no')
    expect(verdict('attainable', {}, { amount: 3 })).toBe('warn')
    expect(
      verdict('attainable', { history: evidence.history.map((each) => ({ ...each, value: 8_000 })) }),
    ).toBe('warn')
  })
  test('is bound to a day that is written as people write it', () => {
    const { reason } = checkSmart(draft, evidence).find(({ letter }) => letter === 'timeBound')!
    expect(hear(reason, 'zh-CN')).toBe('到 2026年12月31日，共 13 周')
    expect(hear(reason, 'en')).toBe('Until Dec 31, 2026: 13 weeks')
  })
  test('is relevant only when it says why', () => {
    expect(verdict('relevant', { why: '' })).toBe('no')
    expect(verdict('relevant', { why: '要涨' })).toBe('warn')
  })
})
