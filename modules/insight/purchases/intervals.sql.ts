import type { BoundSql } from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'
import type { Days } from '../shapes.ts'
import { binEnds } from './intervals.ts'
import { ordersSql, until } from './rows.sql.ts'

/** `m` and `gap`, one row for each gap that ended in the range. */
function gapsSql({ days, scoped }: { days: Days; scoped: Scoped }): BoundSql {
  return {
    sql: `SELECT m, dateDiff('day', before, day) AS gap FROM (
        SELECT m, day, lagInFrame(toNullable(day)) OVER (PARTITION BY m ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
          FROM (SELECT DISTINCT m, day FROM (${ordersSql(scoped, ['day'])})))
     WHERE before IS NOT NULL AND day >= {bought_from:Date}`,
    params: { ...until(days.to, scoped), bought_from: days.from },
  }
}

const binSql = `arrayFirstIndex(last -> gap <= last, [${binEnds.join(', ')}]) AS place, if(place = 0, ${binEnds.length}, place - 1) AS bin`

/** `bin` (from 0), `gaps`, `members`. */
export function binsSql(writing: { days: Days; scoped: Scoped }): BoundSql {
  const { sql, params } = gapsSql(writing)
  return {
    sql: `SELECT bin, count() AS gaps, uniqExact(m) AS members FROM (SELECT m, gap, ${binSql} FROM (${sql})) GROUP BY bin`,
    params,
  }
}

/** `gaps`, `median`, `p80`, `p90`. */
export function linesSql(writing: { days: Days; scoped: Scoped }): BoundSql {
  const { sql, params } = gapsSql(writing)
  return {
    sql: `SELECT count() AS gaps, if(gaps = 0, [], quantilesExactInclusive(0.5, 0.8, 0.9)(gap)) AS lines FROM (${sql})`,
    params,
  }
}

export function intervalPeopleSql(writing: { days: Days; scoped: Scoped }, bin: number): BoundSql {
  const { sql, params } = gapsSql(writing)
  return {
    sql: `SELECT DISTINCT m AS member_id FROM (SELECT m, gap, ${binSql} FROM (${sql})) WHERE bin = {bought_bin:UInt8}`,
    params: { ...params, bought_bin: bin },
  }
}
