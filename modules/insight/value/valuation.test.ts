import { expect, test } from 'vitest'
import { randomFrom } from '../statistics/random.ts'
import { purchasesProbability } from './bg-nbd.ts'
import { yearSpread } from './lived.ts'
import type { Fitted } from './model.ts'
import { type Alike, openValuation, purchasePairsOfAlive, sumsOf } from './valuation.ts'

const parameters = { r: 0.9, alpha: 4, a: 0.9, b: 3.2 }
const fitted: Fitted = {
  version: 1,
  buying: { ...parameters, logLikelihood: -1 },
  spend: { p: 6.2, q: 3.8, gamma: 5_600, logLikelihood: -1, members: 1_000 },
  buyingCovariance: [0, 1, 2, 3].map((row) => [0, 1, 2, 3].map((column) => (row === column ? 0.004 : 0))),
  spendCovariance: [0, 1, 2].map((row) => [0, 1, 2].map((column) => (row === column ? 0.002 : 0))),
  correlation: 0,
  discountPerYear: 0,
  holdout: null,
}

test('purchases in pairs are those of the probabilities, for somebody new', () => {
  for (const ahead of [1, 8, 52]) {
    let pairs = 0
    for (let n = 0; n < 4_000; n++) pairs += n * (n - 1) * purchasesProbability(parameters, n, ahead)
    expect(purchasePairsOfAlive(parameters, { x: 0, t: 0 }, ahead) / pairs).toBeCloseTo(1, 4)
  }
})

/** One year of somebody of whom that much is known, lived once. */
function live(random: ReturnType<typeof randomFrom>, alive: number, { x, t, spent }: Alike): number {
  const { r, alpha, a, b } = parameters
  const { p, q, gamma } = fitted.spend
  if (random.next() >= alive) return 0
  const rate = random.gamma(r + x, alpha + t / 7)
  const leaves = random.beta(a, b + x)
  const scale = random.gamma(p * x + q, gamma + spent)
  let [at, revenue] = [0, 0]
  for (;;) {
    at += -Math.log(1 - random.next()) / rate
    if (at > 52) return revenue
    revenue += random.gamma(p, scale)
    if (random.next() < leaves) return revenue
  }
}

test('S1-36 sums and their spread are those of lives lived a thousand times', () => {
  const random = randomFrom(5)
  const buyers: Alike[] = Array.from({ length: 60 }, (_, at) => {
    const x = at % 6
    const t = 100 + at * 5
    const spent = x * (4_000 + 500 * (at % 7))
    return { x, tx: x === 0 ? 0 : t - (at % 4) * 40, t, n: 1, spent, squares: spent * spent }
  })
  const known: Fitted = {
    ...fitted,
    buyingCovariance: fitted.buyingCovariance!.map((row) => row.map(() => 0)),
    spendCovariance: fitted.spendCovariance!.map((row) => row.map(() => 0)),
  }
  const value = openValuation(known)
  const worths = buyers.map(value)
  const sum = sumsOf(known, new Map([['all', buyers]])).get('all')!
  expect(sum.members).toBe(60)
  expect(sum.revenue).toBeCloseTo(
    worths.reduce((all, { revenue }) => all + revenue, 0),
    4,
  )
  expect(sum.alive).toBeCloseTo(
    worths.reduce((all, { alive }) => all + alive, 0),
    9,
  )
  const years = Array.from({ length: 3_000 }, () =>
    buyers.reduce((all, buyer, at) => all + live(random, worths[at]!.alive, buyer), 0),
  )
  const mean = years.reduce((all, each) => all + each, 0) / years.length
  const deviation = Math.sqrt(years.reduce((all, each) => all + (each - mean) ** 2, 0) / (years.length - 1))
  expect(Math.abs(sum.revenue / mean - 1)).toBeLessThan(0.03)
  expect(Math.abs((sum.high! - sum.low!) / (2 * 1.96 * deviation) - 1)).toBeLessThan(0.1)
  const held = years.filter((each) => each >= sum.low! && each <= sum.high!).length / years.length
  expect(held).toBeGreaterThan(0.92)
  expect(held).toBeLessThan(0.98)
})

test('parameters that are less sure make intervals wider, and money later is worth less', () => {
  const one: Alike = { x: 3, tx: 80, t: 100, n: 500, spent: 500 * 15_000, squares: 500 * 15_000 ** 2 }
  const sure = sumsOf(
    { ...fitted, buyingCovariance: fitted.buyingCovariance!.map((row) => row.map((x) => x / 100)) },
    new Map([['', [one]]]),
  ).get('')!
  const unsure = sumsOf(fitted, new Map([['', [one]]])).get('')!
  expect(unsure.high! - unsure.low!).toBeGreaterThan((sure.high! - sure.low!) * 1.2)
  const later = sumsOf({ ...fitted, discountPerYear: 0.2 }, new Map([['', [one]]])).get('')!
  expect(later.purchases).toBe(unsure.purchases)
  expect(later.revenue / unsure.revenue).toBeGreaterThan(0.85)
  expect(later.revenue / unsure.revenue).toBeLessThan(0.97)
  expect(sumsOf({ ...fitted, buyingCovariance: null }, new Map([['', [one]]])).get('')!.low).toBe(null)
})

test('the interval of one member is the same each time, and holds what he may spend', () => {
  const buyer = { x: 4, tx: 120, t: 150, spent: 24_000 }
  const one = yearSpread(fitted, buyer, '4711').revenue
  expect(yearSpread(fitted, buyer, '4711').revenue).toEqual(one)
  const { revenue } = openValuation(fitted)(buyer)
  expect(one.low).toBeLessThan(revenue)
  expect(one.high).toBeGreaterThan(revenue)
  // Somebody who has surely gone spends nothing.
  const { purchases } = yearSpread(fitted, buyer, '4711')
  expect(Number.isInteger(purchases.low) && Number.isInteger(purchases.high)).toBe(true)
  expect(purchases.low).toBeLessThanOrEqual(purchases.high)
  expect(purchases.high === 0).toBe(one.high === 0)
  expect(yearSpread(fitted, { x: 30, tx: 60, t: 700, spent: 100_000 }, '1').revenue.high).toBe(0)
})
