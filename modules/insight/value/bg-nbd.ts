/**
 * BG/NBD: how often buyers buy while they stay, and when they go (Fader, Hardie & Lee 2005, "Counting Your
 * Customers" the Easy Way, Marketing Science 24(2), and their note on computing it).
 *
 * A buyer buys at a rate λ of his own, Gamma(r, α) over buyers, and after each purchase goes for good with a
 * probability p of his own, Beta(a, b) over buyers. Of him one knows: `x` repeat purchases, the last of them `tx`
 * after the first, and `t` since the first.
 */

import { covarianceAt, type Minimum, minimise, minimiseFrom, type Objective } from '../statistics/fitting.ts'
import { digamma, hypergeometric, incompleteBeta, lnBeta, lnGamma } from '../statistics/special.ts'

/** α is in the unit of time of the data. */
export interface BuyingParameters {
  readonly r: number
  readonly alpha: number
  readonly a: number
  readonly b: number
}

/** Buyers who look the same: `members` of them. Times in one unit. */
export interface Buyers {
  readonly x: number
  readonly tx: number
  readonly t: number
  readonly members: number
}

export interface BuyingFit {
  readonly parameters: BuyingParameters
  readonly logLikelihood: number
  readonly members: number
  readonly converged: boolean
  readonly steps: number
  /** Of the logarithms of r, α, a, b; null when the data do not say. */
  readonly covariance: readonly (readonly number[])[] | null
}

const asList = ({ r, alpha, a, b }: BuyingParameters) => [r, alpha, a, b]
const fromLogs = (logs: readonly number[]): BuyingParameters => {
  const [r, alpha, a, b] = logs.map(Math.exp)
  return { r: r!, alpha: alpha!, a: a!, b: b! }
}

interface Prepared {
  readonly members: number
  readonly perX: readonly (readonly [x: number, members: number])[]
  /** Every `t` and `tx` there is: few, so that logarithms are taken once of each and not once of each buyer. */
  readonly times: Float64Array
  /** Those who did not buy again, by the place of their `t` among the times. */
  readonly single: Float64Array
  /** Those who did, group by group; of times the place. */
  readonly again: {
    readonly x: Float64Array
    readonly tx: Int32Array
    readonly t: Int32Array
    readonly members: Float64Array
  }
}

/** Everything about the buyers that the likelihood asks, with what only depends on x counted once per x. */
function prepare(buyers: readonly Buyers[]): Prepared {
  const perX = new Map<number, number>()
  const places = new Map<number, number>()
  const placeOf = (time: number) => {
    let place = places.get(time)
    if (place === undefined) {
      place = places.size
      places.set(time, place)
    }
    return place
  }
  let members = 0
  let size = 0
  for (const each of buyers) {
    perX.set(each.x, (perX.get(each.x) ?? 0) + each.members)
    members += each.members
    placeOf(each.t)
    if (each.x === 0) continue
    placeOf(each.tx)
    size++
  }
  const single = new Float64Array(places.size)
  const again = {
    x: new Float64Array(size),
    tx: new Int32Array(size),
    t: new Int32Array(size),
    members: new Float64Array(size),
  }
  let at = 0
  for (const each of buyers) {
    if (each.x === 0) {
      single[placeOf(each.t)]! += each.members
      continue
    }
    again.x[at] = each.x
    again.tx[at] = placeOf(each.tx)
    again.t[at] = placeOf(each.t)
    again.members[at] = each.members
    at++
  }
  return { members, perX: [...perX], times: Float64Array.from(places.keys()), single, again }
}

/** Minus the mean log-likelihood over logarithms of (r, α, a, b), with its exact gradient. */
function objectiveOf({ perX, members, times, single, again }: Prepared): Objective {
  const logs = new Float64Array(times.length)
  const shares = new Float64Array(times.length)
  return (at) => {
    const { r, alpha, a, b } = fromLogs(at)
    if (at.some((log) => !(Math.abs(log) < 30)))
      return { value: Number.POSITIVE_INFINITY, gradient: [0, 0, 0, 0] }
    let [value, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0]
    const [lnR, lnAB, psiR, psiAB, psiB] = [
      lnGamma(r) - r * Math.log(alpha),
      lnGamma(a + b) - lnGamma(b),
      digamma(r) - Math.log(alpha),
      digamma(a + b),
      digamma(b),
    ]
    for (const [x, count] of perX) {
      value += count * (lnGamma(r + x) - lnR + lnAB + lnGamma(b + x) - lnGamma(a + b + x))
      const psiABX = digamma(a + b + x)
      byR += count * (digamma(r + x) - psiR)
      byAlpha += (count * r) / alpha
      byA += count * (psiAB - psiABX)
      byB += count * (psiAB - psiB + digamma(b + x) - psiABX)
    }
    for (let n = 0; n < times.length; n++) {
      logs[n] = Math.log(alpha + times[n]!)
      shares[n] = 1 / (alpha + times[n]!)
      const count = single[n]!
      value -= count * r * logs[n]!
      byR -= count * logs[n]!
      byAlpha -= count * r * shares[n]!
    }
    for (let n = 0; n < again.x.length; n++) {
      const count = again.members[n]!
      const bought = r + again.x[n]!
      const stays = b + again.x[n]! - 1
      const [lnT, lnTx] = [logs[again.t[n]!]!, logs[again.tx[n]!]!]
      // The odds of having gone at the last purchase against being there still.
      const odds = (a / stays) * Math.exp(bought * (lnT - lnTx))
      const gone = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds)
      value += count * (gone === 1 ? Math.log(a / stays) - bought * lnTx : Math.log1p(odds) - bought * lnT)
      byR -= count * ((1 - gone) * lnT + gone * lnTx)
      byAlpha -= count * bought * ((1 - gone) * shares[again.t[n]!]! + gone * shares[again.tx[n]!]!)
      byA += (count * gone) / a
      byB -= (count * gone) / stays
    }
    return {
      value: -value / members,
      gradient: [byR * r, byAlpha * alpha, byA * a, byB * b].map((each) => -each / members),
    }
  }
}

