/** Distributions that intervals and tests are read from: normal, Student's t, chi-squared, beta. */
import { incompleteBeta, incompleteGamma, lnBeta } from './special.ts'

export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** Share of a standard normal below z; exact in both tails. */
export function normalBelow(z: number): number {
  if (Number.isNaN(z)) return Number.NaN
  const tail = incompleteGamma(0.5, (z * z) / 2).upper / 2
  return z > 0 ? 1 - tail : tail
}

/** Value below which a share p of a standard normal lies. */
export const normalQuantile = (p: number): number => {
  if (p <= 0) return Number.NEGATIVE_INFINITY
  if (p >= 1) return Number.POSITIVE_INFINITY
  // From the tail that is small, so that no digits are lost.
  return p > 0.5 ? -normalQuantile(1 - p) : solve(normalBelow, p, -40, 0)
}

/** Share of Student's t with so many degrees of freedom (any positive number) below t. */
export function tBelow(t: number, freedom: number): number {
  if (!Number.isFinite(freedom)) return normalBelow(t)
  const tail = incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2
  return t > 0 ? 1 - tail : tail
}

export const tQuantile = (p: number, freedom: number): number => {
  if (p <= 0) return Number.NEGATIVE_INFINITY
  if (p >= 1) return Number.POSITIVE_INFINITY
  if (p > 0.5) return -tQuantile(1 - p, freedom)
  let low = -40
  while (tBelow(low, freedom) > p && low > -1e300) low *= 10
  return solve((t) => tBelow(t, freedom), p, low, 0)
}

/** Share of chi-squared with so many degrees of freedom above x. */
export const chiSquaredAbove = (x: number, freedom: number): number =>
  incompleteGamma(freedom / 2, x / 2).upper

/** Share of Beta(a, b) below x. */
export const betaBelow = (x: number, a: number, b: number): number => incompleteBeta(x, a, b)

export const betaDensity = (x: number, a: number, b: number): number =>
  x <= 0 || x >= 1 ? 0 : Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - lnBeta(a, b))

export const betaQuantile = (p: number, a: number, b: number): number =>
  p <= 0 ? 0 : p >= 1 ? 1 : solve((x) => incompleteBeta(x, a, b), p, 0, 1)

/** Where a rising function reaches a value, between two places: regula falsi (Illinois), with halving when it stalls. */
export function solve(rising: (x: number) => number, value: number, low: number, high: number): number {
  let [a, b] = [low, high]
  let [fa, fb] = [rising(a) - value, rising(b) - value]
  if (fa >= 0) return a
  if (fb <= 0) return b
  let side = 0
  for (let step = 0; step < 400; step++) {
    if (b - a <= 4e-16 * Math.max(Math.abs(a), Math.abs(b))) break
    const falsi = (fa * b - fb * a) / (fa - fb)
    const at = step % 3 === 2 || !(falsi > a && falsi < b) ? (a + b) / 2 : falsi
    if (at <= a || at >= b) break
    const f = rising(at) - value
    if (f === 0) return at
    if (f < 0) {
      a = at
      fa = f
      if (side === -1) fb /= 2
      side = -1
    } else {
      b = at
      fb = f
      if (side === 1) fa /= 2
      side = 1
    }
  }
  return (a + b) / 2
}
