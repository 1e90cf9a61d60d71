import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { addContact, joinCommunity, openVault } from '#modules/members/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { judgeOrders } from './judging.ts'
import { matchByHand, matchWaiting } from './matching.ts'
import { orderData } from './personal.ts'
import { addSource, findSource } from './sources.ts'

const database = useDatabase()
const secrets = deriveSecrets(Buffer.alloc(32, 7).toString('base64url'))
const vault = openVault(secrets)
const now = new Date('2026-11-20T04:00:00Z')
const ctx = (at = now): Ctx =>
  testCtx(database(), { kind: 'apiKey', keyId: '1', name: '商城', scopes: new Set() }, at)
const system = (at = now): Ctx => testCtx(database(), { kind: 'system', name: 'test' }, at)

let made = 0
const shop = async (currency = 'CNY') => {
  const key = `shop-${made++}`
  await addSource(system(), { key, name: '有赞店', currency })
  return (await findSource(ctx(), key))!
}
const order = (id: string, more: object = {}) => ({
  id,
  status: 'paid',
  totalMinor: 12_800,
  placedAt: '2026-11-10T02:00:00Z',
  paidAt: '2026-11-10T02:03:00Z',
  updatedAt: '2026-11-10T02:03:00Z',
  items: [{ sku: 'YJ-227', name: '耶加雪菲 227g', quantity: 2, unitMinor: 6_400 }],
  ...more,
})
type Source = Awaited<ReturnType<typeof shop>>
const send = (source: Source, orders: readonly unknown[], by: 'api' | 'import' = 'api', at = now) =>
  judgeOrders(ctx(at), vault, { source, by }, orders, at)
const person = async (phone?: string) => {
  const memberId = await joinCommunity(system(), { accountId: null, nickname: `顾客${made++}` })
  if (phone)
    await addContact(
      system(),
      vault,
      memberId,
      { kind: 'phone', value: phone },
      { source: 'operator', verified: false },
    )
  return memberId
}
const facts = async (memberId: Id) => {
  const { rows } = await sql<{
    name: string
    value: string
    at: Date
    actor: string
    source: string
    staff: boolean
    props: Record<string, unknown>
  }>`select name, value, occurred_at as at, actor, source, staff, props from event_log
      where member_id = ${memberId} and name like 'order.%' order by occurred_at, seq`.execute(database().db)
  return rows
}
const rowsOf = async (source: Source) => {
  const { rows } = await sql`
    select o.*, (select jsonb_agg(i order by line) from shop_order_item i where i.order_id = o.id) as items,
           (select jsonb_agg(r order by r.id) from shop_order_refund r where r.order_id = o.id) as refunds,
           (select count(*) from shop_order_change c where c.order_id = o.id) as changes
      from shop_order o where source_id = ${source.id} order by id`.execute(database().db)
  return JSON.stringify(rows)
}

test('S1-02 an order is a row with its lines, its product is made by its number, and its facts are the member’s, once each', async () => {
  const source = await shop()
  const memberId = await person('138 1234 0001')
  const given = order('E1', { customer: { phone: '+86 13812340001', name: '林小满' } })
  const [first] = await send(source, [given])
  expect(first).toMatchObject({ outcome: 'created', externalId: 'E1' })
  const told = await facts(memberId)
  expect(told).toMatchObject([
    {
      name: 'order.placed',
      value: '12800',
      at: new Date('2026-11-10T02:00:00Z'),
      source: 'fact',
      staff: false,
    },
    {
      name: 'order.paid',
      value: '12800',
      at: new Date('2026-11-10T02:03:00Z'),
      actor: `member:${memberId}`,
      props: { source: source.key, currency: 'CNY', items: 2, skus: ['YJ-227'], first: true },
    },
  ])
  const before = await rowsOf(source)
  const again = await send(source, [given, given])
  expect(again.map(({ outcome, id }) => [outcome, id])).toEqual([
    ['unchanged', first!.id],
    ['unchanged', first!.id],
  ])
  expect(await rowsOf(source)).toBe(before)
  expect(await facts(memberId)).toEqual(told)
  const { rows } =
    await sql`select name, price_minor, met_at is not null as met from product where sku = 'YJ-227'`.execute(
      database().db,
    )
  expect(rows).toEqual([{ name: '耶加雪菲 227g', price_minor: '6400', met: true }])
})

