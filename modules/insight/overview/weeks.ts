/** Weeks of the overview: seven whole days, counted back from the last one (week 0). */
import { addToDay, type Day } from '#base/time/calendar.ts'
import type { Clock } from '#modules/audience/api.ts'
import type { Days } from '../shapes.ts'
import type { Question } from './question.ts'

/** The last whole day: what was asked, at most yesterday. */
export const lastDay = ({ to }: Pick<Question, 'to'>, { today }: Pick<Clock, 'today'>): Day => {
  const yesterday = addToDay(today, -1, 'day')
  return to && to < yesterday ? to : yesterday
}

/** The days of a week counted back. */
export const weekOf = (to: Day, back: number): Days => ({
  from: addToDay(to, -7 * back - 6, 'day'),
  to: addToDay(to, -7 * back, 'day'),
})

/** How many weeks before a week the one of the dotted line lies. */
export const compareBy = ({ compare, weeks }: Pick<Question, 'compare' | 'weeks'>): number =>
  compare === 'year' ? 52 : weeks
