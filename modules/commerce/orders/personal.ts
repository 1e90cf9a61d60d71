/** What is kept about what members bought, and what becomes of it. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import { personalWords as words } from './orders.messages.ts'

type Table = 'shop_order' | 'order_customer'

async function give(ctx: Ctx, table: Table, from: Id, into: Id): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    update ${sql.table(table)} set member_id = ${into} where member_id = ${from} returning id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

async function giveBack(ctx: Ctx, table: Table, from: Id, into: Id, kept: unknown): Promise<void> {
  if (!Array.isArray(kept) || kept.length === 0) return
  await sql`
    update ${sql.table(table)} set member_id = ${from}
     where member_id = ${into} and id = any(${kept.map(String)}::bigint[])`.execute(ctx.db)
}

export const orderData: PersonalData = {
  name: 'commerce.orders',
  label: words.orders,
  kept: words.ordersKept,
  tables: ['shop_order', 'order_customer'],
  copy: async (ctx, memberId) => {
    const { rows } = await sql`
      select o.external_id as number, s.name as shop, o.status, o.currency, o.total_minor::float8 as "totalMinor",
             o.paid_minor::float8 as "paidMinor", o.refunded_minor::float8 as "refundedMinor", o.placed_at as "placedAt", o.paid_at as "paidAt",
             coalesce((select jsonb_agg(jsonb_build_object('name', i.name, 'sku', i.sku, 'quantity', i.quantity, 'totalMinor', i.total_minor) order by i.line)
                         from shop_order_item i where i.order_id = o.id), '[]') as items
        from shop_order o join order_source s on s.id = o.source_id
       where o.member_id = ${memberId} order by o.placed_at desc, o.id desc limit 1000`.execute(ctx.db)
    return rows
  },
  // The shop's books stay true: what was sold stays, who bought it goes, with all he could be known by.
  erase: async (ctx, memberId) => {
    await sql`update shop_order set member_id = null, customer_id = null where member_id = ${memberId}`.execute(
      ctx.db,
    )
    await sql`delete from order_customer where member_id = ${memberId}`.execute(ctx.db)
  },
  merge: async (ctx, from, into) => ({
    orders: await give(ctx, 'shop_order', from, into),
    customers: await give(ctx, 'order_customer', from, into),
  }),
  unmerge: async (ctx, from, into, moved) => {
    await giveBack(ctx, 'shop_order', from, into, moved.orders)
    await giveBack(ctx, 'order_customer', from, into, moved.customers)
  },
}
