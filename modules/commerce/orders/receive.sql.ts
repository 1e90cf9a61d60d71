/** Rows of orders, each kind in one statement for as many as there are. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { moments, numbers } from '#base/db/arrays.ts'
import type { ReadItem, ReadOrder, ReadRefund } from './given.ts'
import type { Arrival, OrderStatus } from './order.ts'

export interface HeldOrder {
  /** Null: made by this call. */
  readonly id: Id | null
  readonly status: OrderStatus
  readonly updatedAt: number
  readonly print: Buffer
  readonly refundedMinor: number
  /** Amounts by the shop's number of the refund. */
  readonly refunds: ReadonlyMap<string, number>
}

/** Orders of a source by the shop's number, locked. */
export async function findHeldOrders(
  tx: Ctx,
  sourceId: Id,
  externalIds: readonly string[],
): Promise<Map<string, HeldOrder>> {
  const { rows } = await sql<{
    id: Id
    externalId: string
    status: OrderStatus
    updatedAt: Date
    print: Buffer
    refundedMinor: string
  }>`
    select id, external_id as "externalId", status, updated_at as "updatedAt", print, refunded_minor as "refundedMinor"
      from shop_order where source_id = ${sourceId} and external_id = any(${[...externalIds]}::text[])`.execute(
    tx.db,
  )
  const refunded = rows.filter((row) => row.refundedMinor !== '0').map((row) => row.id)
  const refunds = new Map<Id, Map<string, number>>()
  if (refunded.length > 0) {
    const found = await sql<{ orderId: Id; externalId: string; amount: number }>`
      select order_id as "orderId", external_id as "externalId", amount_minor::float8 as amount
        from shop_order_refund where order_id = any(${refunded}::bigint[])`.execute(tx.db)
    for (const { orderId, externalId, amount } of found.rows)
      refunds.set(orderId, (refunds.get(orderId) ?? new Map()).set(externalId, amount))
  }
  return new Map(
    rows.map((row) => [
      row.externalId,
      {
        id: row.id,
        status: row.status,
        updatedAt: row.updatedAt.getTime(),
        print: row.print,
        refundedMinor: Number(row.refundedMinor),
        refunds: refunds.get(row.id) ?? new Map(),
      },
    ]),
  )
}

export interface OrderRow {
  readonly order: ReadOrder
  readonly status: OrderStatus
  readonly refundedMinor: number
  readonly customerId: Id | null
  readonly memberId: Id | null
  /** Products by SKU. */
  readonly products: ReadonlyMap<string, Id>
}

export interface About {
  readonly source: { readonly id: Id; readonly currency: string }
  readonly by: Arrival
  /** As the log names actors. */
  readonly from: string
}

/** The columns that an order says, as arrays. */
const said = (rows: readonly OrderRow[]) => sql`unnest(
  ${rows.map(({ order }) => order.externalId)}::text[], ${rows.map(({ status }) => status)}::text[],
  ${numbers(rows.map(({ order }) => order.totalMinor))}::bigint[], ${numbers(rows.map(({ order }) => order.paidMinor))}::bigint[],
  ${numbers(rows.map(({ refundedMinor }) => refundedMinor))}::bigint[], ${numbers(rows.map(({ order }) => order.itemCount))}::int[],
  ${rows.map(({ order }) => order.skus.join(apart))}::text[],
  ${moments(rows.map(({ order }) => order.placedAt))}::timestamptz[], ${moments(rows.map(({ order }) => order.paidAt))}::timestamptz[],
  ${moments(rows.map(({ order }) => order.shippedAt))}::timestamptz[], ${moments(rows.map(({ order }) => order.completedAt))}::timestamptz[],
  ${moments(rows.map(({ order }) => order.cancelledAt))}::timestamptz[], ${moments(rows.map(({ order }) => order.updatedAt))}::timestamptz[],
  ${rows.map(({ order }) => order.print)}::bytea[], ${numbers(rows.map(({ customerId }) => customerId))}::bigint[],
  ${numbers(rows.map(({ memberId }) => memberId))}::bigint[])
  as given (external_id, status, total_minor, paid_minor, refunded_minor, item_count, skus, placed_at, paid_at, shipped_at,
    completed_at, cancelled_at, updated_at, print, customer_id, member_id)`

