/** On how many days people were active, and the actives of each day, 7 and 30 days. */
import { addToDay, startOfDay } from '#base/time/calendar.ts'
import { type BoundSql, type Clock, happeningSql, openBinder, rowsSql } from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'
import { bucketOf, bucketSql } from '../retention/buckets.ts'
import { whoOnDays } from '../retention/who-on-days.sql.ts'
import type { Days } from '../shapes.ts'
import type { StickinessQuestion } from './stickiness.ts'

export interface StickinessWriting {
  readonly question: StickinessQuestion
  readonly days: Days
  readonly clock: Clock
  readonly scoped: Scoped
}

const hour = 3_600_000
const midnight = (day: string, { zone }: Clock) => startOfDay(day, zone).getTime()

/** How many buckets the range has. */
export function bucketCount({ question: { unit, every }, days, clock }: StickinessWriting): number {
  const count =
    unit === 'hour'
      ? (midnight(addToDay(days.to, 1, 'day'), clock) - midnight(days.from, clock)) / hour
      : bucketOf(days.to, unit) - bucketOf(days.from, unit) + 1
  return Math.ceil(count / every)
}

/** The number of its bucket, from 0. */
function placeSql({ question: { unit, every }, days, clock }: StickinessWriting): string {
  const place =
    unit === 'hour'
      ? `intDiv(toUnixTimestamp64Milli(occurred_at) - ${midnight(days.from, clock)}, ${hour})`
      : `${bucketSql[unit]('day')} - ${bucketOf(days.from, unit)}`
  return `intDiv(${place}, ${every})`
}

/** `m` and in how many `buckets` he was active. Rollups know on which day, not when and how often: for those rows are read. */
function membersSql(writing: StickinessWriting): BoundSql {
  const { question, days, clock, scoped } = writing
  const { unit, atLeast, event } = question
  const bucket = placeSql(writing)
  if (unit !== 'hour' && atLeast === 1 && !event.where?.length) {
    const { sql, params } = whoOnDays('stick', event, days, { clock, scoped })
    return {
      sql: `SELECT m, uniqExact(bucket) AS buckets FROM (SELECT ${bucket} AS bucket, arrayJoin(bitmapToArray(members)) AS m FROM (${sql})) GROUP BY m`,
      params,
    }
  }
  const { bind, params } = openBinder('stick')
  const rows = rowsSql(
    [`${bucket} AS bucket`],
    [
      ...happeningSql(event, { clock, bind }),
      ...scoped.rows,
      `day >= ${bind('Date', days.from)}`,
      `day <= ${bind('Date', days.to)}`,
    ],
  )
  const about = scoped.people.length > 0 ? ` WHERE ${scoped.people.join(' AND ')}` : ''
  return {
    sql: `SELECT m, count() AS buckets FROM (SELECT m, bucket FROM (${rows})${about} GROUP BY m, bucket HAVING count() >= ${atLeast}) GROUP BY m`,
    params: { ...params, ...scoped.params },
  }
}

/** How many members by number of buckets. */
export function stickinessSql(writing: StickinessWriting): BoundSql {
  const { sql, params } = membersSql(writing)
  return { sql: `SELECT buckets, count() AS members FROM (${sql}) GROUP BY buckets ORDER BY buckets`, params }
}

export function bucketPeopleSql(writing: StickinessWriting, buckets: number, orMore: boolean): BoundSql {
  const { sql, params } = membersSql(writing)
  return {
    sql: `SELECT m AS member_id FROM (${sql}) WHERE buckets ${orMore ? '>=' : '='} {stick_buckets:UInt64}`,
    params: { ...params, stick_buckets: buckets },
  }
}

/** Per day with any activity: `at` (its number), `dau`, `wau`, `mau`. */
export function trendSql({ question, days, clock, scoped }: StickinessWriting): BoundSql {
  const wanted = { from: addToDay(days.from, -29, 'day'), to: days.to }
  const { sql, params } = whoOnDays('stick_trend', question.event, wanted, { clock, scoped })
  const first = bucketOf(days.from, 'day')
  const over = (preceding: number) =>
    `bitmapCardinality(groupBitmapMergeState(members) OVER (ORDER BY at RANGE BETWEEN ${preceding} PRECEDING AND CURRENT ROW))`
  return {
    sql: `SELECT * FROM (SELECT at, bitmapCardinality(members) AS dau, ${over(6)} AS wau, ${over(29)} AS mau FROM (
        SELECT at, groupBitmapMergeState(members) AS members FROM (
          SELECT ${bucketSql.day('day')} AS at, members FROM (${sql})
          UNION ALL SELECT toInt32(number + ${first}) AS at, bitmapBuild(emptyArrayUInt64()) AS members FROM numbers(${bucketOf(days.to, 'day') - first + 1}))
        GROUP BY at)) WHERE at >= ${first} ORDER BY at`,
    params,
  }
}

/** Who was active on so many days up to one. */
export function activePeopleSql(
  { question, clock, scoped }: StickinessWriting,
  day: string,
  count: number,
): BoundSql {
  const { sql, params } = whoOnDays(
    'stick_people',
    question.event,
    { from: addToDay(day, 1 - count, 'day'), to: day },
    { clock, scoped },
  )
  return {
    sql: `SELECT arrayJoin(bitmapToArray(groupBitmapMergeState(members))) AS member_id FROM (${sql})`,
    params,
  }
}
