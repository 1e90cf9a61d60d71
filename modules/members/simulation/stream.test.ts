import { expect, test } from 'vitest'
import { openClient } from '#base/warehouse/client.ts'
import { createDatabase, createStatements } from '#base/warehouse/schema/ddl.ts'
import { warehouseSchema } from '#base/warehouse/schema/schema.ts'
import { testWarehouseUrl } from '#test/warehouse.ts'
import { happeningsOf } from './behaviour.ts'
import { settingsOf } from './load.ts'
import { openWorld, personOf } from './person.ts'
import { streamToWarehouse } from './stream.ts'

test('the stream into a warehouse is the same community, and its rollups agree with its events', async () => {
  const client = openClient(testWarehouseUrl())
  const { database } = client
  const settings = settingsOf({
    members: 300,
    days: 60,
    seed: 11,
    endsOn: '2026-11-18',
    now: new Date('2026-11-19T00:00:00Z'),
  })
  try {
    await client.command(createDatabase({ database }), {}, { database: false })
    for (const statement of createStatements(warehouseSchema({ timeZone: 'Asia/Shanghai' }), { database }))
      await client.command(statement)
    const streamed = await streamToWarehouse(client, settings)

    const world = openWorld(settings)
    const lives = Array.from({ length: 300 }, (_, index) => [...happeningsOf(world, personOf(world, index))])
    const spent = lives.flat().reduce((sum, each) => sum + (each.name === 'order.paid' ? each.value! : 0), 0)
    expect(streamed).toBe(lives.flat().length)
    const [totals] = await client.query<Record<string, string>>(
      `select count() as events, uniqExact(seq) as numbers, uniqExact(member_id) as members,
              sumIf(value, name = 'order.paid') as spent from event`,
    )
    expect(totals).toEqual({
      events: String(streamed),
      numbers: String(streamed),
      members: '300',
      spent: String(spent),
    })
    const days = (table: string, people: string) =>
      client.query<{ day: string; people: string }>(
        `select toString(day) as day, toString(${people}) as people from ${table} group by day order by day`,
      )
    expect(await days('active_day', 'groupBitmapMerge(members)')).toEqual(
      await days('event', 'uniqExact(member_id)'),
    )
  } finally {
    await client.command(`drop database if exists ${database}`, {}, { database: false })
    await client.close()
  }
})
