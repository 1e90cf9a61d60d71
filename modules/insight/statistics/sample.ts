/**
 * What a group of members says about one figure: how many, the mean of it, and how it varies from member to member.
 * Everything is made from sums, so that the warehouse adds up and no member is ever fetched.
 */

export interface Sample {
  readonly n: number
  readonly mean: number
  /** Of one member's figure. */
  readonly variance: number
  /** What a relative difference is relative to: the mean as it is before it was adjusted. */
  readonly plain: {
    readonly mean: number
    readonly variance: number
    /** With the adjusted figure, member by member. */
    readonly covariance: number
  }
}

/** A figure that was not adjusted. */
export const plainly = (n: number, mean: number, variance: number): Sample => ({
  n,
  mean,
  variance,
  plain: { mean, variance, covariance: variance },
})

/** Sums over members of a figure and of its square. */
export interface Sums {
  readonly n: number
  readonly sum: number
  readonly squares: number
}

const spread = (n: number, sum: number, other: number, products: number) =>
  n < 2 ? 0 : (products - (sum * other) / n) / (n - 1)

const varianceOf = ({ n, sum, squares }: Sums) => Math.max(0, spread(n, sum, sum, squares))

/** The mean of a figure. */
export function meanOf(sums: Sums): Sample {
  const mean = sums.n > 0 ? sums.sum / sums.n : 0
  return plainly(sums.n, mean, varianceOf(sums))
}

/** The share of those who did it. */
export function shareOf({ n, sum }: Omit<Sums, 'squares'>): Sample {
  const mean = n > 0 ? sum / n : 0
  return plainly(n, mean, mean * (1 - mean))
}

/** Two figures of each member, and what they are together. */
export interface PairSums {
  readonly over: Sums
  readonly under: Sums
  readonly products: number
}

/**
 * One figure per another where members are what was divided into arms (orders per visit): its variance by the delta
 * method (Deng, Knoblich & Lu 2018, "Applying the Delta Method in Metric Analytics"). Nothing under it: no variance.
 */
export function ratioOf({ over, under, products }: PairSums): Sample {
  const n = over.n
  const mean = under.sum === 0 ? 0 : over.sum / under.sum
  const [mo, mu] = [over.sum / n, under.sum / n]
  const variance =
    n < 2 || under.sum === 0
      ? 0
      : spread(n, over.sum, over.sum, over.squares) / mu ** 2 -
        (2 * spread(n, over.sum, under.sum, products) * mo) / mu ** 3 +
        (spread(n, under.sum, under.sum, under.squares) * mo ** 2) / mu ** 4
  return plainly(n, mean, Math.max(0, variance))
}

/** A figure after and the same before, for the same members. */
export interface BeforeAndAfter {
  readonly after: Sums
  readonly before: Sums
  readonly products: number
  /** The figure is a yes or no. */
  readonly share?: boolean
}

/** How much of the difference before stands in the difference after: one slope over all arms. */
export function slopeOf(arms: readonly BeforeAndAfter[]): number {
  const all = arms.reduce((one, other) => ({
    after: add(one.after, other.after),
    before: add(one.before, other.before),
    products: one.products + other.products,
    share: arms.every(({ share }) => share),
  }))
  const variance = all.share ? shareOf(all.before).variance : varianceOf(all.before)
  return variance > 0 ? covarianceOf(all) / variance : 0
}

const add = (one: Sums, other: Sums): Sums => ({
  n: one.n + other.n,
  sum: one.sum + other.sum,
  squares: one.squares + other.squares,
})

// As `shareOf` has it: of all, not of all but one.
const covarianceOf = ({ after, before, products, share }: BeforeAndAfter) =>
  spread(after.n, after.sum, before.sum, products) * (share && after.n > 1 ? (after.n - 1) / after.n : 1)

/**
 * CUPED (Deng, Xu, Kohavi & Walker 2013): the figure less what could be told beforehand. The mean moves by the same
 * in all arms but for chance; the variance shrinks by the square of the correlation.
 */
