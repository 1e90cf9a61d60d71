/** The regression against published figures and another form of itself; its intervals against simulated days. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addToDay, type Day } from '#base/time/calendar.ts'
import { randomFrom } from '../statistics/random.ts'
import { changeSince, type DayFigure, driftBefore, reachOf, timesOf, weekdayOf } from './interrupted.ts'
import { leastSquares, robustError } from './regression.ts'

/** Longley (1967): the data on which programs for regression are tried, for its columns are nearly alike. */
const longley = [
  [60323, 83.0, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99.0, 365385, 1870, 3547, 115094, 1953],
  [63761, 100.0, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
]

/** By the normal equations and the whole matrix of Bartlett weights: nothing of it is shared with what is tested. */
function naive(rows: number[][], values: number[], coefficient: number, places: number[], reach: number) {
  const k = rows[0]!.length
  const gram = Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (_, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  )
  const inverse = inverted(gram)
  const times = (row: number[]) =>
    inverse.map((each) => each.reduce((sum, value, at) => sum + value * row[at]!, 0))
  const coefficients = times(
    Array.from({ length: k }, (_, i) => rows.reduce((sum, row, at) => sum + row[i]! * values[at]!, 0)),
  )
  const left = values.map(
    (value, at) => value - rows[at]!.reduce((sum, each, i) => sum + each * coefficients[i]!, 0),
  )
  const middle = Array.from({ length: k }, () => Array.from({ length: k }, () => 0))
  for (const [s, one] of rows.entries())
    for (const [t, other] of rows.entries()) {
      const kernel = Math.max(0, 1 - Math.abs(places[s]! - places[t]!) / (reach + 1))
      for (let i = 0; i < k; i++)
        for (let j = 0; j < k; j++) middle[i]![j]! += kernel * left[s]! * left[t]! * one[i]! * other[j]!
    }
  const of = inverse[coefficient]!
  const variance = of.reduce(
    (sum, a, i) => sum + a * middle[i]!.reduce((inner, m, j) => inner + m * of[j]!, 0),
    0,
  )
  return { coefficients, error: Math.sqrt((variance * rows.length) / (rows.length - k)) }
}

function inverted(of: number[][]): number[][] {
  const n = of.length
  const rows = of.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let i = 0; i < n; i++) {
    const best = rows
      .slice(i)
      .reduce((most, row, at) => (Math.abs(row[i]!) > Math.abs(rows[i + most]![i]!) ? at : most), 0)
    ;[rows[i], rows[i + best]] = [rows[i + best]!, rows[i]!]
    for (let j = 0; j < n; j++) {
      if (j === i) continue
      const factor = rows[j]![i]! / rows[i]![i]!
      rows[j] = rows[j]!.map((value, at) => value - factor * rows[i]![at]!)
    }
  }
  return rows.map((row, i) => row.slice(n).map((value) => value / row[i]!))
}

const on = '2026-10-05'
const calendar = Array.from({ length: 300 }, (_, at) => addToDay(on, at - 150, 'day'))
const days = (values: readonly number[], before: number): DayFigure[] =>
  values.map((value, at) => ({ day: calendar[at - before + 150]!, value }))

/** Days that resemble the one before by `rho`. */
function simulated(random: { normal(): number }, length: number, rho: number): number[] {
  let last = random.normal() / Math.sqrt(1 - rho * rho)
  return Array.from({ length }, () => {
    last = rho * last + random.normal()
    return last
  })
}

describe('S1-11 the regression behind an effect', () => {
  test('is that of the National Institute of Standards to nine digits, on the data that breaks careless ones', () => {
    const fit = leastSquares(
      longley.map(([, ...row]) => [1, ...row]),
      longley.map(([value]) => value!),
    )!
    const certified = [
      -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
      -0.0511041056535807, 1829.15146461355,
    ]
    for (const [at, value] of certified.entries())
      expect(Math.abs(fit.coefficients[at]! / value - 1), `coefficient ${at}`).toBeLessThan(1e-9)
  })

  test('and its robust errors are those of the normal equations with the whole matrix of weights', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            value: fc.double({ min: -50, max: 50, noNaN: true }),
            there: fc.integer({ min: 0, max: 9 }),
          }),
          {
            minLength: 44,
            maxLength: 90,
          },
        ),
        fc.integer({ min: 0, max: 20 }),
        (drawn, reach) => {
          const cut = Math.floor(drawn.length / 2)
          const seen = days(
            drawn.map(({ value }) => value),
            cut,
          ).filter((_, at) => drawn[at]!.there > 0)
          const rows = seen.map(({ day }) => [
            ...Array.from({ length: 7 }, (_, weekday) => (weekdayOf(day) === weekday ? 1 : 0)),
            day >= on ? 1 : 0,
          ])
          const values = seen.map(({ value }) => value)
          const places = seen.map(({ day }) => Math.round((Date.parse(day) - Date.parse(on)) / 86_400_000))
          const fit = leastSquares(rows, values)
          fc.pre(fit !== undefined)
          const other = naive(rows, values, 7, places, reach)
          for (const [at, value] of other.coefficients.entries())
            expect(fit!.coefficients[at]!).toBeCloseTo(value, 7)
          expect(robustError(fit!, 7, places, reach)).toBeCloseTo(other.error, 7)
        },
      ),
      { numRuns: 60, seed: 11 },
    )
  })

  test('columns that say the same are told, not guessed', () => {
    expect(
      leastSquares(
        [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
        [1, 2, 3],
      ),
    ).toBeUndefined()
    expect(leastSquares([[1, 2, 3]], [1])).toBeUndefined()
  })
})

