/**
 * Gamma-Gamma: what a purchase is worth (Fader & Hardie 2013, "The Gamma-Gamma Model of Monetary Value").
 *
 * Purchases of a buyer vary around a mean ζ of his own, Gamma(p, p/ζ); means vary over buyers so that p/ζ is
 * Gamma(q, γ). It takes how often one buys and how much for unrelated, which `correlation` lets one check.
 */

import { covarianceAt, minimiseFrom, type Objective } from '../statistics/fitting.ts'
import { digamma, lnGamma } from '../statistics/special.ts'

export interface SpendParameters {
  readonly p: number
  readonly q: number
  /** In the unit of money of the data. */
  readonly gamma: number
}

/** A repeat buyer: `x` repeat purchases worth `spent` together, both above nothing. */
export interface Spender {
  readonly x: number
  readonly spent: number
}

export interface SpendFit {
  readonly parameters: SpendParameters
  readonly logLikelihood: number
  readonly members: number
  readonly converged: boolean
  /** Of the logarithms of p, q, γ; null when the data do not say. */
  readonly covariance: readonly (readonly number[])[] | null
}

const fromLogs = (logs: readonly number[]): SpendParameters => {
  const [p, q, gamma] = logs.map(Math.exp)
  return { p: p!, q: q!, gamma: gamma! }
}

function objectiveOf(spenders: readonly Spender[]): Objective {
  const perX = new Map<number, number>()
  let [lnMeans, lnRest] = [0, 0]
  for (const { x, spent } of spenders) {
    perX.set(x, (perX.get(x) ?? 0) + 1)
    lnMeans += Math.log(spent / x)
    lnRest += x * Math.log(spent)
  }
  return (logs) => {
    const { p, q, gamma } = fromLogs(logs)
    if (logs.some((log) => !(Math.abs(log) < 30)))
      return { value: Number.POSITIVE_INFINITY, gradient: [0, 0, 0] }
    const count = spenders.length
    // ln of z̄^(px−1) x^(px) is px ln(spent) − ln z̄.
    let value = count * (q * Math.log(gamma) - lnGamma(q)) + p * lnRest - lnMeans
    let byP = lnRest
    let byQ = count * (Math.log(gamma) - digamma(q))
    let byGamma = (count * q) / gamma
    for (const [x, members] of perX) {
      value += members * (lnGamma(p * x + q) - lnGamma(p * x))
      const psi = digamma(p * x + q)
      byP += members * x * (psi - digamma(p * x))
      byQ += members * psi
    }
    for (const { x, spent } of spenders) {
      const ln = Math.log(spent + gamma)
      value -= (p * x + q) * ln
      byP -= x * ln
      byQ -= ln
      byGamma -= (p * x + q) / (spent + gamma)
    }
    return {
      value: -value / count,
      gradient: [byP * p, byQ * q, byGamma * gamma].map((each) => -each / count),
    }
  }
}

/** The parameters under which what repeat buyers spent is likeliest. */
export function fitSpend(spenders: readonly Spender[]): SpendFit {
  const objective = objectiveOf(spenders)
  const mean = spenders.reduce((sum, { x, spent }) => sum + spent / x, 0) / spenders.length
  const starts = [
    [2, 3, mean],
    [6, 4, mean / 2],
    [1, 2, mean],
    [10, 10, mean],
  ].map((start) => start.map(Math.log))
  const found = minimiseFrom(objective, starts)
  return {
    parameters: fromLogs(found.at),
    logLikelihood: -found.value * spenders.length,
    members: spenders.length,
    converged: found.converged,
    covariance:
      covarianceAt(objective, found.at)?.map((row) => row.map((each) => each / spenders.length)) ?? null,
  }
}

/**
 * What a purchase of somebody is worth on average, from what he spent and everybody did. Somebody who bought once is
 * taken for the average. Null where the mean is not finite (q ≤ 1).
 */
export function expectedSpend({ p, q, gamma }: SpendParameters, { x, spent }: Spender): number | null {
  const weight = p * x + q - 1
  return weight > 0 && q > 1 ? (p * (gamma + spent)) / weight : null
}

/** Pearson's correlation of how often and how much, which the model takes for nothing. */
export function correlation(spenders: readonly Spender[]): number | null {
  const count = spenders.length
  let [sx, sm, sxx, smm, sxm] = [0, 0, 0, 0, 0]
  for (const { x, spent } of spenders) {
    const mean = spent / x
    sx += x
    sm += mean
    sxx += x * x
    smm += mean * mean
    sxm += x * mean
  }
  const spread = Math.sqrt((count * sxx - sx * sx) * (count * smm - sm * sm))
  return spread > 0 ? (count * sxm - sx * sm) / spread : null
}
