/** What one may believe about a difference after seeing the data, where some like to say it so. */
import { betaBelow, betaDensity, normalBelow, normalDensity } from './distributions.ts'

export interface Belief {
  readonly mean: number
  /** Standard deviation; 0 says that it is known. */
  readonly deviation: number
}

/** A belief beforehand (normal) and an estimate with its error, together. Without one, the estimate alone. */
export function believe(
  estimate: { readonly difference: number; readonly error: number },
  before?: { readonly mean: number; readonly variance: number },
): Belief {
  if (!before) return { mean: estimate.difference, deviation: estimate.error }
  const [known, seen] = [1 / before.variance, 1 / estimate.error ** 2]
  return {
    mean: (known * before.mean + seen * estimate.difference) / (known + seen),
    deviation: Math.sqrt(1 / (known + seen)),
  }
}

/** Probability that the treatment is more than the control. */
export const chanceOfMore = ({ mean, deviation }: Belief): number =>
  deviation > 0 ? normalBelow(mean / deviation) : mean > 0 ? 1 : mean < 0 ? 0 : 0.5

/** What one loses on average by taking an arm that turns out to be the lesser one. */
export function lossOf({ mean, deviation }: Belief): {
  readonly ofControl: number
  readonly ofTreatment: number
} {
  if (!(deviation > 0)) return { ofControl: Math.max(mean, 0), ofTreatment: Math.max(-mean, 0) }
  const z = mean / deviation
  const more = mean * normalBelow(z) + deviation * normalDensity(z)
  return { ofControl: Math.max(0, more), ofTreatment: Math.max(0, more - mean) }
}

export interface BetaBelief {
  readonly a: number
  readonly b: number
}

/** A share after so many of n did it; beforehand Beta(1, 1) says that every share is as likely. */
export const believeShare = (
  { n, sum }: { readonly n: number; readonly sum: number },
  before: BetaBelief = { a: 1, b: 1 },
): BetaBelief => ({ a: before.a + sum, b: before.b + n - sum })

/** Probability that one share is larger than another: Simpson's rule where the other one's density is. */
export function chanceOfMoreShare(control: BetaBelief, treatment: BetaBelief): number {
  const { a, b } = treatment
  const mean = a / (a + b)
  const deviation = Math.sqrt((mean * (1 - mean)) / (a + b + 1))
  const [low, high] = [Math.max(0, mean - 12 * deviation), Math.min(1, mean + 12 * deviation)]
  const pieces = 2_000
  const width = (high - low) / pieces
  let [sum, all] = [0, 0]
  for (let at = 0; at <= pieces; at++) {
    const x = low + at * width
    const weight = (at === 0 || at === pieces ? 1 : at % 2 === 1 ? 4 : 2) * betaDensity(x, a, b)
    all += weight
    if (weight > 0) sum += weight * betaBelow(x, control.a, control.b)
  }
  return all > 0 ? sum / all : 0.5
}
