/**
 * Ordinary least squares over days, with standard errors that hold when days resemble their neighbours.
 *
 * - Solved by orthogonal columns, made twice (Giraud, Langou & Rozložník, 2005, Comput. Math. Appl. 50(7)): nothing is
 *   squared that need not be.
 * - Variance of the coefficients after Newey & West (1987), Econometrica 55(3): residuals of neighbouring days count
 *   together, with Bartlett weights that fall to nothing. Days that are missing leave their place empty instead of
 *   moving their neighbours together (Datta & Du, 2012).
 */

export interface Fit {
  readonly coefficients: readonly number[]
  readonly residuals: readonly number[]
  /** `(X'X)⁻¹ X'`, a row for each coefficient: how much each day weighs in it. */
  readonly weights: readonly (readonly number[])[]
}

/** Below this part of its own length a column says nothing that the columns before it did not say. */
const nothingNew = 1e-9

const dot = (one: readonly number[], other: readonly number[]): number => {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}

/** `rows`: the regressors of each day. Undefined when they cannot be told apart, or there are more of them than days. */
export function leastSquares(
  rows: readonly (readonly number[])[],
  values: readonly number[],
): Fit | undefined {
  const [n, k] = [rows.length, rows[0]?.length ?? 0]
  if (n < k || k === 0) return undefined
  /** Columns at right angles of length 1, and how the regressors are made of them. */
  const q: number[][] = []
  const r: number[][] = []
  for (let at = 0; at < k; at++) {
    const column = rows.map((row) => row[at]!)
    const length = Math.sqrt(dot(column, column))
    const made = Array.from({ length: k }, () => 0)
    // What the first time leaves of the others, the second takes away.
    for (const _ of [1, 2])
      for (const [place, other] of q.entries()) {
        const part = dot(other, column)
        made[place]! += part
        for (let day = 0; day < n; day++) column[day]! -= part * other[day]!
      }
    const far = Math.sqrt(dot(column, column))
    if (far === 0 || far <= nothingNew * length) return undefined
    made[at] = far
    r.push(made)
    q.push(column.map((each) => each / far))
  }
  /** Backwards through the triangle, for all days at once. */
  const weights: number[][] = []
  for (let at = k - 1; at >= 0; at--) {
    const row = [...q[at]!]
    for (let other = at + 1; other < k; other++) {
      const part = r[other]![at]!
      for (let day = 0; day < n; day++) row[day]! -= part * weights[other]![day]!
    }
    weights[at] = row.map((each) => each / r[at]![at]!)
  }
  const coefficients = weights.map((row) => dot(row, values))
  const residuals = values.map((value, day) => value - dot(rows[day]!, coefficients))
  return { coefficients, residuals, weights }
}

/**
 * Standard error of one coefficient. `places`: where each day stands in time, rising whole numbers; `reach`: days over
 * which neighbours count together. With the usual correction for few days, n ÷ (n − k).
 */
export function robustError(
  { residuals, weights }: Fit,
  coefficient: number,
  places: readonly number[],
  reach: number,
): number {
  const n = places.length
  const parts = new Map(places.map((place, at) => [place, weights[coefficient]![at]! * residuals[at]!]))
  let variance = 0
  for (const [place, part] of parts) {
    variance += part * part
    for (let lag = 1; lag <= reach; lag++)
      variance += 2 * (1 - lag / (reach + 1)) * part * (parts.get(place - lag) ?? 0)
  }
  return Math.sqrt((Math.max(0, variance) * n) / Math.max(1, n - weights.length))
}
