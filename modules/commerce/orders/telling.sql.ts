/**
 * Announcing what orders say. Orders become known when they arrive, and whose they are perhaps much later: their facts
 * are announced when both are known, with the time at which it happened. Each is announced once, because the row says
 * that it was, in the same statement, and can never take it back.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { orderAmended, orderPaid, orderPlaced, orderRefunded } from '../facts.ts'
import type { Arrival } from './order.ts'

/** What lists say is the past (`import`): counted, but nobody reacts to it. */
const sourceOf = (door: RawBuilder<unknown>) =>
  sql`case ${door} when 'import' then 'import' when 'seed' then 'seed' else 'fact' end`

/** The member did it, whoever reports it: the log names him, not the shop's key. What staff buy is staff's. */
const logged = (door: RawBuilder<unknown>) => sql`
  ${sourceOf(door)}, 'member:' || o.member_id, o.member_id, 'order', o.id,
  exists (select from member m join operator p on p.account_id = m.account_id where m.id = o.member_id)`

const about = (currency = sql`o.currency`) =>
  sql`'source', o.source_key, 'currency', ${currency}, 'items', o.item_count, 'skus', to_jsonb(o.skus)`

/** An order that this transaction made, of a member: its row says that it was announced, and nothing of it is yet. */
export interface MadeOrder {
  readonly id: Id
  readonly hasRefunds: boolean
}

export interface Telling {
  readonly made?: readonly MadeOrder[]
  /** Through which door corrections come that are told now; of all else the rows know it. */
  readonly by?: Arrival
}

/** What both statements say of an order; `s` is its source. */
const told = sql`o.id, o.member_id, o.currency, o.item_count, o.skus, o.placed_at, o.total_minor, o.paid_at, o.paid_minor,
  o.arrived_by, o.paid_by, s.key as source_key`

/**
 * Announces of these orders what was not yet, where it is known whose they are. Those that were just made are named
 * apart: saying of each that it was announced would write it anew, with all its indexes, twice.
 */
export async function tellOrders(
  tx: Ctx,
  orderIds: readonly Id[],
  { made = [], by }: Telling = {},
): Promise<void> {
  if (orderIds.length === 0 && made.length === 0) return
  const known = [...new Set(orderIds)]
  const ids = sql`${known}::bigint[]`
  const fresh = sql`
    select ${told} from shop_order o join order_source s on s.id = o.source_id
     where o.id = any(${made.map(({ id }) => id)}::bigint[])`
  const context = sql`jsonb_build_object('request', ${tx.requestId}::text)`
  const insert = sql`insert into event_log
    (name, occurred_at, value, source, actor, member_id, object_kind, object_id, staff, props, context)`
  await sql`
    with updated as (
      update shop_order o set placed_told_at = ${tx.now}::timestamptz
        from order_source s
       where o.id = any(${ids}) and s.id = o.source_id and o.member_id is not null and o.placed_told_at is null
      returning ${told}),
    told as (select * from updated union all ${fresh})
    ${insert}
    select ${orderPlaced.name}, o.placed_at, o.total_minor, ${logged(sql`o.arrived_by`)}, jsonb_build_object(${about()}), ${context}
      from told o order by o.placed_at, o.id`.execute(tx.db)
  // What was told before a statement is what `e` sees: the snapshot is older than the update beside it. Of the made it
  // sees those that are told here, which changes nothing: the one that comes first of these is none behind another.
  await sql`
    with updated as (
      update shop_order o set paid_told_at = ${tx.now}::timestamptz, paid_told_minor = o.paid_minor
        from order_source s
       where o.id = any(${ids}) and s.id = o.source_id and o.member_id is not null and o.paid_at is not null
         and o.paid_told_at is null
      returning ${told}),
    told as (select * from updated union all ${fresh} and o.paid_at is not null)
    ${insert}
    select ${orderPaid.name}, o.paid_at, o.paid_minor, ${logged(sql`coalesce(o.paid_by, o.arrived_by)`)},
           jsonb_build_object(${about()}, 'first',
             row_number() over (partition by o.member_id order by o.paid_at, o.id) = 1
             and not exists (select from shop_order e
               where e.member_id = o.member_id and e.paid_told_at is not null
                 and (e.paid_at, e.id) < (o.paid_at, o.id))), ${context}
      from told o order by o.paid_at, o.id`.execute(tx.db)
  if (known.length > 0) await tellAmended(tx, ids, by, insert, context)
  const refundable = [...known, ...made.flatMap(({ id, hasRefunds }) => (hasRefunds ? [id] : []))]
  if (refundable.length === 0) return
  await sql`
    with told as (
      update shop_order_refund r set told_at = ${tx.now}::timestamptz
        from shop_order o join order_source s on s.id = o.source_id
       where o.id = any(${refundable}::bigint[]) and r.order_id = o.id and o.paid_told_at is not null and o.member_id is not null
         and r.told_at is null
      returning o.*, s.key as source_key, r.id as refund_id, r.amount_minor, r.refunded_at, r.arrived_by as refunded_by)
    ${insert}
    select ${orderRefunded.name}, o.refunded_at, o.amount_minor, ${logged(sql`coalesce(o.refunded_by, o.arrived_by)`)},
           jsonb_build_object(${about()}, 'whole',
             coalesce((select sum(e.amount_minor) from shop_order_refund e where e.order_id = o.id and e.told_at is not null), 0)
             + sum(o.amount_minor) over (partition by o.id order by o.refunded_at, o.refund_id) >= o.paid_minor), ${context}
      from told o order by o.refunded_at, o.refund_id`.execute(tx.db)
}

/**
 * The shop says another amount than was announced. Announced of orders of nobody as well: what counts as revenue is
 * put right even when the member is gone.
 */
async function tellAmended(
  tx: Ctx,
  ids: RawBuilder<unknown>,
  by: Arrival | undefined,
  insert: RawBuilder<unknown>,
  context: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    with told as (
      update shop_order o set paid_told_minor = o.paid_minor
        from shop_order was join order_source s on s.id = was.source_id
       where o.id = any(${ids}) and was.id = o.id and o.paid_told_minor <> o.paid_minor
      returning o.*, s.key as source_key, was.paid_told_minor as was_minor),
    amended as (
      insert into event_amendment (name, object_kind, object_id, value, amended_at)
      select ${orderPaid.name}, 'order', id, paid_minor, ${tx.now}::timestamptz from told order by id
      on conflict (name, object_kind, object_id) do update set value = excluded.value, amended_at = excluded.amended_at)
    ${insert}
    select ${orderAmended.name}, o.updated_at, o.paid_minor, ${sourceOf(sql`${by ?? null}::text`)}, 'system:commerce', o.member_id, 'order', o.id, false,
           jsonb_build_object(${about()}, 'was', o.was_minor), ${context}
      from told o order by o.id`.execute(tx.db)
}

/** Orders of customers who are known now become their members'; returns those that did. */
export async function followCustomers(tx: Ctx, customerIds: readonly Id[]): Promise<Id[]> {
  if (customerIds.length === 0) return []
  const { rows } = await sql<{ id: Id }>`
    update shop_order o set member_id = c.member_id
      from order_customer c
     where c.id = any(${[...customerIds]}::bigint[]) and o.customer_id = c.id and o.member_id is null
       and c.member_id is not null
    returning o.id`.execute(tx.db)
  return rows.map(({ id }) => id)
}
