/** What the truth implies, in closed form: what analyses of a simulated community must come out near. */
import type { Channel, Truth } from './truth.ts'

/** ln Γ(x) for x > 0: Stirling's series, after shifting x up to where five terms are exact enough. */
export function lnGamma(x: number): number {
  let shift = 0
  let y = x
  for (; y < 12; y++) shift -= Math.log(y)
  const inverse = 1 / (y * y)
  const series =
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / y
  return shift + (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series
}
const lnBeta = (a: number, b: number) => lnGamma(a) + lnGamma(b) - lnGamma(a + b)

/** P(a member of the channel is still there on day t after joining); t = 0 is the day of joining. */
export function stillThere({ dropout }: Truth, channel: Channel, t: number): number {
  if (t === 0) return 1
  const b = dropout.b * channel.loyalty
  // The least stay is one day: gone after t tries of leaving.
  return Math.exp(lnBeta(dropout.a, b + t) - lnBeta(dropout.a, b))
}

/** P(somebody of the channel who is there comes on a day of this weekday), outside the tasting: the Laplace transform of λ's gamma. */
export function comes({ visits }: Truth, channel: Channel, weekday: number): number {
  const scale = (visits.mean / visits.shape) * channel.activity
  return 1 - (1 + scale * visits.weekdays[weekday]!) ** -visits.shape
}

/** Expected repeat purchases in t days after the first order, BG/NBD (Fader, Hardie and Lee 2005, equation 9). */
export function expectedRepeats({ orders: { r, alpha, a, b } }: Truth, t: number): number {
  const z = t / (alpha + t)
  let term = 1
  let sum = 1
  for (let n = 0; n < 10_000 && Math.abs(term) > 1e-12; n++) {
    term *= (((r + n) * (b + n)) / ((a + b - 1 + n) * (n + 1))) * z
    sum += term
  }
  return ((a + b - 1) / (a - 1)) * (1 - (alpha / (alpha + t)) ** r * sum)
}

/** Mean value of an order in fen, Gamma-Gamma. */
export const meanOrder = ({ orders: { p, q, gamma } }: Truth): number => (p * gamma) / (q - 1)
