/**
 * Whether members came into the arms as they should have (sample ratio mismatch). Where they did not, something
 * chooses who is seen, and no difference between the arms means anything.
 */
import { chiSquaredAbove } from './distributions.ts'
import { lnGamma } from './special.ts'

const shared = (weights: readonly number[]) => {
  const all = weights.reduce((sum, each) => sum + each, 0)
  return weights.map((each) => each / all)
}

/** How likely such an imbalance is by chance: Pearson's chi-squared. Arms without weight are left out. */
export function balanceOf(counts: readonly number[], weights: readonly number[]): number {
  const arms = counts
    .map((count, at) => ({ count, weight: weights[at] ?? 0 }))
    .filter(({ weight }) => weight > 0)
  const all = arms.reduce((sum, { count }) => sum + count, 0)
  if (arms.length < 2 || all === 0) return 1
  const shares = shared(arms.map(({ weight }) => weight))
  const distance = arms.reduce((sum, { count }, at) => {
    const expected = all * shares[at]!
    return sum + (count - expected) ** 2 / expected
  }, 0)
  return chiSquaredAbove(distance, arms.length - 1)
}

/**
 * The same, looked at day after day: 1 over the largest evidence against balance so far, a Bayes factor of a
 * Dirichlet around the intended shares (Lindon & Malek 2022, "Anytime-valid inference for multinomial count data").
 * Arms without weight are left out.
 */
export function balanceOverDays(
  days: readonly (readonly number[])[],
  weights: readonly number[],
  sharpness = 10_000,
): number {
  const shares = shared(weights)
  const sums = shares.map(() => 0)
  let most = 0
  for (const day of days) {
    for (const [at, count] of day.entries()) sums[at] = sums[at]! + count
    const all = sums.reduce((sum, each, at) => sum + (shares[at] === 0 ? 0 : each), 0)
    let evidence = lnGamma(sharpness) - lnGamma(sharpness + all)
    for (const [at, count] of sums.entries()) {
      const share = shares[at]!
      if (share === 0) continue
      evidence += lnGamma(sharpness * share + count) - lnGamma(sharpness * share) - count * Math.log(share)
    }
    most = Math.max(most, evidence)
  }
  return Math.min(1, Math.exp(-most))
}
