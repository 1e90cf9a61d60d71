/** Cohorts and who of them came back, as bitmaps of members: every figure is a number of different members. */
import { addToDay } from '#base/time/calendar.ts'
import { type BoundSql, type Clock, happeningSql, openBinder, rowsSql } from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'
import type { BrokenDown } from '../breakdown.ts'
import type { Days } from '../shapes.ts'
import { bothOnDays } from './both-on-days.sql.ts'
import { bucketOf, bucketSql } from './buckets.ts'
import type { RetentionQuestion } from './retention.ts'
import { whoOnDays } from './who-on-days.sql.ts'

export interface RetentionWriting {
  readonly question: RetentionQuestion
  /** Whole units. */
  readonly days: Days
  readonly clock: Clock
  readonly scoped: Scoped
  readonly cut: BrokenDown | undefined
}

/** From how many units (days, for brackets) after the start, and up to how many; without end: `last` is null. */
export interface Column {
  readonly column: number
  readonly first: number
  readonly last: number | null
}

export function columnsOf({ brackets, columns, how }: RetentionQuestion): Column[] {
  const ends = brackets ?? Array.from({ length: columns }, (_, at) => at + 1)
  return ends.map((end, at) => {
    const first = how === 'within' ? 1 : (ends[at - 1] ?? 0) + 1
    return { column: at + 1, first, last: how === 'orLater' ? null : end }
  })
}

/** In what starts and returns are told apart: the unit, or days where columns are days. */
const stepOf = ({ brackets, unit }: RetentionQuestion) => (brackets ? 'day' : unit)

/**
 * `value`, `cohort` (number of its unit), `step` (number of the day or unit of the start) and `members`. A value is
 * that of the start, or of the member; '' when it is not cut.
 */
function startsSql({ question, days, clock, scoped, cut }: RetentionWriting): BoundSql {
  const { start, newcomers, unit } = question
  const step = stepOf(question)
  const from = bucketOf(days.from, step)
  const did = whoOnDays('ret_start', start, newcomers ? { to: days.to } : days, { clock, scoped })
  // Whoever did it before the first step is no newcomer: all that was earlier is one step.
  const bucket = newcomers ? `greatest(${bucketSql[step]('day')}, ${from - 1})` : bucketSql[step]('day')
  const steps = `SELECT ${bucket} AS step, any(${bucketSql[unit]('day')}) AS cohort, groupBitmapMergeState(members) AS members FROM (${did.sql}) GROUP BY step`
  const starts = newcomers
    ? `SELECT step, cohort, bitmapAndnot(members, groupBitmapMergeState(members) OVER (ORDER BY step ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS members FROM (${steps})`
    : steps
  const within = `SELECT step, cohort, members FROM (${starts}) WHERE step >= ${from}`
  if (!cut) return { sql: `SELECT '' AS value, step, cohort, members FROM (${within})`, params: did.params }
  if (cut.of === 'member')
    return {
      sql: `SELECT value, step, cohort, bitmapAnd(starts.members, valued.members) AS members FROM (${within}) AS starts
        CROSS JOIN (SELECT value, groupBitmapState(toUInt64(m)) AS members FROM (${cut.sql}) GROUP BY value) AS valued`,
      params: { ...did.params, ...cut.params },
    }
  const { bind, params } = openBinder('ret_cut')
  const rows = rowsSql(
    [`${bucketSql[step]('day')} AS step`, `${cut.sql} AS value`],
    [
      ...happeningSql(start, { clock, bind }),
      ...scoped.rows,
      `day >= ${bind('Date', days.from)}`,
      `day <= ${bind('Date', days.to)}`,
    ],
  )
  return {
    sql: `SELECT value, step, cohort, bitmapAnd(starts.members, valued.members) AS members FROM (${within}) AS starts
      INNER JOIN (SELECT step, value, groupBitmapState(m) AS members FROM (${rows}) GROUP BY step, value) AS valued USING (step)`,
    params: { ...did.params, ...params, ...cut.params },
  }
}

const columnsSql = (question: RetentionQuestion) =>
  columnsOf(question)
    .map(({ column, first, last }) => `(${column}, ${first}, ${last ?? 100_000})`)
    .join(', ')

/** The days on which they could come back. */
const laterOn = ({ days, clock }: RetentionWriting): Days => ({
  from: addToDay(days.from, 1, 'day'),
  to: clock.today,
})

/** Who came back in each column: `value`, `cohort`, `col` and `members`; column 0 is who started. */
const cellsSql = (writing: RetentionWriting): BoundSql =>
  writing.cut ? cutCellsSql(writing) : wholeCellsSql(writing)

/**
 * Of everybody: starts and returns stand in one row for each step, and every row goes to all cells that it is about,
 * its starts to those of its own step, its returns to those of the steps that lie so far before. So nothing is read
 * twice, and nothing is joined.
 */
