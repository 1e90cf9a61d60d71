/**
 * What one buyer may do within a year: lived through many times, from parameters drawn around the fit (Krinsky & Robb
 * 1986), so that the interval holds both what is not known and what is left to chance. The seed is the member's id:
 * the same question has the same answer.
 */
import { type Random, randomFrom } from '../statistics/random.ts'
import { aliveShare } from './bg-nbd.ts'
import { type Fitted, yearWeeks } from './model.ts'
import type { Alike } from './valuation.ts'

const lives = 1_000

export interface Spread {
  readonly low: number
  readonly high: number
}

/** Purchases and revenue within the year that eight of ten lives lie between; not discounted. */
export function yearSpread(
  fitted: Fitted,
  buyer: Omit<Alike, 'n' | 'squares'>,
  seed: string,
): { readonly purchases: Spread; readonly revenue: Spread } {
  const random = randomFrom(Number(BigInt(seed) % 2_147_483_647n) + 1)
  const [buying, spend] = [drawer(random, fitted.buyingCovariance), drawer(random, fitted.spendCovariance)]
  const nothing = { bought: 0, revenue: 0 }
  const years = Array.from({ length: lives }, () => {
    const [r, alpha, a, b] = buying([fitted.buying.r, fitted.buying.alpha, fitted.buying.a, fitted.buying.b])
    const [p, q, gamma] = spend([fitted.spend.p, fitted.spend.q, fitted.spend.gamma])
    const [tx, t] = [buyer.tx / 7, buyer.t / 7]
    if (random.next() >= aliveShare({ r: r!, alpha: alpha!, a: a!, b: b! }, { x: buyer.x, tx, t }))
      return nothing
    const rate = random.gamma(r! + buyer.x, alpha! + t)
    const leaves = random.beta(a!, b! + buyer.x)
    const scale = random.gamma(p! * buyer.x + q!, gamma! + buyer.spent)
    let [at, revenue, bought] = [0, 0, 0]
    while (bought < 5_000) {
      at += -Math.log(1 - random.next()) / rate
      if (at > yearWeeks) break
      bought++
      revenue += random.gamma(p!, scale)
      if (random.next() < leaves) break
    }
    return { bought, revenue }
  })
  return {
    purchases: middleOf(years.map(({ bought }) => bought)),
    revenue: middleOf(years.map(({ revenue }) => revenue)),
  }
}

function middleOf(lived: readonly number[]): Spread {
  const sorted = [...lived].sort((one, other) => one - other)
  return { low: Math.round(sorted[lives * 0.1]!), high: Math.round(sorted[lives * 0.9 - 1]!) }
}

/** Draws parameters around their logarithms; what is not known to vary stays. */
function drawer(random: Random, covariance: readonly (readonly number[])[] | null) {
  const lower = covariance && cholesky(covariance)
  return (parameters: readonly number[]): number[] => {
    if (!lower) return [...parameters]
    const z = parameters.map(() => random.normal())
    return parameters.map(
      (each, row) => each * Math.exp(z.reduce((sum, x, column) => sum + (lower[row]![column] ?? 0) * x, 0)),
    )
  }
}

function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = matrix.map((row) => row.map(() => 0))
  for (const [i, row] of matrix.entries())
    for (let j = 0; j <= i; j++) {
      let sum = row[j]!
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!
      lower[i]![j] = i === j ? Math.sqrt(Math.max(0, sum)) : lower[j]![j]! > 0 ? sum / lower[j]![j]! : 0
    }
  return lower
}
