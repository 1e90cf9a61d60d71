/** Newcomers: who stayed, week by week, and how far they got in their first fourteen days. */
import { addToDay, type Day } from '#base/time/calendar.ts'
import type { BoundSql } from '#modules/audience/api.ts'
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

/** The days on which people joined for the first time within the range, each with the bitmap of them. */
const joiningSql = (group: string | undefined) => `
  SELECT joined_on, bitmapAndnot(members, groupBitmapMergeState(members) OVER
           (ORDER BY joined_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS newcomers
    FROM (SELECT day AS joined_on, groupBitmapMergeState(members) AS members FROM event_day
           WHERE ${joined(group)} AND day BETWEEN {ov_from:Date} AND {ov_last:Date} GROUP BY day)`

/**
 * One row: for each step of the way, the bitmap of those who got to it. By days of the community: the day of joining
 * and the thirteen after it are somebody's fourteen days, so the rollups know all but who was answered: a comment on
 * what he posted by somebody else (signed in: nobody comments without). "Again" is any activity on one of the seven
 * days after the day of joining.
 */
function reachedSql(group: string | undefined, to: Day): BoundSql {
  const { from, to: last } = funnelRange(to)
  const here = group === undefined ? '' : ' AND group_id = {ov_group:UInt64}'
  const within = 'day BETWEEN {ov_from:Date} AND {ov_to:Date}'
  // Most of what happened was not done by newcomers, and of them only who did one step can be at the next.
  const profiled = `name IN ('profile_completed', 'member.profile_changed')`
  const posted = `name = 'post.published'${here}`
  const ever = (what: string) =>
    `(SELECT groupBitmapMergeState(members) FROM event_day WHERE ${what} AND ${within})`
  const newcomers = `(SELECT groupBitmapMergeState(members) FROM event_day WHERE ${joined(group)} AND day BETWEEN {ov_from:Date} AND {ov_last:Date})`
  const withProfile = `bitmapAnd(${newcomers}, ${ever(profiled)})`
  const withPost = `bitmapAnd(${withProfile}, ${ever(posted)})`
  const rows = (step: string, of: string, table: string, where: string) =>
    `SELECT '${step}' AS step, day, arrayJoin(bitmapToArray(bitmapAnd(members, ${of}))) AS m FROM ${table} WHERE ${within} AND ${where}`
  return {
    sql: `
    SELECT at_joined, bitmapAnd(at_joined, did_profile) AS at_profile, bitmapAnd(at_profile, did_post) AS at_post,
           bitmapAnd(at_post, got_answer) AS at_answered, bitmapAnd(at_answered, came_again) AS at_again,
           bitmapAnd(at_again, did_order) AS at_order
      FROM (
        SELECT ${newcomers} AS at_joined, groupBitmapStateIf(m, step = 'profile') AS did_profile, groupBitmapStateIf(m, step = 'post') AS did_post,
               groupBitmapStateIf(m, step = 'answered') AS got_answer, groupBitmapStateIf(m, step = 'again') AS came_again,
               groupBitmapStateIf(m, step = 'order') AS did_order
          FROM (
            ${rows('profile', newcomers, 'event_day', profiled)}
            UNION ALL ${rows('post', withProfile, 'event_day', posted)}
            UNION ALL ${rows('order', withPost, 'event_day', `name = 'order.paid'`)}
            UNION ALL ${rows('again', withPost, activeTable(group), 'true')}
            UNION ALL
            SELECT 'answered' AS step, day, author_id AS m
              FROM event
             WHERE name = 'comment.posted' AND person AND member_id NOT IN (0, author_id)${here} AND ${within}
               AND bitmapContains(${withPost}, author_id)
          ) AS did
         INNER JOIN (SELECT joined_on, arrayJoin(bitmapToArray(newcomers)) AS m FROM (${joiningSql(group)})) AS came USING (m)
         WHERE if(step = 'again', day > joined_on AND day <= joined_on + 7, day >= joined_on AND day < joined_on + {ov_days:UInt32}))`,
    params: {
      ...groupParams(group),
      ov_join: joinEvent(group),
      ov_from: from,
      ov_last: last,
      ov_to: to,
      ov_days: funnelDays,
    },
  }
}

/** Newcomers at each step. */
export async function findFunnel(asking: Asking, group: string | undefined, to: Day): Promise<number[]> {
  const { sql, params } = reachedSql(group, to)
  const [row] = await asking.query<Record<string, string>>(
    `SELECT ${funnelSteps.map((step) => `bitmapCardinality(at_${step}) AS ${step}_n`).join(', ')} FROM (${sql})`,
    params,
  )
  return funnelSteps.map((step) => Number(row![`${step}_n`]))
}

/** Who got to a step; `lost`: who got to the one before, and not to it. */
export function funnelPeople(
  group: string | undefined,
  to: Day,
  { step, lost }: { readonly step: number; readonly lost?: boolean | undefined },
): BoundSql {
  const { sql, params } = reachedSql(group, to)
  const at = (step: number) => `at_${funnelSteps[step]}`
  return {
    sql: `SELECT arrayJoin(bitmapToArray(${lost ? `bitmapAndnot(${at(step - 1)}, ${at(step)})` : at(step)})) AS member_id FROM (${sql})`,
    params,
  }
}

export const newcomersSql = { cohorts: cohortsSql(undefined), cohortsOfGroup: cohortsSql('1') }