test('a newer one wins, an older one never, whatever the order in which they come', async () => {
  const source = await shop()
  const memberId = await person('13812340002')
  const customer = { phone: '13812340002' }
  const placed = order('E1', {
    status: 'placed',
    paidAt: undefined,
    updatedAt: '2026-11-10T02:00:00Z',
    customer,
  })
  const paid = order('E1', { customer })
  const done = order('E1', {
    status: 'completed',
    updatedAt: '2026-11-12T02:00:00Z',
    completedAt: '2026-11-12T02:00:00Z',
    customer,
    refunds: [{ id: 'R1', amountMinor: 2_800, at: '2026-11-12T01:00:00Z', reason: '少发一件' }],
  })
  const outcomes = async (...orders: object[]) => (await send(source, orders)).map(({ outcome }) => outcome)
  expect(await outcomes(done)).toEqual(['created'])
  const after = await rowsOf(source)
  expect(await outcomes(placed, paid)).toEqual(['older', 'older'])
  expect(await rowsOf(source)).toBe(after)
  // All of them in one batch, upside down, end the same.
  const other = await shop()
  expect((await send(other, [done, paid, placed])).map(({ outcome }) => outcome)).toEqual([
    'created',
    'older',
    'older',
  ])
  const third = await shop()
  expect((await send(third, [placed, paid, done])).map(({ outcome }) => outcome)).toEqual([
    'created',
    'updated',
    'updated',
  ])
  const { rows } = await sql<{ status: string; refunded_minor: string }>`
    select status, refunded_minor from shop_order where source_id in (${source.id}, ${other.id}, ${third.id})`.execute(
    database().db,
  )
  expect(rows).toEqual(Array(3).fill({ status: 'partly_refunded', refunded_minor: '2800' }))
  expect((await facts(memberId)).map(({ name, value }) => `${name} ${value}`).sort()).toEqual([
    ...Array(3).fill('order.paid 12800'),
    ...Array(3).fill('order.placed 12800'),
    ...Array(3).fill('order.refunded 2800'),
  ])
  // The same content under a later moment counts as that late.
  expect(await outcomes({ ...done, updatedAt: '2026-11-15T00:00:00Z' })).toEqual(['unchanged'])
  expect(await outcomes(order('E1', { updatedAt: '2026-11-14T00:00:00Z', customer }))).toEqual(['older'])
})

test('each refund is told once; what was told stays, and together they never exceed what was paid', async () => {
  const source = await shop()
  const memberId = await person('13812340003')
  const refund = (id: string, amountMinor: number) => ({ id, amountMinor, at: '2026-11-11T00:00:00Z' })
  const at = (day: number, refunds: object[]) =>
    order('E1', { customer: { phone: '13812340003' }, updatedAt: `2026-11-${day}T00:00:00Z`, refunds })
  await send(source, [at(11, [refund('R1', 800)])])
  await send(source, [at(12, [refund('R1', 800), refund('R2', 12_000)])])
  expect((await facts(memberId)).filter(({ name }) => name === 'order.refunded')).toMatchObject([
    { value: '800', props: { whole: false } },
    { value: '12000', props: { whole: true } },
  ])
  expect((await send(source, [at(13, [refund('R1', 900)])]))[0]).toMatchObject({
    outcome: 'refused',
    code: 'refund_changed',
  })
  expect((await send(source, [at(13, [refund('R3', 1)])]))[0]).toMatchObject({
    outcome: 'refused',
    code: 'refund_too_much',
  })
  expect((await send(source, [at(13, [refund('R4', 1), refund('R4', 1)])]))[0]).toMatchObject({
    code: 'refund_twice',
  })
  const { rows } =
    await sql`select status, refunded_minor from shop_order where source_id = ${source.id}`.execute(
      database().db,
    )
  expect(rows).toEqual([{ status: 'refunded', refunded_minor: '12800' }])
})

test('of refunds told together only the last one leaves nothing of the payment', async () => {
  const source = await shop()
  const memberId = await person('13812340031')
  const refund = (id: string, amountMinor: number, day: number) => ({
    id,
    amountMinor,
    at: `2026-11-${day}T00:00:00Z`,
  })
  const refunds = [refund('R2', 7_000, 13), refund('R1', 800, 12), refund('R3', 5_000, 14)]
  const customer = { phone: '13812340031' }
  await send(source, [order('E1', { customer, refunds })])
  // One of them is known, and one that happened before it is told of later.
  await send(source, [order('E2', { customer, refunds: [refunds[2]] })])
  await send(source, [order('E2', { customer, refunds, updatedAt: '2026-11-14T01:00:00Z' })])
  const told = (await facts(memberId)).filter(({ name }) => name === 'order.refunded')
  expect(told.map(({ value, props }) => `${value} ${props.whole}`).sort()).toEqual([
    '5000 false',
    '5000 true',
    '7000 false',
    '7000 true',
    '800 false',
    '800 false',
  ])
})