export function adjustedOf(arm: BeforeAndAfter, slope: number): Sample {
  const [after, before] = arm.share
    ? [shareOf(arm.after), shareOf(arm.before)]
    : [meanOf(arm.after), meanOf(arm.before)]
  return adjusted(arm.after.n, after, before, covarianceOf(arm), slope)
}

type Figure = Pick<Sample, 'mean' | 'variance'>

const adjusted = (n: number, after: Figure, before: Figure, covariance: number, slope: number): Sample => ({
  n,
  mean: after.mean - slope * before.mean,
  variance: Math.max(0, after.variance - 2 * slope * covariance + slope ** 2 * before.variance),
  plain: { ...after, covariance: after.variance - slope * covariance },
})

/** A ratio after and the same ratio before, for the same members: four figures of each and their products. */
export interface RatioBeforeAndAfter {
  readonly after: { readonly over: Sums; readonly under: Sums }
  readonly before: { readonly over: Sums; readonly under: Sums }
  /** Sums of products, each with each: over and under after, over and under before. */
  readonly products: {
    readonly after: number
    readonly before: number
    readonly overs: number
    readonly unders: number
    readonly overAfterUnderBefore: number
    readonly underAfterOverBefore: number
  }
}

/** Variance of the ratio after, of the one before, and their covariance, per member (delta method). */
function momentsOf({ after, before, products }: RatioBeforeAndAfter) {
  const ratios = [after, before].map(({ over, under }) => {
    const n = over.n
    // Each figure's part in the change of the ratio.
    return { over: n / under.sum, under: (-n * over.sum) / under.sum ** 2, ratio: over.sum / under.sum }
  })
  const [late, early] = ratios as [(typeof ratios)[number], (typeof ratios)[number]]
  const n = after.over.n
  const between = (one: Sums, other: Sums, sum: number) => spread(n, one.sum, other.sum, sum)
  const own = (part: (typeof ratios)[number], { over, under }: RatioBeforeAndAfter['after'], sum: number) =>
    part.over ** 2 * between(over, over, over.squares) +
    part.under ** 2 * between(under, under, under.squares) +
    2 * part.over * part.under * between(over, under, sum)
  return {
    late: late.ratio,
    early: early.ratio,
    after: own(late, after, products.after),
    before: own(early, before, products.before),
    both:
      late.over * early.over * between(after.over, before.over, products.overs) +
      late.under * early.under * between(after.under, before.under, products.unders) +
      late.over * early.under * between(after.over, before.under, products.overAfterUnderBefore) +
      late.under * early.over * between(after.under, before.over, products.underAfterOverBefore),
  }
}

/** The slope of `adjustedRatioOf`, over all arms. */
export function ratioSlopeOf(arms: readonly RatioBeforeAndAfter[]): number {
  const moments = arms.map(momentsOf)
  const before = moments.reduce((sum, each) => sum + each.before, 0)
  return before > 0 ? moments.reduce((sum, each) => sum + each.both, 0) / before : 0
}

/** CUPED for ratios. */
export function adjustedRatioOf(arm: RatioBeforeAndAfter, slope: number): Sample {
  const { late, early, after, before, both } = momentsOf(arm)
  return adjusted(
    arm.after.over.n,
    { mean: late, variance: after },
    { mean: early, variance: before },
    both,
    slope,
  )
}

/**
 * A quantile of single observations from its interval of 95 % (order statistics, or a bootstrap over members where
 * one member has several: Deng, Knoblich & Lu 2018, section 4).
 */
export function quantileOf({
  n,
  value,
  low,
  high,
}: {
  readonly n: number
  readonly value: number
  readonly low: number
  readonly high: number
}): Sample {
  return plainly(n, value, n < 2 ? 0 : (n - 1) * ((high - low) / (2 * 1.959_963_984_540_054)) ** 2)
}

/** Places of the order statistics around the q-quantile of n values that hold it with 95 %: normal to the binomial. */
export function ranksAround(n: number, q: number): readonly [number, number] {
  const half = 1.959_963_984_540_054 * Math.sqrt(n * q * (1 - q))
  return [Math.max(0, Math.floor(n * q - half)), Math.min(n - 1, Math.ceil(n * q + half))]
}
