import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '#test/database.ts'
import { now, order, orderWorld, vault } from '#test/order-world.ts'
import { matchWaiting } from './matching.ts'

const database = useDatabase()
const { facts, person, send, shop, system } = orderWorld(database)

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
  // A file tells of the past: counted, and nobody reacts to it.
  await send(source, [at(3, 15_000)], 'import')
  expect((await amended())[1]).toEqual(['15000', 9_900, 'system:commerce', 'import'])
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

test('S1-10 what a file tells later is the past, what the shop tells live is news, whoever told of the order first', async () => {
  const source = await shop()
  const memberId = await person('13812340034')
  const customer = { phone: '13812340034' }
  const at = (id: string, hour: number, more: object) =>
    order(id, { customer, updatedAt: `2026-11-11T0${hour}:00:00Z`, ...more })
  const refund = { refunds: [{ id: 'R1', amountMinor: 800, at: '2026-11-12T00:00:00Z' }] }
  const unpaid = { status: 'placed', paidAt: undefined }
  await send(source, [at('LIVE', 1, {}), at('LIVE-2', 1, unpaid)])
  await send(source, [at('LIVE', 2, { ...refund, totalMinor: 9_900 }), at('LIVE-2', 2, {})], 'import')
  await send(source, [at('OLD', 1, {}), at('OLD-2', 1, unpaid)], 'import')
  await send(source, [at('OLD', 2, { ...refund, totalMinor: 9_900 }), at('OLD-2', 2, {})])
  const { rows } = await sql<{ told: string }>`
    select o.external_id || ' ' || e.name || ' ' || e.source as told
      from event_log e join shop_order o on o.id = e.object_id
     where e.member_id = ${memberId} and e.name like 'order.%'`.execute(database().db)
  expect(rows.map(({ told }) => told).sort()).toEqual([
    'LIVE order.amended import',
    'LIVE order.paid fact',
    'LIVE order.placed fact',
    'LIVE order.refunded import',
    'LIVE-2 order.paid import',
    'LIVE-2 order.placed fact',
    'OLD order.amended fact',
    'OLD order.paid import',
    'OLD order.placed import',
    'OLD order.refunded fact',
    'OLD-2 order.paid fact',
    'OLD-2 order.placed import',
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