test('S1-10 an amount that changes after it was announced is announced again as what counts, once', async () => {
  const source = await shop()
  const memberId = await person('13812340032')
  const at = (hour: number, totalMinor: number) =>
    order('E1', { customer: { phone: '13812340032' }, updatedAt: `2026-11-11T0${hour}:00:00Z`, totalMinor })
  const amended = async () =>
    (await facts(memberId))
      .filter(({ name }) => name === 'order.amended')
      .map(({ value, actor, source: from, props }) => [value, props.was, actor, from])
  await send(source, [at(1, 12_800)])
  await send(source, [at(2, 9_900), at(2, 9_900)])
  expect(await amended()).toEqual([['9900', 12_800, 'system:commerce', 'fact']])
  // Told by a list as well: nobody acted in the community because of it.
  await send(source, [at(3, 15_000)], 'import')
  expect((await amended())[1]).toEqual(['15000', 9_900, 'system:commerce', 'fact'])
  const { rows } = await sql<{ value: string }>`
    select a.value from event_amendment a join shop_order o on o.id = a.object_id
     where a.name = 'order.paid' and a.object_kind = 'order' and o.source_id = ${source.id}`.execute(
    database().db,
  )
  expect(rows).toEqual([{ value: '15000' }])
  // Whose order nobody knows yet is told with the amount it has by then.
  const unknown = (hour: number, totalMinor: number) =>
    order('E2', { customer: { phone: '13812340033' }, updatedAt: `2026-11-11T0${hour}:00:00Z`, totalMinor })
  await send(source, [unknown(1, 100)])
  await send(source, [unknown(2, 200)])
  const late = await person('13812340033')
  await matchWaiting(system(), vault, [late])
  expect((await facts(late)).map(({ name, value }) => `${name} ${value}`)).toEqual([
    'order.placed 200',
    'order.paid 200',
  ])
})

test('a shop whose clock is ahead cannot keep its own later word from counting', async () => {
  const source = await shop()
  const ahead = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString()
  expect((await send(source, [order('E1', { updatedAt: ahead(6) })]))[0]).toMatchObject({
    outcome: 'refused',
    code: 'updated_ahead',
    message: expect.stringContaining('五分钟'),
  })
  expect((await send(source, [order('E1', { updatedAt: ahead(5) })]))[0]!.outcome).toBe('created')
})

test('facts cannot be announced twice: the database refuses to forget that they were', async () => {
  const source = await shop()
  await person('13812340004')
  await send(source, [order('E1', { customer: { phone: '13812340004' } })])
  await expect(
    sql`update shop_order set paid_told_at = null where source_id = ${source.id}`.execute(database().db),
  ).rejects.toThrow(/announced already/)
})

test('ten who send the same orders at once make each of them once, and tell each of them once', async () => {
  const source = await shop()
  const memberId = await person('13812340005')
  const some = Array.from({ length: 20 }, (_, n) => order(`E${n}`, { customer: { phone: '13812340005' } }))
  const all = await Promise.all(Array.from({ length: 10 }, () => send(source, some)))
  const outcomes = all.flat().map(({ outcome }) => outcome)
  expect(outcomes.filter((each) => each === 'created')).toHaveLength(20)
  expect(outcomes.filter((each) => each === 'unchanged')).toHaveLength(180)
  const told = await facts(memberId)
  expect(told).toHaveLength(40)
  expect(told.filter(({ props }) => props.first === true)).toHaveLength(1)
})

test('an order of somebody unknown waits, and is his when he appears, with the time at which it happened', async () => {
  const source = await shop()
  await send(source, [
    order('E1', { customer: { phone: '13812340006', name: '还不认识' } }),
    order('E2', {
      customer: { phone: '13812340006' },
      paidAt: '2026-11-12T00:00:00Z',
      updatedAt: '2026-11-12T00:00:00Z',
    }),
  ])
  const memberId = await person('13812340006')
  expect(await facts(memberId)).toEqual([])
  expect(await matchWaiting(system(), vault, [memberId])).toBe(2)
  expect((await facts(memberId)).filter(({ name }) => name === 'order.paid')).toMatchObject([
    { at: new Date('2026-11-10T02:03:00Z'), props: { first: true } },
    { at: new Date('2026-11-12T00:00:00Z'), props: { first: false } },
  ])
  expect(await matchWaiting(system(), vault, [memberId])).toBe(0)
  // What comes later goes to him at once.
  await send(source, [order('E3', { customer: { phone: '13812340006' } })])
  expect((await facts(memberId)).filter(({ name }) => name === 'order.paid')).toHaveLength(3)
})

