/**
 * Looking at any time: intervals that hold at every moment at once, so that one may stop when one likes (asymptotic
 * confidence sequences: Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas 2024, "Time-uniform central limit theory",
 * Annals of Statistics 52; the mixture test they come from: Robbins 1970, Johari et al. 2017). They are wider than
 * intervals for one look; `tuned` members is where they are tightest.
 */
import type { Difference, Interval, Side } from './difference.ts'

/** Members of both arms at which a sequence is tightest, unless one says another number. */
export const usualTuning = 5_000

/** Width of the mixture that is tightest at `tuned`. */
const rhoSquared = (alpha: number, tuned: number) =>
  (-2 * Math.log(alpha) + Math.log(-2 * Math.log(alpha) + 1)) / tuned

/** How far an interval reaches at a level, in standard errors of the difference. */
export function sequentialReach(n: number, alpha: number, tuned: number, side: Side): number {
  const one = side !== 'both'
  // One side at α is one of two at 2α.
  const spread = n * rhoSquared(one ? 2 * alpha : alpha, tuned)
  const bound = one
    ? Math.log(1 + Math.sqrt(spread + 1) / (2 * alpha))
    : Math.log(Math.sqrt(spread + 1) / alpha)
  return Math.sqrt((2 * (spread + 1) * bound) / spread)
}

export function sequentialInterval(
  { difference, error, n }: Difference,
  alpha: number,
  side: Side = 'both',
  tuned = usualTuning,
): Interval {
  const reach = error * sequentialReach(n, alpha, tuned, side)
  return {
    low: side === 'less' ? Number.NEGATIVE_INFINITY : difference - reach,
    high: side === 'more' ? Number.POSITIVE_INFINITY : difference + reach,
  }
}

/**
 * A p-value that may be looked at any time, for the mixture that is tuned at `alpha`: the level at which its interval
 * just touches nothing (one-sided at most 0.4999, where a side is no side any more).
 */
export function sequentialPValue(
  { difference, error, n }: Difference,
  alpha: number,
  side: Side = 'both',
  tuned = usualTuning,
): number {
  const z = difference / error
  const spread = n * rhoSquared(side === 'both' ? alpha : 2 * alpha, tuned)
  const evidence = (z * z * spread) / (2 * (spread + 1))
  if (side === 'both') return Math.min(1, Math.sqrt(spread + 1) * Math.exp(-evidence))
  const most = 0.4999
  if (side === 'more' ? z <= 0 : z >= 0) return most
  return Math.min(most, Math.sqrt(spread + 1) / (2 * Math.expm1(evidence)))
}