describe('S1-11 the effect since a day', () => {
  test('of a plain step is the step, whatever the days of the week do', () => {
    const weekly = [3, 1, 4, 1, 5, 9, 2]
    const values = Array.from({ length: 49 }, (_, at) => 100 + weekly[at % 7]! * 10 + (at >= 28 ? 12 : 0))
    const found = changeSince(days(values, 28), on)!
    expect(found.difference).toBeCloseTo(12, 9)
    expect([found.low, found.high].map((each) => Math.round(each * 1e6) / 1e6)).toEqual([12, 12])
    expect(found.usual.map((each) => Math.round(each!))).toEqual(weekly.map((each) => 100 + each * 10))
  })

  test('is not told from fewer than fourteen days on a side, nor from weekdays that lie on one side only', () => {
    const values = Array.from({ length: 60 }, (_, at) => at % 5)
    const all = days(values, 30)
    expect(changeSince(all, on)).toBeDefined()
    expect(
      changeSince(
        all.filter(({ day }) => day < '2026-10-18'),
        on,
      ),
    ).toBeUndefined()
    expect(
      changeSince(
        all.filter(({ day }) => day > '2026-09-22'),
        on,
      ),
    ).toBeUndefined()
    const apart = all.filter(({ day }) => weekdayOf(day) < 4 === day < on)
    expect(changeSince(apart, on)).toBeUndefined()
  })

  const covered = (rho: number, [before, after]: readonly [number, number], tries = 400) => {
    const random = randomFrom(20_261_123)
    let holds = 0
    for (let each = 0; each < tries; each++) {
      const values = simulated(random, before + after, rho).map(
        (value, at) => value + (at >= before ? 0.8 : 0),
      )
      const { low, high } = changeSince(days(values, before), on)!
      if (low <= 0.8 && high >= 0.8) holds++
    }
    return holds / tries
  }

  test.each([
    [0, [28, 28], 0.935],
    [0.3, [28, 28], 0.92],
    [0.5, [28, 28], 0.9],
    [0.5, [91, 28], 0.9],
    [0, [14, 14], 0.92],
  ] as const)(
    'of days that resemble the day before by %s, %j of them, lies in its interval often enough',
    (rho, sides, least) => {
      const share = covered(rho, sides)
      expect(share).toBeGreaterThanOrEqual(least)
      expect(share).toBeLessThan(0.995)
    },
  )

  test('of nothing is taken for something about once in twenty; without regard for neighbours one in four times', () => {
    const random = randomFrom(7)
    const tries = 400
    let [fooled, careless] = [0, 0]
    for (let each = 0; each < tries; each++) {
      const figures = days(simulated(random, 56, 0.5), 28)
      const { low, high, difference } = changeSince(figures, on)!
      if (low > 0 || high < 0) fooled++
      // The control: the errors of days that know nothing of each other.
      const rows = figures.map(({ day }) => [
        ...Array.from({ length: 7 }, (_, weekday) => (weekdayOf(day) === weekday ? 1 : 0)),
        day >= on ? 1 : 0,
      ])
      const fit = leastSquares(
        rows,
        figures.map(({ value }) => value),
      )!
      if (
        Math.abs(difference) >
        2.01 *
          robustError(
            fit,
            7,
            rows.map((_, at) => at),
            0,
          )
      )
        careless++
    }
    expect(fooled / tries).toBeLessThan(0.1)
    expect(careless / tries).toBeGreaterThan(0.18)
  })

  test.each([
    [0.1, 0.5],
    [0.3, 0.5],
    [0.1, 0.25],
    [0.3, 0.25],
  ])(
    'what an error is multiplied by (reach %s of all days, %s of them before) is what the limit asks for',
    (b, share) => {
      const random = randomFrom(3)
      const n = 200
      const before = n * share
      const window = Math.round(b * n)
      const ratios = Array.from({ length: 3_000 }, () => {
        const y = Array.from({ length: n }, () => random.normal())
        const meanOf = (part: number[]) => part.reduce((sum, each) => sum + each, 0) / part.length
        const [one, other] = [meanOf(y.slice(0, before)), meanOf(y.slice(before))]
        const parts = y.map((each, at) =>
          at < before ? (one - each) / before : (each - other) / (n - before),
        )
        // Bartlett weights are windows that slide over the days.
        let [sum, variance] = [0, 0]
        for (let at = 0; at < n + window; at++) {
          sum += (parts[at] ?? 0) - (parts[at - window] ?? 0)
          variance += sum * sum
        }
        return Math.abs(other - one) / Math.sqrt(variance / window)
      }).sort((one, other) => one - other)
      const asked = ratios[Math.floor(0.95 * ratios.length)]!
      expect(Math.abs(timesOf(b, share) / asked - 1)).toBeLessThan(0.09)
    },
  )

  test('a figure that rose already before says so; one that did not, does not', () => {
    const random = randomFrom(5)
    const noise = simulated(random, 56, 0)
    const rising = days(
      noise.map((value, at) => value + at * 0.4),
      28,
    )
    expect(driftBefore(rising, on)!.low).toBeGreaterThan(0)
    const level = driftBefore(days(noise, 28), on)!
    expect(level.low).toBeLessThan(0)
    expect(level.high).toBeGreaterThan(0)
  })

  test('the reach grows with the days and with what they share', () => {
    const day: Day = on
    expect([reachOf(56, 0), reachOf(182, 0), reachOf(56, 6), reachOf(5, 30)]).toEqual([10, 18, 16, 4])
    expect(weekdayOf(day)).toBe(0)
  })
})
