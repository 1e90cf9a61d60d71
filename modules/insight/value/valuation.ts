/**
 * What a fit says about buyers: whether they are still there, how often they will buy and what it is worth within a
 * year, for one and for sums of many, with intervals.
 *
 * Intervals of sums have two sources of doubt, added up: what buyers will do by chance (the variance of the models,
 * buyer by buyer, closed form but for one integral), and parameters that are not known exactly (delta method over
 * their covariance, by central differences of the sum).
 */
import { deltaVariance } from '../statistics/fitting.ts'
import { aliveShare, type BuyingParameters, purchasesOfAlive } from './bg-nbd.ts'
import type { SpendParameters } from './gamma-gamma.ts'
import { type Fitted, yearWeeks } from './model.ts'

/** Buyers who look the same: `n` of them, times in days, money of repeat purchases summed, and its squares. */
export interface Alike {
  readonly x: number
  readonly tx: number
  readonly t: number
  readonly n: number
  readonly spent: number
  readonly squares: number
}

export interface Worth {
  readonly alive: number
  readonly purchases: number
  readonly revenue: number
}

export interface Sum extends Worth {
  readonly members: number
  /** Of 95 %, of `revenue`; null: not known. */
  readonly low: number | null
  readonly high: number | null
}

/** Four weeks each: what is bought in one is worth what it is in its middle. */
const periods = 13

interface Ahead {
  /** Purchases of one who is there still, and the same with those further off counting less. */
  readonly purchases: number
  readonly worth: number
}

/** What is asked again and again of the same pairs of x and t, remembered for one set of parameters. */
function openAhead(buying: BuyingParameters, discountPerYear: number) {
  const known = new Map<string, Ahead>()
  return (x: number, t: number): Ahead => {
    const key = `${x} ${t}`
    const found = known.get(key)
    if (found) return found
    let [before, worth] = [0, 0]
    for (let period = 1; period <= periods; period++) {
      const upTo = purchasesOfAlive(buying, { x, t: t / 7 }, (yearWeeks * period) / periods)
      worth += (upTo - before) / (1 + discountPerYear) ** ((period - 0.5) / periods)
      before = upTo
    }
    const ahead = { purchases: before, worth }
    known.set(key, ahead)
    return ahead
  }
}

/** Worth of buyers one by one. */
export function openValuation({ buying, spend, discountPerYear }: Fitted) {
  const ahead = openAhead(buying, discountPerYear)
  return (each: Pick<Alike, 'x' | 'tx' | 't' | 'spent'>): Worth => {
    const alive = aliveShare(buying, { x: each.x, tx: each.tx / 7, t: each.t / 7 })
    const { purchases, worth } = ahead(each.x, each.t)
    const mean = (spend.p * (spend.gamma + each.spent)) / (spend.p * each.x + spend.q - 1)
    return { alive, purchases: alive * purchases, revenue: alive * worth * Math.max(0, mean) }
  }
}

/** Nodes and weights of Gauss–Legendre on (0, 1), found by Newton's method on the polynomial. */
const legendre = ((count: number) => {
  const nodes: (readonly [number, number])[] = []
  for (let at = 0; at < count; at++) {
    let x = Math.cos((Math.PI * (at + 0.75)) / (count + 0.5))
    let slope = 1
    for (let step = 0; step < 100; step++) {
      let [one, two] = [1, x]
      for (let n = 2; n <= count; n++) [one, two] = [two, ((2 * n - 1) * x * two - (n - 1) * one) / n]
      slope = (count * (x * two - one)) / (x * x - 1)
      const next = x - two / slope
      if (Math.abs(next - x) < 1e-15) break
      x = next
    }
    nodes.push([(1 - x) / 2, 1 / ((1 - x * x) * slope * slope)])
  }
  return nodes
})(48)

/**
 * E[Y(Y−1)] of purchases within `ahead` of one who is there still. With λ and p known it is
 * 2(1−p)/p² · (1 − e^(−λps)(1+λps)); over λ ~ Gamma it stays closed, over p ~ Beta it is integrated.
 */
export function purchasePairsOfAlive(
  { r, alpha, a, b }: BuyingParameters,
  { x, t }: { readonly x: number; readonly t: number },
  ahead: number,
): number {
  const [shape, rate] = [r + x, alpha + t]
  let [sum, all] = [0, 0]
  for (const [node, weight] of legendre) {
    // p = u^(1/a) takes the peak at nothing out of the density.
    const p = node ** (1 / a)
    const mass = weight * Math.exp((b + x - 1) * Math.log1p(-p))
    const u = (p * ahead) / rate
    const pairs =
      u < 1e-5
        ? ((1 - p) * ahead ** 2 * shape * (shape + 1)) / rate ** 2
        : ((2 * (1 - p)) / p ** 2) * (1 - Math.exp(-shape * Math.log1p(u)) * (1 + (shape * u) / (1 + u)))
    sum += mass * pairs
    all += mass
  }
  return sum / all
}

