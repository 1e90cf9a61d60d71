import type { BoundSql } from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'
import type { Days } from '../shapes.ts'
import { mostPairs, mostProducts, type ProductCell } from './products.ts'
import { ordersSql, skusSql, until } from './rows.sql.ts'

export interface ProductWriting {
  readonly days: Days
  readonly scoped: Scoped
  readonly least: number
}

/** `m` and `skus` of each order of the range. */
function basketsSql({ days, scoped }: ProductWriting): BoundSql {
  return {
    sql: `SELECT m, ${skusSql} AS skus FROM (${ordersSql(scoped, ['day', 'props'])}) WHERE day >= {bought_from:Date}`,
    params: { ...until(days.to, scoped), bought_from: days.from },
  }
}

/** `all` orders, and `some` that name a SKU. */
export function basketCountsSql(writing: ProductWriting): BoundSql {
  const { sql, params } = basketsSql(writing)
  return { sql: `SELECT count() AS all_orders, countIf(notEmpty(skus)) AS some_orders FROM (${sql})`, params }
}

/** `sku`, `buyers`, `again`, `orders`; those bought again by the largest share first. */
export function productsSql(writing: ProductWriting): BoundSql {
  const { sql, params } = basketsSql(writing)
  return {
    sql: `SELECT sku, count() AS buyers, countIf(n > 1) AS again, sum(n) AS orders
      FROM (SELECT m, arrayJoin(skus) AS sku, count() AS n FROM (${sql}) GROUP BY m, sku)
     GROUP BY sku HAVING buyers >= {bought_least:UInt32}
     ORDER BY again / buyers DESC, buyers DESC, sku LIMIT ${mostProducts}`,
    params: { ...params, bought_least: writing.least },
  }
}

const pairs =
  'arrayJoin(arrayFlatten(arrayMap(i -> arrayMap(j -> tuple(skus[i], skus[j]), range(i + 1, length(skus) + 1)), range(1, length(skus) + 1)))) AS pair'

/** `one`, `other`, `both` orders, `members`, and in how many orders each is; the pairs in most orders first. */
export function pairsSql(writing: ProductWriting): BoundSql {
  const { sql, params } = basketsSql(writing)
  return {
    sql: `WITH (SELECT mapFromArrays(groupArray(sku), groupArray(n)) FROM (SELECT arrayJoin(skus) AS sku, count() AS n FROM (${sql}) GROUP BY sku)) AS counts
      SELECT pair.1 AS one, pair.2 AS other, count() AS both, uniqExact(m) AS members, counts[one] AS of_one, counts[other] AS of_other
      FROM (SELECT m, ${pairs} FROM (${sql}))
     GROUP BY pair HAVING both >= {bought_least:UInt32}
     ORDER BY both DESC, one, other LIMIT ${mostPairs}`,
    params: { ...params, bought_least: writing.least },
  }
}

export function productPeopleSql(writing: ProductWriting, cell: ProductCell): BoundSql {
  const { sql, params } = basketsSql(writing)
  if (cell.of === 'pair')
    return {
      sql: `SELECT DISTINCT m AS member_id FROM (${sql}) WHERE has(skus, {bought_one:String}) AND has(skus, {bought_other:String})`,
      params: { ...params, bought_one: cell.one, bought_other: cell.other },
    }
  return {
    sql: `SELECT m AS member_id FROM (${sql}) WHERE has(skus, {bought_sku:String}) GROUP BY m HAVING count() >= ${cell.who === 'again' ? 2 : 1}`,
    params: { ...params, bought_sku: cell.sku },
  }
}
