/**
 * Experiments in which the truth is known, run a thousand times: where there is nothing to find, one is fooled as often
 * as α says; where there is something, it is found as often as was planned.
 */
import { expect, test } from 'vitest'
import { believeShare, chanceOfMoreShare } from './bayes.ts'
import { differenceOf, intervalOf, pValueOf, shareDifference } from './difference.ts'
import {
  betaQuantile,
  chiSquaredAbove,
  normalBelow,
  normalQuantile,
  tBelow,
  tQuantile,
} from './distributions.ts'
import { benjaminiHochberg, holm } from './multiple.ts'
import { membersNeeded, powerOf } from './power.ts'
import { type Random, randomFrom } from './random.ts'
import { adjustedOf, type BeforeAndAfter, meanOf, ranksAround, type Sums, slopeOf } from './sample.ts'
import { sequentialInterval } from './sequential.ts'

const runs = 1_500
/** Between which counts of so many runs a share lies with all but one in ten thousand. */
const band = (share: number): [number, number] => {
  const reach = 3.9 * Math.sqrt(runs * share * (1 - share))
  return [runs * share - reach, runs * share + reach]
}
const sumsOf = (values: readonly number[]): Sums => ({
  n: values.length,
  sum: values.reduce((sum, each) => sum + each, 0),
  squares: values.reduce((sum, each) => sum + each * each, 0),
})
const many = (count: number, each: () => number) => Array.from({ length: count }, each)
/** What people spend: most nothing, some much. */
const spent = (random: Random, more = 1) => (random.next() < 0.4 ? random.gamma(1.2, 0.02) * more : 0)

test('T46 A/A: intervals leave nothing out as often as α says', () => {
  const random = randomFrom(11)
  let alarms = 0
  let pooled = 0
  for (let run = 0; run < runs; run++) {
    const [a, b] = [sumsOf(many(300, () => spent(random))), sumsOf(many(300, () => spent(random)))]
    const between = differenceOf(meanOf(a), meanOf(b), 'absolute')!
    const { low, high } = intervalOf(between, 0.05, 'both')
    if (low > 0 || high < 0) alarms++
    if (pValueOf(between, 'both') < 0.05 !== (low > 0 || high < 0)) throw new Error('p and interval disagree')
    const one = { n: 200, sum: many(200, () => (random.next() < 0.1 ? 1 : 0)).reduce((x, y) => x + y) }
    const other = { n: 200, sum: many(200, () => (random.next() < 0.1 ? 1 : 0)).reduce((x, y) => x + y) }
    const share = shareDifference(one, other)!
    if (share.low > 0 || share.high < 0) pooled++
  }
  const [low, high] = band(0.05)
  expect(alarms).toBeGreaterThan(low)
  expect(alarms).toBeLessThan(high)
  expect(pooled).toBeGreaterThan(low)
  expect(pooled).toBeLessThan(high)
})

test('T46 A/A: looking every day fools with the fixed interval, and not with the sequential one', () => {
  const random = randomFrom(12)
  let [fixed, sequential] = [0, 0]
  for (let run = 0; run < runs / 3; run++) {
    const [a, b]: [number[], number[]] = [[], []]
    let [fooled, found] = [false, false]
    for (let day = 0; day < 25; day++) {
      a.push(...many(40, () => random.normal()))
      b.push(...many(40, () => random.normal()))
      const between = differenceOf(meanOf(sumsOf(a)), meanOf(sumsOf(b)), 'absolute')!
      const once = intervalOf(between, 0.05, 'both')
      const always = sequentialInterval(between, 0.05, 'both', 1_000)
      if (once.low > 0 || once.high < 0) fooled = true
      if (always.low > 0 || always.high < 0) found = true
    }
    if (fooled) fixed++
    if (found) sequential++
  }
  // The control: an interval for one look, looked at 25 times, is wrong far more often than it says.
  expect(fixed / (runs / 3)).toBeGreaterThan(0.15)
  expect(sequential / (runs / 3)).toBeLessThan(0.05)
})

test('T46 what was planned to be seen is seen as often as was planned', () => {
  const plan = { mean: 20, variance: 900, alpha: 0.05 }
  const n = membersNeeded(plan, 0.25, 0.8)!
  expect(powerOf({ ...plan, n }, 0.25)).toBeGreaterThanOrEqual(0.8 - 1e-9)
  const random = randomFrom(13)
  let seen = 0
  for (let run = 0; run < runs; run++) {
    const arm = (mean: number) => meanOf(sumsOf(many(Math.ceil(n / 2), () => mean + 30 * random.normal())))
    const between = differenceOf(arm(20), arm(25), 'absolute')!
    if (pValueOf(between, 'both') < 0.05) seen++
  }
  // Relative plans divide by a mean that is not known exactly: a little less is seen than by the plain difference.
  expect(seen / runs).toBeGreaterThan(0.77)
  expect(seen / runs).toBeLessThan(0.9)
})

