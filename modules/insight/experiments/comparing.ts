/** From sums of arms to what is known: differences with intervals, tests that account for each other, verdicts. */
import { believe, believeShare, chanceOfMore, chanceOfMoreShare } from '../statistics/bayes.ts'
import { type Difference, differenceOf, intervalOf, pValueOf, wilson } from '../statistics/difference.ts'
import { normalQuantile } from '../statistics/distributions.ts'
import { holm } from '../statistics/multiple.ts'
import { membersToSettle } from '../statistics/power.ts'
import {
  adjustedOf,
  adjustedRatioOf,
  type BeforeAndAfter,
  meanOf,
  type RatioBeforeAndAfter,
  ratioOf,
  ratioSlopeOf,
  type Sample,
  shareOf,
  slopeOf,
} from '../statistics/sample.ts'
import { sequentialInterval, sequentialPValue } from '../statistics/sequential.ts'

/** Sums over the members of an arm; `y` after, `b` before, `d` and `e` what they are divided by. */
export interface ArmSums {
  readonly n: number
  readonly s: Readonly<Record<string, number>>
}

export interface Rules {
  readonly alpha: number
  /** Looks at any time; otherwise one look, at the end. */
  readonly sequential: boolean
  /** Figures less what could be told beforehand (CUPED). */
  readonly adjust: boolean
  readonly better: 'more' | 'less'
}

