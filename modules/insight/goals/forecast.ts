/**
 * Where a goal will be at its end when things go on as they did: ordinary least squares over the readings, with the
 * prediction interval of a new observation (Draper & Smith, Applied Regression Analysis, 3rd ed., 1.4). Readings of
 * rolling windows overlap and would look surer than they are, so only readings a window apart are used, the latest
 * first, back to at most two goals' length.
 */
import { addToDay, type Day, daysBetween } from '#base/time/calendar.ts'
import { tQuantile } from '../statistics/distributions.ts'
import type { Course, Reading } from './goal.ts'

/** Fewer points than these show no direction. */
const fewestPoints = 5
const mostPoints = 60
/** Of ten such intervals eight hold what comes. */
export const confidence = 0.8

export interface Forecast {
  readonly day: Day
  readonly value: number
  readonly low: number
  readonly high: number
  /** Readings that it rests on. */
  readonly points: number
}

/** Undefined while too little is known. `share`: the figure cannot leave 0 to 1. Counts never fall below 0. */
export function forecastOf(
  goal: Course,
  readings: readonly Reading[],
  { share }: { readonly share: boolean },
): Forecast | undefined {
  const points = apart(readings, goal)
  if (points.length < fewestPoints) return undefined
  const origin = points[0]!.day
  const xs = points.map((point) => daysBetween(origin, point.day))
  const ys = points.map((point) => point.value)
  const n = xs.length
  const meanX = xs.reduce((sum, x) => sum + x, 0) / n
  const meanY = ys.reduce((sum, y) => sum + y, 0) / n
  const sxx = xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0)
  const sxy = xs.reduce((sum, x, at) => sum + (x - meanX) * (ys[at]! - meanY), 0)
  const slope = sxy / sxx
  const left = ys.reduce((sum, y, at) => sum + (y - meanY - slope * (xs[at]! - meanX)) ** 2, 0)
  const x = daysBetween(origin, goal.dueOn)
  const value = meanY + slope * (x - meanX)
  const spread = Math.sqrt((left / (n - 2)) * (1 + 1 / n + (x - meanX) ** 2 / sxx))
  const reach = tQuantile(0.5 + confidence / 2, n - 2) * spread
  const within = (figure: number) => Math.max(0, share ? Math.min(1, figure) : figure)
  return {
    day: goal.dueOn,
    value: within(value),
    low: within(value - reach),
    high: within(value + reach),
    points: n,
  }
}

/** Readings that share no day, the latest first; what is counted since the start grows, and is read every few days. */
function apart(readings: readonly Reading[], { days, startsOn, dueOn }: Course) {
  const known = readings.filter((reading): reading is Reading & { value: number } => reading.value !== null)
  const last = known.at(-1)
  if (!last) return []
  const length = daysBetween(startsOn, dueOn) + 1
  const earliest = days === null ? startsOn : addToDay(last.day, -2 * length, 'day')
  const step = days ?? Math.max(1, Math.floor(length / mostPoints))
  const taken: { day: Day; value: number }[] = []
  for (const reading of known.toReversed()) {
    if (reading.day < earliest || taken.length === mostPoints) break
    const next = taken.at(-1)
    if (!next || daysBetween(reading.day, next.day) >= step) taken.push(reading)
  }
  return taken.reverse()
}
