/** States of activity per bucket, and the kinds of people as of today, as bitmaps of members. */
import { addToDay } from '#base/time/calendar.ts'
import type { BoundSql, Clock } from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'
import { bucketOf, bucketSql } from '../retention/buckets.ts'
import { whoOnDays } from '../retention/who-on-days.sql.ts'
import type { Days } from '../shapes.ts'
import type { Kind, LifecycleQuestion, State } from './lifecycle.ts'

export interface LifecycleWriting {
  readonly question: LifecycleQuestion
  /** Whole units. */
  readonly days: Days
  readonly clock: Clock
  readonly scoped: Scoped
}

const nobody = 'bitmapBuild(emptyArrayUInt64())'

/** `bucket`, `active`, `earlier` (in the bucket before), `before` (ever before) and `joined`; every bucket is there. */
function bucketsSql({ question, days, clock, scoped }: LifecycleWriting): BoundSql {
  const { unit, event, newBy } = question
  const number = bucketSql[unit]
  const first = bucketOf(days.from, unit)
  const last = bucketOf(days.to, unit)
  const did = whoOnDays('life', event, { to: days.to }, { clock, scoped })
  const joining = whoOnDays('life_join', { event: 'member.joined' }, days, {
    clock,
    scoped: { ...scoped, rows: [] },
  })
  const joined =
    newBy === 'joining'
      ? `UNION ALL SELECT ${number('day')} AS bucket, ${nobody} AS active, members AS joined FROM (${joining.sql})`
      : ''
  return {
    sql: `SELECT bucket, active, joined,
        groupBitmapMergeState(active) OVER (ORDER BY bucket ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS earlier,
        groupBitmapMergeState(active) OVER (ORDER BY bucket ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
      FROM (SELECT bucket, groupBitmapMergeState(active) AS active, groupBitmapMergeState(joined) AS joined FROM (
        SELECT greatest(${number('day')}, ${first - 2}) AS bucket, members AS active, ${nobody} AS joined FROM (${did.sql})
        UNION ALL SELECT toInt32(number + ${first - 2}) AS bucket, ${nobody} AS active, ${nobody} AS joined FROM numbers(${last - first + 3})
        ${joined}) GROUP BY bucket)`,
    params: { ...did.params, ...(newBy === 'joining' ? joining.params : {}) },
  }
}

function statesOf({ question: { newBy } }: LifecycleWriting): Record<State, string> {
  if (newBy === 'activity')
    return {
      new: 'bitmapAndnot(active, before)',
      returning: 'bitmapAnd(active, earlier)',
      resurrecting: 'bitmapAndnot(bitmapAnd(active, before), earlier)',
      dormant: 'bitmapAndnot(earlier, active)',
    }
  return {
    new: 'bitmapAnd(active, joined)',
    returning: 'bitmapAndnot(bitmapAnd(active, earlier), joined)',
    resurrecting: 'bitmapAndnot(bitmapAndnot(active, earlier), joined)',
    dormant: 'bitmapAndnot(earlier, active)',
  }
}

/** How many of each state: `bucket` and a column for each; `earlier` for those active in the bucket before. */
export function statesSql(writing: LifecycleWriting): BoundSql {
  const { sql, params } = bucketsSql(writing)
  const first = bucketOf(writing.days.from, writing.question.unit)
  const counts = Object.entries(statesOf(writing)).map(
    ([state, bitmap]) => `bitmapCardinality(${bitmap}) AS ${state}_members`,
  )
  return {
    sql: `SELECT bucket, ${counts.join(', ')}, bitmapCardinality(earlier) AS earlier_members FROM (${sql}) WHERE bucket >= ${first} ORDER BY bucket`,
    params,
  }
}

export function statePeopleSql(writing: LifecycleWriting, state: State, bucket: number): BoundSql {
  const { sql, params } = bucketsSql(writing)
  return {
    sql: `SELECT arrayJoin(bitmapToArray(found)) AS member_id FROM (SELECT ${statesOf(writing)[state]} AS found FROM (${sql}) WHERE bucket = {life_bucket:Int32})`,
    params: { ...params, life_bucket: bucket },
  }
}

/**
 * The kinds as bitmaps of one row: `silent`, `fresh` (whom it is judged of), `loyal`, `back`, `lost`. Weeks are counted
 * back from the running one: 0 is this week.
 */
function kindsSql({ question, days, clock, scoped }: LifecycleWriting): BoundSql {
  const did = whoOnDays('life_kind', question.event, { to: clock.today }, { clock, scoped })
  const week = bucketOf(clock.today, 'week')
  const ago = (test: string) => `groupBitmapMergeStateIf(members, ago ${test})`
  const all = (weeks: readonly number[]) =>
    weeks.map((each) => ago(`= ${each}`)).reduce((one, other) => `bitmapAnd(${one}, ${other})`)
  const judged = bucketOf(addToDay(clock.today, -2, 'day'), 'day')
  return {
    sql: `WITH did AS (SELECT ${bucketSql.day('day')} AS at, ${week} - ${bucketSql.week('day')} AS ago, members FROM (${did.sql}))
      SELECT ${all([1, 2, 3, 4, 5])} AS loyal,
        bitmapAnd(bitmapAndnot(${ago('= 0')}, ${ago('= 1')}), ${ago('> 1')}) AS back,
        bitmapAndnot(${ago('BETWEEN 2 AND 4')}, ${ago('< 2')}) AS lost,
        (SELECT tuple(groupBitmapMergeState(newcomers), groupBitmapMergeState(bitmapAndnot(newcomers, later)))
           FROM (SELECT at, bitmapAndnot(members, groupBitmapMergeState(members) OVER (ORDER BY at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS newcomers,
                   groupBitmapMergeState(members) OVER (ORDER BY at DESC RANGE BETWEEN UNBOUNDED PRECEDING AND 2 PRECEDING) AS later FROM did)
          WHERE at BETWEEN ${bucketOf(days.from, 'day')} AND ${Math.min(judged, bucketOf(days.to, 'day'))}) AS begun,
        begun.1 AS fresh, begun.2 AS silent
      FROM did`,
    params: did.params,
  }
}

/** How many of each kind, and of whom `silent` is judged. */
export function kindCountsSql(writing: LifecycleWriting): BoundSql {
  const { sql, params } = kindsSql(writing)
  const counts = ['silent', 'fresh', 'loyal', 'back', 'lost'].map(
    (kind) => `bitmapCardinality(${kind}) AS ${kind}_members`,
  )
  return { sql: `SELECT ${counts.join(', ')} FROM (${sql})`, params }
}

export function kindPeopleSql(writing: LifecycleWriting, kind: Kind): BoundSql {
  const { sql, params } = kindsSql(writing)
  return { sql: `SELECT arrayJoin(bitmapToArray(${kind})) AS member_id FROM (${sql})`, params }
}
