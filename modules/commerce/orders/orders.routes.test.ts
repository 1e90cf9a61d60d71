import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectProblem } from '#test/client.ts'
import { useProduct } from '#test/product.ts'
import { isSigned, signMessage } from './signature.ts'

const product = useProduct()
const source = async (key: string) =>
  (await product().owner.post('/api/order-sources', { key, name: '有赞店' })).body
const order = (id: string, more: object = {}) => ({
  id,
  status: 'paid',
  totalMinor: 12_800,
  placedAt: '2026-11-10T02:00:00Z',
  updatedAt: '2026-11-10T02:00:00Z',
  ...more,
})

test('who may what: strangers, members, operators and keys without the scope are turned away', async () => {
  await source('gate')
  const body = { source: 'gate', order: order('E1') }
  const [member, support, program, other] = [
    await product().member(),
    await product().operator('support'),
    await product().program(['commerce.orders']),
    await product().program(['commerce.read']),
  ]
  expectProblem(await product().nobody.post('/api/orders', body), 401, 'sign_in_required')
  for (const client of [member, support, other])
    expectProblem(await client.post('/api/orders', body), 403, 'forbidden')
  expect((await program.post('/api/orders', body)).body).toMatchObject({
    outcome: 'created',
    externalId: 'E1',
  })
  // A key that may write may not read.
  expectProblem(await program.get('/api/orders'), 403, 'forbidden')
  expect((await support.get('/api/orders')).body.items).toHaveLength(1)
  expectProblem(await support.post('/api/orders/export', {}), 403, 'forbidden')
  expectProblem(await support.post('/api/order-sources', { key: 'x', name: 'x' }), 403, 'forbidden')
  expectProblem(await member.get('/api/orders'), 403, 'forbidden')
  expectProblem(await product().nobody.get('/api/me/orders'), 401, 'sign_in_required')
  expect((await member.get('/api/me/orders')).body.items).toEqual([])
})

test('a member sees his own orders and nobody else’s', async () => {
  await source('own')
  const [mine, other] = [await product().member('自己'), await product().member('别人')]
  const tokenOf = async (client: typeof mine) => {
    const { rows } = await product().database.pool.query<{ token: string }>(
      'select token from member where id = $1',
      [(await client.get('/api/member')).body.id],
    )
    return rows[0]!.token
  }
  const program = await product().program(['commerce.orders'])
  await program.post('/api/orders', {
    source: 'own',
    order: order('MINE', {
      customer: { token: await tokenOf(mine) },
      items: [{ sku: 'A', name: '<img src=x onerror=alert(1)>', quantity: 1, unitMinor: 12_800 }],
    }),
  })
  const { items } = (await mine.get('/api/me/orders')).body
  expect(items).toMatchObject([
    { externalId: 'MINE', items: [{ name: '<img src=x onerror=alert(1)>', quantity: 1 }] },
  ])
  expect(items[0]).not.toHaveProperty('customer')
  expect((await other.get('/api/me/orders')).body.items).toEqual([])
})

test('a batch is judged order by order; one that is wrong holds up no other', async () => {
  await source('batch')
  const program = await product().program(['commerce.orders'])
  const { body } = await program.post('/api/orders/batch', {
    source: 'batch',
    orders: [
      order('E1'),
      order('E2', { totalMinor: -1 }),
      order('E3', { currency: 'USD' }),
      { id: 7 },
      order('E4', { placedAt: '2099-01-01T00:00:00Z' }),
      order('E5', { role: 'owner' }),
    ],
  })
  expect(
    body.results.map((each: { index: number; outcome: string; code: string | null }) => [
      each.index,
      each.outcome,
      each.code,
    ]),
  ).toEqual([
    [0, 'created', null],
    [1, 'refused', 'invalid'],
    [2, 'refused', 'wrong_currency'],
    [3, 'refused', 'invalid'],
    [4, 'refused', 'too_new'],
    [5, 'created', null],
  ])
  expect(body.results[1].fields[0].path).toBe('order.totalMinor')
  expectProblem(
    await program.post('/api/orders', { source: 'batch', order: order('E9', { currency: 'USD' }) }),
    422,
    'order_refused',
  )
  expectProblem(
    await program.post('/api/orders/batch', { source: 'nowhere', orders: [order('E1')] }),
    422,
    'order_source_unknown',
  )
  const many = Array.from({ length: 501 }, (_, n) => order(`M${n}`))
  expect((await program.post('/api/orders/batch', { source: 'batch', orders: many })).status).toBe(422)
})

