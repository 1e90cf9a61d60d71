/** Calendar days as the community counts them: ISO dates without a zone, so that no zone can shift them. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'

/** `2026-11-19` */
export type Day = string
export type Unit = 'day' | 'week' | 'month'

const at = (day: Day) => Date.parse(`${day}T00:00:00Z`)
const dayAt = (time: number): Day => new Date(time).toISOString().slice(0, 10)
const dayMs = 86_400_000

export const addDays = (day: Day, count: number): Day => dayAt(at(day) + count * dayMs)
export const daysBetween = (from: Day, to: Day): number => Math.round((at(to) - at(from)) / dayMs)

/** First day of the day, week (Monday) or month that `day` lies in. */
export function startOf(unit: Unit, day: Day): Day {
  switch (unit) {
    case 'day':
      return day
    case 'week':
      return addDays(day, -((new Date(at(day)).getUTCDay() + 6) % 7))
    case 'month':
      return `${day.slice(0, 7)}-01`
  }
}

function next(unit: Unit, start: Day): Day {
  switch (unit) {
    case 'day':
      return addDays(start, 1)
    case 'week':
      return addDays(start, 7)
    case 'month':
      return startOf('month', addDays(start, 31))
  }
}

/** First days of all units that touch the range. */
export function unitsWithin(unit: Unit, from: Day, to: Day): Day[] {
  const starts: Day[] = []
  for (let start = startOf(unit, from); start <= to; start = next(unit, start)) starts.push(start)
  return starts
}

/** Which day it is now in the community's zone. */
export async function findToday(ctx: Ctx): Promise<Day> {
  const { rows } = await sql<{ today: string }>`
    select to_char(${ctx.now}::timestamptz at time zone
      coalesce((select time_zone from community), 'Asia/Shanghai'), 'YYYY-MM-DD') as today`.execute(ctx.db)
  return rows[0]!.today
}
