/** An import of orders under kill −9: it goes on behind the last batch that was kept, and does nothing twice. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemCtx } from '#base/context.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { addSource } from '#modules/commerce/orders/sources.ts'
import { addContact, joinCommunity, openVault } from '#modules/members/api.ts'
import { type DurablePostgres, startDurablePostgres, startVictim } from './durable.ts'

/** Each has two rows; every hundredth has an amount that is none, and every fiftieth is given back in part. */
const orders = 3_000
const header = [
  '订单号',
  '应付金额',
  '退款金额',
  '下单时间',
  '付款时间',
  '手机',
  '货号',
  '商品',
  '数量',
  '单价',
]
const plan = {
  columns: ['number', 'total', 'refunded', 'placedAt', 'paidAt', 'phone', 'sku', 'item', 'quantity', 'unit'],
  amounts: 'major',
}
const home = mkdtempSync(join(tmpdir(), 'juluo-crash-orders-'))
const file = join(home, 'orders.csv')
let postgres: DurablePostgres

beforeAll(async () => {
  postgres = await startDurablePostgres()
  const ctx = systemCtx(postgres.connection.db, 'test')
  const vault = openVault(deriveSecrets(Buffer.alloc(32, 7).toString('base64url')))
  // One of ten buyers is known: only his orders are announced.
  const memberId = await joinCommunity(ctx, { accountId: null, nickname: '林小满' })
  const contact = { kind: 'phone' as const, value: '13000000000' }
  await addContact(ctx, vault, memberId, contact, { source: 'operator', verified: false })
  const lines = Array.from({ length: orders }, (_, n) => {
    const wrong = n % 100 === 7
    const back = n % 50 === 0 ? '8.00' : ''
    const day = `2026-10-${String((n % 28) + 1).padStart(2, '0')}`
    const row = (item: number) =>
      [
        `E${n}`,
        wrong ? '六十八' : '68.00',
        back,
        `${day} 10:00`,
        `${day} 10:05`,
        String(13_000_000_000 + (n % 10)),
        `SKU-${(n + item) % 40}`,
        `商品 ${(n + item) % 40}`,
        '1',
        '34.00',
      ].join()
    return `${row(0)}\n${row(1)}`
  })
  writeFileSync(file, [header.join(), ...lines].join('\n'))
})
afterAll(async () => {
  await postgres?.close()
  rmSync(home, { recursive: true, force: true })
})

async function count(listId: string) {
  const { rows } = await postgres.connection.pool.query<Record<string, number>>(
    `select (select count(*)::int from shop_order) as orders, (select count(*)::int from shop_order_item) as items,
            (select count(*)::int from shop_order_refund) as refunds,
            (select count(*)::int from order_customer) as customers, (select count(*)::int from product) as products,
            (select count(*)::int from event_log where name = 'order.paid') as paid,
            (select count(*)::int from event_log where name = 'order.refunded') as refunded,
            (select count(*)::int from event_log where name = 'order.amended') as amended,
            (select count(*)::int from order_list_error where import_id = $1) as errors,
            (select place::int from order_list where id = $1) as place`,
    [listId],
  )
  return rows[0]!
}

test('T30 an import of orders killed in the middle of batches and between them ends with every order once', async () => {
  const { pool, db } = postgres.connection
  const source = await addSource(systemCtx(db, 'test'), { key: 'tmall', name: '天猫店', currency: 'CNY' })
  const { rows } = await pool.query<{ id: string }>(
    `insert into order_list (source_id, file_name, format, encoding, separator, header, plan, state, created_at)
     values ($1, 'orders.csv', 'csv', 'utf-8', ',', $2, $3, 'running', now()) returning id`,
    [source.id, header, JSON.stringify(plan)],
  )
  const id = rows[0]!.id
  const env = { DATABASE_URL: postgres.url, LIST_ID: id, LIST: file }
  const kill = async (failpoint: string) => {
    const victim = await startVictim('order-lists-victim.ts', { ...env, JULUO_FAILPOINT: failpoint })
    expect(await victim.ended).toBe('SIGKILL')
    return await count(id)
  }
  // Written but not committed: the batch is gone, the ones before it stay. A thousand orders are a batch.
  const first = await kill('imports.batch.written:2:kill')
  expect([first.place, first.orders]).toEqual([2_001, 990])
  // Committed, and killed before anybody knew.
  const second = await kill('imports.batch.kept:1:kill')
  expect([second.place, second.orders]).toEqual([4_001, 1_980])
  const last = await startVictim('order-lists-victim.ts', env)
  await last.ended
  const all = {
    orders: orders * 0.99,
    items: orders * 0.99 * 2,
    refunds: orders / 50,
    customers: 10,
    products: 40,
    paid: orders / 10,
    refunded: orders / 50,
    amended: 0,
    errors: orders / 100,
    place: orders * 2 + 1,
  }
  expect(await count(id)).toEqual(all)
  const { rows: tallies } = await pool.query('select outcome from order_list where id = $1', [id])
  expect(tallies[0].outcome).toEqual({
    rows: orders * 2,
    created: orders * 0.99,
    updated: 0,
    unchanged: 0,
    older: 0,
    lines: orders,
    failed: orders / 100,
  })
  // The same file once more, from its beginning, changes nothing.
  await pool.query(`update order_list set place = 0, outcome = '{}' where id = $1`, [id])
  const again = await startVictim('order-lists-victim.ts', env)
  await again.ended
  expect(await count(id)).toEqual(all)
  const { rows: same } = await pool.query('select outcome from order_list where id = $1', [id])
  expect(same[0].outcome).toMatchObject({ created: 0, updated: 0, unchanged: orders * 0.99 })
})
