import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Connection, openDatabase } from '#base/db/database.ts'
import { type EmbeddedPostgres, makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { advanceCursor, registerConsumers } from './cursor.ts'
import { guardLogEpoch } from './epoch.ts'
import { announce, defineFact } from './fact.ts'
import { beginning, readAhead } from './log.ts'

const old = useDatabase()

const note = defineFact({
  name: 'note.written',
  payload: z.object({ text: z.string() }),
  label: { zh: '写了一条', en: 'A note was written' },
})
const say = (connection: Connection, text: string) => announce(testCtx(connection), note, { text })

const never = () => {
  throw new Error('the log is empty')
}

let home: string
/** Another cluster, whose transaction numbers start again from low. */
let cluster: EmbeddedPostgres
const opened: Connection[] = []

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'juluo-epoch-'))
  makePrivateDir(home)
  cluster = await startEmbeddedPostgres({
    dir: join(home, 'postgres'),
    logFile: join(home, 'log'),
    password: 'test',
    settings: { fsync: 'off', shared_buffers: '16MB' },
  })
  // The old cluster is far ahead.
  await old()
    .db.connection()
    .execute(async (db) => {
      for (let burnt = 0; burnt < 3_000; burnt++) await sql`select pg_current_xact_id()`.execute(db)
    })
  expect(await guardLogEpoch(old())).toBe('first')
  expect(await guardLogEpoch(old())).toBe('same')
  await registerConsumers(old(), [
    { name: 'reader', kind: 'batch', batchSize: 10, take: async () => undefined },
  ])
  await say(old(), 'read before the dump')
  const [{ tx, seq, recorded_at: recordedAt } = never()] = await old()
    .db.selectFrom('event_log')
    .select(['tx', 'seq', 'recorded_at'])
    .execute()
  await advanceCursor(old().db, 'reader', beginning, { tx, seq, recordedAt })
  await say(old(), 'not yet read')
})
afterAll(async () => {
  for (const connection of opened) await connection.close()
  await cluster?.stop()
  rmSync(home, { recursive: true, force: true })
})

/** What a dump and its restore carry over: the rows as they are, transaction numbers included. */
async function restoreInto(name: string): Promise<Connection> {
  const admin = openDatabase({ url: cluster.url, max: 1 })
  await sql`create database ${sql.id(name)}`.execute(admin.db)
  await admin.close()
  const url = new URL(cluster.url)
  url.pathname = `/${name}`
  await migrate(url.href, 'migrations/postgres')
  const restored = openDatabase({ url: url.href, max: 2 })
  opened.push(restored)
  for (const table of ['event_log', 'consumer_cursor', 'log_epoch']) {
    const { rows } = await sql<{ row: string }>`
      select to_json(t)::text as row from ${sql.table(table)} t`.execute(old().db)
    for (const { row } of rows)
      await sql`insert into ${sql.table(table)} overriding system value
        select * from json_populate_record(null::${sql.table(table)}, ${row}::json)`.execute(restored.db)
  }
  await sql`select setval('event_log_seq', 1000000)`.execute(restored.db)
  await sql`select setval(pg_get_serial_sequence('log_epoch', 'id'), 1000)`.execute(restored.db)
  return restored
}

async function textsAhead({ db }: Connection): Promise<unknown[]> {
  const cursor = await db
    .selectFrom('consumer_cursor')
    .select(['tx', 'seq'])
    .where('name', '=', 'reader')
    .executeTakeFirstOrThrow()
  const { events } = await readAhead(db, cursor, { limit: 100 })
  return events.map((event) => event.props.text)
}

describe('a log that was restored by dump into a new cluster', () => {
  test('goes on where it stopped once the guard has run', async () => {
    const restored = await restoreInto('guarded')
    expect(await guardLogEpoch(restored)).toBe('repaired')
    await say(restored, 'after the restore')
    expect(await textsAhead(restored)).toEqual(['not yet read', 'after the restore'])
    expect(await guardLogEpoch(restored)).toBe('same')
    await say(restored, 'and later')
    expect(await textsAhead(restored)).toEqual(['not yet read', 'after the restore', 'and later'])
  })

  test('loses sight of old and new rows alike without the guard (control)', async () => {
    const restored = await restoreInto('unguarded')
    await say(restored, 'after the restore')
    expect(await textsAhead(restored)).toEqual([])
  })
})
