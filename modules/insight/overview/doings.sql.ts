/** What people did, counted by week and by day from the rollup of events, and how soon posts got an answer. */
import { addToDay, type Day } from '#base/time/calendar.ts'
import type { BoundSql } from '#modules/audience/api.ts'
import type { Asking } from '../asking.ts'
import { groupParams } from './actives.sql.ts'
import { weekOf } from './weeks.ts'

export interface Done {
  readonly events: number
  readonly members: number
  /** Sum of values: money in minor units. */
  readonly amount: number
}
export const nothing: Done = { events: 0, members: 0, amount: 0 }

const here = (group: string | undefined) => (group === undefined ? '' : 'AND group_id = {ov_group:UInt64}')

/** Counts are of what people did, signed in or not; members are each counted once a week. */
const weeksSql = (group: string | undefined) => `
  SELECT name AS event, intDiv(dateDiff('day', day, {ov_to:Date}), 7) AS week, sum(events) AS events,
         groupBitmapMerge(members) AS people, sum(amount) AS amount
    FROM event_day
   WHERE name IN {ov_names:Array(String)} ${here(group)}
     AND (day BETWEEN {ov_from:Date} AND {ov_to:Date} OR day BETWEEN {ov_then_from:Date} AND {ov_then_to:Date})
   GROUP BY name, week`

/** By event and week counted back: of the last `weeks`, and of the week `against`. */
export async function findDoings(
  asking: Asking,
  { group, weeks, against }: { group: string | undefined; weeks: number; against: number },
  names: readonly string[],
  to: Day,
): Promise<(event: string, week: number) => Done> {
  const then = weekOf(to, against)
  const rows = await asking.query<{
    event: string
    week: string
    events: string
    people: string
    amount: string
  }>(weeksSql(group), {
    ...groupParams(group),
    ov_names: [...names],
    ov_to: to,
    ov_from: addToDay(to, 1 - 7 * weeks, 'day'),
    ov_then_from: then.from,
    ov_then_to: then.to,
  })
  const found = new Map(
    rows.map((row) => [
      `${row.event} ${row.week}`,
      { events: Number(row.events), members: Number(row.people), amount: Number(row.amount) },
    ]),
  )
  return (event, week) => found.get(`${event} ${week}`) ?? nothing
}

const daysSql = (group: string | undefined) => `
  SELECT name AS event, day, sum(events) AS events, sum(amount) AS amount
    FROM event_day
   WHERE name IN {ov_names:Array(String)} ${here(group)} AND day BETWEEN {ov_from:Date} AND {ov_to:Date}
   GROUP BY name, day`

/** By event and day. */
export async function findDays(
  asking: Asking,
  group: string | undefined,
  names: readonly string[],
  days: { readonly from: Day; readonly to: Day },
): Promise<(event: string, day: Day) => Pick<Done, 'events' | 'amount'>> {
  const rows = await asking.query<{ event: string; day: Day; events: string; amount: string }>(
    daysSql(group),
    {
      ...groupParams(group),
      ov_names: [...names],
      ov_from: days.from,
      ov_to: days.to,
    },
  )
  const found = new Map(
    rows.map((row) => [
      `${row.event} ${row.day}`,
      { events: Number(row.events), amount: Number(row.amount) },
    ]),
  )
  return (event, day) => found.get(`${event} ${day}`) ?? nothing
}

/**
 * The first comment by somebody else on each post of the last 28 days: from the events of those that have one, few of
 * the many; how many posts there are, the rollup knows. A post is published once.
 */
const repliesSql = `
  SELECT \`group\`, posts, replied, minutes
    FROM (SELECT if(grouping(group_id) = 1, '', toString(group_id)) AS \`group\`, sum(events) AS posts
            FROM event_day
           WHERE name = 'post.published' AND day BETWEEN {ov_from:Date} AND {ov_to:Date}
           GROUP BY GROUPING SETS ((group_id), ())) AS published
    LEFT JOIN (
      SELECT if(grouping(posted_in) = 1, '', toString(posted_in)) AS \`group\`, count() AS replied,
             quantileExact(0.5)(dateDiff('second', posted_on, first_at)) / 60 AS minutes
        FROM (SELECT post, any(group_id) AS posted_in, any(posted_at) AS posted_on, min(said_at) AS first_at
                FROM (SELECT toInt64(post_id) AS post, occurred_at AS said_at
                        FROM event
                       WHERE name = 'comment.posted' AND person AND post_id > 0 AND day BETWEEN {ov_from:Date} AND {ov_to:Date}
                         AND (member_id != author_id OR author_id = 0)) AS said
               INNER JOIN (SELECT group_id, object_id AS post, occurred_at AS posted_at
                             FROM event
                            WHERE name = 'post.published' AND person AND object_id > 0
                              AND day BETWEEN {ov_from:Date} AND {ov_to:Date}) AS posted USING (post)
               GROUP BY post HAVING first_at > posted_on)
       GROUP BY GROUPING SETS ((posted_in), ())) AS answered USING (\`group\`)`

export interface Replies {
  readonly posts: number
  readonly replied: number
  readonly minutes: number | null
}

/** By group, and under `''` of all together: how many posts of 28 days were answered by somebody else, and how soon: the median, in minutes. */
export async function findReplies(asking: Asking, to: Day): Promise<ReadonlyMap<string, Replies>> {
  const rows = await asking.query<{ group: string; posts: string; replied: string; minutes: number | null }>(
    repliesSql,
    { ov_to: to, ov_from: addToDay(to, -27, 'day') },
  )
  return new Map(
    rows.map(({ group, posts, replied, minutes }) => [
      group,
      {
        posts: Number(posts),
        replied: Number(replied),
        minutes: Number(replied) > 0 && minutes !== null ? Math.round(Number(minutes)) : null,
      },
    ]),
  )
}

/** Members who did something in a week. */
export function doingPeople(
  group: string | undefined,
  { event, week }: { readonly event: string; readonly week: number },
  to: Day,
): BoundSql {
  const days = weekOf(to, week)
  return {
    sql: `SELECT arrayJoin(bitmapToArray(groupBitmapMergeState(members))) AS member_id FROM event_day
           WHERE name = {ov_event:String} ${here(group)} AND day BETWEEN {ov_from:Date} AND {ov_to:Date}`,
    params: { ...groupParams(group), ov_event: event, ov_from: days.from, ov_to: days.to },
  }
}

export const doingsSql = { weeks: weeksSql(undefined), days: daysSql('1'), replies: repliesSql }
