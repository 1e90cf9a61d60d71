/** What the form holds, as people write amounts, and the draft that the API takes. */

import type { GoalDraft } from '../../goals/goal.ts'
import type { MetricUnit } from '../../metrics/metric.ts'

export interface Filled {
  readonly metric?: string
  readonly mode: GoalDraft['mode']
  /** Percents for shares and for parts of a baseline, yuan for money. */
  readonly amount: number | null
  readonly startsOn: string
  readonly dueOn: string
  readonly days: number | null
  readonly group?: string | undefined
}

/** What an amount that people write is multiplied by. */
export const factorOf = (mode: GoalDraft['mode'], unit: MetricUnit): number =>
  mode === 'relative' || unit === 'share' ? 0.01 : unit === 'money' ? 100 : 1

/** Rounded where factors leave traces of binary arithmetic. */
const tidy = (value: number) => Number(value.toPrecision(12))

export const amountShown = (amount: number, mode: GoalDraft['mode'], unit: MetricUnit): number =>
  tidy(amount / factorOf(mode, unit))

/** Undefined while something is missing. */
export function draftOf(filled: Filled, unit: MetricUnit | undefined): GoalDraft | undefined {
  const { metric, mode, amount, startsOn, dueOn, days, group } = filled
  if (!metric || !unit || amount === null || !startsOn || !dueOn || startsOn >= dueOn) return undefined
  return {
    metric,
    mode,
    amount: tidy(amount * factorOf(mode, unit)),
    startsOn,
    dueOn,
    days,
    scope: group ? { group } : {},
  }
}
