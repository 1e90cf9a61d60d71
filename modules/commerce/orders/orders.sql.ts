/** Reading orders: lists, one of them, and who waits to be matched. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Place } from '#base/http/cursor.ts'
import { commerceProblems } from '../problems.ts'
import type { OrderItem, OrderRefund, OrderStatus } from './order.ts'

export interface Order {
  readonly id: Id
  readonly externalId: string
  readonly sourceId: Id
  readonly sourceName: string
  readonly memberId: Id | null
  readonly nickname: string | null
  readonly avatarFileId: Id | null
  readonly customerId: Id | null
  readonly customerName: string | null
  readonly status: OrderStatus
  readonly currency: string
  readonly totalMinor: number
  readonly paidMinor: number
  readonly refundedMinor: number
  readonly itemCount: number
  /** Names of the first three lines. */
  readonly names: readonly string[]
  readonly lines: number
  readonly placedAt: Date
  readonly paidAt: Date | null
}

export interface OrderFilter {
  readonly text?: string | undefined
  readonly memberId?: Id | undefined
  readonly sourceId?: Id | undefined
  readonly statuses?: readonly OrderStatus[] | undefined
  readonly least?: number | undefined
  readonly most?: number | undefined
  readonly from?: Date | undefined
  readonly until?: Date | undefined
  readonly matched?: boolean | undefined
  readonly productId?: Id | undefined
}

const columns = sql`
  o.id, o.external_id as "externalId", o.source_id as "sourceId", s.name as "sourceName", o.member_id as "memberId",
  m.nickname, m.avatar_file_id as "avatarFileId", o.customer_id as "customerId", c.name as "customerName", o.status, o.currency,
  o.total_minor::float8 as "totalMinor", o.paid_minor::float8 as "paidMinor", o.refunded_minor::float8 as "refundedMinor",
  o.item_count as "itemCount", o.placed_at as "placedAt", o.paid_at as "paidAt", o.placed_at::text as place,
  array(select i.name from shop_order_item i where i.order_id = o.id order by i.line limit 3) as names,
  (select count(*)::int from shop_order_item i where i.order_id = o.id) as lines`

const tables = sql`shop_order o join order_source s on s.id = o.source_id
  left join member m on m.id = o.member_id left join order_customer c on c.id = o.customer_id`

/** Conditions of PostgreSQL that keep to the filter. */
function kept(filter: OrderFilter): RawBuilder<unknown>[] {
  const { text, memberId, sourceId, statuses, least, most, from, until, matched, productId } = filter
  return [
    ...(text ? [sql`o.external_id = ${text}`] : []),
    ...(memberId ? [sql`o.member_id = ${memberId}::bigint`] : []),
    ...(sourceId ? [sql`o.source_id = ${sourceId}::bigint`] : []),
    ...(statuses && statuses.length > 0 ? [sql`o.status = any(${[...statuses]}::text[])`] : []),
    ...(least === undefined ? [] : [sql`o.total_minor >= ${least}::bigint`]),
    ...(most === undefined ? [] : [sql`o.total_minor <= ${most}::bigint`]),
    ...(from ? [sql`o.placed_at >= ${from}::timestamptz`] : []),
    ...(until ? [sql`o.placed_at < ${until}::timestamptz`] : []),
    ...(matched === undefined ? [] : [matched ? sql`o.member_id is not null` : sql`o.member_id is null`]),
    ...(productId
      ? [
          sql`exists (select from shop_order_item i where i.order_id = o.id and i.product_id = ${productId}::bigint)`,
        ]
      : []),
  ]
}

