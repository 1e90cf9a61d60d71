/** Orders as answers: the only place where rows of orders become JSON. */
import { z } from 'zod'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Parts } from '#base/parts.ts'
import { orderStatuses } from './order.ts'
import type { Customer, Order, Spending, WholeOrder } from './orders.sql.ts'
import type { OrderSource } from './sources.ts'

const when = z.iso.datetime()
const money = z.int().describe('In the smallest unit of the currency')

export const orderAnswer = z.object({
  id: z.string(),
  externalId: z.string().describe('The shop’s number'),
  source: z.object({ id: z.string(), name: z.string() }),
  member: z
    .object({ id: z.string(), nickname: z.string(), avatarUrl: z.string().nullable() })
    .nullable()
    .describe('Whose it is; null: nobody knows yet'),
  customer: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe('Who bought, as the shop calls him'),
  status: z.enum(orderStatuses),
  currency: z.string(),
  totalMinor: money,
  paidMinor: money,
  refundedMinor: money,
  itemCount: z.int(),
  names: z.array(z.string()).describe('Names of the first three lines'),
  lines: z.int(),
  placedAt: when,
  paidAt: when.nullable(),
})

export async function presentOrders(ctx: Ctx, files: Parts['files'], orders: readonly Order[]) {
  const pictures = new Map<string, string | null>()
  for (const id of new Set(orders.flatMap(({ avatarFileId }) => avatarFileId ?? [])))
    pictures.set(id, (await files.url(ctx, id, 'small')) ?? null)
  return orders.map((order) => presentOrder(order, (id) => pictures.get(id) ?? null))
}

const presentOrder = (order: Order, picture: (id: string) => string | null): z.input<typeof orderAnswer> => ({
  id: order.id,
  externalId: order.externalId,
  source: { id: order.sourceId, name: order.sourceName },
  member: order.memberId
    ? {
        id: order.memberId,
        nickname: order.nickname ?? '',
        avatarUrl: order.avatarFileId ? picture(order.avatarFileId) : null,
      }
    : null,
  customer: order.customerId ? { id: order.customerId, name: order.customerName ?? '' } : null,
  status: order.status,
  currency: order.currency,
  totalMinor: order.totalMinor,
  paidMinor: order.paidMinor,
  refundedMinor: order.refundedMinor,
  itemCount: order.itemCount,
  names: [...order.names],
  lines: order.lines,
  placedAt: order.placedAt.toISOString(),
  paidAt: order.paidAt?.toISOString() ?? null,
})

export const customerAnswer = z.object({
  id: z.string(),
  source: z.object({ id: z.string(), name: z.string() }),
  name: z.string(),
  /** Masked: enough to recognise, not to reach. */
  external: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  several: z.boolean().describe('What the shop tells fits several members'),
  matchedBy: z.string().nullable(),
  orders: z.int(),
  paidMinor: z.int().describe('What was paid, less what was given back'),
  currency: z.string(),
  lastAt: when.nullable(),
  can: z.object({ match: z.boolean() }),
})

export const presentCustomer = (ctx: Ctx, customer: Customer): z.input<typeof customerAnswer> => ({
  id: customer.id,
  source: { id: customer.sourceId, name: customer.sourceName },
  name: customer.name,
  external: customer.external,
  phone: customer.phone,
  email: customer.email,
  several: customer.several,
  matchedBy: customer.matchedBy,
  orders: customer.orders,
  paidMinor: customer.paidMinor,
  currency: customer.currency,
  lastAt: customer.lastAt?.toISOString() ?? null,
  can: { match: customer.memberId === null && may(ctx.actor, 'commerce.orders_manage') },
})

const lineAnswer = z.object({
  line: z.int(),
  productId: z.string().nullable(),
  sku: z.string(),
  name: z.string(),
  quantity: z.int(),
  unitMinor: money,
  totalMinor: money,
})

export const wholeOrderAnswer = orderAnswer.omit({ customer: true }).extend({
  customer: customerAnswer.nullable(),
  items: z.array(lineAnswer),
  refunds: z.array(
    z.object({
      id: z.string(),
      externalId: z.string(),
      amountMinor: money,
      reason: z.string(),
      refundedAt: when,
    }),
  ),
  changes: z.array(
    z.object({
      was: z.enum(orderStatuses),
      became: z.enum(orderStatuses),
      updatedAt: when,
      receivedAt: when,
    }),
  ),
  shippedAt: when.nullable(),
  completedAt: when.nullable(),
  cancelledAt: when.nullable(),
  receivedAt: when,
  arrivedBy: z.enum(['api', 'hook', 'import', 'seed']),
})

export async function presentWholeOrder(
  ctx: Ctx,
  files: Parts['files'],
  order: WholeOrder,
): Promise<z.input<typeof wholeOrderAnswer>> {
  const [plain] = await presentOrders(ctx, files, [order])
  return {
    ...plain!,
    customer: order.customer && presentCustomer(ctx, order.customer),
    items: [...order.items],
    refunds: order.refunds.map((each) => ({ ...each, refundedAt: each.refundedAt.toISOString() })),
    changes: order.changes.map((each) => ({
      ...each,
      updatedAt: each.updatedAt.toISOString(),
      receivedAt: each.receivedAt.toISOString(),
    })),
    shippedAt: order.shippedAt?.toISOString() ?? null,
    completedAt: order.completedAt?.toISOString() ?? null,
    cancelledAt: order.cancelledAt?.toISOString() ?? null,
    receivedAt: order.receivedAt.toISOString(),
    arrivedBy: order.arrivedBy,
  }
}

export const spendingAnswer = z.object({
  currency: z.string(),
  orders: z.int(),
  paidMinor: money,
  refundedMinor: money,
  firstAt: when.nullable(),
  lastAt: when.nullable(),
})
export const presentSpending = (spending: Spending): z.input<typeof spendingAnswer> => ({
  ...spending,
  firstAt: spending.firstAt?.toISOString() ?? null,
  lastAt: spending.lastAt?.toISOString() ?? null,
})

export const sourceAnswer = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  currency: z.string(),
  hookPath: z.string().describe('Where its webhooks go'),
  secretAt: when.nullable().describe('When its secret was made; null: it takes no webhooks'),
  formerUntil: when.nullable().describe('Until when the secret before is taken as well'),
  archivedAt: when.nullable(),
  createdAt: when,
  can: z.object({ change: z.boolean() }),
})
export const presentSource = (ctx: Ctx, source: OrderSource): z.input<typeof sourceAnswer> => ({
  ...source,
  hookPath: `/api/orders/hooks/${source.key}`,
  secretAt: source.secretAt?.toISOString() ?? null,
  formerUntil: source.formerUntil && source.formerUntil > ctx.now ? source.formerUntil.toISOString() : null,
  archivedAt: source.archivedAt?.toISOString() ?? null,
  createdAt: source.createdAt.toISOString(),
  can: { change: may(ctx.actor, 'commerce.orders_manage') },
})
