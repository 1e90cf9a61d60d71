/** Buyers who look the same, with the chance that they are still there, in the warehouse. */
import type { BoundSql } from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'
import type { BrokenDown } from '../breakdown.ts'
import type { Fitted } from './model.ts'
import { aliveSql, historiesSql } from './purchases.sql.ts'

export interface Read {
  readonly asOf: string
  readonly buying: Fitted['buying']
  readonly scoped: Scoped
}

const parametersOf = ({ r, alpha, a, b }: Fitted['buying']) => ({
  value_r: r,
  value_alpha: alpha,
  value_a: a,
  value_b: b,
})

/** `m`, `x`, `tx`, `t`, `spent` and `bin`: tenths of P(alive), 9 is the highest. */
function binnedSql({ asOf, buying, scoped }: Read): BoundSql {
  const { sql, params } = historiesSql(asOf, { people: scoped.people })
  return {
    sql: `SELECT m, x, tx, t, spent, toUInt8(least(floor(${aliveSql} * 10), 9)) AS bin FROM (${sql})`,
    params: { ...params, ...scoped.params, ...parametersOf(buying) },
  }
}

/**
 * `value`, `bin`, `x`, `tx`, `t`, `n`, `spent`, `squares`. Where buyers are many, their days are taken in steps of
 * `step` days (the middle of each), so that few rows say what a million did; the bin is of the exact days.
 */
export function alikeSql(read: Read, cut: BrokenDown | undefined, step: number): BoundSql {
  const { sql, params } = binnedSql(read)
  const stepped = (column: string) =>
    step === 1
      ? column
      : `if(${column} = 0, 0, intDiv(${column}, {value_step:Int64}) * {value_step:Int64} + intDiv({value_step:Int64}, 2))`
  const from = cut
    ? `(${sql}) AS buyer INNER JOIN (SELECT DISTINCT m AS mine, value FROM (${cut.sql})) AS cut ON cut.mine = buyer.m`
    : `(SELECT *, '' AS value FROM (${sql}))`
  return {
    sql: `SELECT value, bin, x, ${stepped('tx')} AS since, ${stepped('t')} AS age, count() AS n, sum(spent) AS money,
        sum(toFloat64(spent) * spent) AS squares
      FROM ${from} GROUP BY value, bin, x, since, age`,
    params: { ...params, ...(cut?.params ?? {}), ...(step === 1 ? {} : { value_step: step }) },
  }
}

/** Members in a tenth of P(alive), of a value of the cut, or all. */
export function buyersBehindSql(
  read: Read,
  cut: BrokenDown | undefined,
  { bin, value }: { readonly bin?: number | undefined; readonly value?: string | undefined },
): BoundSql {
  const { sql, params } = binnedSql(read)
  const asked = [
    ...(bin === undefined ? [] : ['bin = {value_bin:UInt8}']),
    ...(value === undefined || !cut
      ? []
      : [`m IN (SELECT m FROM (${cut.sql}) WHERE value = {value_value:String})`]),
  ]
  return {
    sql: `SELECT m AS member_id FROM (${sql}) ${asked.length > 0 ? `WHERE ${asked.join(' AND ')}` : ''}`,
    params: {
      ...params,
      ...(cut?.params ?? {}),
      ...(bin === undefined ? {} : { value_bin: bin }),
      ...(value === undefined ? {} : { value_value: value }),
    },
  }
}