export interface ArmFigure {
  readonly members: number
  /** Null: nothing to divide by, or nobody. */
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface Effect {
  readonly difference: number | null
  readonly low: number | null
  readonly high: number | null
  /** In parts of what the control has. */
  readonly relative: number | null
  readonly relativeLow: number | null
  readonly relativeHigh: number | null
  /** Accounts for the other arms. */
  readonly pValue: number | null
  /** That the arm is better, as one may believe after seeing this and nothing else. */
  readonly chance: number | null
  readonly verdict: 'better' | 'worse' | 'unknown'
  /** Members of both arms that would settle what is seen now, were it to stay so. */
  readonly toSettle: number | null
}

export interface Compared {
  readonly arms: readonly ArmFigure[]
  /** Against the first arm, in the order of the others. */
  readonly effects: readonly Effect[]
  /** Part of the variance that was taken out beforehand; null: nothing was. */
  readonly explained: number | null
}

interface Kind {
  readonly ratio: boolean
  readonly share: boolean
}

/** The first arm is the control. */
export function compareArms(sums: readonly ArmSums[], kind: Kind, rules: Rules): Compared {
  const plain = sums.map((arm) => plainOf(arm, kind))
  const adjusted = rules.adjust ? adjust(sums, kind) : undefined
  const samples = adjusted ?? plain
  const explained = adjusted ? explainedBy(plain, adjusted) : null
  const [control, ...others] = samples
  const differences = others.map((sample) => differenceOf(control!, sample, 'absolute'))
  const test = (difference: Difference | undefined) =>
    difference === undefined
      ? undefined
      : rules.sequential
        ? sequentialPValue(difference, rules.alpha)
        : pValueOf(difference, 'both')
  const tested = differences.map(test)
  const known = tested.filter((p) => p !== undefined)
  const corrected = holm(known)
  let next = 0
  const pValues = tested.map((p) => (p === undefined ? null : corrected[next++]!))
  // Several arms share the risk of being fooled.
  const alpha = rules.alpha / Math.max(1, others.length)
  return {
    arms: plain.map((sample, at) => armFigure(sample, sums[at]!, kind, rules.alpha)),
    effects: others.map((sample, at): Effect => {
      const difference = differences[at]
      if (!difference) return unknown
      const around = (each: Difference) =>
        rules.sequential ? sequentialInterval(each, alpha) : intervalOf(each, alpha, 'both')
      const { low, high } = around(difference)
      const relative = differenceOf(control!, sample, 'relative')
      const parts = relative && around(relative)
      const more =
        kind.share && !adjusted
          ? chanceOfMoreShare(believeShare(shareSums(sums[0]!)), believeShare(shareSums(sums[at + 1]!)))
          : chanceOfMore(believe(difference))
      return {
        difference: difference.difference,
        low,
        high,
        relative: relative?.difference ?? null,
        relativeLow: parts?.low ?? null,
        relativeHigh: parts?.high ?? null,
        pValue: pValues[at]!,
        chance: rules.better === 'more' ? more : 1 - more,
        verdict:
          low > 0
            ? rules.better === 'more'
              ? 'better'
              : 'worse'
            : high < 0
              ? rules.better === 'more'
                ? 'worse'
                : 'better'
              : 'unknown',
        toSettle: low > 0 || high < 0 ? null : membersToSettle(difference, alpha),
      }
    }),
    explained,
  }
}

const unknown: Effect = {
  difference: null,
  low: null,
  high: null,
  relative: null,
  relativeLow: null,
  relativeHigh: null,
  pValue: null,
  chance: null,
  verdict: 'unknown',
  toSettle: null,
}

const shareSums = ({ n, s }: ArmSums) => ({ n, sum: s.y! })
const sumsOf = ({ n, s }: ArmSums, name: string) => ({ n, sum: s[name]!, squares: s[`${name}${name}`]! })

function plainOf(arm: ArmSums, { ratio, share }: Kind): Sample {
  if (ratio) return ratioOf({ over: sumsOf(arm, 'y'), under: sumsOf(arm, 'd'), products: arm.s.yd! })
  return share ? shareOf(shareSums(arm)) : meanOf(sumsOf(arm, 'y'))
}

function adjust(sums: readonly ArmSums[], { ratio, share }: Kind): Sample[] | undefined {
  // What nobody did before cannot be told beforehand.
  if (!sums.every(({ n, s }) => n >= 2 && s.bb! > 0)) return undefined
  if (ratio) {
    if (!sums.every(({ s }) => s.d! > 0 && s.e! > 0)) return undefined
    const arms = sums.map(
      (arm): RatioBeforeAndAfter => ({
        after: { over: sumsOf(arm, 'y'), under: sumsOf(arm, 'd') },
        before: { over: sumsOf(arm, 'b'), under: sumsOf(arm, 'e') },
        products: {
          after: arm.s.yd!,
          before: arm.s.be!,
          overs: arm.s.yb!,
          unders: arm.s.de!,
          overAfterUnderBefore: arm.s.ye!,
          underAfterOverBefore: arm.s.bd!,
        },
      }),
    )
    const slope = ratioSlopeOf(arms)
    return arms.map((arm) => adjustedRatioOf(arm, slope))
  }
  const arms = sums.map(
    (arm): BeforeAndAfter => ({
      after: sumsOf(arm, 'y'),
      before: sumsOf(arm, 'b'),
      products: arm.s.yb!,
      share,
    }),
  )
  const slope = slopeOf(arms)
  return arms.map((arm) => adjustedOf(arm, slope))
}

function explainedBy(plain: readonly Sample[], adjusted: readonly Sample[]): number | null {
  const sum = (samples: readonly Sample[]) => samples.reduce((all, { variance }) => all + variance, 0)
  return sum(plain) > 0 ? Math.max(0, 1 - sum(adjusted) / sum(plain)) : null
}

function armFigure(
  { n, mean, variance }: Sample,
  sums: ArmSums,
  { ratio, share }: Kind,
  alpha: number,
): ArmFigure {
  if (n === 0 || (ratio && sums.s.d === 0)) return { members: n, value: null, low: null, high: null }
  const z = normalQuantile(1 - alpha / 2)
  if (share) return { members: n, value: mean, ...wilson(shareSums(sums), z) }
  const reach = z * Math.sqrt(variance / n)
  return n < 2
    ? { members: n, value: mean, low: null, high: null }
    : { members: n, value: mean, low: mean - reach, high: mean + reach }
}
