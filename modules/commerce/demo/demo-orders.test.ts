import { expect, test } from 'vitest'
import { systemCtx } from '#base/context.ts'
import { seedCommunity } from '#modules/members/simulation/load.ts'
import { removeDemo } from '#modules/members/simulation/remove.ts'
import { useDatabase } from '#test/database.ts'
import { basketOf } from './baskets.ts'
import { loadDemoOrders } from './load.ts'
import { simulatedOrders } from './unload.ts'

const database = useDatabase()
const now = new Date('2026-11-20T04:00:00Z')

test('a basket adds up to its amount, and is the same each time', () => {
  for (let n = 0; n < 500; n++) {
    const lines = basketOf(String(n), n % 5, 1 + (n % 3), 100 + n * 37)
    expect(lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0)).toBe(100 + n * 37)
    expect(lines).toHaveLength(1 + (n % 3))
    expect(new Set(lines.map(({ sku }) => sku)).size).toBe(lines.length)
    expect(basketOf(String(n), n % 5, 1 + (n % 3), 100 + n * 37)).toEqual(lines)
  }
})

test('every simulated payment becomes an order, once; who paid when and how much stays; they leave without a trace', async () => {
  const { pool, db } = database()
  const paid = async () =>
    (
      await pool.query(
        `select member_id, occurred_at, value from event_log where name = 'order.paid' order by member_id, occurred_at, value`,
      )
    ).rows
  const outcome = await seedCommunity(pool, { members: 150, days: 90, seed: 5, now })
  const before = await paid()
  expect(before).toHaveLength(outcome.orders)
  expect(await loadDemoOrders(pool, now)).toEqual({ orders: outcome.orders, fresh: true })
  expect(await loadDemoOrders(pool, now)).toEqual({ orders: 0, fresh: false })
  expect(await paid()).toEqual(before)
  const { rows } = await pool.query(`
    select count(*)::int as orders, sum(o.paid_minor)::int as paid,
           count(*) filter (where o.total_minor <> (select sum(total_minor) from shop_order_item i where i.order_id = o.id))::int as wrong,
           count(*) filter (where not exists (select from event_log e where e.object_kind = 'order' and e.object_id = o.id
             and e.member_id = o.member_id and e.value = o.paid_minor and e.occurred_at = o.paid_at))::int as untold
      from shop_order o`)
  expect(rows).toEqual([{ orders: outcome.orders, paid: outcome.revenue, wrong: 0, untold: 0 }])
  await removeDemo(systemCtx(db, 'test'), [simulatedOrders])
  const left = await pool.query(`
    select (select count(*)::int from shop_order) as orders, (select count(*)::int from order_source) as sources,
           (select count(*)::int from product) as products, (select count(*)::int from event_log where name like 'order.%') as events`)
  expect(left.rows).toEqual([{ orders: 0, sources: 0, products: 0, events: 0 }])
})
