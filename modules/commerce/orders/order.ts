/** An order as it is kept. */
import type { Id } from '#base/access/actor.ts'

/** In the order in which an order usually goes through them. Refunds are told by themselves, and the last two follow from them. */
export const orderStatuses = [
  'placed',
  'paid',
  'shipped',
  'completed',
  'partly_refunded',
  'refunded',
  'cancelled',
] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** What shops say; whether it was refunded follows from the refunds. */
export const saidStatuses = ['placed', 'paid', 'shipped', 'completed', 'cancelled'] as const
export type SaidStatus = (typeof saidStatuses)[number]

/** By which door it came. Orders of a list are the past: they are counted, and nobody reacts to them. */
export type Arrival = 'api' | 'hook' | 'import' | 'seed'

/** Largest amount in minor units; a thousand million of a currency with two decimals. */
export const mostMinor = 100_000_000_000
export const mostItems = 200
export const mostRefunds = 50
/** SKUs that a fact names. */
export const mostSkus = 20

export interface OrderItem {
  readonly line: number
  readonly productId: Id | null
  readonly sku: string
  readonly name: string
  readonly quantity: number
  readonly unitMinor: number
  readonly totalMinor: number
}

export interface OrderRefund {
  readonly id: Id
  readonly externalId: string
  readonly amountMinor: number
  readonly reason: string
  readonly refundedAt: Date
}
