/** Values that were put right later: rows and the rollup say what counts, however often and in whatever order. */
import { expect, test } from 'vitest'
import { useWarehouse } from '#test/warehouse.ts'
import { rebuildWarehouse } from '../warehouse.ts'
import { amend } from './amend.ts'

const world = useWarehouse()
const sql = (text: string, params: unknown[] = []) => world().database.pool.query(text, params)
const settled = async () => {
  await sql(`select pg_notify('event_log', '')`)
  await world().settled()
}

const paid = (order: number, value: number) =>
  sql(
    `insert into event_log (name, source, actor, member_id, object_kind, object_id, value, occurred_at)
     values ('order.paid', 'fact', 'member:7', 7, 'order', $1, $2, '2026-09-01T04:00:00Z')`,
    [order, value],
  )

/** As `commerce` announces it: what counts and the fact, in one statement. */
const amended = (order: number, value: number) =>
  sql(
    `with counts as (
       insert into event_amendment (name, object_kind, object_id, value, amended_at) values ('order.paid', 'order', $1, $2, now())
       on conflict (name, object_kind, object_id) do update set value = excluded.value)
     insert into event_log (name, source, actor, object_kind, object_id, value)
     values ('order.amended', 'fact', 'system:test', 'order', $1, $2)`,
    [order, value],
  )

const sums = async () => {
  const [row] = await world().warehouse.query<{ rows: string; rollup: string }>(
    `SELECT (SELECT sum(value) FROM event WHERE name = 'order.paid') AS rows,
       (SELECT sum(amount) FROM event_day WHERE name = 'order.paid') AS rollup`,
  )
  return [Number(row?.rows), Number(row?.rollup)]
}

test('S4-06 equal corrections on one day all count, one after the other', async () => {
  world().startSink()
  for (const order of [1, 2, 3]) await paid(order, 10_000)
  await settled()
  expect(await sums()).toEqual([30_000, 30_000])
  for (const order of [1, 2, 3]) {
    await amended(order, 9_000)
    await settled()
    expect(await sums()).toEqual([30_000 - order * 1_000, 30_000 - order * 1_000])
  }
  // There and back again, and there: the same differences once more.
  for (const value of [10_000, 9_000, 10_000]) {
    await amended(1, value)
    await settled()
    expect(await sums()).toEqual([18_000 + value, 18_000 + value])
  }
  await rebuildWarehouse(world().database.pool)
  await settled()
  expect(await sums()).toEqual([28_000, 28_000])
})

test('S4-06 a difference that was settled before is added again, whatever the server takes for a repetition', async () => {
  const { client } = world().warehouse
  const before = await sums()
  // As servers do that take equal blocks of any INSERT … SELECT for one; this one does when they are in order.
  const difference = `INSERT INTO event_day (day, group_id, name, amount)
    SELECT toDate('2026-08-01') AS d, 0 AS g, 'order.paid' AS n, -100 AS a ORDER BY ALL`
  await client.command(difference)
  await client.command(difference)
  expect(await sums()).toEqual([before[0], before[1]! - 200])
  await client.command(difference.replace('-100', '200'))
})

test('S4-06 killed between the rows and the rollup, a retry settles what is missing, and nothing twice', async () => {
  const { client } = world().warehouse
  const place = { database: client.database }
  await amended(2, 4_000)
  await settled()
  const right = await sums()
  const { rows } = await sql(`select seq, tx::text from event_log where name = 'order.amended' order by seq`)
  const plan = { low: rows[0].seq, high: rows.at(-1).seq, tx: rows.at(-1).tx, seq: rows.at(-1).seq, rows: 1 }
  const again = () => amend(world().database.pool, client, plan as Parameters<typeof amend>[2], place)
  // The rows say it already, the rollup does not; then neither does.
  await client.command(
    `INSERT INTO event_day (day, group_id, name, amount) SELECT toDate('2026-09-01'), 0, 'order.paid', 6000`,
  )
  expect(await sums()).not.toEqual(right)
  await again()
  expect(await sums()).toEqual(right)
  await client.command(
    `ALTER TABLE event UPDATE value = 10000 WHERE name = 'order.paid' AND object_id = 2 SETTINGS mutations_sync = 2`,
  )
  expect(await sums()).not.toEqual(right)
  for (let time = 0; time < 2; time++) await again()
  expect(await sums()).toEqual(right)
})
