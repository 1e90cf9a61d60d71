/** Days, weeks and months as numbers that follow each other, in the warehouse and here. Weeks begin on Monday. */
import { addToDay, type Day, daysBetween, startOfUnit } from '#base/time/calendar.ts'
import type { Unit } from '../shapes.ts'

/** The number of the bucket that a column of type Date lies in. */
export const bucketSql: Record<Unit, (day: string) => string> = {
  day: (day) => `toInt32(toUInt16(${day}))`,
  week: (day) => `intDiv(toInt32(toUInt16(${day})) + 3, 7)`,
  month: (day) => `toInt32(toYear(${day}) * 12 + toMonth(${day}) - 1)`,
}

export function bucketOf(day: Day, unit: Unit): number {
  switch (unit) {
    case 'day':
      return daysBetween('1970-01-01', day)
    case 'week':
      return Math.floor((daysBetween('1970-01-01', day) + 3) / 7)
    case 'month':
      return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  }
}

/** First day of a bucket. */
export function startOfBucket(bucket: number, unit: Unit): Day {
  switch (unit) {
    case 'day':
      return addToDay('1970-01-01', bucket, 'day')
    case 'week':
      return addToDay('1970-01-05', bucket - 1, 'week')
    case 'month':
      return addToDay('1970-01-01', bucket - 1970 * 12, 'month')
  }
}

/** Days as texts stand in the order of time. */
export const earlierOf = (...days: [Day, ...Day[]]): Day => days.sort()[0]!
export const laterOf = (...days: [Day, ...Day[]]): Day => days.sort().at(-1)!

/** The range with whole units at both ends, but never beyond today. */
export function wholeUnits(
  { from, to }: { from: Day; to: Day },
  unit: Unit,
  today: Day,
): { from: Day; to: Day } {
  const end = addToDay(addToDay(startOfUnit(to, unit), 1, unit), -1, 'day')
  return { from: startOfUnit(from, unit), to: earlierOf(end, today) }
}
