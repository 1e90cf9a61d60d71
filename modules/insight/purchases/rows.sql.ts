/**
 * Orders in the warehouse as the analyses of purchases ask for them: one row of `order.paid` is one order. Rows are read
 * instead of the rollups, because the question is how often each member ordered, and the rollups only know whether.
 */
import type { Day } from '#base/time/calendar.ts'
import { rowsSql } from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'

export const paid = 'order.paid'
export const refunded = 'order.refunded'

/** `m` and the columns of orders up to a day (`until`), of members within the scope. Parameter: `bought_until`. */
export const ordersSql = (scoped: Scoped, columns: readonly string[], name = paid): string =>
  `SELECT * FROM (${rowsSql(columns, [`name = '${name}'`, 'day <= {bought_until:Date}'])})${
    scoped.people.length > 0 ? ` WHERE ${scoped.people.join(' AND ')}` : ''
  }`

export const until = (day: Day, scoped: Scoped) => ({ bought_until: day, ...scoped.params })

/** SKUs of an order, each once, in the order of the alphabet. */
export const skusSql = "arraySort(arrayDistinct(JSONExtract(props, 'skus', 'Array(String)')))"
