/**
 * What people did less (or more) of than four weeks before: of every event, how many members did it in the seven
 * days up to a day and in the same days four weeks earlier, and who of those did it no more. From the rollups, whose
 * bitmaps count members exactly. That something fell at the same time is no proof that it was the cause.
 */

import type { Id } from '#base/access/actor.ts'
import { addToDay, type Day } from '#base/time/calendar.ts'
import type { Asking } from '../asking.ts'

export interface Cause {
  readonly event: string
  readonly before: number
  readonly now: number
  /** Members who did it then and not now; when more is worse, those who do it now and did not then. */
  readonly moved: number
}

/** Days of a stretch, and how long ago the other one was. */
const stretch = 7
const ago = 28
const mostCauses = 5
/** Fewer people than these tell nothing. */
const fewest = 5

export const causesSql = `
  SELECT name AS event, bitmapCardinality(then) AS before, bitmapCardinality(this) AS now,
         bitmapAndnotCardinality(if({side:String} = 'below', then, this), if({side:String} = 'below', this, then)) AS moved
    FROM (SELECT name, groupBitmapMergeStateIf(members, day BETWEEN {now_from:Date} AND {now_to:Date}) AS this,
                 groupBitmapMergeStateIf(members, day BETWEEN {then_from:Date} AND {then_to:Date}) AS then
            FROM event_day
           WHERE ({group:UInt64} = 0 OR group_id = {group:UInt64})
             AND (day BETWEEN {now_from:Date} AND {now_to:Date} OR day BETWEEN {then_from:Date} AND {then_to:Date})
           GROUP BY name)
   WHERE moved >= {fewest:UInt64}
     AND if({side:String} = 'below', now < before, now > before)
   ORDER BY abs(toInt64(now) - toInt64(before)) DESC, event LIMIT {most:UInt64}`

/** Who did an event in the one stretch and not in the other. */
export const causePeopleSql = `
  SELECT arrayJoin(bitmapToArray(bitmapAndnot(if({side:String} = 'below', then, this), if({side:String} = 'below', this, then)))) AS member_id
    FROM (SELECT groupBitmapMergeStateIf(members, day BETWEEN {now_from:Date} AND {now_to:Date}) AS this,
                 groupBitmapMergeStateIf(members, day BETWEEN {then_from:Date} AND {then_to:Date}) AS then
            FROM event_day
           WHERE name = {event:String} AND ({group:UInt64} = 0 OR group_id = {group:UInt64})
             AND (day BETWEEN {now_from:Date} AND {now_to:Date} OR day BETWEEN {then_from:Date} AND {then_to:Date}))`

interface Compared {
  readonly to: Day
  readonly group: Id | null
  readonly side: 'below' | 'above'
}

/** The stretches that are compared when a bucket ended on a day. */
const stretchesOf = (to: Day) => ({
  now: { from: addToDay(to, 1 - stretch, 'day'), to },
  earlier: { from: addToDay(to, 1 - stretch - ago, 'day'), to: addToDay(to, -ago, 'day') },
})

export function causesParams({ to, group, side }: Compared): Record<string, unknown> {
  const { now, earlier } = stretchesOf(to)
  return {
    group: group ?? '0',
    side,
    now_from: now.from,
    now_to: now.to,
    then_from: earlier.from,
    then_to: earlier.to,
  }
}

export async function findCauses(asking: Asking, compared: Compared): Promise<readonly Cause[]> {
  const rows = await asking.query<Record<keyof Cause, string>>(causesSql, {
    ...causesParams(compared),
    fewest,
    most: mostCauses,
  })
  return rows.map(({ event, before, now: count, moved }) => ({
    event,
    before: Number(before),
    now: Number(count),
    moved: Number(moved),
  }))
}
