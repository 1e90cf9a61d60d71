/**
 * Whether a goal is SMART (Doran 1981), each letter with its reason: shown while a goal is set. What makes a goal no
 * goal is refused (`no`); what only makes it weak is said (`warn`) and left to the person (S0-08).
 */
import type { Said } from '#base/declarations/said.ts'
import { say } from '#base/declarations/said.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import { daysBetween } from '#base/time/calendar.ts'
import { formatDay } from '#base/time/format.ts'
import { type Counting, type GoalDraft, type Reading, targetOf } from './goal.ts'
import { smartWords as words } from './goals.messages.ts'

export const letters = ['specific', 'measurable', 'attainable', 'relevant', 'timeBound'] as const
export type Letter = (typeof letters)[number]
export type Verdict = 'yes' | 'warn' | 'no'

export interface Checked {
  readonly letter: Letter
  readonly verdict: Verdict
  readonly reason: Said
}

export interface Evidence extends Counting {
  readonly baseline: number | null
  /** What the baseline divides by; null when it divides by nothing. */
  readonly base: number | null
  /** Half a year before the start, oldest first. */
  readonly history: readonly Reading[]
  readonly why: string
}

/** Fewer people or cases than these, and chance alone moves the figure. */
const smallBase = 30
/** Words that say nothing about why. */
const fewestWords = 6

export function checkSmart(draft: GoalDraft, evidence: Evidence): readonly Checked[] {
  const target = targetOf(draft, evidence.baseline, evidence)
  return [
    specific(draft),
    measurable(draft, evidence),
    attainable(draft, evidence, target),
    relevant(evidence),
    timeBound(draft),
  ]
}

const specific = ({ scope }: GoalDraft): Checked => ({
  letter: 'specific',
  verdict: 'yes',
  reason: say(scope.group || scope.who ? words.specificPart : words.specificAll),
})

function measurable({ mode }: GoalDraft, { baseline, base }: Evidence): Checked {
  const letter = 'measurable'
  if (baseline === null)
    return mode === 'absolute'
      ? { letter, verdict: 'warn', reason: say(words.noBaseline) }
      : { letter, verdict: 'no', reason: say(words.needsBaseline) }
  if (mode === 'relative' && baseline === 0) return { letter, verdict: 'no', reason: say(words.zeroBaseline) }
  if (base !== null && base < smallBase)
    return { letter, verdict: 'warn', reason: say(words.smallBase, { base }) }
  return { letter, verdict: 'yes', reason: say(words.measured) }
}

/** The change that is asked against the best change of that length in the half year before. */
function attainable(draft: GoalDraft, evidence: Evidence, target: number | undefined): Checked {
  const letter = 'attainable'
  const { baseline, better, unit } = evidence
  if (target === undefined) return { letter, verdict: 'no', reason: say(words.noTarget) }
  if ((unit === 'share' && target > 1) || (unit !== 'number' && unit !== 'score' && target < 0))
    return { letter, verdict: 'no', reason: say(words.impossible) }
  if (baseline === null) return { letter, verdict: 'warn', reason: say(words.unknownPace) }
  const sign = better === 'more' ? 1 : -1
  const asked = sign * (target - baseline)
  if (asked <= 0) return { letter, verdict: 'no', reason: say(words.wrongWay) }
  const best = bestChange(evidence.history, sign)
  if (best === undefined) return { letter, verdict: 'warn', reason: say(words.unknownPace) }
  const weeks = daysBetween(draft.startsOn, draft.dueOn) / 7
  const ratio = best <= 0 ? Number.POSITIVE_INFINITY : asked / weeks / best
  if (ratio <= 1) return { letter, verdict: 'yes', reason: say(words.easy) }
  if (!Number.isFinite(ratio)) return { letter, verdict: 'warn', reason: say(words.neverRose) }
  return {
    letter,
    verdict: ratio <= 2 ? 'yes' : 'warn',
    reason: say(words.times, { times: Math.round(ratio * 10) / 10 }),
  }
}

/** Weeks that a pace must have been kept for to count as one that is possible. */
const paceWeeks = 4

/** The best change per week, over four weeks in a row, for the better. */
function bestChange(history: readonly Reading[], sign: number): number | undefined {
  let best: number | undefined
  const values = new Map(history.map(({ day, value }) => [day, value]))
  const days = [...values.keys()]
  for (const [at, day] of days.entries()) {
    const earlier = days[at - paceWeeks * 7]
    const now = values.get(day)
    const then = earlier === undefined ? undefined : values.get(earlier)
    if (now == null || then == null) continue
    const change = (sign * (now - then)) / paceWeeks
    if (best === undefined || change > best) best = change
  }
  return best
}

const relevant = ({ why }: Evidence): Checked => ({
  letter: 'relevant',
  verdict: why.trim().length === 0 ? 'no' : why.trim().length < fewestWords ? 'warn' : 'yes',
  reason: say(why.trim().length < fewestWords ? words.sayWhy : words.saidWhy),
})

function timeBound({ startsOn, dueOn }: GoalDraft): Checked {
  const weeks = Math.round(daysBetween(startsOn, dueOn) / 7)
  // A day is written another way in each language.
  const said = (locale: Locale) =>
    render(words.until, locale, { day: formatDay(dueOn, locale, { year: true }), weeks })
  return { letter: 'timeBound', verdict: 'yes', reason: say({ zh: said('zh-CN'), en: said('en') }) }
}
