/** Which days of a range a rule of a calendar falls on. */
import { addToDay, type Day } from '#base/time/calendar.ts'
import { solarDaysOf, solarTermDay } from '#base/time/lunar.ts'
import type { FestivalDay } from './festivals.ts'

const two = (number: number) => String(number).padStart(2, '0')
const isDay = (day: Day) => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day

/** 29 February is kept on the 28th in years without one. */
const solarDay = (year: number, month: number, day: number): Day => {
  const wanted = `${year}-${two(month)}-${two(day)}`
  return month === 2 && day === 29 && !isDay(wanted) ? `${year}-02-28` : wanted
}

function nthSunday(year: number, month: number, nth: number): Day {
  const first = `${year}-${two(month)}-01`
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay()
  return addToDay(first, ((7 - weekday) % 7) + 7 * (nth - 1), 'day')
}

/** Days from `from` to `to`, both included, at most a few years apart. */
export function daysOf(rule: FestivalDay, from: Day, to: Day): Day[] {
  if (rule.calendar === 'lunar') return solarDaysOf(rule, from, to)
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, at) => Number(from.slice(0, 4)) + at,
  )
  const inYear = (year: number): Day => {
    switch (rule.calendar) {
      case 'solar':
        return solarDay(year, rule.month, rule.day)
      case 'term':
        return solarTermDay(rule.term, year)
      case 'sunday':
        return nthSunday(year, rule.month, rule.nth)
    }
  }
  return years.map(inYear).filter((day) => day >= from && day <= to)
}

/** `MM-DD` of people who are congratulated on a day: those of 29 February on the 28th of other years. */
export function birthdaysOn(day: Day): string[] {
  const date = day.slice(5)
  return date === '02-28' && !isDay(`${day.slice(0, 4)}-02-29`) ? [date, '02-29'] : [date]
}
