/**
 * Which products are bought again, and which together, by what orders say of SKUs (at most 20 of an order).
 *
 * A product: `buyers` ordered it in the range, `again` at least twice (in two orders), rate = again ÷ buyers.
 *
 * A pair (market basket; Agrawal, Imieliński and Swami 1993; lift: Brin, Motwani, Ullman and Tsur 1997): of the orders of the
 * range that name a SKU, support = share with both, confidence = share of those with the one that have the other as well, lift = support ÷
 * (share with the one × share with the other): above 1 they are bought together more often than by chance. Pairs in
 * fewer than `least` orders are left out, because small numbers make large lifts.
 */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { range, scope } from '../shapes.ts'

export const mostProducts = 100
export const mostPairs = 50

export const productQuestion = z.object({
  range,
  scope: scope.pick({ who: true }).default({}),
  /** Fewest buyers of a product, and orders with both of a pair, that are shown. */
  least: z.int().min(1).max(10_000).default(5),
})
export type ProductQuestion = z.output<typeof productQuestion>

const sku = z.string().min(1).max(64)

export const productAnswer = z.object({
  from: day,
  to: day,
  /** Orders that name a SKU; of those of the range. */
  orders: z.int(),
  ofOrders: z.int(),
  products: z.array(
    z.object({
      sku,
      name: z.string().nullable(),
      buyers: z.int(),
      again: z.int(),
      rate: z.number(),
      orders: z.int(),
    }),
  ),
  pairs: z.array(
    z.object({
      one: sku,
      other: sku,
      oneName: z.string().nullable(),
      otherName: z.string().nullable(),
      orders: z.int(),
      members: z.int(),
      support: z.number(),
      confidence: z.number().describe('Of orders with the one, how many have the other'),
      back: z.number().describe('Of orders with the other, how many have the one'),
      lift: z.number(),
    }),
  ),
})

export const productCell = z.discriminatedUnion('of', [
  z.object({ of: z.literal('product'), sku, who: z.enum(['buyers', 'again']) }),
  z.object({ of: z.literal('pair'), one: sku, other: sku }),
])
export type ProductCell = z.output<typeof productCell>