test('G30 hostile amounts: none of them is taken', async () => {
  await source('hostile')
  const program = await product().program(['commerce.orders'])
  const amount = fc.oneof(
    fc.integer({ max: -1 }),
    fc.constantFrom(1e308, 2 ** 53, 100_000_000_001, '1e3', '100', null, true, [], {}, 'NaN'),
    fc.double({ noNaN: true, min: 0.01, max: 1e6 }).filter((each) => !Number.isInteger(each)),
  )
  const hostile = fc
    .tuple(fc.constantFrom('totalMinor', 'paidMinor', 'refund', 'unit', 'line'), amount)
    .map(([where, bad]) => {
      switch (where) {
        case 'refund':
          return order('H', { refunds: [{ id: 'R', amountMinor: bad, at: '2026-11-11T00:00:00Z' }] })
        case 'unit':
          return order('H', { items: [{ name: 'x', quantity: 1, unitMinor: bad ?? -1 }] })
        case 'line':
          return order('H', { items: [{ name: 'x', quantity: 1, unitMinor: 1, totalMinor: bad ?? -1 }] })
        default:
          return order('H', { [where]: bad ?? -1 })
      }
    })
  const orders = fc.sample(hostile, { numRuns: 2_000, seed: 30 })
  for (let from = 0; from < orders.length; from += 500) {
    const { body } = await program.post('/api/orders/batch', {
      source: 'hostile',
      orders: orders.slice(from, from + 500),
    })
    expect(body.results.filter((each: { outcome: string }) => each.outcome !== 'refused')).toEqual([])
  }
  const raw = await program.post('/api/orders', undefined, {
    raw: JSON.stringify({ source: 'hostile', order: order('Z') }).replace('12800', '-0'),
  })
  expect(raw.status).toBe(422)
  const { rows } = await product().database.pool.query(
    `select 1 from shop_order o join order_source s on s.id = o.source_id where s.key = 'hostile'`,
  )
  expect(rows).toEqual([])
})

test('G17 webhooks: signed ones are taken once; forged, old, foreign and unsigned ones are refused alike', async () => {
  const shop = await source('hooked')
  const other = await source('other')
  const make = async (id: string) =>
    (await product().owner.put(`/api/order-sources/${id}/secret`)).body.secret as string
  const [secret, foreign] = [await make(shop.id), await make(other.id)]
  const content = JSON.stringify({ orders: [order('W1')] })
  const send = async (
    given: {
      key?: string
      id?: string
      at?: number
      body?: string
      secret?: string
      signature?: string
    } = {},
  ) => {
    const { key = 'hooked', id = 'msg_1', at = Date.now(), body = content } = given
    const timestamp = String(Math.floor(at / 1000))
    const bytes = Buffer.from(body)
    const signature = given.signature ?? signMessage(given.secret ?? secret, { id, timestamp, bytes })
    return await product().nobody.post(`/api/orders/hooks/${key}`, undefined, {
      raw: body,
      headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature },
    })
  }
  const refused = [
    await send({ signature: '' }),
    await send({ secret: foreign }),
    await send({ at: Date.now() - 301_000 }),
    await send({ at: Date.now() + 301_000 }),
    await send({ key: 'nowhere' }),
    await send({ key: 'other' }),
    await send({ id: '' }),
  ]
  for (const reply of refused) expectProblem(reply, 401, 'hook_refused')
  expect(new Set(refused.map(({ body }) => body.title)).size).toBe(1)
  const first = await send()
  expect(first.body).toMatchObject({ repeated: false, results: [{ outcome: 'created', externalId: 'W1' }] })
  expect((await send()).body).toEqual({ repeated: true, results: [] })
  // One signature among others, and a single order instead of a list.
  const bytes = Buffer.from(JSON.stringify(order('W2')))
  const timestamp = String(Math.floor(Date.now() / 1000))
  const right = signMessage(secret, { id: 'msg_2', timestamp, bytes })
  expect(
    (await send({ id: 'msg_2', body: bytes.toString(), signature: `v1,AAAA ${right}` })).body.results[0],
  ).toMatchObject({ outcome: 'created' })
  // Changed, the old secret is taken for a day; withdrawn, none is.
  const renewed = await make(shop.id)
  expect((await send({ id: 'msg_3' })).status).toBe(200)
  expect((await send({ id: 'msg_4', secret: renewed })).status).toBe(200)
  await product().database.pool.query(
    `update order_source set former_until = now() - interval '1 second' where key = 'hooked'`,
  )
  expectProblem(await send({ id: 'msg_5' }), 401, 'hook_refused')
  await product().owner.delete(`/api/order-sources/${shop.id}/secret`)
  expectProblem(await send({ id: 'msg_6', secret: renewed }), 401, 'hook_refused')
  expectProblem(await send({ id: 'msg_7', secret: renewed, body: 'x'.repeat(1_100_000) }), 413, 'too_large')
  // Kept so that a copy of the database shows none of it.
  const { rows } = await product().database.pool.query<{ all: string }>(
    'select jsonb_agg(s)::text as all from order_source s',
  )
  for (const each of [secret, renewed, foreign]) expect(rows[0]!.all).not.toContain(each.slice(6, 30))
  expect((await product().owner.get('/api/order-sources')).text).not.toContain('whsec_')
})

