/**
 * The server is killed with SIGKILL, again and again, while batches come in. Senders do what the SDK
 * does: keep a batch until it is acknowledged, then forget it. At the end every acknowledged event
 * must be in the log exactly once. The control acknowledges before the commit, and must lose.
 */
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemCtx } from '#base/context.ts'
import { type Connection, openDatabase } from '#base/db/database.ts'
import { type EmbeddedPostgres, freePort, makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import { issueTrackKey } from '#modules/tracking/keys/keys.ts'
import { startTrackServer } from '../../bench/track.ts'
import { makeBatch, send } from '../../bench/track-load.ts'

const home = mkdtempSync(join(tmpdir(), 'juluo-crash-track-'))
let postgres: EmbeddedPostgres
let connection: Connection
let key: string

beforeAll(async () => {
  makePrivateDir(home)
  // Durable, unlike the server that the other tests share.
  postgres = await startEmbeddedPostgres({
    dir: join(home, 'postgres'),
    logFile: join(home, 'log'),
    password: 'crash',
  })
  await migrate(postgres.url, 'migrations/postgres')
  connection = openDatabase({ url: postgres.url })
  key = (await issueTrackKey(systemCtx(connection.db, 'test'), { name: 'crash' })).secret
})
afterAll(async () => {
  await connection?.close()
  await postgres?.stop()
  if (postgres) rmSync(postgres.dir, { recursive: true, force: true })
  rmSync(home, { recursive: true, force: true })
})

interface Tally {
  readonly acknowledged: Set<string>
  retries: number
}

/** Sends until `until()`; a batch without an answer is sent again, with the same ids. */
async function keepSending(port: number, until: () => boolean, tally: Tally): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  while (!until()) {
    const { body, ids } = makeBatch(20)
    for (let tries = 0; ; tries++) {
      const answer = await send(agent, port, key, body).catch(() => undefined)
      if (answer?.status === 200) break
      if (until() && tries > 100) return agent.destroy()
      tally.retries++
      await new Promise((resume) => setTimeout(resume, 25))
    }
    for (const id of ids) tally.acknowledged.add(id)
  }
  agent.destroy()
}

/** Kills the server `kills` times under load. Returns what was acknowledged and what is in the log. */
async function ordeal(kills: number, ...args: string[]) {
  const port = await freePort()
  const start = () => startTrackServer({ DATABASE_URL: postgres.url, PORT: String(port) }, ...args)
  const before = await inLog()
  const tally: Tally = { acknowledged: new Set(), retries: 0 }
  let over = false
  let { child } = await start()
  const senders = Array.from({ length: 6 }, () => keepSending(port, () => over, tally))
  for (let kill = 0; kill < kills; kill++) {
    await new Promise((resume) => setTimeout(resume, 300 + Math.random() * 500))
    const gone = ended(child)
    child.kill('SIGKILL')
    await gone
    ;({ child } = await start())
  }
  await new Promise((resume) => setTimeout(resume, 300))
  over = true
  await Promise.all(senders)
  // What the control still holds back would reach the log; a crash would not wait for it either.
  const last = ended(child)
  child.kill('SIGKILL')
  await last
  return { tally, stored: (await inLog()) - before, receipts: await receiptsOf(tally.acknowledged) }
}

const ended = (child: ChildProcess) => new Promise<void>((done) => child.once('exit', () => done()))

async function inLog(): Promise<number> {
  const { rows } = await connection.pool.query<{ count: string }>(
    `select count(*) from event_log where source = 'track'`,
  )
  return Number(rows[0]!.count)
}

/** How many of the ids have a receipt; receipt and event commit together. */
async function receiptsOf(ids: ReadonlySet<string>): Promise<number> {
  const { rows } = await connection.pool.query<{ count: string }>(
    'select count(*) from event_receipt where id = any($1::uuid[])',
    [[...ids]],
  )
  return Number(rows[0]!.count)
}

test('G1: killing the server during ingest loses nothing acknowledged and doubles nothing', async () => {
  const { tally, stored, receipts } = await ordeal(6)
  expect(tally.acknowledged.size).toBeGreaterThan(1_000)
  expect(tally.retries).toBeGreaterThan(0)
  expect(receipts).toBe(tally.acknowledged.size)
  // Every sender ended with an acknowledged batch, so the log holds exactly the acknowledged events.
  expect(stored).toBe(tally.acknowledged.size)
})

test('control: a server that acknowledges before the commit loses events', async () => {
  const { tally, stored, receipts } = await ordeal(3, '--lie')
  expect(receipts).toBeLessThan(tally.acknowledged.size)
  expect(stored).toBeLessThan(tally.acknowledged.size)
})
