/**
 * What the product knows of itself that may move figures: featured posts, announcements, new rules of tiers. Facts
 * announced by operators, so they are read whoever did them, from the log in the warehouse.
 */
import type { Day } from '#base/time/calendar.ts'
import type { Asking } from '../asking.ts'
import type { Days } from '../shapes.ts'

/** Facts that are marks, by the kind of annotation that they are shown as. */
export const marked = {
  'post.featured': 'content',
  'group.announced': 'content',
  'group.tiers_arranged': 'release',
  'group.rules_published': 'release',
  'group.created': 'release',
  'improvement.started': 'release',
} as const
export type MarkName = keyof typeof marked

export interface Mark {
  readonly day: Day
  readonly name: MarkName
  readonly group: string | null
  readonly times: number
}

/** Several of one kind on a day are one mark; the newest are kept when there are too many. */
export const marksSql = `
  SELECT day, name, if(uniqExact(group_id) = 1 AND any(group_id) != 0, toString(any(group_id)), '') AS group, count() AS times
    FROM event
   WHERE name IN {mark_names:Array(String)} AND NOT test AND day BETWEEN {mark_from:Date} AND {mark_to:Date}
     AND ({mark_group:UInt64} = 0 OR group_id = {mark_group:UInt64})
   GROUP BY day, name ORDER BY day DESC, name LIMIT {mark_most:UInt32}`

export const mostMarks = 40

export async function findMarks(
  asking: Pick<Asking, 'query'>,
  { from, to }: Days,
  group: string | undefined,
): Promise<Mark[]> {
  const rows = await asking.query<{ day: Day; name: MarkName; group: string; times: string }>(marksSql, {
    mark_names: Object.keys(marked),
    mark_from: from,
    mark_to: to,
    mark_group: group ?? '0',
    mark_most: mostMarks,
  })
  return rows
    .map(({ group: id, times, ...row }) => ({ ...row, group: id || null, times: Number(times) }))
    .reverse()
}
