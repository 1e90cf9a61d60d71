/** G22 in short: PostgreSQL goes away while events come in. Nothing is acknowledged that is not stored. */

import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { systemCtx } from '#base/context.ts'
import { type Connection, openDatabase } from '#base/db/database.ts'
import { freePort, makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import type { Problem } from '#base/http/problem.ts'
import { readBatch } from './batch.ts'
import { openIntake } from './intake.ts'
import type { Sender } from './sender.ts'
import { openTracker } from './track.ts'

const home = mkdtempSync(join(tmpdir(), 'juluo-outage-'))
const connections: Connection[] = []
afterAll(async () => {
  await Promise.all(connections.map((connection) => connection.close().catch(() => undefined)))
  rmSync(home, { recursive: true, force: true })
})

const page: Sender = {
  kind: 'key',
  actor: 'trackKey:1',
  memberId: undefined,
  anonymise: false,
  staff: false,
  test: false,
}
const batch = () => readBatch(JSON.stringify({ events: [{ id: randomUUID(), name: 'outage' }] }))

test('G22: answers 503 with Retry-After while PostgreSQL is away, and goes on when it is back', async () => {
  makePrivateDir(home)
  const options = {
    dir: join(home, 'postgres'),
    logFile: join(home, 'log'),
    password: 'outage',
    port: await freePort(),
  }
  let postgres = await startEmbeddedPostgres({ ...options, settings: { fsync: 'off' } })
  await migrate(postgres.url, 'migrations/postgres')
  const connection = openDatabase({ url: postgres.url, onError: () => undefined })
  connections.push(connection)
  const tracker = openTracker(openIntake({ pool: connection.pool }))
  const send = () => tracker.track(systemCtx(connection.db, 'test'), page, batch(), 'Mozilla/5.0')

  expect((await send()).accepted).toBe(1)
  await postgres.stop()
  const refused: Problem = await send().then(
    () => expect.fail('acknowledged without a database'),
    (problem) => problem,
  )
  expect(refused.kind.status).toBe(503)
  expect(refused.options.retryAfter).toBeGreaterThan(0)

  postgres = await startEmbeddedPostgres({ ...options, settings: { fsync: 'off' } })
  const again = new URL(postgres.url).port === new URL(connection.pool.options.connectionString!).port
  const back = again ? connection : openDatabase({ url: postgres.url })
  connections.push(back)
  expect(
    (await openTracker(openIntake({ pool: back.pool })).track(systemCtx(back.db, 'test'), page, batch(), ''))
      .accepted,
  ).toBe(1)
  const { rows } = await back.pool.query<{ count: string }>(
    `select count(*) from event_log where name = 'outage'`,
  )
  expect(rows[0]!.count).toBe('2')
  await Promise.all(connections.splice(0).map((each) => each.close()))
  await postgres.stop()
}, 60_000)
