import { describe, expect, test } from 'vitest'
import type { Log } from '#base/parts.ts'
import { silentLog, until, useWarehouse } from '#test/warehouse.ts'
import { rebuildWarehouse } from '../warehouse.ts'
import { readCursor } from './cursor.ts'
import { readLag } from './lag.ts'
import type { Sink } from './sink.ts'

const world = useWarehouse()
let sink: Sink

/** Adds events as a verb would: committed rows of the log, and a notification. */
async function record(count: number, extra = '') {
  await world().database.pool.query(
    `insert into event_log (name, source, actor, member_id, occurred_at, props)
     select 'page.viewed', 'track', 'anonymous', n % 7 + 1, now() - make_interval(days => n % 40), jsonb_build_object('n', n, 'text', $2::text)
       from generate_series(1, $1) as n`,
    [count, extra],
  )
  await world().database.pool.query(`select pg_notify('event_log', '')`)
}
const count = async () =>
  Number((await world().warehouse.query<{ c: string }>('SELECT count() AS c FROM event'))[0]?.c)
const differing = async () => {
  const { rows } = await world().database.pool.query<{ seqs: string }>(
    `select count(*) || ':' || sum(seq) as seqs from event_log`,
  )
  const [there] = await world().warehouse.query<{ seqs: string }>(
    `SELECT concat(toString(uniqExact(seq)), ':', toString(sum(seq))) AS seqs FROM event`,
  )
  return [rows[0]?.seqs, there?.seqs]
}

describe('the sink', () => {
  test('moves what is in the log and what comes, within two seconds (architecture §5)', async () => {
    await record(1_000)
    sink = world().startSink()
    await world().settled()
    expect(await count()).toBe(1_000)
    const began = Date.now()
    await record(10)
    await until(async () => (await count()) === 1_010, 5)
    expect(Date.now() - began).toBeLessThan(2_000)
  })

  test('carries every kind of text and value through unchanged', async () => {
    const odd = 'tab\t line\n return\r back\\slash "quotes" \'single\' \\N \b\f\v 中文 🍵'
    const { rows } = await world().database.pool.query(
      `insert into event_log (name, source, actor, member_id, anonymous_id, session_id, object_kind, object_id, value, bot, staff, test, props, context, occurred_at)
       values ('odd.one', 'import', $1, 9007199254740993, $1, $1, $1, -5, -9007199254740993, true, false, true, $2, $2, '2026-03-29 00:59:59.123456+00')
       returning seq`,
      [odd, JSON.stringify({ odd })],
    )
    await world().settled()
    const [row] = await world().warehouse.query<Record<string, unknown>>(
      'SELECT *, day, person FROM event WHERE seq = {seq:UInt64}',
      { seq: rows[0].seq },
    )
    expect(row).toMatchObject({
      actor: odd,
      anonymous_id: odd,
      object_kind: odd,
      member_id: '9007199254740993',
      object_id: '-5',
      value: '-9007199254740993',
      bot: true,
      staff: false,
      test: true,
      occurred_at: '2026-03-29T00:59:59.123456Z',
      day: '2026-03-29',
      person: false,
    })
    expect(JSON.parse(row?.props as string)).toEqual({ odd })
  })

  test('never passes over a transaction that commits late', async () => {
    const late = await world().database.pool.connect()
    await late.query('begin')
    await late.query(`insert into event_log (name, source) values ('late.one', 'track')`)
    await record(5)
    await new Promise((resume) => setTimeout(resume, 600))
    await late.query('commit')
    late.release()
    await record(5)
    await world().settled()
    const [log, warehouse] = await differing()
    expect(warehouse).toBe(log)
  })

  test('has one runner among many', async () => {
    const others = [world().startSink(), world().startSink()]
    await record(100)
    await world().settled()
    expect([sink, ...others].map((each) => each.isRunner)).toEqual([true, false, false])
    await Promise.all(others.map((each) => each.stop()))
    const [log, warehouse] = await differing()
    expect(warehouse).toBe(log)
  })

  test('S4-06 rebuilds everything from the log with equal totals', async () => {
    const totals = `SELECT (SELECT sum(cityHash64(seq, name, member_id, props)) FROM event) AS rows,
       (SELECT sum(events) + sum(excluded) FROM event_day) AS counted,
       (SELECT groupBitmapMerge(members) FROM active_day) AS members`
    const before = await world().warehouse.query(totals)
    const generation = (await readCursor(world().database.pool)).generation
    // Also a sink that has nothing to do notices it.
    await new Promise((resume) => setTimeout(resume, 1_500))
    await rebuildWarehouse(world().database.pool)
    await until(async () => (await readLag(world().database.pool)).rows === 0)
    expect(await world().warehouse.query(totals)).toEqual(before)
    expect((await readCursor(world().database.pool)).generation).not.toBe(generation)
  })

  test('notices that rows vanished, or that days begin elsewhere, and fills everything again', async () => {
    const { warehouse, database, startSink } = world()
    const reasons: string[] = []
    const log: Log = { ...silentLog, warn: (fields) => reasons.push((fields as { reason: string }).reason) }
    await sink.stop()
    await warehouse.client.command('TRUNCATE TABLE event_day')
    const second = startSink({ log })
    // The log says that nothing waits until the sink begins again, and meanwhile there may be no tables.
    const counted = async () => {
      const sums = await warehouse
        .query<{ counted: string }>('SELECT sum(events) + sum(excluded) AS counted FROM event_day')
        .catch(() => [])
      return Number(sums[0]?.counted ?? 0)
    }
    await until(
      async () => reasons.length === 1 && (await counted()) > 0 && (await readLag(database.pool)).rows === 0,
    )
    expect(reasons[0]).toMatch(/event_day counts 0 events instead of \d+/)
    expect(await counted()).toBe(await count())
    await second.stop()
    startSink({ log, timeZone: async () => 'America/New_York' })
    const oddDay = async () =>
      (
        await warehouse.query<{ day: string }>(`SELECT day FROM event WHERE name = 'odd.one'`).catch(() => [])
      )[0]?.day
    await until(async () => (await oddDay()) === '2026-03-28' && (await readLag(database.pool)).rows === 0)
    expect(reasons[1]).toMatch(/time zone changed/)
  })
})
