/** Lists of people as many as there are: page by page, and no more of them at once than a process bears. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { createList } from '#modules/audience/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { emptyWarehouse } from '#test/event-rows.ts'
import { pagesBehind } from '../analysis.ts'
import type { Asking } from '../asking.ts'
import { pagesOfStanding } from './standing.sql.ts'

const database = useDatabase()
let client: Awaited<ReturnType<typeof emptyWarehouse>>
const ctx = (): Ctx => testCtx(database(), { kind: 'system', name: 'test' }, new Date('2026-11-20T02:00:00Z'))
const asking = (): Asking => ({
  ctx: ctx(),
  clock: { now: ctx().now, zone: 'Asia/Shanghai', today: '2026-11-20' },
  parts: {} as Asking['parts'],
  query: client.query,
  once: client.query,
})

beforeAll(async () => {
  client = await emptyWarehouse()
})
afterAll(() => client?.end())

test('a list takes everybody of a tenth, however many, and never more of them at once than a process bears', async () => {
  const { pool } = database()
  const fill = async (from: number, to: number) => {
    const connection = await pool.connect()
    try {
      // Members are not what this is about, and two hundred thousand of them take their time.
      await connection.query('begin')
      await connection.query('set local session_replication_role = replica')
      await connection.query(
        `insert into value_standing (member_id, model_id, x, tx, age, spent, alive, purchases, revenue, at_stake, decile, seen_alive, seen_revenue)
         select n, coalesce((select max(id) from value_model), 1), 1, 1, 10, 100, 0.9, 1, n, 1, 10, 90, 100
           from generate_series($1::int, $2::int) as n`,
        [from, to],
      )
      await connection.query('commit')
    } finally {
      connection.release()
    }
  }
  await pool.query('delete from value_standing')
  await fill(1_000_001, 1_120_000)
  const told = async (pages: AsyncIterable<readonly string[]>) => {
    const sizes: number[] = []
    const all = new Set<string>()
    for await (const page of pages) {
      sizes.push(page.length)
      for (const id of page) all.add(id)
    }
    return { most: Math.max(...sizes), all }
  }
  await fill(1_120_001, 1_200_001)
  await database()
    .db.transaction()
    .execute(async (db) => {
      const { most, all } = await told(pagesOfStanding({ ...ctx(), db }, { decile: 10 }))
      expect(all.size).toBe(200_001)
      expect(most).toBe(10_000)
    })
  // The same for people behind a figure of the warehouse.
  const members = (count: number) => ({
    sql: 'SELECT toUInt64(number + 2000000) AS member_id FROM numbers({many:UInt64})',
    params: { many: count },
  })
  await client.insert({
    table: 'member',
    columns: ['id', 'present', 'version'],
    rows: Array.from({ length: 3 }, (_, at) => ({ id: 2_000_000 + at, present: true, version: 1 })),
  })
  const few = await told(pagesBehind(asking(), members(3), 2))
  expect([...few.all]).toEqual(['2000000', '2000001', '2000002'])
  await client.command(
    'INSERT INTO member (id, present, version) SELECT number + 2000000, true, 2 FROM numbers(300001)',
  )
  expect(await told(pagesBehind(asking(), members(300_001)))).toMatchObject({
    most: 250_000,
    all: { size: 300_001 },
  })
})

test('a list is made whole of many pages, each member once, with one note of it', async () => {
  const { pool } = database()
  await pool.query(
    `insert into member (id, token, nickname, joined_at)
     select n, 'many-' || n, '买家', now() from generate_series(1000001, 1030000) as n`,
  )
  const ids = Array.from({ length: 30_000 }, (_, at) => String(1_000_001 + at))
  const made = await createList(
    { ...ctx(), actor: { kind: 'system', name: 'test' } },
    { check: async () => undefined },
    { name: '所有买家', note: '' },
    async function* () {
      for (let at = 0; at < ids.length; at += 12_000) yield ids.slice(at, at + 12_000)
      // Twice is once.
      yield ids.slice(0, 5)
    },
  )
  expect(made.members).toBe(30_000)
  const { rows } = await pool.query(
    `select (select count(*)::int from segment_member where segment_id = $1) as listed,
            (select count(*)::int from event_log where name = 'segment.entered' and props ->> 'segmentId' = $1::text) as entered,
            (select count(*)::int from event_log where name = 'segment.computed' and props ->> 'segmentId' = $1::text) as computed`,
    [made.id],
  )
  expect(rows).toEqual([{ listed: 30_000, entered: 30_000, computed: 1 }])
}, 120_000)