test('T46 CUPED is as right as without it, and narrower', () => {
  const random = randomFrom(14)
  let [alarms, narrower] = [0, 0]
  for (let run = 0; run < runs; run++) {
    const arms = [0, 1].map((): BeforeAndAfter => {
      const rows = Array.from({ length: 200 }, () => {
        const before = random.gamma(2, 0.1)
        return { before, after: 0.8 * before + 8 * random.normal() }
      })
      return {
        after: sumsOf(rows.map(({ after }) => after)),
        before: sumsOf(rows.map(({ before }) => before)),
        products: rows.reduce((sum, { before, after }) => sum + before * after, 0),
      }
    }) as [BeforeAndAfter, BeforeAndAfter]
    const slope = slopeOf(arms)
    const between = differenceOf(adjustedOf(arms[0], slope), adjustedOf(arms[1], slope), 'absolute')!
    const plain = differenceOf(meanOf(arms[0].after), meanOf(arms[1].after), 'absolute')!
    if (pValueOf(between, 'both') < 0.05) alarms++
    if (between.error < plain.error) narrower++
  }
  const [low, high] = band(0.05)
  expect(alarms).toBeGreaterThan(low)
  expect(alarms).toBeLessThan(high)
  expect(narrower).toBe(runs)
})

test('T46 several guardrails at once raise no more false alarms than one', () => {
  expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06])
  expect(benjaminiHochberg([0.01, 0.04, 0.03])).toEqual([0.03, 0.04, 0.04])
  const random = randomFrom(15)
  let [family, plain] = [0, 0]
  for (let run = 0; run < runs; run++) {
    const pValues = many(6, () => random.next())
    if (holm(pValues).some((p) => p < 0.05)) family++
    if (pValues.some((p) => p < 0.05)) plain++
  }
  expect(family).toBeLessThan(band(0.05)[1])
  // The control: without it one in four would.
  expect(plain / runs).toBeGreaterThan(0.2)
})

test('T46 the chance that a share is larger is that of drawing from both', () => {
  const random = randomFrom(16)
  for (const [control, treatment] of [
    [
      { n: 40, sum: 8 },
      { n: 50, sum: 14 },
    ],
    [
      { n: 4_000, sum: 400 },
      { n: 4_000, sum: 430 },
    ],
    [
      { n: 3, sum: 0 },
      { n: 3, sum: 3 },
    ],
  ] as const) {
    const [a, b] = [believeShare(control), believeShare(treatment)]
    let more = 0
    for (let draw = 0; draw < 20_000; draw++) if (random.beta(b.a, b.b) > random.beta(a.a, a.b)) more++
    expect(chanceOfMoreShare(a, b)).toBeCloseTo(more / 20_000, 1)
    expect(chanceOfMoreShare(a, b) + chanceOfMoreShare(b, a)).toBeCloseTo(1, 6)
  }
})

test('quantiles are what the distributions say, far into the tails', () => {
  for (const p of [1e-12, 1e-6, 0.001, 0.025, 0.3, 0.5, 0.9, 0.975, 0.999999]) {
    expect(normalBelow(normalQuantile(p)) / p).toBeCloseTo(1, 9)
    for (const freedom of [1, 2.5, 30, 4_000])
      expect(tBelow(tQuantile(p, freedom), freedom) / p).toBeCloseTo(1, 8)
    const x = betaQuantile(p, 2.5, 7)
    expect(x >= 0 && x <= 1).toBe(true)
  }
  // Printed in every table.
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12)
  expect(tQuantile(0.975, 10)).toBeCloseTo(2.2281388519649385, 10)
  expect(chiSquaredAbove(3.841458820694124, 1)).toBeCloseTo(0.05, 12)
  expect(betaQuantile(0.5, 2, 2)).toBeCloseTo(0.5, 12)
})

test('T46 order statistics hold a quantile as often as they say', () => {
  const random = randomFrom(17)
  let held = 0
  for (let run = 0; run < runs; run++) {
    const values = many(400, () => random.gamma(1, 1)).sort((one, other) => one - other)
    const [low, high] = ranksAround(400, 0.9)
    if (values[low]! <= Math.log(10) && values[high]! >= Math.log(10)) held++
  }
  expect(held / runs).toBeGreaterThan(0.935)
  expect(held / runs).toBeLessThan(0.985)
})