function wholeCellsSql(writing: RetentionWriting): BoundSql {
  const { question, days } = writing
  const { start, again, newcomers, unit } = question
  const step = stepOf(question)
  const [from, to] = [bucketOf(days.from, step), bucketOf(days.to, step)]
  const both = bothOnDays(
    { happening: start, days: newcomers ? { to: days.to } : days },
    { happening: again, days: laterOn(writing) },
    writing,
  )
  // Whoever did it before the first step is no newcomer: all that was earlier is one step.
  const bucket = newcomers ? `greatest(${bucketSql[step]('day')}, ${from - 1})` : bucketSql[step]('day')
  const steps = `SELECT ${bucket} AS step, groupBitmapMergeState(started) AS did, groupBitmapMergeState(back) AS came FROM (${both.sql}) GROUP BY step`
  const began = newcomers
    ? 'bitmapAndnot(did, groupBitmapMergeState(did) OVER (ORDER BY step ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))'
    : 'did'
  const cohort = step === unit ? 'at' : bucketSql[unit]('toDate(toUInt16(at))')
  return {
    sql: `SELECT '' AS value, ${cohort} AS cohort, toInt32(col) AS col, groupBitmapMergeState(found) AS members FROM (
        SELECT place.1 AS at, place.2 AS col,
               groupBitmapMergeStateIf(began, place.3) AS these, groupBitmapMergeStateIf(came, NOT place.3) AS those,
               if(col = 0, these, bitmapAnd(these, those)) AS found
          FROM (SELECT step, ${began} AS began, came FROM (${steps}))
         ARRAY JOIN arrayConcat(
             arrayMap(c -> (step, c, true), if(step BETWEEN ${from} AND ${to}, range(${columnsOf(question).length + 1}), [])),
             arrayFlatten(arrayMap(c -> arrayMap(s -> (toInt32(s), c.1, false),
               range(toInt32(greatest(step - c.3, ${from})), toInt32(least(step - c.2, ${to}) + 1))), [${columnsSql(question)}]))) AS place
         GROUP BY at, col)
       GROUP BY cohort, col`,
    params: both.params,
  }
}

/** The same of everybody who has a value. */
function cutCellsSql(writing: RetentionWriting): BoundSql {
  const { question, clock, scoped } = writing
  const step = stepOf(question)
  const starts = startsSql(writing)
  const again = whoOnDays('ret_again', question.again, laterOn(writing), { clock, scoped })
  return {
    sql: `WITH starts AS (${starts.sql})
      SELECT value, cohort, 0 AS col, groupBitmapMergeState(members) AS members FROM starts GROUP BY value, cohort
      UNION ALL
      SELECT value, cohort, toInt32(column.1) AS col, groupBitmapMergeState(found) AS members FROM (
        SELECT value, cohort, starts.step AS step, column, bitmapAnd(any(starts.members), groupBitmapMergeState(back.members)) AS found
          FROM starts CROSS JOIN (
            SELECT ${bucketSql[step]('day')} AS step, groupBitmapMergeState(members) AS members FROM (${again.sql}) GROUP BY step) AS back
         ARRAY JOIN [${columnsSql(question)}] AS column
         WHERE back.step - starts.step BETWEEN column.2 AND column.3
         GROUP BY value, cohort, step, column)
       GROUP BY value, cohort, col`,
    params: { ...starts.params, ...again.params },
  }
}

/** How many: `value`, `cohort`, `col`, `members`. Cells without anybody may be missing. */
export function retentionSql(writing: RetentionWriting, values?: readonly string[]): BoundSql {
  const { sql, params } = cellsSql(writing)
  const some = values === undefined ? '' : ' WHERE value IN {ret_values:Array(String)}'
  return {
    sql: `SELECT value, cohort, col, bitmapCardinality(members) AS members FROM (${sql})${some}`,
    params: { ...params, ...(values === undefined ? {} : { ret_values: values }) },
  }
}

/** How many started, by value: `value`, `members`, the largest first. */
export function valuesSql(writing: RetentionWriting): BoundSql {
  const { sql, params } = startsSql(writing)
  return {
    sql: `SELECT value, bitmapCardinality(groupBitmapMergeState(members)) AS members FROM (${sql}) GROUP BY value HAVING members > 0 ORDER BY members DESC, value`,
    params,
  }
}

/** Members of some cohorts in a column, each once; `lost`: those of a cohort who are not in it. */
export function retentionPeopleSql(
  writing: RetentionWriting,
  cell: {
    readonly cohorts: readonly number[]
    readonly column: number
    readonly lost: boolean
    readonly value: string
  },
): BoundSql {
  const { sql, params } = cellsSql(writing)
  const of = (column: string) => `groupBitmapMergeStateIf(members, col = ${column})`
  const found = cell.lost ? `bitmapAndnot(${of('0')}, ${of('{ret_column:Int32}')})` : of('{ret_column:Int32}')
  return {
    sql: `SELECT DISTINCT arrayJoin(bitmapToArray(found)) AS member_id FROM (
      SELECT cohort, ${found} AS found FROM (${sql}) WHERE cohort IN {ret_cohorts:Array(Int32)} AND value = {ret_value:String} GROUP BY cohort)`,
    params: { ...params, ret_column: cell.column, ret_cohorts: cell.cohorts, ret_value: cell.value },
  }
}
