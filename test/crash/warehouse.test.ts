/** The warehouse under violence: kills while it takes events, a lost folder, a long absence (G20, G21, G22). */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freePort } from '#base/db/embedded.ts'
import {
  type EmbeddedWarehouse,
  embeddedWarehouseUrl,
  startEmbeddedWarehouse,
} from '#base/warehouse/embedded/embedded.ts'
import { findNextBatch, readCursor, storePlan } from '#base/warehouse/sink/cursor.ts'
import { deliver } from '#base/warehouse/sink/deliver.ts'
import { readLag } from '#base/warehouse/sink/lag.ts'
import { prepareWarehouse } from '#base/warehouse/sink/prepare.ts'
import { makeTestWarehouse, until } from '#test/warehouse.ts'
import { type DurablePostgres, seeded, startDurablePostgres } from './durable.ts'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
console.warn(`seed ${seed}`)
const random = seeded(seed)
const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms))

const home = mkdtempSync(join(tmpdir(), 'juluo-crash-warehouse-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** A warehouse that is started again when it dies, as the supervisor does. */
async function keepWarehouse(dir: string) {
  const port = await freePort()
  let current: EmbeddedWarehouse | undefined
  let ending = false
  let starting: Promise<void> | undefined
  const start = () => {
    starting = startEmbeddedWarehouse({
      dir,
      port,
      password: 'crash',
      memoryMiB: 1024,
      logFile: join(home, 'clickhouse.log'),
      onExit: () => {
        if (!ending) void start()
      },
    }).then((started) => {
      current = started
    })
    return starting
  }
  await start()
  return {
    url: embeddedWarehouseUrl(port, 'crash'),
    /** Kills it as soon as it runs. */
    kill: async () => {
      while (!current) await pause(20)
      process.kill(current.pid, 'SIGKILL')
      current = undefined
    },
    stop: async () => {
      ending = true
      await starting
      await current?.stop()
    },
    start: async () => {
      ending = false
      const began = performance.now()
      await start()
      return { seconds: (performance.now() - began) / 1000, movedAside: current?.movedAside }
    },
  }
}
type Kept = Awaited<ReturnType<typeof keepWarehouse>>
type World = Awaited<ReturnType<typeof makeTestWarehouse>>

const sinks: (() => Promise<void>)[] = []
/** A sink process that is started again when it dies. */
function keepSink(world: World, url: string, batchRows: number) {
  let child: ChildProcess
  let ending = false
  const said: string[] = []
  const stop = async () => {
    if (ending) return
    ending = true
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await gone
  }
  const start = () => {
    child = fork(join(import.meta.dirname, 'sink-process.ts'), [world.database.url, url, String(batchRows)], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    child.stdout?.on('data', (text) => said.push(String(text)))
    child.once('exit', () => {
      if (!ending) start()
    })
  }
  start()
  sinks.push(stop)
  return {
    said,
    kill: () => child.kill('SIGKILL'),
    stop,
  }
}

/** Writes a batch of events; resolves, with their numbers, after the commit. */
async function record(world: World, count: number): Promise<string[]> {
  const { rows } = await world.database.pool.query<{ seq: string }>(
    `insert into event_log (name, source, actor, member_id, group_id, occurred_at, bot, props)
     select (array['page.viewed', 'post.published', 'order.paid'])[n % 3 + 1], 'track', 'anonymous', random() * 500 + 1,
            n % 4, '2026-10-31 12:00+08'::timestamptz + random() * interval '3 days', n % 11 = 0, jsonb_build_object('n', n)
       from generate_series(1, $1) as n returning seq`,
    [count],
  )
  await world.database.pool.query(`select pg_notify('event_log', '')`)
  return rows.map((row) => row.seq)
}

/** The same totals from the log and from the warehouse, where they come from the table and from both rollups. */
async function totals(world: World) {
  const { rows: log } = await world.database.pool.query<Record<string, string>>(
    `select count(*) as events, count(*) as distinct_events, sum(seq) as seqs, count(*) as counted,
            count(*) filter (where not bot) as people,
            (select count(*) from (select distinct (occurred_at at time zone 'Asia/Shanghai')::date, member_id
                                     from event_log where not bot) as pairs) as member_days
       from event_log`,
  )
  const warehouse = await world.warehouse.query<Record<string, string>>(
    `SELECT count() AS events, uniqExact(seq) AS distinct_events, sum(seq) AS seqs,
            (SELECT sum(events) + sum(excluded) FROM event_day) AS counted,
            (SELECT sum(events) FROM event_day) AS people,
            (SELECT sum(members) FROM (SELECT groupBitmapMerge(members) AS members FROM active_day GROUP BY day)) AS member_days
       FROM event`,
  )
  return { log: log[0]!, warehouse: warehouse[0]! }
}

const behind = async (world: World) => (await readLag(world.database.pool)).rows

let postgres: DurablePostgres
beforeAll(async () => {
  postgres = await startDurablePostgres()
})
afterAll(() => postgres?.close())

/** An empty log, as only a test may make one. */
async function emptyLog(): Promise<void> {
  await postgres.connection.pool.query(
    `begin; set local session_replication_role = replica; truncate event_log;
     delete from warehouse_sink; insert into warehouse_sink default values; commit`,
  )
}

let folder = 0
let warehouse: Kept
let world: World
beforeEach(async () => {
  await emptyLog()
  warehouse = await keepWarehouse(join(home, String(folder++), 'clickhouse'))
  world = await makeTestWarehouse(warehouse.url, { ...postgres.connection, url: postgres.url })
})
afterEach(async () => {
  await Promise.all(sinks.splice(0).map((stop) => stop()))
  await world?.end()
  await warehouse?.stop()
})

describe('G20: kill −9 while events are taken', () => {
  test('12 of the warehouse, 5 of the sink, 1 of PostgreSQL: every event once, in the table and in its rollups', async () => {
    const sink = keepSink(world, warehouse.url, 700)
    await record(world, 500)
    await until(async () => (await readCursor(world.database.pool)).rows > 0)
    const { generation } = await readCursor(world.database.pool)
    for (let kill = 0; kill < 18; kill++) {
      for (let writes = 0; writes < 4; writes++) await record(world, Math.ceil(random() * 900))
      await pause(random() * 250)
      if (kill === 8) await postgres.crash()
      else if (kill % 3 === 2) sink.kill()
      else await warehouse.kill()
    }
    await until(async () => (await behind(world)) === 0, 60)
    await sink.stop()
    const { log, warehouse: found } = await totals(world)
    expect(found).toEqual(log)
    // It was the tokens that held, not a rebuild at the end.
    expect((await readCursor(world.database.pool)).generation).toBe(generation)
    expect(sink.said.join('')).not.toMatch(/filled again/)
    expect(Number(log.events)).toBeGreaterThan(10_000)
  })

  test('a batch that was sent but not confirmed is sent again and counted once; without its token twice', async () => {
    const { pool } = world.database
    await record(world, 1_000)
    const options = { pool, warehouse: world.warehouse.client, timeZone: 'Asia/Shanghai' }
    const ready = await prepareWarehouse(options)
    const plan = await findNextBatch(pool, ready, { rows: 5_000, bytes: 1e8 })
    const first = await storePlan(pool, ready, plan!)
    await deliver(pool, world.warehouse.client, first, first.plan!)
    await warehouse.kill()
    await until(() => world.warehouse.query('SELECT 1').then(() => true, () => false)) // biome-ignore format: one thought
    const again = await prepareWarehouse(options)
    expect(again).toEqual(first)
    await deliver(pool, world.warehouse.client, again, again.plan!)
    const held = await totals(world)
    expect(held.warehouse).toEqual(held.log)

    await deliver(pool, world.warehouse.client, again, again.plan!, { token: 'another' })
    const control = await totals(world)
    expect(control.warehouse).toMatchObject({ events: '2000', distinct_events: '1000', counted: '2000' })
  })
})

describe('G21: the folder is gone or broken', () => {
  const files = (dir: string) =>
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))

  test.each([
    ['deleted', (dir: string) => rmSync(dir, { recursive: true })],
    [
      'full of zero-length files, as after a power loss',
      (dir: string) => {
        for (const file of files(join(dir, 'store'))) truncateSync(file)
      },
    ],
    ['without the data of its tables', (dir: string) => rmSync(join(dir, 'store'), { recursive: true })],
  ])('%s: it opens within 10 s and the log fills it with equal totals', async (_, damage) => {
    const dir = join(home, String(folder - 1), 'clickhouse')
    world.startSink()
    for (let part = 0; part < 10; part++) await record(world, 5_000)
    await until(async () => (await behind(world)) === 0)
    const before = await totals(world)
    expect(before.warehouse).toEqual(before.log)
    const { generation } = await readCursor(world.database.pool)
    await warehouse.stop()
    damage(dir)
    const { seconds } = await warehouse.start()
    expect(seconds).toBeLessThan(10)
    await until(async () => (await readCursor(world.database.pool)).generation !== generation)
    await until(async () => (await behind(world)) === 0, 60)
    const after = await totals(world)
    expect(after.warehouse).toEqual(before.warehouse)

    // The control: one event too many is seen.
    await world.warehouse.client.command(`INSERT INTO event (seq, name) VALUES (1, 'page.viewed')`)
    const control = await totals(world)
    expect(control.warehouse).not.toEqual(control.log)
  })
})

describe('G22: the warehouse is away', () => {
  test('events are acknowledged all the same, and every one of them is there afterwards', async () => {
    world.startSink()
    await record(world, 100)
    await until(async () => (await behind(world)) === 0)
    await warehouse.stop()
    const acknowledged: string[] = []
    for (const end = Date.now() + 4_000; Date.now() < end; await pause(50))
      acknowledged.push(...(await record(world, 10)))
    expect(acknowledged.length).toBeGreaterThan(300)
    expect(await world.warehouse.status()).toMatchObject({ state: 'missing' })
    expect(await behind(world)).toBe(acknowledged.length)
    await expect(world.warehouse.query('SELECT 1')).rejects.toMatchObject({ code: 'warehouse_unavailable' })

    const began = Date.now()
    await warehouse.start()
    await until(async () => (await behind(world)) === 0, 60)
    expect(Date.now() - began).toBeLessThan(60_000)
    const missing = async (seqs: readonly string[]) => {
      const [found] = await world.warehouse.query<{ found: string }>(
        'SELECT uniqExact(seq) AS found FROM event WHERE seq IN {seqs:Array(UInt64)}',
        { seqs: seqs.map(BigInt) },
      )
      return seqs.length - Number(found?.found)
    }
    expect(await missing(acknowledged)).toBe(0)
    expect(await world.warehouse.status()).toMatchObject({ state: 'ready', lagSeconds: 0 })
    // The control: an event that was acknowledged from memory only is missed.
    expect(await missing([...acknowledged, '999999999'])).toBe(1)
  })
})
