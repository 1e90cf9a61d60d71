/**
 * Special functions that likelihoods and distributions are made of. Written for the arguments that occur here
 * (positive, finite) and accurate to about fourteen digits.
 */

/** Where Stirling's series is as exact as a double; below it the recurrence leads up to it. */
const far = 12

/** Logarithm of the gamma function, x > 0: Stirling's series (Abramowitz & Stegun 6.1.41) after shifting. */
export function lnGamma(x: number): number {
  let shift = 0
  let at = x
  if (at < far) {
    let product = 1
    while (at < far) {
      product *= at
      at += 1
    }
    shift = Math.log(product)
  }
  const inverse = 1 / (at * at)
  const series =
    (1 / 12 -
      inverse *
        (1 / 360 -
          inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188 - inverse * (691 / 360360)))))) /
    at
  return (at - 0.5) * Math.log(at) - at + 0.918_938_533_204_672_7 + series - shift
}

/** Derivative of `lnGamma`, x > 0 (Abramowitz & Stegun 6.3.18 after shifting). */
export function digamma(x: number): number {
  let shift = 0
  let at = x
  while (at < far) {
    shift += 1 / at
    at += 1
  }
  const inverse = 1 / (at * at)
  const series =
    inverse *
    (1 / 12 -
      inverse *
        (1 / 120 - inverse * (1 / 252 - inverse * (1 / 240 - inverse * (1 / 132 - inverse * (691 / 32760))))))
  return Math.log(at) - 0.5 / at - series - shift
}

/** Logarithm of the beta function, both positive. */
export const lnBeta = (a: number, b: number): number => lnGamma(a) + lnGamma(b) - lnGamma(a + b)

const mostTerms = 100_000
const tiny = 1e-300

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) by its series, 0 ≤ z < 1, c > 0. Where the series would have to
 * outrun large a and b (c < a + b), Euler's transformation turns it into one that converges at once.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (z === 0) return 1
  if (c - a - b < 0 && a > 0 && b > 0)
    return Math.exp((c - a - b) * Math.log1p(-z)) * hypergeometricSeries(c - a, c - b, c, z)
  return hypergeometricSeries(a, b, c, z)
}

function hypergeometricSeries(a: number, b: number, c: number, z: number): number {
  let term = 1
  let sum = 1
  for (let n = 0; n < mostTerms; n++) {
    const ratio = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z
    term *= ratio
    sum += term
    // What is left is at most a geometric series of the ratio that was reached.
    if (Math.abs(term) <= 1e-16 * Math.abs(sum) * Math.max(1 - Math.abs(ratio), 1e-6)) return sum
  }
  return sum
}

/** Regularised lower incomplete gamma function P(a, x) and its complement, a > 0, x ≥ 0 (series or Lentz's fraction). */
export function incompleteGamma(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  const scale = Math.exp(a * Math.log(x) - x - lnGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < mostTerms; n++) {
      term *= x / (a + n)
      sum += term
      if (term < sum * 1e-17) break
    }
    return { lower: scale * sum, upper: 1 - scale * sum }
  }
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < mostTerms; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / away(an * d + b)
    c = away(b + an / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return { lower: 1 - scale * fraction, upper: scale * fraction }
}

const away = (x: number) => (Math.abs(x) < tiny ? tiny : x)

/** Regularised incomplete beta function I_x(a, b), 0 ≤ x ≤ 1 (Lentz's method on the fraction of DLMF 8.17.22). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - lnBeta(a, b)) / a
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < mostTerms; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return front * fraction
}
