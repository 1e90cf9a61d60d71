/**
 * From purchases to what the models ask. Purchases on one day (or within one week) are one, as in the paper's data;
 * what they are worth is added up. The first is not counted: it is how somebody came.
 */
import { type Day, daysBetween, startOfUnit } from '#base/time/calendar.ts'

export interface Purchase {
  readonly member: string
  readonly day: Day
  readonly value: number
}

export interface History {
  readonly member: string
  /** Repeat purchases. */
  readonly x: number
  /** From the first to the last purchase, and from the first to the end, in units. */
  readonly tx: number
  readonly t: number
  /** What the repeat purchases are worth. */
  readonly spent: number
}

/** Histories as of the end of a day; members who bought nothing up to it have none. */
export function historiesOf(purchases: readonly Purchase[], asOf: Day, unit: 'day' | 'week'): History[] {
  const place = (day: Day) => (unit === 'day' ? day : startOfUnit(day, 'week'))
  const length = unit === 'day' ? 1 : 7
  const people = new Map<string, Map<Day, number>>()
  for (const { member, day, value } of purchases) {
    if (day > asOf) continue
    const days = people.get(member) ?? new Map<Day, number>()
    people.set(member, days.set(place(day), (days.get(place(day)) ?? 0) + value))
  }
  return [...people].map(([member, days]) => {
    const [first, ...rest] = [...days.keys()].sort()
    return {
      member,
      x: rest.length,
      tx: rest.length === 0 ? 0 : daysBetween(first!, rest.at(-1)!) / length,
      t: daysBetween(first!, place(asOf)) / length,
      spent: rest.reduce((sum, day) => sum + days.get(day)!, 0),
    }
  })
}
