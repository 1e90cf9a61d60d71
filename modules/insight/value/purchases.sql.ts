/**
 * Purchases in the warehouse, as the models ask for them. An order that was given back in full is none; several on one
 * day are one; what was given back of an order is taken off it (as far as it happened up to the day asked about).
 * Bound parameters begin with `value_`.
 */
import type { Day } from '#base/time/calendar.ts'
import type { BoundSql } from '#modules/audience/api.ts'

export interface Whose {
  /** Ids from the first to the last. */
  readonly range?: readonly [string, string]
  /** Conditions on `m`. */
  readonly people?: readonly string[]
}

/**
 * Orders are written down by shops, imports and operators as well as by those who buy: whoever wrote them, they count
 * for the member they are of; robots and tests never do.
 */
const columns = 'name, day, object_id, seq, toInt64(ifNull(value, 0)) AS worth'
const happened = "NOT (bot OR test) AND name IN ('order.paid', 'order.refunded') AND day <= {value_to:Date}"
const purchaseRows = `SELECT member_id AS m, ${columns} FROM event WHERE member_id != 0 AND ${happened}
  UNION ALL
  SELECT owner AS m, ${columns} FROM event
   GLOBAL INNER JOIN (SELECT anonymous_id, argMin(member_id, seq) AS owner FROM identity GROUP BY anonymous_id) AS proofs USING (anonymous_id)
   WHERE member_id = 0 AND anonymous_id != '' AND ${happened}`

/** `m`, `day`, `spent`: days on which somebody bought something. Who is no member any more is left out. */
export function purchaseDaysSql(asOf: Day, { range, people = [] }: Whose = {}): BoundSql {
  const among = [
    'm GLOBAL NOT IN (SELECT id FROM member FINAL WHERE NOT present)',
    ...(range ? ['m BETWEEN {value_low:UInt64} AND {value_high:UInt64}'] : []),
    ...people,
  ]
  // Rows without the number of an order (tracked purchases) are an order each.
  return {
    sql: `SELECT m, bought AS day, sum(net) AS spent FROM (
        SELECT m, minIf(day, name = 'order.paid') AS bought,
          sumIf(worth, name = 'order.paid') - sumIf(worth, name = 'order.refunded') AS net
          FROM (${purchaseRows}) WHERE ${among.join(' AND ')}
         GROUP BY m, object_id, if(object_id = 0, seq, 0)
        HAVING countIf(name = 'order.paid') > 0 AND net > 0)
      GROUP BY m, day`,
    params: {
      value_to: asOf,
      ...(range ? { value_low: range[0], value_high: range[1] } : {}),
    },
  }
}

/** `m`, `x`, `tx`, `t` (days) and `spent` (on repeat purchases) of everybody who ever bought. */
export function historiesSql(asOf: Day, whose: Whose = {}): BoundSql {
  const { sql, params } = purchaseDaysSql(asOf, whose)
  return {
    sql: `SELECT m, toInt64(count()) - 1 AS x, dateDiff('day', min(day), max(day)) AS tx,
        dateDiff('day', min(day), {value_to:Date}) AS t, sum(spent) - argMin(spent, day) AS spent
      FROM (${sql}) GROUP BY m`,
    params,
  }
}

/** How many look the same: `x`, `tx`, `t`, `n`. What the fit of buying asks. */
export function buyersSql(asOf: Day): BoundSql {
  const { sql, params } = historiesSql(asOf)
  return { sql: `SELECT x, tx, t, count() AS n FROM (${sql}) GROUP BY x, tx, t`, params }
}

/** `x` and `spent` of repeat buyers; one in `every` when there are many, always the same ones. */
export function spendersSql(asOf: Day, every: number): BoundSql {
  const { sql, params } = historiesSql(asOf)
  return {
    sql: `SELECT x, spent FROM (${sql}) WHERE x > 0 AND spent > 0 AND cityHash64(m) % {value_every:UInt64} = 0`,
    params: { ...params, value_every: every },
  }
}

/**
 * Buyers up to a day, and what they bought after it up to a later one: `x`, `tx`, `t`, `n`, `later` (days with a
 * purchase) and `spent` then.
 */
export function holdoutSql(cut: Day, asOf: Day): BoundSql {
  const { sql, params } = purchaseDaysSql(asOf)
  return {
    sql: `SELECT x, tx, t, count() AS n, sum(later) AS later FROM (
        SELECT m, toInt64(countIf(day <= {value_cut:Date})) - 1 AS x,
          dateDiff('day', min(day), maxIf(day, day <= {value_cut:Date})) AS tx,
          dateDiff('day', min(day), {value_cut:Date}) AS t, countIf(day > {value_cut:Date}) AS later
          FROM (${sql}) GROUP BY m HAVING min(day) <= {value_cut:Date})
      GROUP BY x, tx, t`,
    params: { ...params, value_cut: cut },
  }
}

/** Purchases of those buyers in each week after the cut: `week` from 0, `later`. */
export function holdoutWeeksSql(cut: Day, asOf: Day): BoundSql {
  const { sql, params } = purchaseDaysSql(asOf)
  return {
    sql: `SELECT week, count() AS later FROM (
        SELECT m, arrayJoin(arrayFilter(each -> each > {value_cut:Date}, groupArray(day))) AS bought,
          intDiv(dateDiff('day', {value_cut:Date}, bought) - 1, 7) AS week
          FROM (${sql}) GROUP BY m HAVING min(day) <= {value_cut:Date})
      GROUP BY week ORDER BY week`,
    params: { ...params, value_cut: cut },
  }
}

/** The first day with a purchase, and how many ever bought and bought again. */
export function extentSql(asOf: Day): BoundSql {
  const { sql, params } = historiesSql(asOf)
  return {
    sql: `SELECT count() AS buyers, countIf(x > 0) AS repeaters, max(t) AS longest FROM (${sql})`,
    params,
  }
}

/** P(alive) in SQL over `x`, `tx`, `t` (days): what cuts and people behind them are made from, so that they agree. */
export const aliveSql = `if(x = 0, 1, 1 / (1 + ({value_a:Float64} / ({value_b:Float64} + x - 1))
  * exp(({value_r:Float64} + x) * log(({value_alpha:Float64} + t / 7) / ({value_alpha:Float64} + tx / 7)))))`
