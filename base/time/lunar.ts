/**
 * The Chinese lunar calendar, 1900 to 2100, as days: tables of `chinese-days`. Its answers that carry a
 * date shift with the machine's zone, so that only month and day are taken from it and days are counted here.
 */
import chineseDays from 'chinese-days'
import { addToDay, type Day } from './calendar.ts'

export interface LunarDay {
  /** 1 to 12. */
  readonly month: number
  /** 1 to 30. */
  readonly day: number
  /** A leap month repeats the month before it; festivals fall into the first. */
  readonly leap: boolean
  /** `六月十五`, `闰六月十五`. */
  readonly words: string
}

/** The lunar day of a solar day. Throws outside of 1900 to 2100. */
export function lunarDayOf(day: Day): LunarDay {
  const found = chineseDays.getLunarDate(day)
  if (!found?.lunarMon) throw new RangeError(`No lunar calendar for ${day}`)
  return {
    month: found.lunarMon,
    day: found.lunarDay,
    leap: found.isLeap,
    words: `${found.isLeap ? '闰' : ''}${found.lunarMonCN}${found.lunarDayCN}`,
  }
}

/**
 * Solar days of a range on which the lunar calendar shows a month and day. The 30th of a month that has
 * only 29 days is kept on the 29th. Leap months are passed over.
 */
export function solarDaysOf(lunar: { month: number; day: number }, from: Day, to: Day): Day[] {
  const found: Day[] = []
  for (let day = from; day <= to; day = addToDay(day, 1, 'day')) {
    const shown = lunarDayOf(day)
    if (shown.leap || shown.month !== lunar.month) continue
    if (shown.day === lunar.day) found.push(day)
    else if (lunar.day === 30 && shown.day === 29 && lunarDayOf(addToDay(day, 1, 'day')).day === 1)
      found.push(day)
  }
  return found
}

/** Constants of the approximation by the tropical year, for the 21st century, and its one exception. */
const solarTerms = {
  清明: { month: 4, offset: 4.81, late: [] },
  冬至: { month: 12, offset: 21.94, late: [2021] },
} as const

/** The day of a solar term that people keep, 2000 to 2099. */
export function solarTermDay(term: keyof typeof solarTerms, year: number): Day {
  const { month, offset, late } = solarTerms[term]
  const years = year % 100
  const leaps = Math.floor((month < 3 ? years - 1 : years) / 4)
  const day =
    Math.floor(years * 0.2422 + offset) - leaps - ((late as readonly number[]).includes(year) ? 1 : 0)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
