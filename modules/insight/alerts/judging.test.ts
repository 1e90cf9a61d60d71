import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Judged, judgeFigure, type Point, usualOf } from './judging.ts'

const day = (at: number) => new Date(Date.UTC(2026, 0, 5) + at * 86_400_000).toISOString().slice(0, 10)
const series = (values: readonly (number | null)[], base: number | null = null): Point[] =>
  values.map((value, at) => ({ start: day(at), value, base }))
const weekly = { unit: 'week', leastBase: 0 } as const
const raises = (test: Judged, values: readonly (number | null)[], how = weekly) =>
  judgeFigure(test, series(values), how).raised

describe('T45 a threshold', () => {
  const below = { kind: 'threshold', side: 'below', line: 0.3 } as const
  test('S1-71 raises below the line, not on it, and never on the better side', () => {
    expect(raises(below, [0.4, 0.299])).toBe(true)
    expect(raises(below, [0.2, 0.3])).toBe(false)
    expect(raises(below, [0.2, 0.9])).toBe(false)
  })
  test('says nothing about what is not known, or rests on too few', () => {
    expect(raises(below, [0.1, null])).toBe(false)
    const few = judgeFigure(below, series([0.1], 12), { unit: 'week', leastBase: 30 })
    expect(few).toMatchObject({ raised: false, value: 0.1 })
    expect(judgeFigure(below, series([0.1], 30), { unit: 'week', leastBase: 30 }).raised).toBe(true)
  })
})

describe('T45 a change', () => {
  const fall = { kind: 'change', side: 'below', by: 0.2, against: 'previous' } as const
  test('is against the bucket before, one way only', () => {
    expect(raises(fall, [100, 79])).toBe(true)
    expect(raises(fall, [100, 81])).toBe(false)
    expect(raises(fall, [100, 500])).toBe(false)
  })
  test('of the year is against the same week then', () => {
    const values = [100, ...Array.from({ length: 51 }, () => 10), 70]
    expect(raises({ ...fall, against: 'year' }, values)).toBe(true)
    expect(raises({ ...fall, against: 'year' }, values.slice(1))).toBe(false)
  })
  test('is none when nothing changed, whatever the figure, below nothing too', () => {
    for (const figure of [-100, -0.5, 0, 7])
      for (const side of ['below', 'above'] as const)
        expect(raises({ kind: 'change', side, by: 0.2, against: 'previous' }, [figure, figure])).toBe(false)
    expect(raises({ kind: 'change', side: 'below', by: 0.2, against: 'previous' }, [-100, -130])).toBe(true)
  })
  test('out of nothing is none', () => {
    expect(raises({ ...fall, side: 'above' }, [0, 50])).toBe(false)
  })
})

describe('T45 an anomaly', () => {
  const fall = { kind: 'anomaly', side: 'below', strength: 4 } as const
  const days = { unit: 'day', leastBase: 0 } as const
  /** Weekends are half of weekdays: a Saturday is not strange for being a Saturday. */
  const usual = Array.from({ length: 63 }, (_, at) => (at % 7 >= 5 ? 50 : 100) + (at % 3))
  test('compares with the same weekday', () => {
    expect(day(61)).toBe('2026-03-07') // a Saturday
    expect(judgeFigure(fall, series(usual.slice(0, 62)), days).raised).toBe(false)
    expect(judgeFigure(fall, series([...usual.slice(0, 62), 20]), days).raised).toBe(true)
    expect(judgeFigure({ ...fall, side: 'above' }, series([...usual.slice(0, 62), 90]), days).raised).toBe(
      true,
    )
  })
  test('one wild week in between does not move what is usual', () => {
    const wild = usual.map((value, at) => (at >= 28 && at < 35 ? value * 20 : value))
    expect(usualOf(series(wild), 'day')!.median).toBeLessThan(110)
  })
  test('one after weeks of none is no alarm, twenty are', () => {
    const rise = { ...fall, side: 'above' } as const
    const none = Array.from({ length: 62 }, () => 0)
    expect(judgeFigure(rise, series([...none, 1]), days).raised).toBe(false)
    expect(judgeFigure(rise, series([...none, 20]), days).raised).toBe(true)
  })
  test('needs to know what is usual first', () => {
    expect(judgeFigure(fall, series([100, 100, 100, 1]), weekly).raised).toBe(false)
  })
  test('a steady series never raises, whatever its level', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.array(fc.double({ min: -0.02, max: 0.02, noNaN: true }), { minLength: 12, maxLength: 40 }),
        (level, noise) => {
          expect(
            raises(
              fall,
              noise.map((part) => level * (1 + part)),
            ),
          ).toBe(false)
        },
      ),
    )
  })
})

test('T45 silence is when something came before and nothing comes now', () => {
  const none = { kind: 'silence', buckets: 2 } as const
  expect(raises(none, [3, 4, 0, 0])).toBe(true)
  expect(raises(none, [3, 4, 0, 1])).toBe(false)
  expect(raises(none, [0, 0, 0, 0])).toBe(false)
  expect(raises(none, [null, 2, null, null])).toBe(true)
})
