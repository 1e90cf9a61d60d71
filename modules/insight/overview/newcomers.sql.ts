/** Newcomers: who stayed, week by week, and how far they got in their first fourteen days. */
import { addToDay, type Day } from '#base/time/calendar.ts'
import { type BoundSql, rowsSql } from '#modules/audience/api.ts'
import type { Asking } from '../asking.ts'
import type { Days } from '../shapes.ts'
import { activeTable, groupParams } from './actives.sql.ts'
import { weekOf } from './weeks.ts'

/** What says that somebody came: to the community, or to a group of it. */
export const joinEvent = (group: string | undefined) =>
  group === undefined ? 'member.joined' : 'group.joined'

const joined = (group: string | undefined) =>
  `name = {ov_join:String}${group === undefined ? '' : ' AND group_id = {ov_group:UInt64}'}`

/**
 * Cohorts by the week in which they joined × the weeks in which they were active. From the rollups: exact, since
 * bitmaps intersect and both hold people under the member they count for.
 */
const cohortsSql = (group: string | undefined) => `
  SELECT cohort.week AS cohort, active.week AS week, bitmapCardinality(cohort.newcomers) AS size,
         bitmapAndCardinality(cohort.newcomers, active.people) AS kept
    FROM (SELECT intDiv(dateDiff('day', day, {ov_to:Date}), 7) AS week, groupBitmapMergeState(members) AS newcomers
            FROM event_day WHERE ${joined(group)} AND day BETWEEN {ov_from:Date} AND {ov_to:Date} GROUP BY week) AS cohort
   CROSS JOIN (SELECT intDiv(dateDiff('day', day, {ov_to:Date}), 7) AS week, groupBitmapMergeState(members) AS people
            FROM ${activeTable(group)} WHERE day BETWEEN {ov_from:Date} AND {ov_to:Date} GROUP BY week) AS active
   WHERE active.week <= cohort.week
   ORDER BY cohort, week`

export interface Cohort extends Days {
  readonly size: number
  readonly retained: readonly number[]
}

/** Of the last `weeks` weeks, the oldest first; those in which nobody joined are left out. */
export async function findCohorts(
  asking: Asking,
  group: string | undefined,
  to: Day,
  weeks: number,
): Promise<Cohort[]> {
  const rows = await asking.query<Record<'cohort' | 'week' | 'size' | 'kept', string | number>>(
    cohortsSql(group),
    {
      ...groupParams(group),
      ov_join: joinEvent(group),
      ov_to: to,
      ov_from: addToDay(to, 1 - 7 * weeks, 'day'),
    },
  )
  const byCohort = Map.groupBy(rows, (row) => Number(row.cohort))
  return [...byCohort.entries()]
    .sort(([a], [b]) => b - a)
    .map(([cohort, cells]) => {
      const kept = new Map(cells.map((cell) => [Number(cell.week), Number(cell.kept)]))
      return {
        start: weekOf(to, cohort).from,
        ...weekOf(to, cohort),
        size: Number(cells[0]!.size),
        retained: Array.from({ length: cohort }, (_, n) => kept.get(cohort - n - 1) ?? 0),
      }
    })
}

export function cohortPeople(
  group: string | undefined,
  to: Day,
  { week, after }: { readonly week: number; readonly after?: number | undefined },
): BoundSql {
  const cohort = weekOf(to, week)
  const then = weekOf(to, week - (after ?? 0))
  const within = (from: string, until: string) => `day BETWEEN {${from}:Date} AND {${until}:Date}`
  const newcomers = `(SELECT groupBitmapMergeState(members) FROM event_day WHERE ${joined(group)} AND ${within('ov_from', 'ov_to')})`
  const active = `(SELECT groupBitmapMergeState(members) FROM ${activeTable(group)} WHERE ${within('ov_then_from', 'ov_then_to')})`
  return {
    sql: `SELECT arrayJoin(bitmapToArray(${after === undefined ? newcomers : `bitmapAnd(${newcomers}, ${active})`})) AS member_id`,
    params: {
      ...groupParams(group),
      ov_join: joinEvent(group),
      ov_from: cohort.from,
      ov_to: cohort.to,
      ...(after === undefined ? {} : { ov_then_from: then.from, ov_then_to: then.to }),
    },
  }
}

/** The way of a newcomer, one step after the other; who is at a step did all before it, within 14 days of joining. */
export const funnelSteps = ['joined', 'profile', 'post', 'answered', 'again', 'order'] as const
export const funnelDays = 14
const joinedWithin = 30

/** Who joined within thirty days, and has had his fourteen days. */
export const funnelRange = (to: Day): Days => ({
  from: addToDay(to, 1 - joinedWithin - funnelDays, 'day'),
  to: addToDay(to, -funnelDays, 'day'),
})

/** What a step of the way is; activity, the step "again", is in the rollups. */
const stepNames = ['profile_completed', 'member.profile_changed', 'post.published', 'order.paid']

