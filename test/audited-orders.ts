/** How changes of orders are exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

type Exercise = (at: TestProduct) => Promise<Reply>

let made = 0
const keyed = () => ({ headers: { 'idempotency-key': crypto.randomUUID() } })
const addSource: Exercise = ({ owner }) =>
  owner.post('/api/order-sources', { key: `shop-${made++}`, name: '有赞店' })
const source = async (at: TestProduct): Promise<{ id: string; key: string }> =>
  (await addSource(at)).body as never
const order = () => ({
  id: `E${made++}`,
  status: 'paid',
  totalMinor: 12_800,
  placedAt: '2026-11-10T02:00:00Z',
  customer: { name: '小满' },
})
const upload = async (at: TestProduct): Promise<Reply> =>
  await at.owner.post(`/api/order-lists?name=orders.csv&sourceId=${(await source(at)).id}`, undefined, {
    raw: '订单号,金额,下单时间\r\nE1,128.00,2026-11-10 10:00',
    headers: { 'content-type': 'application/octet-stream' },
  })
const list = async (at: TestProduct, state?: 'checked' | 'checking'): Promise<string> => {
  const { id, plan } = (await upload(at)).body
  if (state)
    await at.database.pool.query('update order_list set state = $2, plan = $3, job_id = null where id = $1', [
      id,
      state,
      JSON.stringify(plan),
    ])
  return String(id)
}

export const auditedOrders: Record<string, Exercise> = {
  'POST /api/orders': async (at) =>
    at.owner.post('/api/orders', { source: (await source(at)).key, order: order() }),
  'POST /api/orders/batch': async (at) =>
    at.owner.post('/api/orders/batch', { source: (await source(at)).key, orders: [order()] }),
  'POST /api/orders/export': ({ owner }) => owner.post('/api/orders/export', {}),
  'PUT /api/order-customers/{id}/member': async (at) => {
    await at.owner.post('/api/orders', { source: (await source(at)).key, order: order() })
    const { body } = await at.owner.get('/api/order-customers')
    const { rows } = await at.database.pool.query<{ id: string }>(
      `insert into member (token, nickname, joined_at) values ($1, '顾客', now()) returning id`,
      [`customer-${made++}`],
    )
    return await at.owner.put(`/api/order-customers/${body.items[0].id}/member`, { memberId: rows[0]!.id })
  },
  'POST /api/order-sources': addSource,
  'PUT /api/order-sources/{id}': async (at) =>
    at.owner.put(`/api/order-sources/${(await source(at)).id}`, { name: '新名字', archived: true }),
  'PUT /api/order-sources/{id}/secret': async (at) =>
    at.owner.put(`/api/order-sources/${(await source(at)).id}/secret`),
  'DELETE /api/order-sources/{id}/secret': async (at) =>
    at.owner.delete(`/api/order-sources/${(await source(at)).id}/secret`),
  'POST /api/order-lists': upload,
  'POST /api/order-lists/{id}/check': async (at) => {
    const { id, plan } = (await upload(at)).body
    return await at.owner.post(`/api/order-lists/${id}/check`, plan)
  },
  'POST /api/order-lists/{id}/run': async (at) =>
    at.owner.post(`/api/order-lists/${await list(at, 'checked')}/run`, undefined, keyed()),
  'POST /api/order-lists/{id}/stop': async (at) =>
    at.owner.post(`/api/order-lists/${await list(at, 'checking')}/stop`),
  'DELETE /api/order-lists/{id}': async (at) => at.owner.delete(`/api/order-lists/${await list(at)}`),
  'POST /api/insight/repurchase/list': ({ owner }) =>
    owner.post(
      '/api/insight/repurchase/list',
      {
        question: { range: { last: 3, unit: 'month' } },
        cell: { of: 'total', who: 'again' },
        name: `复购的人 ${made++}`,
      },
      keyed(),
    ),
  'POST /api/insight/purchase-intervals/list': ({ owner }) =>
    owner.post(
      '/api/insight/purchase-intervals/list',
      {
        question: { range: { last: 3, unit: 'month' } },
        cell: { bin: 1 },
        name: `一周就回来的人 ${made++}`,
      },
      keyed(),
    ),
  'POST /api/insight/purchase-products/list': ({ owner }) =>
    owner.post(
      '/api/insight/purchase-products/list',
      {
        question: { range: { last: 3, unit: 'month' } },
        cell: { of: 'product', sku: 'A', who: 'again' },
        name: `常买的人 ${made++}`,
      },
      keyed(),
    ),
}