function revenueOf(
  buying: BuyingParameters,
  spend: SpendParameters,
  groups: readonly Alike[],
  worthOf: (x: number, t: number) => number,
): number {
  let revenue = 0
  for (const { x, tx, t, n, spent } of groups) {
    const alive = aliveShare(buying, { x, tx: tx / 7, t: t / 7 })
    revenue += (alive * worthOf(x, t) * spend.p * (n * spend.gamma + spent)) / (spend.p * x + spend.q - 1)
  }
  return revenue
}

const scaled = <T extends Record<string, number>>(parameters: T, logs: readonly number[]): T =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value], at) => [name, value * Math.exp(logs[at] ?? 0)]),
  ) as T

/** Sums over groups of buyers who look the same, cut into any number of parts. */
export function sumsOf(fitted: Fitted, parts: ReadonlyMap<string, readonly Alike[]>): Map<string, Sum> {
  const { r, alpha, a, b } = fitted.buying
  const buying: BuyingParameters = { r, alpha, a, b }
  const { p, q, gamma } = fitted.spend
  const spend: SpendParameters = { p, q, gamma }
  const ahead = openAhead(buying, fitted.discountPerYear)
  const pairs = new Map<string, number>()
  const pairsOf = (x: number, t: number) => {
    const key = `${x} ${t}`
    const found = pairs.get(key) ?? purchasePairsOfAlive(buying, { x, t: t / 7 }, yearWeeks)
    pairs.set(key, found)
    return found
  }
  const gradients = gradientsOf(fitted, buying, spend, parts, ahead)
  return new Map(
    [...parts].map(([key, groups]) => {
      let [members, alive, purchases, revenue, chance, finite] = [0, 0, 0, 0, 0, true]
      for (const { x, tx, t, n, spent, squares } of groups) {
        const there = aliveShare(buying, { x, tx: tx / 7, t: t / 7 })
        const { purchases: many, worth } = ahead(x, t)
        const weight = p * x + q - 1
        members += n
        alive += n * there
        purchases += n * there * many
        revenue += (there * worth * p * (n * gamma + spent)) / weight
        if (!(weight > 1)) {
          finite = false
          continue
        }
        // What one spends per purchase is not known: its square on average, and the square of its average.
        const all = p ** 2 * (n * gamma ** 2 + 2 * gamma * spent + squares)
        const later = many > 0 ? (worth / many) ** 2 : 1
        const [first, second] = [there * many, there * (pairsOf(x, t) + many)]
        chance +=
          later * ((all / (weight * (weight - 1))) * (first / p + second) - (all / weight ** 2) * first ** 2)
      }
      const doubt = gradients.get(key)
      const spread = finite && doubt !== undefined ? 1.959_964 * Math.sqrt(Math.max(0, chance) + doubt) : null
      return [
        key,
        {
          members,
          alive,
          purchases,
          revenue,
          low: spread === null ? null : Math.max(0, revenue - spread),
          high: spread === null ? null : revenue + spread,
        },
      ]
    }),
  )
}

/** The variance of each part's revenue that comes from the parameters; empty when it is not known. */
function gradientsOf(
  { buyingCovariance, spendCovariance }: Fitted,
  buying: BuyingParameters,
  spend: SpendParameters,
  parts: ReadonlyMap<string, readonly Alike[]>,
  ahead: (x: number, t: number) => Ahead,
): Map<string, number> {
  const variances = new Map<string, number>()
  if (!buyingCovariance || !spendCovariance) return variances
  const step = 1e-3
  // What is further off counts less by the same part, whatever the parameters: only the year as a whole is made anew.
  const worthAt = (changed: BuyingParameters) => {
    const known = new Map<string, number>()
    return (x: number, t: number) => {
      const key = `${x} ${t}`
      let found = known.get(key)
      if (found === undefined) {
        const { purchases, worth } = ahead(x, t)
        found =
          purchasesOfAlive(changed, { x, t: t / 7 }, yearWeeks) * (purchases > 0 ? worth / purchases : 1)
        known.set(key, found)
      }
      return found
    }
  }
  const plain = (x: number, t: number) => ahead(x, t).worth
  const moved = (size: number, at: number, by: number) =>
    Array.from({ length: size }, (_, each) => (each === at ? by : 0))
  const bought = [0, 1, 2, 3].map((at) =>
    [step, -step].map((by) => {
      const changed = scaled({ ...buying }, moved(4, at, by))
      return { changed, worth: worthAt(changed) }
    }),
  )
  const spentMore = [0, 1, 2].map((at) => [step, -step].map((by) => scaled({ ...spend }, moved(3, at, by))))
  for (const [key, groups] of parts) {
    const byBuying = bought.map((both) => {
      const [up, down] = both.map(({ changed, worth }) => revenueOf(changed, spend, groups, worth))
      return (up! - down!) / (2 * step)
    })
    const bySpend = spentMore.map((both) => {
      const [up, down] = both.map((changed) => revenueOf(buying, changed, groups, plain))
      return (up! - down!) / (2 * step)
    })
    variances.set(key, deltaVariance(byBuying, buyingCovariance) + deltaVariance(bySpend, spendCovariance))
  }
  return variances
}