/** No SKU has a control character in it. */
const apart = '\x1f'
const skus = sql`string_to_array(given.skus, ${sql.lit(apart)})`

/**
 * New orders with their items; ids by the shop's number. Those of members say at once that they were announced: in the
 * same transaction `tellOrders` is told which they are.
 */
export async function insertOrders(
  tx: Ctx,
  { source, by, from }: About,
  rows: readonly OrderRow[],
): Promise<ReadonlyMap<string, Id>> {
  if (rows.length === 0) return new Map()
  const made = await sql<{ id: Id; externalId: string }>`
    insert into shop_order (source_id, external_id, currency, status, total_minor, paid_minor, refunded_minor, item_count, skus,
        placed_at, paid_at, shipped_at, completed_at, cancelled_at, updated_at, print, customer_id, member_id,
        arrived_by, received_at, received_from, placed_told_at, paid_told_at, paid_told_minor)
    select ${source.id}::bigint, given.external_id, ${source.currency}, given.status, given.total_minor, given.paid_minor,
           given.refunded_minor, given.item_count, ${skus}, given.placed_at, given.paid_at, given.shipped_at,
           given.completed_at, given.cancelled_at, given.updated_at, given.print, given.customer_id,
           given.member_id, ${by}, ${tx.now}::timestamptz, ${from},
           case when given.member_id is not null then ${tx.now}::timestamptz end,
           case when given.member_id is not null and given.paid_at is not null then ${tx.now}::timestamptz end,
           case when given.member_id is not null and given.paid_at is not null then given.paid_minor end
      from ${said(rows)}
    returning id, external_id as "externalId"`.execute(tx.db)
  const ids = new Map(made.rows.map(({ id, externalId }) => [externalId, id]))
  await insertItems(tx, rows, ids)
  return ids
}

/** Orders that are here already become what is said now; whose they are stays once it is known. */
export async function replaceOrders(
  tx: Ctx,
  { source, by, from }: About,
  rows: readonly (OrderRow & { readonly was: OrderStatus })[],
): Promise<ReadonlyMap<string, Id>> {
  if (rows.length === 0) return new Map()
  const changed = await sql<{ id: Id; externalId: string }>`
    update shop_order as o set status = given.status, total_minor = given.total_minor, paid_minor = given.paid_minor,
           refunded_minor = given.refunded_minor, item_count = given.item_count, skus = ${skus},
           placed_at = given.placed_at, paid_by = case when o.paid_at is null and given.paid_at is not null then ${by} else o.paid_by end,
           paid_at = coalesce(given.paid_at, case when o.paid_told_at is not null then o.paid_at end),
           shipped_at = given.shipped_at, completed_at = given.completed_at, cancelled_at = given.cancelled_at,
           updated_at = given.updated_at, print = given.print,
           customer_id = coalesce(given.customer_id, o.customer_id), member_id = coalesce(o.member_id, given.member_id),
           received_at = ${tx.now}::timestamptz, received_from = ${from}
      from ${said(rows)}
     where o.source_id = ${source.id}::bigint and o.external_id = given.external_id
    returning o.id, o.external_id as "externalId"`.execute(tx.db)
  const ids = new Map(changed.rows.map(({ id, externalId }) => [externalId, id]))
  await sql`delete from shop_order_item where order_id = any(${[...ids.values()]}::bigint[])`.execute(tx.db)
  await insertItems(tx, rows, ids)
  await sql`
    insert into shop_order_change (order_id, was, became, updated_at, received_at, received_from)
    select given.id, given.was, given.became, given.updated_at, ${tx.now}::timestamptz, ${from}
      from unnest(${numbers(rows.map(({ order }) => ids.get(order.externalId)!))}::bigint[], ${rows.map(({ was }) => was)}::text[],
        ${rows.map(({ status }) => status)}::text[], ${moments(rows.map(({ order }) => order.updatedAt))}::timestamptz[])
        as given (id, was, became, updated_at)`.execute(tx.db)
  return ids
}

