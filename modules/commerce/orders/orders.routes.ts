/** Reading orders: operators all of them, members their own. */
import { z } from 'zod'
import { member, permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { transact } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import { addToDay, startOfDay } from '#base/time/calendar.ts'
import { audit, findCommunity } from '#modules/identity/api.ts'
import { type exportOrdersJob, orderFilter } from './export.ts'
import { matchByHand } from './matching.ts'
import { mostMinor, orderStatuses } from './order.ts'
import {
  countUnmatched,
  findLines,
  findOrders,
  findSpending,
  findUnmatched,
  getOrder,
  type OrderFilter,
} from './orders.sql.ts'
import {
  customerAnswer,
  orderAnswer,
  presentCustomer,
  presentOrders,
  presentSpending,
  presentWholeOrder,
  spendingAnswer,
  wholeOrderAnswer,
} from './present.ts'

const tag = 'orders'
const read = permitted('commerce.orders_read')

/** Filters of the list as they stand in the address. */
const listQuery = pageQuery.extend({
  q: z.string().trim().max(100).optional().describe('The shop’s number, whole'),
  memberId: id.optional(),
  sourceId: id.optional(),
  productId: id.optional(),
  status: z
    .string()
    .max(200)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(orderStatuses)).max(7))
    .optional(),
  least: z.coerce.number().int().min(0).max(mostMinor).optional().describe('Minor units'),
  most: z.coerce.number().int().min(0).max(mostMinor).optional().describe('Minor units'),
  from: day.optional(),
  to: day.optional().describe('Included'),
  matched: z.stringbool().optional().describe('Whether it is known whose they are'),
})

export async function filterOf(ctx: Ctx, given: Partial<z.output<typeof listQuery>>): Promise<OrderFilter> {
  const zone = (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'
  return {
    text: given.q || undefined,
    memberId: given.memberId,
    sourceId: given.sourceId,
    productId: given.productId,
    statuses: given.status,
    least: given.least,
    most: given.most,
    from: given.from === undefined ? undefined : startOfDay(given.from, zone),
    until: given.to === undefined ? undefined : startOfDay(addToDay(given.to, 1, 'day'), zone),
    matched: given.matched,
  }
}

export const orderRoutes = (
  { files, jobs }: Pick<Parts, 'files' | 'jobs'>,
  exporting: ReturnType<typeof exportOrdersJob>,
) => [
  route(
    {
      method: 'get',
      path: '/api/orders',
      summary: 'List orders, latest first',
      tag,
      access: read,
      query: listQuery,
      answer: pageOf(orderAnswer),
    },
    async (ctx, { query }) => {
      const page = await findOrders(ctx, await filterOf(ctx, query), {
        after: readCursor('orders', query.cursor),
        limit: query.limit,
      })
      return {
        items: await presentOrders(ctx, files, page.items),
        next: writeCursor('orders', page.next),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/orders/export',
      summary: 'Export orders as CSV',
      tag,
      access: permitted('commerce.orders_export'),
      limit: { max: 10, perSeconds: 60 },
      body: z.object({ filter: orderFilter.default({}) }),
      answer: z.object({ jobId: z.string() }),
      status: 202,
    },
    async (ctx, { body }) =>
      await transact(ctx, async (tx) => {
        const askedBy = 'name' in ctx.actor ? ctx.actor.name : ctx.actor.kind
        const jobId = await jobs.enqueue(tx, exporting, { ...body, locale: ctx.locale, askedBy })
        await audit(tx, 'commerce.orders_exported', { kind: 'job', id: jobId }, body)
        return { jobId }
      }),
  ),
  route(
    {
      method: 'get',
      path: '/api/orders/{id}',
      summary: 'See an order with its lines, refunds and changes',
      tag,
      access: read,
      params: idParams,
      answer: wholeOrderAnswer,
    },
    async (ctx, { params }) => await presentWholeOrder(ctx, files, await getOrder(ctx, params.id)),
  ),
  route(
    {
      method: 'get',
      path: '/api/order-customers',
      summary: 'List customers of shops of whom nobody knows who they are',
      tag,
      access: read,
      query: pageQuery.extend({ sourceId: id.optional(), several: z.stringbool().optional() }),
      answer: pageOf(customerAnswer).extend({
        total: z.int().nullable().describe('At most 10,000 are counted'),
      }),
    },
    async (ctx, { query }) => {
      const page = await findUnmatched(ctx, query, {
        after: readCursor('order customers', query.cursor),
        limit: query.limit,
      })
      return {
        items: page.items.map((customer) => presentCustomer(ctx, customer)),
        next: writeCursor('order customers', page.next),
        total: query.cursor ? null : await countUnmatched(ctx),
      }
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/order-customers/{id}/member',
      summary: 'Say which member a customer is: his orders count for the member from then on, for good',
      tag,
      access: permitted('commerce.orders_manage'),
      params: idParams,
      body: z.object({ memberId: id }),
      answer: z.object({ orders: z.int() }),
    },
    async (ctx, { params, body }) => await matchByHand(ctx, params.id, body.memberId),
  ),
  route(
    {
      method: 'get',
      path: '/api/members/{id}/orders',
      summary: 'See what a member bought',
      tag,
      access: read,
      params: idParams,
      query: pageQuery,
      answer: pageOf(orderAnswer).extend({ spending: z.array(spendingAnswer) }),
    },
    async (ctx, { params, query }) => await ofMember(ctx, files, params.id, query),
  ),
  route(
    {
      method: 'get',
      path: '/api/me/orders',
      summary: 'See one’s own orders, as the shops tell of them',
      tag,
      access: member,
      query: pageQuery,
      answer: pageOf(
        orderAnswer.omit({ member: true, customer: true }).extend({
          items: z.array(z.object({ name: z.string(), quantity: z.int(), totalMinor: z.int() })),
        }),
      ),
    },
    async (ctx, { query }) => {
      const memberId = ctx.actor.kind === 'account' ? ctx.actor.memberId : undefined
      if (!memberId) throw problems.forbidden()
      const page = await ofMember(ctx, files, memberId, query)
      const lines = await findLines(
        ctx,
        page.items.map((each) => each.id),
      )
      return {
        items: page.items.map(({ member: _, customer: __, ...order }) => ({
          ...order,
          items: lines.get(order.id) ?? [],
        })),
        next: page.next,
      }
    },
  ),
]

async function ofMember(
  ctx: Ctx,
  files: Parts['files'],
  memberId: string,
  query: { cursor?: string | undefined; limit: number },
) {
  const page = await findOrders(
    ctx,
    { memberId },
    {
      after: readCursor('orders of member', query.cursor),
      limit: query.limit,
    },
  )
  return {
    items: await presentOrders(ctx, files, page.items),
    next: writeCursor('orders of member', page.next),
    spending: (await findSpending(ctx, memberId)).map(presentSpending),
  }
}
