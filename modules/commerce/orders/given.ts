/** An order as a shop tells it: the shape of the API, of webhooks, and what a row of a list becomes. */
import { hash } from 'node:crypto'
import { z } from 'zod'
import { moment, refusal } from '#base/http/schemas.ts'
import {
  mostItems,
  mostMinor,
  mostRefunds,
  mostSkus,
  type OrderStatus,
  type SaidStatus,
  saidStatuses,
} from './order.ts'
import { given as words } from './orders.messages.ts'
import { windowSeconds } from './signature.ts'

/** A whole number of the smallest unit; what JSON numbers cannot hold exactly is none. -0 is no amount. */
const minor = (least: number) =>
  z
    .int()
    .min(least)
    .max(mostMinor)
    .refine((amount) => !Object.is(amount, -0), refusal(words.notAnAmount))
    .describe('In the smallest unit of the currency (分 for CNY)')

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((value) => !/[\p{Cc}]/u.test(value), refusal(words.control))
const externalId = text(100).min(1)
export const sourceKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)
  .describe('Which shop or till: small letters, digits, - and _')

const item = z.object({
  sku: text(64).default('').describe('The shop’s number of the product; found or made by it'),
  name: text(120).min(1),
  quantity: z.int().min(1).max(100_000),
  unitMinor: minor(0),
  totalMinor: minor(0).optional().describe('What the line cost after discounts; default quantity × unit'),
})

const refund = z.object({
  id: externalId.describe('The shop’s number of the refund'),
  amountMinor: minor(1),
  at: moment,
  reason: text(200).default(''),
})

const customer = z.object({
  token: text(40).optional().describe('Public token of the member, when the shop knows it'),
  id: text(100).optional().describe('The shop’s number of the customer'),
  phone: text(40).optional(),
  email: text(320).optional(),
  name: text(60).default(''),
})
export type GivenCustomer = z.infer<typeof customer>

