/**
 * Actives from the rollups: a bitmap of member ids per day, so that unions over any range count exactly.
 * Active is who did something, staff, robots and tests apart; a newcomer is active for the first time.
 */

import type { Day } from '#base/time/calendar.ts'
import type { QueryOptions, WarehouseQuery } from '../query.ts'
import type { Unit } from '../shapes.ts'

export interface Counted {
  readonly actives: number
  readonly newcomers: number
  readonly events: number
}

interface Row {
  readonly start: Day
  readonly actives: string
  readonly newcomers: string
}

const starts: Record<Unit, string> = {
  day: 'day',
  week: 'toMonday(day)',
  month: 'toStartOfMonth(day)',
}

/** `bucket` says which bucket a day belongs to; days before the range share one, which is not answered. */
const activesBy = (bucket: string) => `
  SELECT start, bitmapCardinality(members) AS actives,
         bitmapAndnotCardinality(members, before) AS newcomers
    FROM (
      SELECT start, members, groupBitmapMergeState(members) OVER
             (ORDER BY start ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
        FROM (
          SELECT ${bucket} AS start, groupBitmapMergeState(members) AS members
            FROM active_day WHERE day <= {to:Date} GROUP BY start))
   WHERE start > toDate(0) ORDER BY start`

const eventsBy = (bucket: string) => `
  SELECT ${bucket} AS start, sum(events) AS events
    FROM event_day WHERE day BETWEEN {first:Date} AND {to:Date} GROUP BY start`

export const activitySql = {
  day: [activesBy(`if(day < {first:Date}, toDate(0), ${starts.day})`), eventsBy(starts.day)],
  week: [activesBy(`if(day < {first:Date}, toDate(0), ${starts.week})`), eventsBy(starts.week)],
  month: [activesBy(`if(day < {first:Date}, toDate(0), ${starts.month})`), eventsBy(starts.month)],
  /** The range and, before it, the range of the same length. */
  ranges: [
    activesBy('multiIf(day < {first:Date}, toDate(0), day < {from:Date}, {first:Date}, {from:Date})'),
    eventsBy('if(day < {from:Date}, {first:Date}, {from:Date})'),
  ],
} as const satisfies Record<string, readonly [string, string]>

async function join(
  query: WarehouseQuery,
  [actives, events]: readonly [string, string],
  params: Record<string, Day>,
  options: QueryOptions,
): Promise<Map<Day, Counted>> {
  const [active, counted] = await Promise.all([
    query<Row>(actives, params, options),
    query<{ start: Day; events: string }>(events, params, options),
  ])
  const found = new Map<Day, Counted>()
  for (const { start, events: count } of counted)
    found.set(start, { actives: 0, newcomers: 0, events: Number(count) })
  for (const row of active)
    found.set(row.start, {
      actives: Number(row.actives),
      newcomers: Number(row.newcomers),
      events: found.get(row.start)?.events ?? 0,
    })
  return found
}

/** One entry per unit in which something happened; `from` is the first day of a unit. */
export function findActivity(
  query: WarehouseQuery,
  unit: Unit,
  range: { readonly from: Day; readonly to: Day },
  options: QueryOptions = {},
): Promise<Map<Day, Counted>> {
  return join(query, activitySql[unit], { first: range.from, to: range.to }, options)
}

/** Totals of a range and of the one before it, which begins at `first`. */
export async function findTotals(
  query: WarehouseQuery,
  range: { readonly first: Day; readonly from: Day; readonly to: Day },
  options: QueryOptions = {},
): Promise<{ current: Counted; previous: Counted }> {
  const found = await join(query, activitySql.ranges, range, options)
  const none = { actives: 0, newcomers: 0, events: 0 }
  return { current: found.get(range.from) ?? none, previous: found.get(range.first) ?? none }
}
