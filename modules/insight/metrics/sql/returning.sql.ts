/**
 * Coming back: of those whose day 0 lies in a bucket, how many did it again in a later unit. Day by day: who has day 0
 * there, and who of them is among those who did it again in the unit that follows from it. A unit that is not over
 * yet would still grow, so people are counted, above and below, once theirs is over.
 */
import { addToDay, type Day, startOfUnit } from '#base/time/calendar.ts'
import type { ReturningExpression } from '../metric.ts'
import { earlierDay, firstDay, laterDay, type Span } from '../spans.ts'
import { type Asked, daysSql, emptyBitmap, spansSql } from './asked.ts'
import { byDaySql } from './by-day.sql.ts'

/** The last day whose people have had their unit, when `today` is still running. */
function lastMature({ after, unit }: Pick<ReturningExpression, 'after' | 'unit'>, today: Day): Day {
  if (unit === 'day') return addToDay(today, -after - 1, 'day')
  // Everybody of a week has had it when the week before the one that runs was the one they needed.
  return addToDay(addToDay(startOfUnit(today, unit), -after, unit), -1, 'day')
}

/** The days in which they come back, of those whose day 0 lies in the spans. */
export function laterDays(
  { after, unit, how }: ReturningExpression,
  spans: readonly Span[],
  today: Day,
): Span[] {
  return spans.map(({ from, to }) => ({
    from: addToDay(startOfUnit(from, unit), after, unit),
    to: how === 'orLater' ? today : addToDay(addToDay(startOfUnit(to, unit), after + 1, unit), -1, 'day'),
  }))
}

/** A query of `slot`, `key`, `news` (whose day 0 is that day) and `again` (of all, who did it in their unit). */
function daysOfReturn(expression: ReturningExpression, spans: readonly Span[], asked: Asked): string {
  const { first, newcomers, again, after, unit, how } = expression
  const { writing } = asked
  const { today } = writing.clock
  const mature = lastMature(expression, today)
  const some = spans.map(({ from, to }) => ({ from, to: earlierDay(to, mature) }))
  const { cut: _, ...uncut } = asked
  const before = (partition: string) =>
    `OVER (${partition} ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`
  const ever = [{ from: firstDay, to: some.reduce((one, { to }) => laterDay(one, to), firstDay) }]
  const mine = byDaySql([first], newcomers ? ever : some, asked)
  const all = asked.cut?.of === 'row' ? byDaySql([first], newcomers ? ever : some, uncut) : mine
  const onDays = daysSql(some, asked)
  const earlier = newcomers
    ? `SELECT day, 0 AS slot, groupBitmapMergeState(members) ${before('')} AS known FROM (${all})`
    : `SELECT day, slot, groupBitmapMergeState(members) ${before('PARTITION BY slot')} AS known
         FROM (SELECT day, members, s.1 AS slot FROM (${all}) ARRAY JOIN ${spansSql(some, asked)} AS s)`
  const news = newcomers
    ? `SELECT s.1 AS slot, day, key, bitmapAndnot(members, known) AS news
         FROM (SELECT day, key, members, known FROM (${mine}) AS mine INNER JOIN (${earlier}) AS earlier USING (day) WHERE ${onDays})
        ARRAY JOIN ${spansSql(some, asked)} AS s`
    : `SELECT slot, day, key, bitmapAndnot(members, known) AS news
         FROM (SELECT day, key, members, s.1 AS slot FROM (${mine}) ARRAY JOIN ${spansSql(some, asked)} AS s) AS mine
         INNER JOIN (${earlier}) AS earlier USING (day, slot)`
  const starts = { day: 'day', week: 'toMonday(day)', month: 'toStartOfMonth(day)' }
  const plus = { day: 'addDays', week: 'addWeeks', month: 'addMonths' }
  const wanted = `${plus[unit]}(${starts[unit]}, ${after})`
  const came = byDaySql([again], laterDays(expression, some, today), uncut)
  const byUnit = `SELECT ${starts[unit]} AS later, groupBitmapMergeState(members) AS merged FROM (${came}) GROUP BY later`
  // In it or later: everything from a unit on; every unit is there, so that none is missed in which nothing happened.
  const fromOn = `SELECT later, groupBitmapMergeState(merged) OVER
      (ORDER BY later DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS merged
    FROM (SELECT later, groupBitmapMergeState(merged) AS merged FROM (
      ${byUnit} UNION ALL SELECT DISTINCT ${wanted} AS later, ${emptyBitmap} AS merged FROM (${news})) GROUP BY later)`
  return `SELECT slot, key, news, if(seen, merged, ${emptyBitmap}) AS again
    FROM (SELECT slot, key, news, ${wanted} AS later FROM (${news})) AS news
    LEFT JOIN (SELECT later, merged, true AS seen FROM (${how === 'orLater' ? fromOn : byUnit})) AS again USING (later)`
}

/** A query of `slot`, `key`, `figure` (came back) and `under` (of how many). */
export function returningFigures(
  expression: ReturningExpression,
  spans: readonly Span[],
  asked: Asked,
): string {
  const { cut, who } = asked
  const mine = who === undefined ? 'news' : `bitmapAnd(news, ${who})`
  const days = daysOfReturn(expression, spans, asked)
  const cutDays =
    cut?.of === 'member'
      ? `SELECT slot, cut.key AS key, again, if(cut.others, bitmapAndnot(${mine}, cut.these), bitmapAnd(${mine}, cut.these)) AS these
          FROM (${days}) AS days CROSS JOIN (
            SELECT key, groupBitmapState(toUInt64(m)) AS these, false AS others FROM (${cut.pairs}) GROUP BY key
            UNION ALL SELECT 'u' AS key, groupBitmapState(toUInt64(m)) AS these, true AS others FROM (${cut.pairs})) AS cut`
      : `SELECT slot, key, again, ${mine} AS these FROM (${days})`
  return `SELECT slot, key, toFloat64(sum(bitmapAndCardinality(these, again))) AS figure,
      toNullable(toFloat64(sum(bitmapCardinality(these)))) AS under
    FROM (${cutDays}) GROUP BY slot, key`
}

/** Who came back: a query of `slot`, `key` and `members`, not in scope yet nor cut by member; or of whom. */
export const returningSets = (
  expression: ReturningExpression,
  spans: readonly Span[],
  asked: Asked,
  of: 'over' | 'under' = 'over',
): string =>
  `SELECT slot, key, groupBitmapMergeState(found) AS members
    FROM (SELECT slot, key, ${of === 'over' ? 'bitmapAnd(news, again)' : 'news'} AS found FROM (${daysOfReturn(expression, spans, asked)}))
   GROUP BY slot, key`
