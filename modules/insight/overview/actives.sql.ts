/**
 * Who was active, from the rollups: a bitmap of member ids per day. What a browser did before its owner signed in
 * and what a double did was added to them under the member it counts for (`stitch`), so unions over any days are
 * exact, and equal to what `rowsSql` counts.
 */
import { addToDay, type Day } from '#base/time/calendar.ts'
import type { BoundSql } from '#modules/audience/api.ts'
import type { Asking } from '../asking.ts'
import type { Question } from './question.ts'
import { compareBy } from './weeks.ts'

/** The rollup that knows who was active here: of the whole community, or of a group. */
export const activeTable = (group: string | undefined): string =>
  group === undefined
    ? 'active_day'
    : '(SELECT day, members FROM event_day WHERE group_id = {ov_group:UInt64}) AS here'

export const groupParams = (group: string | undefined) => (group === undefined ? {} : { ov_group: group })

/** `week`: how many whole weeks before the one that ends on `to`. */
const weekSql = `intDiv(dateDiff('day', day, {ov_to:Date}), 7)`

const weeksSql = (table: string) => `
  SELECT ${weekSql} AS week, groupBitmapMerge(members) AS actives
    FROM ${table}
   WHERE day BETWEEN {ov_from:Date} AND {ov_to:Date} OR day BETWEEN {ov_then_from:Date} AND {ov_then_to:Date}
   GROUP BY week`

/** Active members by week counted back, of the weeks asked and of those they are compared with. */
export async function findWeeks(
  asking: Asking,
  { group, weeks, compare, against }: Question,
  to: Day,
): Promise<ReadonlyMap<number, number>> {
  const off = compareBy({ weeks, compare })
  const rows = await asking.query<{ week: string | number; actives: string }>(weeksSql(activeTable(group)), {
    ...groupParams(group),
    ov_to: to,
    // The change may be told against a week before those that are drawn.
    ov_from: addToDay(to, 1 - 7 * Math.max(weeks, against + 1), 'day'),
    ov_then_from: addToDay(to, 1 - 7 * (weeks + off), 'day'),
    ov_then_to: addToDay(to, -7 * off, 'day'),
  })
  return new Map(rows.map((row) => [Number(row.week), Number(row.actives)]))
}

const daysSql = (table: string) => `
  SELECT day, groupBitmapMerge(members) AS actives
    FROM ${table} WHERE day BETWEEN {ov_from:Date} AND {ov_to:Date} GROUP BY day ORDER BY day`

/** Active members by day; days without anybody are missing. */
export async function findDaily(
  asking: Asking,
  group: string | undefined,
  days: { readonly from: Day; readonly to: Day },
): Promise<ReadonlyMap<Day, number>> {
  const rows = await asking.query<{ day: Day; actives: string }>(daysSql(activeTable(group)), {
    ...groupParams(group),
    ov_from: days.from,
    ov_to: days.to,
  })
  return new Map(rows.map((row) => [row.day, Number(row.actives)]))
}

const monthsSql = (table: string) => `
  SELECT groupBitmapMergeIf(members, day > {ov_mid:Date}) AS now,
         groupBitmapMergeIf(members, day <= {ov_mid:Date}) AS before
    FROM ${table} WHERE day BETWEEN {ov_from:Date} AND {ov_to:Date}`

/** Members active in the last 28 days, and in the 28 before. */
export async function findMonths(
  asking: Asking,
  group: string | undefined,
  to: Day,
): Promise<{ now: number; before: number }> {
  const [row] = await asking.query<{ now: string; before: string }>(monthsSql(activeTable(group)), {
    ...groupParams(group),
    ov_to: to,
    ov_mid: addToDay(to, -28, 'day'),
    ov_from: addToDay(to, -55, 'day'),
  })
  return { now: Number(row?.now ?? 0), before: Number(row?.before ?? 0) }
}

/** Members active on some days, one row each. */
export const activeOn = (
  group: string | undefined,
  { from, to }: { readonly from: Day; readonly to: Day },
): BoundSql => ({
  sql: `SELECT arrayJoin(bitmapToArray(groupBitmapMergeState(members))) AS member_id
          FROM ${activeTable(group)} WHERE day BETWEEN {ov_from:Date} AND {ov_to:Date}`,
  params: { ...groupParams(group), ov_from: from, ov_to: to },
})

export const activesSql = {
  weeks: weeksSql('active_day'),
  weeksOfGroup: weeksSql(activeTable('1')),
  days: daysSql('active_day'),
  months: monthsSql('active_day'),
}
