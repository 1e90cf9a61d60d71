/** How many members an experiment needs, and what it can see with those it has. */
import { type Difference, differenceVariance } from './difference.ts'
import { normalBelow, normalQuantile, solve } from './distributions.ts'
import { plainly, type Sample } from './sample.ts'
import { sequentialReach } from './sequential.ts'

export interface Plan {
  /** What the control has, and how it varies from member to member. */
  readonly mean: number
  readonly variance: number
  /** Members of both arms that are compared; as many in each. */
  readonly n: number
  readonly alpha: number
  /** Members at which a look at any time is tightest; left out: one look at the end. */
  readonly tuned?: number | undefined
}

const armsOf = ({ mean, variance, n }: Plan, effect: number): readonly [Sample, Sample] => {
  return [plainly(n / 2, mean, variance), plainly(n / 2, mean * (1 + effect), variance)]
}

const errorOf = (plan: Plan, effect: number) =>
  Math.sqrt(differenceVariance(...armsOf(plan, effect), 'relative'))

const reachOf = ({ n, alpha, tuned }: Plan) =>
  tuned === undefined ? normalQuantile(1 - alpha / 2) : sequentialReach(n, alpha, tuned, 'both')

/** Probability of seeing a relative effect that is there. */
export function powerOf(plan: Plan, effect: number): number {
  const z = effect / errorOf(plan, effect)
  const reach = reachOf(plan)
  return normalBelow(z - reach) + normalBelow(-z - reach)
}

/** The smallest relative effect that is seen with a probability; null where even a tenfold one would not be. */
export function smallestEffect(plan: Plan, power: number): number | null {
  const most = 10
  if (powerOf(plan, most) < power) return null
  return solve((effect) => powerOf(plan, effect), power, 1e-9, most)
}

/** Members of both arms that are needed to see a relative effect; null beyond a thousand million. */
export function membersNeeded(plan: Omit<Plan, 'n'>, effect: number, power: number): number | null {
  const most = 1e9
  const enough = (n: number) => powerOf({ ...plan, n }, effect)
  if (!(plan.variance > 0) || enough(most) < power) return null
  return Math.ceil(Math.exp(solve((ln) => enough(Math.exp(ln)), power, Math.log(4), Math.log(most))))
}

/** Members of both arms that would settle what is seen now, were it to stay as it is: for a sentence, not a promise. */
export const membersToSettle = ({ difference, error, n }: Difference, alpha: number): number | null =>
  difference === 0 ? null : Math.ceil(n * ((normalQuantile(1 - alpha / 2) * error) / difference) ** 2)