export const givenOrder = z
  .object({
    id: externalId.describe('The shop’s number of the order: the same again changes nothing'),
    status: z.enum(saidStatuses).describe('Refunds are told in `refunds`; whether it is refunded follows'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional()
      .describe('Default: that of the source. Another is refused'),
    totalMinor: minor(0),
    paidMinor: minor(0).optional().describe('Default: the total once it is paid'),
    placedAt: moment,
    paidAt: moment.optional(),
    shippedAt: moment.optional(),
    completedAt: moment.optional(),
    cancelledAt: moment.optional(),
    updatedAt: moment
      .optional()
      .describe(
        'When the shop last changed it: a newer one wins, an older one changes nothing. At most five minutes ahead. Webhooks must say it; by the API the default is now',
      ),
    customer: customer.optional(),
    items: z.array(item).max(mostItems).default([]),
    refunds: z.array(refund).max(mostRefunds).default([]),
  })
  .meta({ id: 'Order' })
export type GivenOrder = z.infer<typeof givenOrder>

/** An order that was read and checked by itself. Moments in milliseconds. */
export interface ReadOrder {
  readonly externalId: string
  /** What the shop says; see `statusOf`. */
  readonly said: SaidStatus
  readonly currency: string | undefined
  readonly totalMinor: number
  readonly paidMinor: number
  readonly placedAt: number
  readonly paidAt: number | null
  readonly shippedAt: number | null
  readonly completedAt: number | null
  readonly cancelledAt: number | null
  readonly updatedAt: number
  readonly customer: GivenCustomer | undefined
  readonly items: readonly ReadItem[]
  readonly itemCount: number
  readonly skus: readonly string[]
  readonly refunds: readonly ReadRefund[]
  /** Of a list, which knows how much was given back in all, but not by which refunds. */
  readonly refundedInAll: { readonly amountMinor: number; readonly at: number } | undefined
  readonly print: Buffer
}
export interface ReadItem {
  readonly sku: string
  readonly name: string
  readonly quantity: number
  readonly unitMinor: number
  readonly totalMinor: number
}
export interface ReadRefund {
  readonly externalId: string
  readonly amountMinor: number
  readonly at: number
  readonly reason: string
}

/** Why an order is not taken. Keys, in snake case, are the codes of the answer. */
export type OrderFault =
  | 'updatedMissing'
  | 'updatedAhead'
  | 'tooNew'
  | 'tooOld'
  | 'paidUnpaid'
  | 'refundTwice'
  | 'refundTooMuch'
  | 'refundChanged'
  | 'wrongCurrency'
  | 'hugeLine'
  | 'manyThings'

const dayMs = 86_400_000
/** How far the clock of a shop may be ahead: as much as that of a signature. */
const aheadMs = windowSeconds * 1000
const oldest = Date.UTC(2000, 0, 1)

/** What is said of an order, with moments in milliseconds; what follows from the rest may be left out. */
export interface SaidOrder
  extends Omit<ReadOrder, 'paidMinor' | 'paidAt' | 'updatedAt' | 'items' | 'itemCount' | 'skus' | 'print'> {
  readonly paidMinor: number | undefined
  readonly paidAt: number | null
  readonly updatedAt: number
  readonly items: readonly (Omit<ReadItem, 'totalMinor'> & { readonly totalMinor?: number | undefined })[]
}

/**
 * An order of the API. `said`: the moment in milliseconds that it counts as of, when the shop does not say; undefined:
 * it must say so itself.
 */
export function readOrder(
  { id, status, updatedAt, refunds, ...given }: GivenOrder,
  { now, said }: { readonly now: number; readonly said: number | undefined },
): ReadOrder | { readonly fault: OrderFault } {
  const at = (value: string | undefined) => (value === undefined ? null : Date.parse(value))
  const asOf = at(updatedAt) ?? said
  if (asOf === undefined) return { fault: 'updatedMissing' }
  return checkOrder(
    {
      externalId: id,
      said: status,
      currency: given.currency,
      totalMinor: given.totalMinor,
      paidMinor: given.paidMinor,
      placedAt: Date.parse(given.placedAt),
      paidAt: at(given.paidAt),
      shippedAt: at(given.shippedAt),
      completedAt: at(given.completedAt),
      cancelledAt: at(given.cancelledAt),
      updatedAt: asOf,
      customer: given.customer,
      items: given.items,
      refunds: refunds.map((each) => ({
        externalId: each.id,
        amountMinor: each.amountMinor,
        at: Date.parse(each.at),
        reason: each.reason,
      })),
      refundedInAll: undefined,
    },
    now,
  )
}

/** Checks what the parts of an order say about each other, and fills in what follows. */
export function checkOrder(given: SaidOrder, now: number): ReadOrder | { readonly fault: OrderFault } {
  const isPaid = given.paidAt !== null || !['placed', 'cancelled'].includes(given.said)
  if (!isPaid && (given.paidMinor ?? 0) > 0) return { fault: 'paidUnpaid' }
  const paidAt = isPaid ? (given.paidAt ?? given.placedAt) : null
  const paidMinor = isPaid ? (given.paidMinor ?? given.totalMinor) : 0
  const { refunds, refundedInAll, updatedAt } = given
  if (new Set(refunds.map((each) => each.externalId)).size < refunds.length) return { fault: 'refundTwice' }
  const refunded = refundedInAll?.amountMinor ?? refunds.reduce((sum, each) => sum + each.amountMinor, 0)
  if (refunded > paidMinor) return { fault: 'refundTooMuch' }

  // A moment ahead would keep whatever the shop says until then from counting.
  if (updatedAt > now + aheadMs) return { fault: 'updatedAhead' }
  const { placedAt, shippedAt, completedAt, cancelledAt } = given
  const moments = [
    placedAt,
    paidAt,
    shippedAt,
    completedAt,
    cancelledAt,
    updatedAt,
    refundedInAll?.at ?? null,
  ]
  for (const moment of [...moments, ...refunds.map((each) => each.at)]) {
    if (moment !== null && moment > now + dayMs) return { fault: 'tooNew' }
    if (moment !== null && moment < oldest) return { fault: 'tooOld' }
  }
  const items = given.items.map((each) => ({
    ...each,
    totalMinor: each.totalMinor ?? each.quantity * each.unitMinor,
  }))
  if (items.some((each) => each.totalMinor > mostMinor)) return { fault: 'hugeLine' }
  const itemCount = items.reduce((sum, each) => sum + each.quantity, 0)
  if (itemCount > 1_000_000) return { fault: 'manyThings' }
  const { updatedAt: _, ...content } = { ...given, paidAt, paidMinor, items }
  const skus = [...new Set(items.map((each) => each.sku).filter(Boolean))].slice(0, mostSkus)
  const print = hash('sha256', JSON.stringify(content), 'buffer')
  return { ...content, updatedAt, itemCount, skus, print }
}

/** The status of an order of which so much was given back. */
export const statusOf = (said: SaidStatus, paidMinor: number, refundedMinor: number): OrderStatus => {
  if (refundedMinor === 0) return said
  return refundedMinor >= paidMinor ? 'refunded' : 'partly_refunded'
}
