/**
 * Announcing facts and following the log, against what PostgreSQL itself does. Announcing: the same
 * rows in the same transactions from 32 clients without waking anybody. Effects: the same two rows
 * per event (key and effect) in plain transactions, one after the other. Batches: the same rows, page by page.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Ctx, systemCtx, transact } from '#base/context.ts'
import { type Connection, openDatabase } from '#base/db/database.ts'
import { makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import type { Consumer } from '#base/facts/consumer.ts'
import { registerConsumers } from '#base/facts/cursor.ts'
import { announce, defineFact } from '#base/facts/fact.ts'
import { followLog, wakeThrough } from '#base/facts/follow.ts'
import { openListener } from '#base/live/listener.ts'
import type { Log } from '#base/parts.ts'
import { type Benchmark, compare, type Line } from './bench.ts'

const cupSold = defineFact({
  name: 'cup.sold',
  payload: z.object({ price: z.number() }),
  label: { zh: '卖出一杯', en: 'A cup was sold' },
})
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet }

const clients = 32
const perClient = 40
const events = 600
const tracked = 100_000

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return count / ((performance.now() - began) / 1000)
}

const manyAtOnce = (connection: Connection, verb: (ctx: Ctx) => Promise<void>) => () =>
  perSecond(clients * perClient, async () => {
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (let each = 0; each < perClient; each++) await transact(systemCtx(connection.db, 'till'), verb)
      }),
    )
  })

const insertPlainly = async ({ db, now }: Ctx) => {
  await sql`insert into event_log (name, source, actor, occurred_at, props, context)
    values ('cup.sold', 'track', 'system:till', ${now}, '{"price":3800}', '{"request":"till"}')`.execute(db)
}

async function announcing(connection: Connection): Promise<Line> {
  const stop = wakeThrough(connection)
  const line = await compare(
    {
      name: 'Facts announced by 32 clients, each in its transaction',
      unit: 'tx/s',
      better: 'more',
      bar: 0.6,
    },
    {
      ours: manyAtOnce(connection, (ctx) => announce(ctx, cupSold, { price: 3800 })),
      limit: manyAtOnce(connection, insertPlainly),
    },
    3,
  )
  stop()
  return line
}

/** Follows with one consumer until it has had `wanted` events; resolves to events per second. */
async function following(
  connection: Connection,
  url: string,
  wanted: number,
  of: (got: (n: number) => void) => Consumer,
) {
  const done = Promise.withResolvers<void>()
  let had = 0
  const listener = openListener({ url })
  await listener.ready
  const rate = perSecond(wanted, async () => {
    const run = await followLog({
      connection,
      listener,
      log: quiet,
      consumers: [
        of((n) => {
          had += n
          if (had >= wanted) done.resolve()
        }),
      ],
    })
    await done.promise
    await run.stop()
  })
  const figure = await rate
  await listener.close()
  return figure
}

async function effects(connection: Connection, url: string): Promise<Line> {
  let round = 0
  const effect = async ({ db }: Ctx, seq: string) => {
    await sql`insert into bench_effect (seq) values (${seq})`.execute(db)
  }
  return await compare(
    { name: 'Effects, one transaction and key each, in order', unit: 'effects/s', better: 'more', bar: 0.5 },
    {
      ours: async () => {
        const name = `bench effects ${++round}`
        const consumer = (got: (n: number) => void): Consumer => ({
          name,
          kind: 'effects',
          from: 'now',
          effects: [
            {
              on: cupSold,
              does: 'counts the cup',
              run: async (ctx, event) => {
                await effect(ctx, event.seq)
                got(1)
              },
            },
          ],
        })
        // The cursor first, then the events, so that each round has its own.
        await registerConsumers(connection, [consumer(() => undefined)])
        await sql`insert into event_log (name, source, props) select 'cup.sold', 'fact', '{"price":1}'
          from generate_series(1, ${events}::int)`.execute(connection.db)
        return await following(connection, url, events, consumer)
      },
      limit: () =>
        perSecond(events, async () => {
          for (let seq = 1; seq <= events; seq++)
            await transact(systemCtx(connection.db, 'bench'), async (ctx) => {
              await ctx.db
                .insertInto('effect_done')
                .values({ consumer: `limit ${round}`, effect: 'counts the cup', tx: '1', seq: String(seq) })
                .execute()
              await effect(ctx, String(seq))
            })
        }),
    },
    3,
  )
}

async function batches(connection: Connection, url: string): Promise<Line> {
  await sql`insert into event_log (name, source, props, context)
    select 'page.viewed', 'track', jsonb_build_object('path', '/posts/' || n), '{"device":"mobile"}'
      from generate_series(1, ${tracked}::int) n`.execute(connection.db)
  await sql`vacuum analyze event_log`.execute(connection.db)
  let round = 0
  return await compare(
    { name: 'Rows read by a batch consumer', unit: 'rows/s', better: 'more', bar: 0.4 },
    {
      ours: () =>
        following(connection, url, tracked, (got) => ({
          name: `bench batch ${++round}`,
          kind: 'batch',
          batchSize: 5_000,
          take: async (_, taken) => got(taken.length),
        })),
      limit: () =>
        perSecond(tracked, async () => {
          let last = { tx: '0', seq: '0' }
          for (let read = 0; read < tracked; read += 5_000) {
            const { rows } = await connection.pool.query<{ tx: string; seq: string }>(
              'select * from event_log where (tx, seq) > ($1::xid8, $2::bigint) order by tx, seq limit 5000',
              [last.tx, last.seq],
            )
            last = rows.at(-1)!
          }
        }),
    },
    3,
  )
}

export const consumers: Benchmark = {
  name: 'consumers',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'juluo-consumers-'))
    makePrivateDir(home)
    const postgres = await startEmbeddedPostgres({
      dir: join(home, 'postgres'),
      logFile: join(home, 'log'),
      password: 'bench',
    })
    await migrate(postgres.url, 'migrations/postgres')
    const connection = openDatabase({ url: postgres.url, max: clients })
    try {
      await sql`create table bench_effect (seq bigint not null)`.execute(connection.db)
      const lines = [await announcing(connection)]
      lines.push(await effects(connection, postgres.url))
      lines.push(await batches(connection, postgres.url))
      return lines
    } finally {
      await connection.close()
      await postgres.stop()
      rmSync(postgres.dir, { recursive: true, force: true })
      rmSync(home, { recursive: true, force: true })
    }
  },
}