test('a number that a member only typed in shows him nobody’s orders', async () => {
  const source = await shop()
  const thief = await joinCommunity(system(), { accountId: null, nickname: '冒名' })
  const contact = await addContact(
    system(),
    vault,
    thief,
    { kind: 'phone', value: '13812340007' },
    { source: 'member' },
  )
  await send(source, [order('E1', { customer: { phone: '13812340007' } })])
  expect(await matchWaiting(system(), vault, [thief])).toBe(0)
  expect(await facts(thief)).toEqual([])
  // The control: checked, it is his.
  await sql`update member_contact set verified_at = now() where id = ${contact.id}`.execute(database().db)
  expect(await matchWaiting(system(), vault, [thief])).toBe(1)
})

test('keys that point at two members wait for a person, who decides once', async () => {
  const source = await shop()
  const [one, other] = [await person('13812340008'), await person()]
  await addContact(
    system(),
    vault,
    other,
    { kind: 'email', value: 'other@example.com' },
    { source: 'operator' },
  )
  await send(source, [order('E1', { customer: { phone: '13812340008', email: 'other@example.com' } })])
  const { rows } = await sql<{ id: Id; several: boolean; memberId: Id | null }>`
    select id, several, member_id as "memberId" from order_customer where source_id = ${source.id}`.execute(
    database().db,
  )
  expect(rows).toMatchObject([{ several: true, memberId: null }])
  expect(await matchByHand(system(), rows[0]!.id, other)).toEqual({ orders: 1 })
  expect((await facts(other)).map(({ name }) => name)).toEqual(['order.placed', 'order.paid'])
  await expect(matchByHand(system(), rows[0]!.id, one)).rejects.toMatchObject({
    code: 'order_customer_matched',
  })
  await expect(matchByHand(system(), rows[0]!.id, '999999')).rejects.toMatchObject({
    code: 'order_customer_matched',
  })
})

test('members are known by token, by the shop’s own number and by address as well', async () => {
  const source = await shop()
  const [byToken, byNumber, byMail] = [await person(), await person(), await person()]
  const { rows } = await sql<{ token: string }>`select token from member where id = ${byToken}`.execute(
    database().db,
  )
  await addContact(
    system(),
    vault,
    byNumber,
    { kind: 'external', system: source.key, value: 'C-77' },
    { source: 'import' },
  )
  await addContact(
    system(),
    vault,
    byMail,
    { kind: 'email', value: 'Mail@Example.com' },
    { source: 'operator' },
  )
  await send(source, [
    order('E1', { customer: { token: rows[0]!.token } }),
    order('E2', { customer: { id: 'C-77', phone: 'no number' } }),
    order('E3', { customer: { email: 'mail@example.COM' } }),
  ])
  for (const id of [byToken, byNumber, byMail]) expect(await facts(id)).toHaveLength(2)
})

test('orders of a list are the past: they are told of as such, and nobody reacts', async () => {
  const source = await shop()
  const memberId = await person('13812340009')
  await send(source, [order('E1', { customer: { phone: '13812340009' } })], 'import')
  expect((await facts(memberId)).map((each) => each.source)).toEqual(['import', 'import'])
})

test('L-12, L-13 a merge moves orders, taking it back returns them, and erasing leaves amounts that point at nobody', async () => {
  const source = await shop()
  const [double, kept] = [await person('13812340010'), await person()]
  await send(source, [order('E1', { customer: { phone: '13812340010', name: '王一' } })])
  const owner = async () =>
    (
      await sql<{ o: Id | null; c: Id | null }>`
      select o.member_id as o, c.member_id as c from shop_order o left join order_customer c on c.id = o.customer_id
       where o.source_id = ${source.id}`.execute(database().db)
    ).rows
  const moved = await orderData.merge(system(), double, kept)
  expect(await owner()).toEqual([{ o: kept, c: kept }])
  await orderData.unmerge(system(), double, kept, JSON.parse(JSON.stringify(moved)))
  expect(await owner()).toEqual([{ o: double, c: double }])
  expect(JSON.stringify(await orderData.copy(system(), double))).toContain('耶加雪菲')
  await orderData.erase(system(), double)
  await orderData.erase(system(), double)
  expect(await owner()).toEqual([{ o: null, c: null }])
  const { rows } = await sql`select 1 from order_customer where source_id = ${source.id}`.execute(
    database().db,
  )
  expect(rows).toEqual([])
})
