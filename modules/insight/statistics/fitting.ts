/**
 * Fitting by maximum likelihood: BFGS with a backtracking line search (Nocedal & Wright 2006, ch. 3 and 6) on an
 * objective that brings its own gradient, and the curvature at the optimum, from which standard errors come.
 */

/** A value to be made small, and its gradient. Infinite where it is not defined. */
export type Objective = (at: readonly number[]) => {
  readonly value: number
  readonly gradient: readonly number[]
}

export interface Minimum {
  readonly at: readonly number[]
  readonly value: number
  /** Largest slope that is left, relative to the value. */
  readonly slope: number
  readonly steps: number
  readonly converged: boolean
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, at) => sum + x * b[at]!, 0)
const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row === column ? 1 : 0)),
  )

interface Known {
  readonly mostSteps?: number
  /** The inverse of the curvature near the minimum, when somebody has an idea of it. */
  readonly curvature?: readonly (readonly number[])[] | undefined
}

/** The minimum that is reached from a start. */
export function minimise(
  objective: Objective,
  start: readonly number[],
  { mostSteps = 200, curvature: near }: Known = {},
): Minimum {
  const size = start.length
  let at = [...start]
  let { value, gradient } = objective(at)
  let inverse = near ? near.map((row) => [...row]) : identity(size)
  const steepest = (slopes: readonly number[]) => Math.max(...slopes.map(Math.abs))
  const slopeOf = () => steepest(gradient) / Math.max(1, Math.abs(value))
  let steps = 0
  let fresh = near === undefined
  for (; steps < mostSteps && slopeOf() > 1e-10; steps++) {
    let direction = inverse.map((row) => -dot(row, gradient))
    let descent = dot(direction, gradient)
    if (!(descent < 0)) {
      inverse = identity(size)
      direction = gradient.map((g) => -g)
      descent = dot(direction, gradient)
      fresh = true
    }
    // Logarithms of parameters: a step of more than 2 is a leap by a factor of seven.
    const length = Math.max(...direction.map(Math.abs))
    let step = Math.min(1, (fresh ? 0.5 : 2) / length)
    let next = objective(at.map((x, i) => x + step * direction[i]!))
    // So near the bottom values differ by less than they are exact: only the slope can tell.
    const flat = -descent <= 1e-12 * Math.max(1, Math.abs(value))
    for (let halved = 0; !flat && halved < 50 && !(next.value <= value + 1e-4 * step * descent); halved++) {
      step /= 2
      next = objective(at.map((x, i) => x + step * direction[i]!))
    }
    if (!(flat ? steepest(next.gradient) < steepest(gradient) : next.value < value)) {
      if (fresh || flat) break
      inverse = identity(size)
      fresh = true
      continue
    }
    const moved = direction.map((d) => d * step)
    const turned = next.gradient.map((g, i) => g - gradient[i]!)
    const curvature = dot(moved, turned)
    if (curvature > 1e-14) {
      const scaled = inverse.map((row) => dot(row, turned))
      const factor = (curvature + dot(turned, scaled)) / (curvature * curvature)
      inverse = inverse.map((row, i) =>
        row.map(
          (x, j) =>
            x +
            factor * moved[i]! * moved[j]! -
            (scaled[i]! * moved[j]! + moved[i]! * scaled[j]!) / curvature,
        ),
      )
    }
    const gained = value - next.value
    at = at.map((x, i) => x + moved[i]!)
    value = next.value
    gradient = next.gradient
    fresh = false
    if (!flat && gained <= 1e-15 * Math.abs(value) && slopeOf() < 1e-7) break
  }
  return { at, value, slope: slopeOf(), steps, converged: Number.isFinite(value) && slopeOf() < 1e-6 }
}

/** The best minimum of several starts. */
export const minimiseFrom = (objective: Objective, starts: readonly (readonly number[])[]): Minimum =>
  starts
    .map((start) => minimise(objective, start))
    .reduce((best, each) => (each.value < best.value ? each : best))

/**
 * Covariance of what was fitted: the inverse of the curvature (central differences of the gradient). Undefined when
 * the curvature is not that of a minimum, so that nothing can be said about the error.
 */
export function covarianceAt(objective: Objective, at: readonly number[]): number[][] | undefined {
  const step = 1e-4
  const rows = at.map((_, i) => {
    const up = objective(at.map((x, j) => (i === j ? x + step : x))).gradient
    const down = objective(at.map((x, j) => (i === j ? x - step : x))).gradient
    return up.map((g, j) => (g - down[j]!) / (2 * step))
  })
  const curvature = rows.map((row, i) => row.map((x, j) => (x + rows[j]![i]!) / 2))
  return invert(curvature)
}

/** Inverse of a symmetric positive definite matrix by Cholesky; undefined when it is not one. */
export function invert(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length
  const lower = identity(size).map((row) => row.map(() => 0))
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]![j]!
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!
      if (i !== j) lower[i]![j] = sum / lower[j]![j]!
      else if (sum > 0) lower[i]![i] = Math.sqrt(sum)
      else return undefined
    }
  return identity(size).map((unit) => {
    const forward: number[] = []
    for (let i = 0; i < size; i++)
      forward.push((unit[i]! - forward.reduce((sum, x, k) => sum + lower[i]![k]! * x, 0)) / lower[i]![i]!)
    const back = new Array<number>(size).fill(0)
    for (let i = size - 1; i >= 0; i--) {
      let sum = forward[i]!
      for (let k = i + 1; k < size; k++) sum -= lower[k]![i]! * back[k]!
      back[i] = sum / lower[i]![i]!
    }
    return back
  })
}

/** Variance of a function of what was fitted, by the delta method: its gradient around the covariance. */
export const deltaVariance = (
  gradient: readonly number[],
  covariance: readonly (readonly number[])[],
): number =>
  Math.max(
    0,
    dot(
      gradient,
      covariance.map((row) => dot(row, gradient)),
    ),
  )