test('G17 an order that comes by webhook says when the shop changed it: sent again later, an old one never wins', async () => {
  const shop = await source('hooked-again')
  const secret = (await product().owner.put(`/api/order-sources/${shop.id}/secret`)).body.secret as string
  const send = async (id: string, content: object, secondsAgo: number) => {
    const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo)
    const bytes = Buffer.from(JSON.stringify(content))
    const signature = signMessage(secret, { id, timestamp, bytes })
    const reply = await product().nobody.post('/api/orders/hooks/hooked-again', undefined, {
      raw: bytes.toString(),
      headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature },
    })
    return reply.body.results[0]
  }
  const { updatedAt: _, ...bare } = order('H1')
  expect(await send('msg_h1', bare, 60)).toMatchObject({
    externalId: 'H1',
    outcome: 'refused',
    code: 'updated_missing',
    message: expect.stringContaining('updatedAt'),
  })
  expect((await send('msg_h2', order('H1', { updatedAt: '2026-11-12T02:00:00Z' }), 50)).outcome).toBe(
    'created',
  )
  // The one that was under way for longer comes last, with a timestamp of its own.
  expect((await send('msg_h3', order('H1', { totalMinor: 1 }), 0)).outcome).toBe('older')
})

test('signatures are those of Standard Webhooks', () => {
  // The example of the specification.
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: '1614265330',
    bytes: Buffer.from('{"test": 2432232314}'),
  }
  const secret = `whsec_${'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'}`
  const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
  expect(signMessage(secret, message)).toBe(signature)
  expect(isSigned([secret], { ...message, signature }, new Date(1_614_265_330_000))).toBe(true)
  expect(isSigned([secret], { ...message, signature }, new Date(1_614_265_631_000))).toBe(false)
})

test('filters of the list, and pages of it', async () => {
  await source('list')
  const program = await product().program(['commerce.orders'])
  const orders = Array.from({ length: 7 }, (_, n) =>
    order(`L${n}`, {
      totalMinor: 1_000 * (n + 1),
      status: n % 2 ? 'completed' : 'paid',
      placedAt: `2026-10-0${n + 1}T02:00:00Z`,
      customer: { name: '=cmd|calc' },
      items: [{ sku: `S${n}`, name: '@SUM(1)', quantity: 1, unitMinor: 1_000 }],
    }),
  )
  await program.post('/api/orders/batch', { source: 'list', orders })
  const { owner } = product()
  const { id } = (await owner.get('/api/order-sources')).body.items.find(
    (each: { key: string }) => each.key === 'list',
  )
  const numbers = async (query: Record<string, string>) =>
    (await owner.get('/api/orders', { query: { sourceId: id, ...query } })).body.items.map(
      (each: { externalId: string }) => each.externalId,
    )
  expect(await numbers({})).toEqual(['L6', 'L5', 'L4', 'L3', 'L2', 'L1', 'L0'])
  expect(await numbers({ status: 'completed' })).toEqual(['L5', 'L3', 'L1'])
  expect(await numbers({ least: '2000', most: '3000' })).toEqual(['L2', 'L1'])
  expect(await numbers({ from: '2026-10-02', to: '2026-10-03' })).toEqual(['L2', 'L1'])
  expect(await numbers({ q: 'L4' })).toEqual(['L4'])
  expect(await numbers({ matched: 'true' })).toEqual([])
  const page = (await owner.get('/api/orders', { query: { sourceId: id, limit: '3' } })).body
  const next = (await owner.get('/api/orders', { query: { sourceId: id, limit: '10', cursor: page.next } }))
    .body
  expect([...page.items, ...next.items].map((each: { externalId: string }) => each.externalId)).toEqual(
    await numbers({}),
  )
  const unmatched = (await owner.get('/api/order-customers', { query: { sourceId: id } })).body
  expect(unmatched.items).toHaveLength(7)
  expect(unmatched.items[0]).toMatchObject({ name: '=cmd|calc', can: { match: true }, orders: 1 })
})