async function insertItems(tx: Ctx, rows: readonly OrderRow[], ids: ReadonlyMap<string, Id>): Promise<void> {
  const items = rows.flatMap(({ order, products }) =>
    order.items.map((item, at) => ({
      ...item,
      orderId: ids.get(order.externalId)!,
      line: at + 1,
      productId: products.get(item.sku) ?? null,
    })),
  )
  if (items.length === 0) return
  await sql`
    insert into shop_order_item (order_id, line, product_id, sku, name, quantity, unit_minor, total_minor)
    select * from unnest(${numbers(items.map((each) => each.orderId))}::bigint[], ${numbers(items.map((each) => each.line))}::smallint[],
      ${numbers(items.map((each) => each.productId))}::bigint[], ${items.map((each) => each.sku)}::text[],
      ${items.map((each) => each.name)}::text[], ${numbers(items.map((each) => each.quantity))}::int[],
      ${numbers(items.map((each) => each.unitMinor))}::bigint[], ${numbers(items.map((each) => each.totalMinor))}::bigint[])`.execute(
    tx.db,
  )
}

/** The shop changed nothing that matters, but later than we knew: what is older than that must not win. */
export async function noteNewer(
  tx: Ctx,
  newer: readonly { readonly id: Id; readonly updatedAt: number }[],
): Promise<void> {
  if (newer.length === 0) return
  await sql`
    update shop_order o set updated_at = given.updated_at
      from unnest(${numbers(newer.map(({ id }) => id))}::bigint[], ${moments(newer.map(({ updatedAt }) => updatedAt))}::timestamptz[])
        as given (id, updated_at)
     where o.id = given.id and o.updated_at < given.updated_at`.execute(tx.db)
}

export async function insertRefunds(
  tx: Ctx,
  by: Arrival,
  refunds: readonly { readonly orderId: Id; readonly refund: ReadRefund }[],
): Promise<void> {
  if (refunds.length === 0) return
  await sql`
    insert into shop_order_refund (order_id, external_id, amount_minor, refunded_at, reason, received_at, arrived_by)
    select given.*, ${tx.now}::timestamptz, ${by}
      from unnest(${numbers(refunds.map(({ orderId }) => orderId))}::bigint[], ${refunds.map(({ refund }) => refund.externalId)}::text[],
        ${numbers(refunds.map(({ refund }) => refund.amountMinor))}::bigint[], ${moments(refunds.map(({ refund }) => refund.at))}::timestamptz[],
        ${refunds.map(({ refund }) => refund.reason)}::text[]) as given`.execute(tx.db)
}

/** Products by SKU: those that are there, and new ones for numbers that nobody has described yet. */
export async function keepProducts(
  tx: Ctx,
  currency: string,
  items: readonly ReadItem[],
): Promise<ReadonlyMap<string, Id>> {
  const bySku = new Map(items.filter(({ sku }) => sku !== '').map((item) => [item.sku, item]))
  if (bySku.size === 0) return new Map()
  const find = async () => {
    const { rows } = await sql<{ id: Id; sku: string }>`
      select id, sku from product where sku = any(${[...bySku.keys()]}::text[])`.execute(tx.db)
    return new Map(rows.map(({ id, sku }) => [sku, id]))
  }
  const found = await find()
  const missing = [...bySku.values()]
    .filter(({ sku }) => !found.has(sku))
    .sort((a, b) => (a.sku < b.sku ? -1 : 1))
  if (missing.length === 0) return found
  await sql`
    insert into product (sku, name, price_minor, currency, created_at, created_by, met_at)
    select given.sku, given.name, given.price, ${currency}, ${tx.now}::timestamptz, ${describeActor(tx.actor)}, ${tx.now}::timestamptz
      from unnest(${missing.map(({ sku }) => sku)}::text[], ${missing.map(({ name }) => [...name].slice(0, 60).join(''))}::text[],
        ${numbers(missing.map(({ unitMinor }) => unitMinor))}::bigint[]) as given (sku, name, price)
    on conflict (sku) do nothing`.execute(tx.db)
  return await find()
}
