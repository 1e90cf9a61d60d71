/**
 * Tracking over HTTP against the limit of the machine. Ours: batches of 100 over kept-alive
 * connections, each acknowledged after its commit, with everything that tracking does (limits,
 * validation, deduplication). The limit: one COPY of the very rows that ours stored, into the same
 * table. PostgreSQL is durable for both, and stored must equal acknowledged.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { systemCtx } from '#base/context.ts'
import { openDatabase } from '#base/db/database.ts'
import { makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import { eventColumns } from '#modules/tracking/ingest/event.ts'
import { issueTrackKey } from '#modules/tracking/keys/keys.ts'
import { type Benchmark, compare } from './bench.ts'
import { makeBatch, send } from './track-load.ts'

const batchSize = 100
const batches = 1_000
const connections = 24

/** Starts the tracking server in a process of its own. */
export async function startTrackServer(
  env: Record<string, string>,
  ...args: string[]
): Promise<{ port: number; child: ChildProcess }> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('./track-server.ts')), ...args], {
    // Not all of ours: test runners put variables of their own there, such as BASE_URL.
    env: { PATH: process.env.PATH, TRUSTED_PROXIES: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<number>((ready, fail) => {
    child.stdout.once('data', (line: Buffer) => ready(Number(line.toString())))
    child.once('exit', (code) => fail(new Error(`The tracking server ended with ${code}`)))
  })
  return { port, child }
}

export const trackOverHttp: Benchmark = {
  name: 'track',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'juluo-track-'))
    makePrivateDir(home)
    const postgres = await startEmbeddedPostgres({
      dir: join(home, 'postgres'),
      logFile: join(home, 'log'),
      password: 'bench',
    })
    let server: ChildProcess | undefined
    const client = new pg.Client({ connectionString: postgres.url })
    const connection = openDatabase({ url: postgres.url, max: 2 })
    try {
      await migrate(postgres.url, 'migrations/postgres')
      await client.connect()
      // Only the benchmark empties the log; rounds must not see each other's rows.
      await client.query('alter table event_log disable trigger event_log_no_truncate')
      const { secret } = await issueTrackKey(systemCtx(connection.db, 'bench'), { name: 'bench' })
      const { port, child } = await startTrackServer({ DATABASE_URL: postgres.url })
      server = child
      let rows: Buffer[] = []
      const empty = () => client.query('truncate event_log, event_receipt; checkpoint')

      const ours = async () => {
        const bodies = Array.from({ length: batches }, () => makeBatch(batchSize).body)
        await empty()
        const started = performance.now()
        const acknowledged = await sendAll(port, secret, bodies)
        const seconds = (performance.now() - started) / 1000
        const stored = await client.query<{ count: string }>('select count(*) from event_log')
        if (Number(stored.rows[0]!.count) !== acknowledged || acknowledged !== batches * batchSize)
          throw new Error(`Acknowledged ${acknowledged}, stored ${stored.rows[0]!.count}`)
        rows = await storedRows(client)
        return acknowledged / seconds
      }
      const limit = async () => {
        await empty()
        const started = performance.now()
        await pipeline(
          Readable.from(rows),
          client.query(copyFrom(`copy event_log (${eventColumns}) from stdin`)),
        )
        return (batches * batchSize * 1000) / (performance.now() - started)
      }
      return [
        await compare(
          {
            name: `Tracking over HTTP, batches of ${batchSize}, acknowledged after commit, against raw COPY of the same rows`,
            unit: 'events/s',
            better: 'more',
            bar: 0.35,
          },
          { ours, limit },
          5,
        ),
      ]
    } finally {
      server?.kill('SIGTERM')
      await client.end()
      await connection.close()
      await postgres.stop()
      rmSync(postgres.dir, { recursive: true, force: true })
      rmSync(home, { recursive: true, force: true })
    }
  },
}

/** Sends every body, a few connections at once. Returns how many events were acknowledged as stored. */
async function sendAll(port: number, key: string, bodies: readonly Buffer[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let next = 0
  let acknowledged = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < bodies.length) {
        const { status, body } = await send(agent, port, key, bodies[next++]!)
        if (status !== 200) throw new Error(`${status}: ${body}`)
        acknowledged += (JSON.parse(body) as { accepted: number }).accepted
      }
    }),
  )
  agent.destroy()
  return acknowledged
}

/** The rows as COPY text, in pieces of about 64 KB. */
async function storedRows(client: pg.Client): Promise<Buffer[]> {
  const pieces: Buffer[] = []
  let piece: Buffer[] = []
  let size = 0
  for await (const chunk of client.query(copyTo(`copy (select ${eventColumns} from event_log) to stdout`))) {
    piece.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size > 65_536) {
      pieces.push(Buffer.concat(piece))
      piece = []
      size = 0
    }
  }
  pieces.push(Buffer.concat(piece))
  return pieces
}
