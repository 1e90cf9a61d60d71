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

/** The stretches that are compared when a bucket ended on a day. */
export const stretchesOf = (to: Day) => ({
  now: { from: addToDay(to, 1 - stretch, 'day'), to },
  earlier: { from: addToDay(to, 1 - stretch - ago, 'day'), to: addToDay(to, -ago, 'day') },
})

export async function findCauses(
  asking: Asking,
  { to, group, side }: { readonly to: Day; readonly group: Id | null; readonly side: 'below' | 'above' },
): Promise<readonly Cause[]> {
  const { now, earlier } = stretchesOf(to)
  const rows = await asking.query<Record<keyof Cause, string>>(causesSql, {
    group: group ?? '0',
    side,
    now_from: now.from,
    now_to: now.to,
    then_from: earlier.from,
    then_to: earlier.to,
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
