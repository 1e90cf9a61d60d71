/** Every list of orders is read by an index, however many orders there are. */
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { findImports } from '#base/imports/import.ts'
import { findErrors } from '#base/imports/refused.ts'
import { useDatabase } from '#test/database.ts'
import { vault } from '#test/order-world.ts'
import { listening } from '#test/plans.ts'
import { orderLists } from './lists/importing.ts'
import { countUnmatched, findLines, findOrders, findSpending, findUnmatched, getOrder } from './orders.sql.ts'

const database = useDatabase()
const kind = orderLists(vault)
const now = new Date('2026-11-20T04:00:00Z')

beforeAll(async () => {
  const { pool } = database()
  await pool.query(`
    insert into order_source (id, key, name, currency, created_at, created_by)
      select n, 'shop-' || n, '店 ' || n, 'CNY', now(), 'test' from generate_series(1, 8) n;
    insert into member (id, token, nickname, joined_at) select n, 'm' || n, '成员' || n, now() from generate_series(1, 3000) n;
    insert into product (id, sku, name, price_minor, currency, created_at, created_by, met_at)
      select n, 'S' || n, '商品' || n, 100, 'CNY', now(), 'test', now() from generate_series(1, 900) n;
    insert into order_customer (id, source_id, key, name, member_id, created_at)
      select n, n % 8 + 1, 'id:' || n, '', case when n % 2 = 0 then n % 3000 + 1 end, now() from generate_series(1, 9000) n;
    insert into shop_order (id, source_id, external_id, customer_id, member_id, status, currency, total_minor, paid_minor, item_count,
        placed_at, paid_at, updated_at, print, arrived_by, received_at, received_from)
      select n, n % 8 + 1, 'E' || n, n % 9000 + 1, case when n % 2 = 0 then n % 3000 + 1 end,
             (array['paid', 'completed', 'placed', 'shipped'])[n % 4 + 1], 'CNY', n % 50000, 0, 1,
             now() - make_interval(mins => n * 9), now() - make_interval(mins => n * 9), now(), '\\x00', 'api', now(), 'test'
        from generate_series(1, 24000) n;
    insert into shop_order_item (order_id, line, product_id, sku, name, quantity, unit_minor, total_minor)
      select n, 1, n % 900 + 1, 'S', '商品', 1, 1, 1 from generate_series(1, 24000) n;
    insert into order_list (id, source_id, file_name, format, encoding, separator, header, created_at)
      select n, 1, 'a.csv', 'csv', 'utf-8', ',', '{}', now() from generate_series(1, 300) n;
    insert into order_list_error (import_id, row, cells, reasons) select n % 300 + 1, n, '{}', '[]' from generate_series(1, 9000) n;
    analyze order_source, member, product, order_customer, shop_order, shop_order_item, order_list, order_list_error;`)
})

const first = { after: undefined, limit: 30 }
const place = { value: '2026-11-01T00:00:00Z', id: '4000' }
const reads: Readonly<Record<string, (ctx: Ctx) => Promise<unknown>>> = {
  'the latest': (ctx) => findOrders(ctx, {}, first),
  'a page further on': (ctx) => findOrders(ctx, {}, { after: place, limit: 30 }),
  'by its number': (ctx) => findOrders(ctx, { text: 'E4711' }, first),
  'of a member': (ctx) => findOrders(ctx, { memberId: '77' }, first),
  'of a member, further on': (ctx) => findOrders(ctx, { memberId: '77' }, { after: place, limit: 30 }),
  'of a source': (ctx) => findOrders(ctx, { sourceId: '3' }, first),
  'of a status': (ctx) => findOrders(ctx, { statuses: ['paid', 'shipped'] }, first),
  'of amounts': (ctx) => findOrders(ctx, { least: 10_000, most: 29_999 }, first),
  'of some days': (ctx) =>
    findOrders(
      ctx,
      { from: new Date(now.getTime() - 9 * 86_400_000), until: new Date(now.getTime() - 5 * 86_400_000) },
      first,
    ),
  'of nobody': (ctx) => findOrders(ctx, { matched: false }, first),
  'of somebody': (ctx) => findOrders(ctx, { matched: true }, first),
  'with a product': (ctx) => findOrders(ctx, { productId: '5' }, first),
  'a page of the file': (ctx) => findOrders(ctx, {}, { after: place, limit: 1_000 }),
  'one order': (ctx) => getOrder(ctx, '4711'),
  'their lines': (ctx) => findLines(ctx, ['1', '2', '3']),
  'what a member spent': (ctx) => findSpending(ctx, '77'),
  'customers of nobody': (ctx) => findUnmatched(ctx, {}, first),
  'customers of nobody of a source': (ctx) =>
    findUnmatched(ctx, { sourceId: '3', several: false }, { after: { value: null, id: '5000' }, limit: 30 }),
  'how many customers wait': (ctx) => countUnmatched(ctx),
  imports: (ctx) => findImports(ctx, kind, { after: { value: null, id: '200' }, limit: 30 }),
  'rows that were refused': (ctx) => findErrors(ctx, kind, '7', { after: 900, limit: 50 }),
}
/** Tables that grow with what is sold. */
const grown = /Seq Scan on (shop_order|shop_order_item|order_customer|order_list_error|member|product)\b/

test.each(Object.entries(reads))('%s: by an index', async (_, read) => {
  const { ctx, plans } = listening(database(), { kind: 'system', name: 'test' }, now)
  await read(ctx)
  const found = await plans()
  expect(found.length).toBeGreaterThan(0)
  for (const plan of found) expect(plan).not.toMatch(grown)
})

test('a number is looked up in every source, not among the latest', async () => {
  const { ctx, plans } = listening(database(), { kind: 'system', name: 'test' }, now)
  await findOrders(ctx, { text: 'E4711' }, first)
  expect((await plans())[0]).toContain('shop_order_source_id_external_id_key')
})

test('the harness sees a table that is read whole (control)', async () => {
  const { ctx, plans } = listening(database(), { kind: 'system', name: 'test' }, now)
  await ctx.db.selectFrom('shop_order').select('id').where('total_minor', '=', '3').execute()
  expect((await plans())[0]).toMatch(grown)
})