/** Who was active on one of the seven days after the day on which he joined: a bitmap, from the rollups (`cohortsSql`). */
const againSql = (group: string | undefined) => `
  SELECT groupBitmapMergeState(bitmapAnd(joining.newcomers, active.members))
    FROM (SELECT joined_on, bitmapAndnot(members, groupBitmapMergeState(members) OVER
                   (ORDER BY joined_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS newcomers
            FROM (SELECT day AS joined_on, groupBitmapMergeState(members) AS members FROM event_day
                   WHERE ${joined(group)} AND day BETWEEN {ov_from:Date} AND {ov_last:Date} GROUP BY day)) AS joining
   CROSS JOIN (SELECT day, members FROM ${activeTable(group)} WHERE day BETWEEN {ov_from:Date} AND {ov_to:Date}) AS active
   WHERE active.day > joining.joined_on AND active.day <= joining.joined_on + 7`

/**
 * One row for each newcomer: m, and how many steps he got to. "Again" is any activity on one of the seven days
 * after the day of joining; "answered" a comment by somebody else on what he posted.
 */
export function newcomerSteps(group: string | undefined, to: Day): BoundSql {
  const { from, to: last } = funnelRange(to)
  const here = group === undefined ? [] : ['group_id = {ov_group:UInt64}']
  const came = rowsSql(
    ['occurred_at'],
    ['name = {ov_join:String}', ...here, 'day BETWEEN {ov_from:Date} AND {ov_last:Date}'],
  )
  const did = rowsSql(
    ['occurred_at', 'name', 'group_id'],
    ['name IN {ov_steps:Array(String)}', 'day BETWEEN {ov_from:Date} AND {ov_to:Date}'],
  )
  const answers = rowsSql(
    ['occurred_at', 'author_id AS author'],
    [`name = 'comment.posted'`, 'author_id > 0', ...here, 'day BETWEEN {ov_from:Date} AND {ov_to:Date}'],
  )
  // Most of what happened was not done by newcomers: it goes no further.
  const newcomers = `(SELECT groupBitmapMergeState(members) FROM event_day WHERE ${joined(group)} AND day BETWEEN {ov_from:Date} AND {ov_last:Date})`
  const soon = `at >= joined_at AND at < joined_at + INTERVAL {ov_days:UInt32} DAY`
  const inGroup = group === undefined ? '' : ' AND group_id = {ov_group:UInt64}'
  return {
    sql: `
    SELECT m, 1 + if(profile, 1 + if(posted, 1 + if(answered, 1 + if(again, 1 + toUInt8(ordered), 0), 0), 0), 0) AS steps
      FROM (
        SELECT came.m AS m,
               countIf(name IN ('profile_completed', 'member.profile_changed') AND ${soon}) > 0 AS profile,
               countIf(name = 'post.published'${inGroup} AND ${soon}) > 0 AS posted,
               countIf(name = 'answer' AND ${soon}) > 0 AS answered,
               bitmapContains((${againSql(group)}), came.m) AS again,
               countIf(name = 'order.paid' AND ${soon}) > 0 AS ordered
          FROM (SELECT m, min(occurred_at) AS joined_at FROM (${came}) GROUP BY m) AS came
          LEFT JOIN (
            SELECT m, occurred_at AS at, toString(name) AS name, group_id FROM (${did}) WHERE bitmapContains(${newcomers}, m)
            UNION ALL
            SELECT author AS m, occurred_at AS at, 'answer' AS name, toUInt64(0) AS group_id
              FROM (SELECT m AS writer, author, occurred_at FROM (${answers}))
             WHERE author != writer AND bitmapContains(${newcomers}, author)
          ) AS did ON did.m = came.m
         GROUP BY came.m)`,
    params: {
      ...groupParams(group),
      ov_join: joinEvent(group),
      ov_from: from,
      ov_last: last,
      ov_steps: stepNames,
      ov_to: to,
      ov_days: funnelDays,
    },
  }
}

/** Newcomers at each step. */
export async function findFunnel(asking: Asking, group: string | undefined, to: Day): Promise<number[]> {
  const { sql, params } = newcomerSteps(group, to)
  const rows = await asking.query<{ steps: string | number; members: string }>(
    `SELECT steps, count() AS members FROM (${sql}) GROUP BY steps`,
    params,
  )
  const reached = new Map(rows.map((row) => [Number(row.steps), Number(row.members)]))
  return funnelSteps.map((_, at) =>
    [...reached].reduce((sum, [steps, members]) => (steps > at ? sum + members : sum), 0),
  )
}

/** Who got to a step; `lost`: who got to the one before, and not to it. */
export function funnelPeople(
  group: string | undefined,
  to: Day,
  { step, lost }: { readonly step: number; readonly lost?: boolean | undefined },
): BoundSql {
  const { sql, params } = newcomerSteps(group, to)
  return {
    sql: `SELECT m AS member_id FROM (${sql}) WHERE ${lost ? 'steps = {ov_step:UInt8}' : 'steps > {ov_step:UInt8}'}`,
    params: { ...params, ov_step: step },
  }
}

export const newcomersSql = { cohorts: cohortsSql(undefined), cohortsOfGroup: cohortsSql('1') }
