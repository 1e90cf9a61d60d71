/**
 * What stopped: something that members did week after week in a group, and do no more. Found in the rollup of events
 * by day and group, which is exact (see `actives.sql.ts`). It says what ended and who was there; that the one caused
 * the other it does not say.
 */
import { addToDay, type Day } from '#base/time/calendar.ts'
import type { BoundSql } from '#modules/audience/api.ts'
import type { Asking } from '../asking.ts'
import { weekOf } from './weeks.ts'

/** Whole weeks that are looked at, and how many make "usual". */
export const looked = 12
const usualWeeks = 4
/** Fewer people a week are no custom. */
const fewest = 5
/** Of the usual, what is left when something counts as stopped. */
const left = 0.1

export interface StoppedRow {
  readonly group: string
  readonly event: string
  readonly weeks: number
  readonly usual: number
  readonly lastDay: Day
}

/** To be taken into an experiment is no custom: it ends with the experiment. */
const weeksSql = `
  SELECT toString(group_id) AS group, name AS event, intDiv(dateDiff('day', day, {ov_to:Date}), 7) AS week,
         groupBitmapMerge(members) AS people, toString(max(day)) AS last
    FROM event_day
   WHERE group_id IN {ov_groups:Array(UInt64)} AND day BETWEEN {ov_from:Date} AND {ov_to:Date} AND events > 0
     AND name != 'experiment.exposed'
   GROUP BY group_id, name, week
   ORDER BY group_id, name, week LIMIT 20000`

/** In these groups ('' is outside of all), the largest customs first. */
export async function findStopped(asking: Asking, groups: readonly string[], to: Day): Promise<StoppedRow[]> {
  if (groups.length === 0) return []
  const rows = await asking.query<{
    group: string
    event: string
    week: string | number
    people: string
    last: Day
  }>(weeksSql, {
    ov_groups: groups.map(Number),
    ov_to: to,
    ov_from: addToDay(to, 1 - 7 * looked, 'day'),
  })
  const series = Map.groupBy(rows, ({ group, event }) => JSON.stringify([group, event]))
  return [...series.values()]
    .flatMap((found) => {
      const first = found[0]!
      const weeks = Array.from({ length: looked }, () => 0)
      for (const { week, people } of found) weeks[Number(week)] = Number(people)
      const end = stoppedSince(weeks)
      if (!end) return []
      const lastDay = found
        .flatMap((row) => (Number(row.week) >= end.weeks ? row.last : []))
        .sort()
        .at(-1)!
      return [{ group: first.group, event: first.event, ...end, lastDay }]
    })
    .sort((a, b) => b.usual - a.usual || (a.event < b.event ? -1 : 1))
}

/**
 * Whether a custom ended: `weeks` counts people from the last whole week back. It was there in each of four weeks
 * in a row, and of its median less than a tenth is left in every week since.
 */
export function stoppedSince(weeks: readonly number[]): { weeks: number; usual: number } | undefined {
  for (let gone = 1; gone + usualWeeks <= weeks.length; gone++) {
    const before = weeks.slice(gone, gone + usualWeeks)
    if (before.some((people) => people < fewest)) continue
    const sorted = [...before].sort((a, b) => a - b)
    const usual = (sorted[1]! + sorted[2]!) / 2
    return weeks.slice(0, gone).every((people) => people <= usual * left) ? { weeks: gone, usual } : undefined
  }
  return undefined
}

/** Who did it in the four weeks before it stopped; `missing`: and was not active in the group in the last week. */
export function regularsSql(
  { group, event, weeks }: { readonly group: string; readonly event: string; readonly weeks: number },
  to: Day,
  missing: boolean,
  prefix = 'ov',
): BoundSql {
  const bind = (name: string, type: string) => `{${prefix}_${name}:${type}}`
  const last = weekOf(to, 0)
  return {
    sql: `SELECT arrayJoin(bitmapToArray(${missing ? 'bitmapAndnot(did, here)' : 'did'})) AS member_id FROM (
      SELECT groupBitmapMergeStateIf(members, name = ${bind('event', 'String')} AND day BETWEEN ${bind('from', 'Date')} AND ${bind('to', 'Date')}) AS did,
             groupBitmapMergeStateIf(members, day >= ${bind('week', 'Date')}) AS here
        FROM event_day
       WHERE group_id = ${bind('in', 'UInt64')} AND day BETWEEN ${bind('from', 'Date')} AND ${bind('until', 'Date')})`,
    params: {
      [`${prefix}_in`]: group === '' ? '0' : group,
      [`${prefix}_event`]: event,
      [`${prefix}_from`]: weekOf(to, weeks + usualWeeks - 1).from,
      [`${prefix}_to`]: weekOf(to, weeks).to,
      [`${prefix}_week`]: last.from,
      [`${prefix}_until`]: last.to,
    },
  }
}

/** How many regulars each of these customs had, and how many of them are missing: one query. */
export async function countRegulars(
  asking: Asking,
  stopped: readonly StoppedRow[],
  to: Day,
): Promise<readonly { regulars: number; missing: number }[]> {
  if (stopped.length === 0) return []
  const params: Record<string, unknown> = {}
  const queries = stopped.flatMap((each, at) =>
    [false, true].map((missing) => {
      const found = regularsSql(each, to, missing, `ov${at}`)
      Object.assign(params, found.params)
      return `SELECT ${at} AS at, ${missing} AS missing, count() AS people FROM (${found.sql})`
    }),
  )
  const rows = await asking.query<{ at: number; missing: boolean; people: string }>(
    queries.join(' UNION ALL '),
    params,
  )
  const count = (at: number, missing: boolean) =>
    Number(rows.find((row) => Number(row.at) === at && Boolean(row.missing) === missing)?.people ?? 0)
  return stopped.map((_, at) => ({ regulars: count(at, false), missing: count(at, true) }))
}

export const stoppedSql = weeksSql
