/** The difference between two arms, with the interval and the test that belong to it. */
import { normalBelow, tBelow, tQuantile } from './distributions.ts'
import type { Sample } from './sample.ts'

export type How = 'absolute' | 'relative'
/** Which side is asked about: any difference, only more, only less. */
export type Side = 'both' | 'more' | 'less'

export interface Difference {
  readonly difference: number
  /** Standard error. */
  readonly error: number
  /** Of t, by Welch and Satterthwaite. */
  readonly freedom: number
  /** Members of both arms. */
  readonly n: number
}

/** Variance of a difference of means, or of it in parts of the control's plain mean (delta method, first order). */
export function differenceVariance(control: Sample, treatment: Sample, how: How): number {
  const { n, plain } = control
  const both = control.variance / n + treatment.variance / treatment.n
  if (how === 'absolute') return both
  const change = (treatment.mean - control.mean) / plain.mean
  return (both + (change ** 2 * plain.variance + 2 * change * plain.covariance) / n) / plain.mean ** 2
}

/**
 * How much more the treatment has than the control; relative: in parts of what the control has. Undefined where that
 * cannot be said: fewer than two members in an arm, nothing that varies, or relative to nothing.
 */
export function differenceOf(control: Sample, treatment: Sample, how: How): Difference | undefined {
  if (control.n < 2 || treatment.n < 2) return undefined
  if (how === 'relative' && control.plain.mean === 0) return undefined
  const [a, b] = [control.variance / control.n, treatment.variance / treatment.n]
  if (!(a > 0 && b > 0)) return undefined
  const change = treatment.mean - control.mean
  return {
    difference: how === 'absolute' ? change : change / Math.abs(control.plain.mean),
    error: Math.sqrt(differenceVariance(control, treatment, how)),
    freedom: (a + b) ** 2 / (a ** 2 / (control.n - 1) + b ** 2 / (treatment.n - 1)),
    n: control.n + treatment.n,
  }
}

export interface Interval {
  readonly low: number
  readonly high: number
}

/** The interval of Welch (1947) that holds the difference with 1 − α. One-sided ones are open on one side. */
export function intervalOf({ difference, error, freedom }: Difference, alpha: number, side: Side): Interval {
  const reach = error * tQuantile(1 - (side === 'both' ? alpha / 2 : alpha), freedom)
  return {
    low: side === 'less' ? Number.NEGATIVE_INFINITY : difference - reach,
    high: side === 'more' ? Number.POSITIVE_INFINITY : difference + reach,
  }
}

/** How likely so large a difference is where there is none. */
export function pValueOf({ difference, error, freedom }: Difference, side: Side): number {
  const t = difference / error
  switch (side) {
    case 'both':
      return 2 * tBelow(-Math.abs(t), freedom)
    case 'more':
      return tBelow(-t, freedom)
    case 'less':
      return tBelow(t, freedom)
  }
}

/**
 * Two shares compared as the textbook does: pooled variance for the test, separate for the interval (Newcombe 1998,
 * method 10, from Wilson's intervals, which stays inside what is possible and holds for small groups too).
 */
export function shareDifference(
  control: { readonly n: number; readonly sum: number },
  treatment: { readonly n: number; readonly sum: number },
  z = 1.959_963_984_540_054,
): (Interval & { readonly difference: number; readonly pValue: number }) | undefined {
  if (control.n === 0 || treatment.n === 0) return undefined
  const [a, b] = [control.sum / control.n, treatment.sum / treatment.n]
  const pooled = (control.sum + treatment.sum) / (control.n + treatment.n)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / control.n + 1 / treatment.n))
  const [one, other] = [wilson(control, z), wilson(treatment, z)]
  const difference = b - a
  return {
    difference,
    pValue: error === 0 ? 1 : 2 * normalBelow(-Math.abs(difference) / error),
    low: difference - Math.sqrt((b - other.low) ** 2 + (one.high - a) ** 2),
    high: difference + Math.sqrt((other.high - b) ** 2 + (a - one.low) ** 2),
  }
}

/** Wilson's interval (1927) of a share. */
export function wilson({ n, sum }: { readonly n: number; readonly sum: number }, z: number): Interval {
  const p = sum / n
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
