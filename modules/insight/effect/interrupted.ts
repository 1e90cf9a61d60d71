/**
 * Whether a figure stands elsewhere since a day: an interrupted time series (Bernal, Cummins & Gasparrini, 2017, Int J
 * Epidemiol 46(1)). Each day is explained by its day of the week and by whether it lies before or after; what "after"
 * adds is the effect. With a scope to which nothing was done, the same of the difference to it: difference in
 * differences.
 *
 * The interval is of 95 %. Days resemble their neighbours, so the reach of the standard error grows with √n (Lazarus,
 * Lewis, Stock & Watson, 2018, JBES 36(4)), and what it is multiplied by grows with the reach: the fixed-b values of
 * Kiefer & Vogelsang (2005, Econometric Theory 21(6)) for Bartlett weights. They hold for a mean; for a step they lie
 * higher, the more so the more uneven its sides (Cho & Vogelsang, 2017, Econometrics 5(1)). A reach that is
 * 3/8 ÷ (λ(1−λ)) as long (λ: the share of days before) gives the values of a step to within a few hundredths, as
 * `interrupted.test.ts` shows by simulation.
 */
import type { Day } from '#base/time/calendar.ts'
import { leastSquares, robustError } from './regression.ts'

export interface DayFigure {
  readonly day: Day
  readonly value: number
}

/** Fewer days on a side show nothing. */
export const fewestDays = 14

export interface Change {
  readonly difference: number
  readonly low: number
  readonly high: number
  /** What each day of the week would be without "after"; Monday first, null for one that was not seen. */
  readonly usual: readonly (number | null)[]
}

/** Days since 1970, of which the first was a Thursday: hundreds of days are placed for each answer. */
const placeOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** 0 is Monday. */
export const weekdayOf = (day: Day): number => (((placeOf(day) + 3) % 7) + 7) % 7

/**
 * `overlap`: days that neighbouring figures share, where each is of the last so many days. Undefined when there are too
 * few days on a side, or no weekday that was seen on both.
 */
export function changeSince(figures: readonly DayFigure[], on: Day, overlap = 0): Change | undefined {
  const after = figures.filter(({ day }) => day >= on).length
  const before = figures.length - after
  const first = figures[0]
  if (!first || after < fewestDays || before < fewestDays) return undefined
  const seen = figures.map(({ day }) => weekdayOf(day))
  const weekdays = [...new Set(seen)].sort()
  const values = figures.map(({ value }) => value)
  const fit = leastSquares(
    figures.map(({ day }, at) => [
      ...weekdays.map((weekday) => (seen[at] === weekday ? 1 : 0)),
      day >= on ? 1 : 0,
    ]),
    values,
  )
  if (!fit) return undefined
  const places = figures.map(({ day }) => placeOf(day) - placeOf(first.day))
  const length = places.at(-1)! + 1
  const reach = reachOf(length, overlap)
  const error = robustError(fit, weekdays.length, places, reach)
  const share = before / figures.length
  const difference = fit.coefficients.at(-1)!
  // What is left of figures that are all alike is the rounding of doubles.
  const most = Math.max(...values.map(Math.abs))
  const spread = error <= most * 1e-12 ? 0 : error * timesOf((reach + 1) / length, share)
  return {
    difference: Math.abs(difference) <= most * 1e-12 ? 0 : difference,
    low: difference - spread,
    high: difference + spread,
    usual: Array.from({ length: 7 }, (_, weekday) => {
      const at = weekdays.indexOf(weekday)
      return at === -1 ? null : fit.coefficients[at]!
    }),
  }
}

export const reachOf = (days: number, overlap: number): number =>
  Math.min(days - 1, Math.ceil(1.3 * Math.sqrt(days)) + overlap)

/** What a standard error of a step is multiplied by; `b`: its reach as a part of all days. */
export function timesOf(b: number, share: number): number {
  const x = Math.min(1, (b * 0.375) / (share * (1 - share)))
  return 1.96 + 2.9694 * x + 0.416 * x ** 2 - 0.5324 * x ** 3
}

/** By how much a week the figure moved already before the day, with its interval; undefined with too few days. */
export function driftBefore(
  figures: readonly DayFigure[],
  on: Day,
  overlap = 0,
): { readonly perWeek: number; readonly low: number; readonly high: number } | undefined {
  const before = figures.filter(({ day }) => day < on)
  const first = before[0]
  if (!first || before.length < fewestDays) return undefined
  const seen = before.map(({ day }) => weekdayOf(day))
  const weekdays = [...new Set(seen)].sort()
  const places = before.map(({ day }) => placeOf(day) - placeOf(first.day))
  const fit = leastSquares(
    before.map((_, at) => [...weekdays.map((weekday) => (seen[at] === weekday ? 1 : 0)), places[at]! / 7]),
    before.map(({ value }) => value),
  )
  if (!fit) return undefined
  const length = places.at(-1)! + 1
  const reach = reachOf(length, overlap)
  const perWeek = fit.coefficients.at(-1)!
  const spread = robustError(fit, weekdays.length, places, reach) * timesOf((reach + 1) / length, 0.5)
  return { perWeek, low: perWeek - spread, high: perWeek + spread }
}

/** The days from one to another, both included. */
export const daysFrom = (from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, placeOf(to) - placeOf(from) + 1) }, (_, at) =>
    new Date((placeOf(from) + at) * 86_400_000).toISOString().slice(0, 10),
  )
