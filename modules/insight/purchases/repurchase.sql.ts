import type { Day } from '#base/time/calendar.ts'
import type { BoundSql, Clock } from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'
import { whoOnDays } from '../retention/who-on-days.sql.ts'
import type { Days } from '../shapes.ts'
import type { RepurchaseCell, Whose } from './repurchase.ts'
import { ordersSql, refunded, until } from './rows.sql.ts'

export interface RepurchaseWriting {
  readonly days: Days
  readonly within: number
  readonly clock: Clock
  readonly scoped: Scoped
}

/** One row per member and period: `m`, `period` (its first day), `n` orders, `spent`, `fresh`. */
function buyersSql({ days, scoped }: RepurchaseWriting, period: 'month' | 'total'): BoundSql {
  const start = period === 'month' ? 'toStartOfMonth(day)' : '{bought_from:Date}'
  return {
    sql: `SELECT m, ${start} AS period, count() AS n, sum(toInt64(ifNull(value, 0))) AS spent,
        any(first) >= period AS fresh
      FROM (SELECT *, min(day) OVER (PARTITION BY m) AS first FROM (${ordersSql(scoped, ['day', 'value'])}))
     WHERE day >= {bought_from:Date} GROUP BY m, period`,
    params: { ...until(days.to, scoped), bought_from: days.from },
  }
}

/** Figures of each period: `period`, `buyers`, `again`, `fresh_buyers`, `fresh_again`, `orders`, `amount`. */
export function figuresSql(writing: RepurchaseWriting, period: 'month' | 'total'): BoundSql {
  const { sql, params } = buyersSql(writing, period)
  return {
    sql: `SELECT period, count() AS buyers, countIf(n > 1) AS again, countIf(fresh) AS fresh_buyers,
        countIf(fresh AND n > 1) AS fresh_again, sum(n) AS orders, sum(spent) AS amount
      FROM (${sql}) GROUP BY period ORDER BY period`,
    params,
  }
}

/** What was given back in each period, whenever it was paid: `period`, `amount`. */
export function refundsSql({ days, scoped }: RepurchaseWriting, period: 'month' | 'total'): BoundSql {
  const start = period === 'month' ? 'toStartOfMonth(day)' : '{bought_from:Date}'
  return {
    sql: `SELECT ${start} AS period, sum(toInt64(ifNull(value, 0))) AS amount
      FROM (${ordersSql(scoped, ['day', 'value'], refunded)}) WHERE day >= {bought_from:Date} GROUP BY period`,
    params: { ...until(days.to, scoped), bought_from: days.from },
  }
}

/** Who did anything at all in each period: `period`, `members`. Of the rollups, which are exact (`whoOnDays`). */
export function activesSql({ days, clock, scoped }: RepurchaseWriting, period: 'month' | 'total'): BoundSql {
  const start = period === 'month' ? 'toStartOfMonth(day)' : 'toDate({bought_from:Date})'
  const active = whoOnDays('active', { event: '*' }, days, { clock, scoped })
  return {
    sql: `SELECT ${start} AS period, groupBitmapMerge(members) AS members FROM (${active.sql}) GROUP BY period`,
    params: { ...active.params, bought_from: days.from },
  }
}

/** `currency` of the orders in the range, the most frequent first. */
export function currenciesSql({ days, scoped }: RepurchaseWriting): BoundSql {
  return {
    sql: `SELECT JSONExtractString(props, 'currency') AS currency
      FROM (${ordersSql(scoped, ['day', 'props'])}) WHERE day >= {bought_from:Date} AND currency != ''
     GROUP BY currency ORDER BY count() DESC, currency LIMIT 5`,
    params: { ...until(days.to, scoped), bought_from: days.from },
  }
}

/** One row per member whose first order lies in the range: `m`, `period`, `judged`, `again` (judged, and in time). */
function firstsRowsSql({ days, within, clock, scoped }: RepurchaseWriting): BoundSql {
  return {
    sql: `SELECT m, toStartOfMonth(first) AS period, at[1] + toIntervalDay({bought_within:UInt16}) <= fromUnixTimestamp64Milli({bought_now:Int64}, 'UTC') AS judged,
        judged AND length(at) > 1 AND at[2] <= at[1] + toIntervalDay({bought_within:UInt16}) AS again
      FROM (SELECT m, min(day) AS first, arraySort(groupArray(occurred_at)) AS at
              FROM (${ordersSql(scoped, ['day', 'occurred_at'])}) GROUP BY m)
     WHERE first >= {bought_from:Date} AND first <= {bought_to:Date}`,
    params: {
      ...until(clock.today, scoped),
      bought_from: days.from,
      bought_to: days.to,
      bought_within: within,
      bought_now: clock.now.getTime(),
    },
  }
}

export function firstsSql(writing: RepurchaseWriting): BoundSql {
  const { sql, params } = firstsRowsSql(writing)
  return {
    sql: `SELECT period, count() AS buyers, countIf(judged) AS judged_buyers, countIf(again) AS again_buyers
      FROM (${sql}) GROUP BY period ORDER BY period`,
    params,
  }
}

const tests: Record<Whose, string> = {
  buyers: 'true',
  again: 'n > 1',
  fresh: 'fresh',
  freshAgain: 'fresh AND n > 1',
  known: 'NOT fresh',
  knownAgain: 'NOT fresh AND n > 1',
}

export function repurchasePeopleSql(writing: RepurchaseWriting, cell: RepurchaseCell): BoundSql {
  const start: { bought_period?: Day } = cell.of === 'total' ? {} : { bought_period: cell.start }
  const { sql, params } = cell.of === 'firsts' ? firstsRowsSql(writing) : buyersSql(writing, cell.of)
  const test =
    cell.of === 'firsts' ? { buyers: 'true', judged: 'judged', again: 'again' }[cell.who] : tests[cell.who]
  return {
    sql: `SELECT m AS member_id FROM (${sql}) WHERE ${test}${cell.of === 'total' ? '' : ' AND period = {bought_period:Date}'}`,
    params: { ...params, ...start },
  }
}