/** Groups that all starts look at; the best of them is then followed on everybody. */
const tried = 20_000

/**
 * The parameters under which what the buyers did is likeliest. Starts from several places, because the likelihood is
 * flat where few buy again.
 */
export function fitBuying(buyers: readonly Buyers[]): BuyingFit {
  const all = prepare(buyers)
  if (all.members === 0) throw new RangeError('Nobody bought')
  const objective = objectiveOf(all)
  const span = buyers.reduce((sum, each) => sum + each.t * each.members, 0) / all.members
  const starts = [
    [0.5, span / 4, 0.8, 2.5],
    [1, span / 2, 1, 1],
    [0.2, span / 10, 0.5, 5],
    [3, span, 0.3, 3],
  ].map((start) => start.map((each) => Math.log(Math.max(each, 1e-3))))
  const every = Math.ceil(buyers.length / tried)
  const some = every === 1 ? objective : objectiveOf(prepare(buyers.filter((_, at) => at % every === 0)))
  const best = minimiseFrom(some, starts)
  // The curvature of some is nearly that of all: a few steps with it lead from their minimum to everybody's.
  const found: Minimum =
    every === 1 ? best : minimise(objective, best.at, { curvature: covarianceAt(some, best.at) })
  return {
    parameters: fromLogs(found.at),
    logLikelihood: -found.value * all.members,
    members: all.members,
    converged: found.converged,
    steps: found.steps,
    covariance:
      covarianceAt(objective, found.at)?.map((row) => row.map((each) => each / all.members)) ?? null,
  }
}

/** Log-likelihood of some parameters. */
export const buyingLikelihood = (buyers: readonly Buyers[], parameters: BuyingParameters): number => {
  const all = prepare(buyers)
  return -objectiveOf(all)(asList(parameters).map(Math.log)).value * all.members
}

type Known = Pick<Buyers, 'x' | 'tx' | 't'>

/** Probability that a buyer is still one (Fader, Hardie & Lee 2008, "Computing P(alive) using the BG/NBD model"). */
export function aliveShare({ r, alpha, a, b }: BuyingParameters, { x, tx, t }: Known): number {
  if (x === 0) return 1
  return 1 / (1 + (a / (b + x - 1)) * Math.exp((r + x) * Math.log((alpha + t) / (alpha + tx))))
}

/** Purchases within `ahead` of one who is still a buyer; times `aliveShare` it is what one may expect of him. */
export function purchasesOfAlive(
  { r, alpha, a: given, b }: BuyingParameters,
  { x, t }: Pick<Buyers, 'x' | 't'>,
  ahead: number,
): number {
  // At a = 1 both parts of the fraction vanish; its limit is what stands right beside it.
  const a = Math.abs(given - 1) < 1e-6 ? 1 + 1e-6 : given
  const z = ahead / (alpha + t + ahead)
  const stays = Math.exp((a - 1) * Math.log1p(-z)) * hypergeometric(a + b - 1 - r, a - 1, a + b + x - 1, z)
  return ((a + b + x - 1) / (a - 1)) * (1 - stays)
}

/** Purchases that one may expect of a buyer within `ahead`. */
export const expectedPurchases = (parameters: BuyingParameters, known: Known, ahead: number): number =>
  aliveShare(parameters, known) * purchasesOfAlive(parameters, known, ahead)

/** Repeat purchases that one may expect of somebody who buys now for the first time. */
export const expectedOfNew = (parameters: BuyingParameters, ahead: number): number =>
  purchasesOfAlive(parameters, { x: 0, t: 0 }, ahead)

/** Probability of exactly n repeat purchases within `ahead` of the first. */
export function purchasesProbability({ r, alpha, a, b }: BuyingParameters, n: number, ahead: number): number {
  const near = ahead / (alpha + ahead)
  const stayed = Math.exp(
    lnBeta(a, b + n) -
      lnBeta(a, b) +
      lnGamma(r + n) -
      lnGamma(r) -
      lnGamma(n + 1) +
      r * Math.log1p(-near) +
      (n === 0 ? 0 : n * Math.log(near)),
  )
  if (n === 0) return stayed
  return stayed + Math.exp(lnBeta(a + 1, b + n - 1) - lnBeta(a, b)) * incompleteBeta(near, n, r)
}
