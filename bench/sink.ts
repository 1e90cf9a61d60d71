/**
 * The sink against the limit of the warehouse. Ours: everything the sink does for rows that wait in
 * the log (plan, COPY, insert under a token, stitch, confirm). The limit: the very bytes, already in
 * memory, inserted into the same table with the same rollups, batch after batch of the same size.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { openDatabase } from '#base/db/database.ts'
import { makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import { openListener } from '#base/live/listener.ts'
import type { Log } from '#base/parts.ts'
import { startEmbeddedWarehouse } from '#base/warehouse/embedded/embedded.ts'
import { beginGeneration, readCursor } from '#base/warehouse/sink/cursor.ts'
import { copyStatement, eventColumns } from '#base/warehouse/sink/deliver.ts'
import { prepareWarehouse } from '#base/warehouse/sink/prepare.ts'
import { startSink } from '#base/warehouse/sink/sink.ts'
import { openWarehouse } from '#base/warehouse/warehouse.ts'
import { type Benchmark, compare } from './bench.ts'

const rows = Number(process.env.BENCH_SINK_ROWS ?? 600_000)
const batchRows = 100_000

const quiet: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (fields, message) => console.warn(message, fields),
  error: (fields, message) => console.error(message, fields),
  child: () => quiet,
}

/** Events as pages send them: a dozen names, 20,000 members, 60 days, properties and context. */
const fill = `
  insert into event_log (name, source, actor, member_id, group_id, anonymous_id, session_id, occurred_at, bot, props, context)
  select (array['page.viewed','page.viewed','page.viewed','page.left','search.done','post.read','post.liked','order.placed','app.opened','video.played','link.clicked','cart.changed'])[n % 12 + 1],
         'track', 'anonymous', 1 + (random() * random() * 20000)::int, n % 6, 'b' || (n % 30000), 's' || (n / 7),
         now() - random() * interval '60 days', n % 50 = 0,
         jsonb_build_object('path', '/posts/' || n % 5000, 'title', '山丘咖啡 · 手冲笔记 ' || n % 5000, 'ms', n % 60000),
         jsonb_build_object('url', 'https://shanqiu.example/posts/' || n % 5000, 'referrer', 'https://example.com/', 'device', 'mobile', 'sdk', '1.0.0')
    from generate_series(1, $1) as n`

export const sink: Benchmark = {
  name: 'sink',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'juluo-sink-'))
    makePrivateDir(home)
    const [postgres, engine] = await Promise.all([
      startEmbeddedPostgres({ dir: join(home, 'postgres'), logFile: join(home, 'log'), password: 'bench' }),
      startEmbeddedWarehouse({
        dir: join(home, 'clickhouse'),
        logFile: join(home, 'log'),
        password: 'bench',
        memoryMiB: 4096,
      }),
    ])
    const { pool, close } = openDatabase({ url: postgres.url, max: 6 })
    const { client, ...warehouse } = openWarehouse({ url: engine.url, pool })
    const listener = openListener({ url: postgres.url })
    try {
      await migrate(postgres.url, 'migrations/postgres')
      const seeder = new pg.Client({ connectionString: postgres.url })
      await seeder.connect()
      await seeder.query(fill, [rows])
      await seeder.query('vacuum analyze event_log')
      await seeder.end()

      const stored = async () => {
        const [row] = await client.query<{ rows: string }>('SELECT uniqExact(seq) AS rows FROM event')
        return Number(row?.rows)
      }
      const options = { pool, warehouse: client, timeZone: 'Asia/Shanghai' }
      /** New, empty tables. */
      const empty = async () => {
        await beginGeneration(pool)
        await prepareWarehouse(options)
      }
      const batches = await readBatches(pool)

      const ours = async () => {
        await empty()
        await listener.ready
        const began = performance.now()
        const running = startSink({
          ...options,
          listener,
          timeZone: async () => options.timeZone,
          log: quiet,
          batchRows,
        })
        while ((await readCursor(pool)).rows < rows) await new Promise((resume) => setTimeout(resume, 10))
        const seconds = (performance.now() - began) / 1000
        await running.stop()
        if ((await stored()) !== rows) throw new Error(`The sink stored ${await stored()} of ${rows}`)
        return rows / seconds
      }
      const limit = async () => {
        await empty()
        const began = performance.now()
        for (const batch of batches)
          await client.insert({
            table: 'event',
            columns: eventColumns,
            rows: Readable.from(batch, { objectMode: false }),
          })
        const seconds = (performance.now() - began) / 1000
        if ((await stored()) !== rows) throw new Error(`The raw insert stored ${await stored()} of ${rows}`)
        return rows / seconds
      }
      return [
        await compare(
          {
            name: 'Sink to warehouse (of a raw insert of the same rows)',
            unit: 'events/s',
            better: 'more',
            bar: 0.5,
          },
          { ours, limit },
          3,
        ),
      ]
    } finally {
      await listener.close()
      await warehouse.close()
      await close()
      await engine.stop()
      await postgres.stop()
      rmSync(postgres.dir, { recursive: true, force: true })
      rmSync(home, { recursive: true, force: true })
    }
  },
}

/** The log as bytes, in batches, for the limit. */
async function readBatches(pool: pg.Pool): Promise<Buffer[][]> {
  const client = await pool.connect()
  const batches: Buffer[][] = []
  try {
    const ends = await client.query<{ tx: string; seq: string }>(
      `select tx, seq from (select tx, seq, row_number() over (order by tx, seq) as place from event_log) as counted
        where place % $1 = 0 or place = $2 order by place`,
      [batchRows, rows],
    )
    let from = { tx: '0', seq: '0' }
    for (const upTo of ends.rows) {
      const batch: Buffer[] = []
      await pipeline(
        client.query(copyTo(copyStatement(from, upTo))),
        async (source: AsyncIterable<Buffer>) => {
          for await (const piece of source) batch.push(piece)
        },
      )
      batches.push(batch)
      from = upTo
    }
  } finally {
    client.release()
  }
  return batches
}
