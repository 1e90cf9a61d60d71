/**
 * Who did something, day by day: rows of `day` and `members`, a bitmap. Days with nothing are not there.
 *
 * Without filters of properties the rollups say it, and exactly: they keep every member of every day (`event_day` by
 * group and name, `active_day` for anything at all), robots, staff and tests left out; what a browser did is added to
 * its owner's days when he is proved, and what a double did is moved to who remains. With filters the events are read.
 */
import type { Day } from '#base/time/calendar.ts'
import { type Clock, type Happening, happeningSql, openBinder, rowsSql } from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'

export interface OnDays {
  readonly sql: string
  readonly params: Record<string, unknown>
}

export interface DaysWanted {
  /** Left out: from the very first. */
  readonly from?: Day
  readonly to: Day
}

/** `prefix` tells parameters apart where several stand in one statement. */
export function whoOnDays(
  prefix: string,
  happening: Happening,
  { from, to }: DaysWanted,
  { clock, scoped }: { readonly clock: Clock; readonly scoped: Scoped },
): OnDays {
  const { bind, params } = openBinder(prefix)
  const where = [
    ...happeningSql(happening, { clock, bind }),
    ...scoped.rows,
    ...(from === undefined ? [] : [`day >= ${bind('Date', from)}`]),
    `day <= ${bind('Date', to)}`,
  ]
  const all = { ...params, ...scoped.params }
  if (happening.where?.length) {
    const rows = rowsSql(['day'], where)
    const about = scoped.people.length > 0 ? ` WHERE ${scoped.people.join(' AND ')}` : ''
    return {
      sql: `SELECT day, groupBitmapState(m) AS members FROM (${rows})${about} GROUP BY day`,
      params: all,
    }
  }
  const anything = happening.event === '*' && happening.group === undefined && scoped.rows.length === 0
  const table = anything ? 'active_day' : 'event_day'
  const days = `SELECT day, groupBitmapMergeState(members) AS members FROM ${table} WHERE ${where.join(' AND ')} GROUP BY day`
  if (scoped.people.length === 0) return { sql: days, params: all }
  const people = `(SELECT groupBitmapState(m) FROM (SELECT id AS m FROM member FINAL WHERE present) WHERE ${scoped.people.join(' AND ')})`
  return { sql: `SELECT day, bitmapAnd(members, ${people}) AS members FROM (${days})`, params: all }
}
