/** Nobody acts on a part of what happened: while the warehouse is filled again, or far behind, sets are refused. */
import { beforeAll, expect, test } from 'vitest'
import { beginGeneration, readCursor } from '#base/warehouse/sink/cursor.ts'
import type { Sink } from '#base/warehouse/sink/sink.ts'
import { testCtx } from '#test/database.ts'
import { until, useWarehouse } from '#test/warehouse.ts'
import type { Audience } from '../audience.ts'
import type { Definition } from '../conditions/condition.ts'
import { openAudience } from '../open-audience.ts'
import { computeRfmJob } from '../rfm/jobs.ts'
import { computeSegment } from '../segments/compute.ts'
import { createSegment } from '../segments/segments.ts'
import { computeStagesJob } from '../stages/jobs.ts'

const world = useWarehouse()
const many = 400
const refused = { code: 'warehouse_unavailable' }
const quiet = {
  id: '1',
  attempt: 1,
  requestedBy: 'system:test',
  signal: new AbortController().signal,
  progress: async () => undefined,
}
const ctx = () => testCtx(world().database, undefined, new Date())
const active: Definition = {
  version: 1,
  who: {
    kind: 'event',
    event: 'page.viewed',
    measure: { of: 'count', op: 'gte', value: 1 },
  },
}
let audience: Audience
let sink: Sink

const record = async (age: string) => {
  await world().database.pool.query(
    `insert into event_log (name, source, actor, member_id, recorded_at, occurred_at)
     select 'page.viewed', 'track', 'anonymous', n, now() - $2::interval, now() - $2::interval
       from generate_series(1, $1) as n`,
    [many, age],
  )
  await world().database.pool.query(`select pg_notify('event_log', '')`)
}
const found = async () => {
  const ids: string[] = []
  for await (const batch of audience.members(ctx(), active)) ids.push(...batch)
  return ids.length
}
const listed = async (id: string) =>
  Number(
    (await world().database.pool.query('select count(*) from segment_member where segment_id = $1', [id]))
      .rows[0].count,
  )

beforeAll(async () => {
  await world().database.pool.query(
    `insert into member (id, token, nickname, joined_at) select n, 'm' || n, 'm' || n, now() from generate_series(1, $1) as n`,
    [many],
  )
  await record('1 hour')
  audience = openAudience({ warehouse: world().warehouse }, { facts: () => [], fields: () => [] })
  sink = world().startSink()
  await world().settled()
  await until(() => audience.copies.fill(ctx()))
})

test('while the warehouse is filled again nobody leaves a segment, no stage and no tier is computed', async () => {
  const { pool } = world().database
  const { id } = await createSegment(ctx(), audience, { name: '来过', kind: 'dynamic', definition: active })
  expect(await computeSegment(ctx(), audience, id)).toMatchObject({ members: many })
  await sink.stop()
  await beginGeneration(pool)
  const slow = world().startSink({ batchRows: 5 })
  // The copies of members are whole long before what they did is.
  await until(async () => (await readCursor(pool)).rows > 0)
  await until(() => audience.copies.fill(ctx()))
  await slow.stop()
  const { rows } = await readCursor(pool)
  const there = await world().warehouse.query<{ n: string }>('SELECT uniqExact(member_id) AS n FROM event')
  expect([rows < many, Number(there[0]?.n) < many]).toEqual([true, true])

  await expect(computeSegment(ctx(), audience, id)).rejects.toMatchObject(refused)
  expect(await listed(id)).toBe(many)
  await expect(found()).rejects.toMatchObject(refused)
  await expect(audience.count(ctx(), active)).rejects.toMatchObject(refused)
  const rfm = computeRfmJob(world(), audience)
  await expect(rfm.run(ctx(), {}, quiet)).rejects.toMatchObject(refused)
  const stages = computeStagesJob(world().warehouse, audience)
  await expect(stages.run(ctx(), {}, quiet)).rejects.toMatchObject(refused)

  sink = world().startSink()
  await world().settled()
  expect(await computeSegment(ctx(), audience, id)).toEqual({ members: many, entered: 0, left: 0 })
})

test('a warehouse that is minutes behind is shown, but not acted upon', async () => {
  await world().settled()
  await sink.stop()
  await record('301 seconds')
  expect(await audience.count(ctx(), active)).toBe(many)
  await expect(audience.requireFresh(ctx())).rejects.toMatchObject(refused)
  await expect(found()).rejects.toMatchObject(refused)
  sink = world().startSink()
  await world().settled()
  await audience.requireFresh(ctx())
  expect(await found()).toBe(many)
})

test('a warehouse from before this was noted is whole at the next look that finds nothing', async () => {
  await sink.stop()
  await world().database.pool.query('update warehouse_sink set caught_up_at = null')
  await expect(audience.requireFresh(ctx())).rejects.toMatchObject(refused)
  sink = world().startSink()
  await until(async () => await audience.copies.areWhole(ctx()))
})

test('what emptied while it answered is no answer', async () => {
  let asked = 0
  const { warehouse } = world()
  const emptied = openAudience(
    {
      warehouse: {
        query: async (...given: Parameters<typeof warehouse.query>) => {
          const rows = await warehouse.query<never>(...given)
          asked++
          await beginGeneration(world().database.pool)
          return rows
        },
        insert: warehouse.insert,
        status: warehouse.status,
      },
    },
    { facts: () => [], fields: () => [] },
  )
  await sink.stop()
  await expect(emptied.members(ctx(), active)[Symbol.asyncIterator]().next()).rejects.toMatchObject(refused)
  expect(asked).toBe(1)
})