/** Latest first. */
export async function findOrders(
  ctx: Ctx,
  filter: OrderFilter,
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ items: Order[]; next: Place | null }> {
  const conditions = kept(filter)
  if (after) conditions.push(sql`(o.placed_at, o.id) < (${after.value}::timestamptz, ${after.id}::bigint)`)
  const { rows } = await sql<Order & { place: string }>`
    select ${columns} from ${tables}
     ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
     order by o.placed_at desc, o.id desc limit ${limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: last.place, id: last.id } : null }
}

export interface WholeOrder extends Order {
  readonly items: readonly OrderItem[]
  readonly refunds: readonly OrderRefund[]
  readonly changes: readonly {
    readonly was: OrderStatus
    readonly became: OrderStatus
    readonly updatedAt: Date
    readonly receivedAt: Date
  }[]
  readonly shippedAt: Date | null
  readonly completedAt: Date | null
  readonly cancelledAt: Date | null
  readonly receivedAt: Date
  readonly arrivedBy: 'api' | 'hook' | 'import' | 'seed'
  readonly customer: Customer | null
}

/** Throws `order_not_found`. */
export async function getOrder(ctx: Ctx, id: Id): Promise<WholeOrder> {
  const { rows } = await sql<Omit<WholeOrder, 'items' | 'refunds' | 'changes' | 'customer'>>`
    select ${columns}, o.shipped_at as "shippedAt", o.completed_at as "completedAt", o.cancelled_at as "cancelledAt",
           o.received_at as "receivedAt", o.arrived_by as "arrivedBy"
      from ${tables} where o.id = ${id}`.execute(ctx.db)
  const order = rows[0]
  if (!order) throw commerceProblems.orderNotFound()
  const items = await sql<OrderItem>`
    select line, product_id as "productId", sku, name, quantity, unit_minor::float8 as "unitMinor", total_minor::float8 as "totalMinor"
      from shop_order_item where order_id = ${id} order by line`.execute(ctx.db)
  const refunds = await sql<OrderRefund>`
    select id, external_id as "externalId", amount_minor::float8 as "amountMinor", reason, refunded_at as "refundedAt"
      from shop_order_refund where order_id = ${id} order by refunded_at, id`.execute(ctx.db)
  const changes = await sql<WholeOrder['changes'][number]>`
    select was, became, updated_at as "updatedAt", received_at as "receivedAt"
      from shop_order_change where order_id = ${id} order by id desc limit 50`.execute(ctx.db)
  return {
    ...order,
    items: items.rows,
    refunds: refunds.rows,
    changes: changes.rows,
    customer: order.customerId ? ((await findCustomers(ctx, [order.customerId]))[0] ?? null) : null,
  }
}

export interface Customer {
  readonly id: Id
  readonly sourceId: Id
  readonly sourceName: string
  readonly name: string
  readonly external: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly several: boolean
  readonly memberId: Id | null
  readonly matchedBy: string | null
  readonly orders: number
  readonly paidMinor: number
  readonly currency: string
  readonly lastAt: Date | null
}

const customerColumns = sql`
  c.id, c.source_id as "sourceId", s.name as "sourceName", c.name, c.external_masked as external, c.phone_masked as phone,
  c.email_masked as email, c.several, c.member_id as "memberId", c.matched_by as "matchedBy", s.currency,
  (select count(*)::int from shop_order o where o.customer_id = c.id) as orders,
  (select coalesce(sum(o.paid_minor - o.refunded_minor), 0)::float8 from shop_order o where o.customer_id = c.id) as "paidMinor",
  (select max(o.placed_at) from shop_order o where o.customer_id = c.id) as "lastAt"`

async function findCustomers(ctx: Ctx, ids: readonly Id[]): Promise<Customer[]> {
  const { rows } = await sql<Customer>`
    select ${customerColumns} from order_customer c join order_source s on s.id = c.source_id
     where c.id = any(${[...ids]}::bigint[])`.execute(ctx.db)
  return rows
}

/** Customers of whom nobody knows who they are, newest first. */
export async function findUnmatched(
  ctx: Ctx,
  { sourceId, several }: { readonly sourceId?: Id | undefined; readonly several?: boolean | undefined },
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ items: Customer[]; next: Place | null }> {
  const { rows } = await sql<Customer>`
    select ${customerColumns} from order_customer c join order_source s on s.id = c.source_id
     where c.member_id is null
       ${sourceId ? sql`and c.source_id = ${sourceId}::bigint` : sql``}
       ${several === undefined ? sql`` : sql`and c.several = ${several}`}
       ${after ? sql`and c.id < ${after.id}::bigint` : sql``}
     order by c.id desc limit ${limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: null, id: last.id } : null }
}

export interface Spending {
  readonly currency: string
  readonly orders: number
  readonly paidMinor: number
  readonly refundedMinor: number
  readonly firstAt: Date | null
  readonly lastAt: Date | null
}

/** What a member paid in all, by currency. */
export async function findSpending(ctx: Ctx, memberId: Id): Promise<Spending[]> {
  const { rows } = await sql<Spending>`
    select currency, count(*)::int as orders, sum(paid_minor)::float8 as "paidMinor",
           sum(refunded_minor)::float8 as "refundedMinor", min(paid_at) as "firstAt", max(paid_at) as "lastAt"
      from shop_order where member_id = ${memberId} and paid_at is not null
     group by currency order by orders desc, currency`.execute(ctx.db)
  return rows
}

export async function countUnmatched(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from order_customer where member_id is null limit 10000) as waiting`.execute(
    ctx.db,
  )
  return rows[0]!.count
}

/** Lines of orders by order, in the order of the shop. */
export async function findLines(
  ctx: Ctx,
  orderIds: readonly Id[],
): Promise<ReadonlyMap<Id, { name: string; quantity: number; totalMinor: number }[]>> {
  const { rows } = await sql<{ orderId: Id; name: string; quantity: number; totalMinor: number }>`
    select order_id as "orderId", name, quantity, total_minor::float8 as "totalMinor"
      from shop_order_item where order_id = any(${[...orderIds]}::bigint[]) order by order_id, line`.execute(
    ctx.db,
  )
  const lines = new Map<Id, { name: string; quantity: number; totalMinor: number }[]>()
  for (const { orderId, ...line } of rows) lines.set(orderId, [...(lines.get(orderId) ?? []), line])
  return lines
}
