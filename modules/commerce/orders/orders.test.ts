import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import { addContact, joinCommunity } from '#modules/members/api.ts'
import { useDatabase } from '#test/database.ts'
import { order, orderWorld, vault } from '#test/order-world.ts'
import { matchByHand, matchWaiting } from './matching.ts'
import { orderData } from './personal.ts'
import type { OrderSource } from './sources.ts'

const database = useDatabase()
const { facts, person, send, shop, system } = orderWorld(database)
const rowsOf = async (source: OrderSource) => {
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
