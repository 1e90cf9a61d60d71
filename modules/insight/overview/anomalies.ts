/**
 * Days that stand out, against the same weekday of the weeks before: distance from the median in robust standard
 * deviations (median absolute deviation × 1.4826). Beyond 3.5 is out of the ordinary (Iglewicz & Hoaglin, "How to
 * Detect and Handle Outliers", 1993). Counts scatter by their square root even when nothing is the matter, so no
 * deviation is taken for smaller than that.
 */
import { addToDay, type Day } from '#base/time/calendar.ts'
import { median } from './median.ts'
import type { Anomaly } from './question.ts'

/** Weeks before a day that say what is usual, and how many of them there must be. */
export const seasons = 8
const fewestSeasons = 5
const beyond = 3.5
/** Below this nothing is said: small numbers jump. */
const smallest = 10

/** Distance of a value from the median of others in robust standard deviations; `scatter`: what no deviation is below. */
export function robustScore(value: number, others: readonly number[], scatter: number): number {
  const middle = median(others)
  const deviation = median(others.map((other) => Math.abs(other - middle))) * 1.4826
  return (value - middle) / Math.max(deviation, scatter)
}

export interface Watched {
  readonly metric: Anomaly['metric']
  readonly at: (day: Day) => number
  /** First day of which anything is known; days before it are no zeros. */
  readonly since: Day
  /** Of money the least that matters is a share of the usual: amounts do not scatter as counts do. */
  readonly money?: boolean
}

/** Of the last `days` days, those that stand out, the strongest first. */
export function findAnomalies(watched: readonly Watched[], to: Day, days = 14): Anomaly[] {
  return watched
    .flatMap(({ metric, at, since, money }) =>
      Array.from({ length: days }, (_, back) => addToDay(to, -back, 'day')).flatMap((day): Anomaly[] => {
        const before = Array.from({ length: seasons }, (_, n) => addToDay(day, -7 * (n + 1), 'day'))
          .filter((each) => each >= since)
          .map(at)
        if (before.length < fewestSeasons) return []
        const value = at(day)
        const usual = median(before)
        if (Math.max(value, usual) < smallest) return []
        const score = robustScore(
          value,
          before,
          money ? Math.max(usual * 0.25, 1) : Math.sqrt(Math.max(usual, 1)),
        )
        return Math.abs(score) < beyond
          ? []
          : [{ day, metric, value, usual, score: Math.round(score * 10) / 10 }]
      }),
    )
    .sort((a, b) => Math.abs(b.score) - Math.abs(a.score))
    .slice(0, 8)
}
