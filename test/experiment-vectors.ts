/** The published vectors of experiments, read as the samples that our statistics take. */

import type { How } from '#modules/insight/statistics/difference.ts'
import {
  adjustedOf,
  type BeforeAndAfter,
  meanOf,
  quantileOf,
  ratioOf,
  type Sample,
  shareOf,
  slopeOf,
} from '#modules/insight/statistics/sample.ts'

export interface Given {
  readonly type: string
  readonly n: number
  readonly sum: number
  readonly sum_squares: number
  readonly quantile_hat: number
  readonly quantile_lower: number
  readonly quantile_upper: number
}
export interface RatioGiven {
  readonly m_statistic_post: Given
  readonly d_statistic_post: Given
  readonly m_statistic_pre: Given
  readonly d_statistic_pre: Given
  readonly m_post_m_pre_sum_of_products: number
  readonly d_post_d_pre_sum_of_products: number
  readonly m_pre_d_pre_sum_of_products: number
  readonly m_post_d_post_sum_of_products: number
  readonly m_post_d_pre_sum_of_products: number
  readonly m_pre_d_post_sum_of_products: number
}
export interface Row {
  readonly users: number
  readonly main_sum: number
  readonly main_sum_squares?: number
  readonly denominator_sum: number
  readonly denominator_sum_squares: number
  readonly main_denominator_sum_product: number
  readonly covariate_sum: number
  readonly covariate_sum_squares?: number
  readonly main_covariate_sum_product: number
}
export interface Case {
  readonly name: string
  readonly engine?: string
  readonly test: string
  readonly metric?: string
  readonly control?: Given
  readonly treatment?: Given
  readonly rows?: readonly [Row, Row]
  readonly config?:
    | 'default'
    | {
        readonly difference_type?: How
        readonly alpha?: number
        readonly sequential_tuning_parameter?: number
        readonly prior?: { readonly proper: boolean; readonly mean: number; readonly variance: number }
        readonly prior_effect?: { readonly proper: boolean; readonly mean: number; readonly variance: number }
      }
  readonly input?: never
  readonly expected: never
  readonly decimals?: number
}

/** One arm as it is given, as the sample that we reckon with; undefined for kinds that are not ours. */
export const sampleOf = (given: Given): Sample | undefined => {
  switch (given.type) {
    case 'SampleMeanStatistic':
      return meanOf({ n: given.n, sum: given.sum, squares: given.sum_squares })
    case 'ProportionStatistic':
      return shareOf(given)
    case 'QuantileStatistic':
      return quantileOf({
        n: given.n,
        value: given.quantile_hat,
        low: given.quantile_lower,
        high: given.quantile_upper,
      })
    default:
      return undefined
  }
}
/** One arm of rows of sums by the kind of metric that a case says. */
export const rowSample = (row: Row, metric: string, rows: readonly Row[]): Sample => {
  const main = { n: row.users, sum: row.main_sum, squares: row.main_sum_squares ?? row.main_sum }
  if (metric === 'ratio')
    return ratioOf({
      over: main,
      under: { n: row.users, sum: row.denominator_sum, squares: row.denominator_sum_squares },
      products: row.main_denominator_sum_product,
    })
  if (!metric.includes('CUPED')) return meanOf(main)
  const arm = (each: Row): BeforeAndAfter => ({
    after: { n: each.users, sum: each.main_sum, squares: each.main_sum_squares ?? each.main_sum },
    before: {
      n: each.users,
      sum: each.covariate_sum,
      squares: each.covariate_sum_squares ?? each.covariate_sum,
    },
    products: each.main_covariate_sum_product,
    share: metric.startsWith('binomial'),
  })
  return adjustedOf(arm(row), slopeOf(rows.map(arm)))
}
