/**
 * How a plan of fans stands: who joined up to yesterday against the pace of the month, and where it will end when
 * things go on as they did. The arithmetic of goals: a goal that is counted since the first of the month.
 */
import { addToDay, type Day } from '#base/time/calendar.ts'
import type { Forecast } from '../goals/forecast.ts'
import { forecastOf } from '../goals/forecast.ts'
import { type Course, type Reading, type Standing, standingOf } from '../goals/goal.ts'

export interface PlanCourse {
  /** Joined since the first of the month, today's among them. */
  readonly actual: number
  readonly pace: Standing['pace']
  /** What should have been there by the end of yesterday. */
  readonly expected: number | null
  readonly forecast: Forecast | null
}

export interface Month {
  readonly first: Day
  readonly last: Day
}

export const monthOf = (first: Day): Month => ({
  first,
  last: addToDay(addToDay(first, 1, 'month'), -1, 'day'),
})

/** `joined`: how many on which day. Whole days are read: today says little about the pace. */
export function courseOf(
  { first, last }: Month,
  planned: number,
  joined: ReadonlyMap<Day, number>,
  today: Day,
): PlanCourse {
  const course: Course = { startsOn: first, dueOn: last, days: null, baseline: null, target: planned }
  const readings: Reading[] = []
  let sum = 0
  for (let day = first; day <= last && day < today; day = addToDay(day, 1, 'day')) {
    sum += joined.get(day) ?? 0
    readings.push({ day, value: sum })
  }
  const { pace, expected } = standingOf({ ...course, better: 'more' }, readings)
  // What was reached stays: the end of a month cannot lie below it, and of a month that is over nothing is foretold.
  const found = today > last ? undefined : forecastOf(course, readings, { share: false })
  const least = (figure: number) => Math.max(sum, figure)
  return {
    actual: [...joined.values()].reduce((total, many) => total + many, 0),
    pace,
    expected,
    forecast: found
      ? { ...found, value: least(found.value), low: least(found.low), high: least(found.high) }
      : null,
  }
}
