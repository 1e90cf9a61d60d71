/** Imports of orders that were asked for before 0295 named what a job is about: the jobs find them. */
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { systemCtx } from '#base/context.ts'
import { openDatabase } from '#base/db/database.ts'
import { migrate } from '#base/db/migrate.ts'
import { openDiskStore } from '#base/files/disk-store.ts'
import { createFiles } from '#base/files/files.ts'
import { getImport } from '#base/imports/import.ts'
import { importJobs } from '#base/imports/jobs.ts'
import { startBoss } from '#base/jobs/boss.ts'
import { declareQueues } from '#base/jobs/queue.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { openVault } from '#modules/members/api.ts'
import { silentLog } from '#test/warehouse.ts'
import { orderLists } from './importing.ts'

const all = 'migrations/postgres'
const folder = mkdtempSync(join(tmpdir(), 'juluo-waiting-'))
const name = `test_${randomBytes(6).toString('hex')}`
const url = () => {
  const address = new URL(inject('postgresUrl'))
  address.pathname = `/${name}`
  return address.href
}

async function administer(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}

beforeAll(async () => {
  await administer(`create database ${name}`)
}, 60_000)
afterAll(async () => {
  await administer(`drop database if exists ${name} with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

test('jobs that wait since before 0295 know their import by its new name, and find it', async () => {
  for (const each of readdirSync(all)) if (each < '0295') cpSync(join(all, each), join(folder, each))
  await migrate(url(), folder)
  const connection = openDatabase({ url: url(), max: 3 })
  const boss = await startBoss({ connection, supervises: false, log: silentLog })
  try {
    const kind = orderLists(openVault(deriveSecrets(Buffer.alloc(32, 7).toString('base64url'))))
    const files = createFiles({
      store: openDiskStore(join(folder, 'kept')),
      spoolDir: join(folder, 'arriving'),
    })
    const { check, run } = importJobs(kind, { files, config: { dataDir: folder } })
    await declareQueues(boss, [check, run])
    const envelope = (input: object) => ({
      input,
      requestedBy: 'account:1',
      requestId: 'r',
      locale: 'zh-CN',
    })
    const [waiting, fetched, done] = [
      await boss.send(run.name, envelope({ listId: '7' })),
      await boss.send(check.name, envelope({ listId: '8' })),
      await boss.send(check.name, envelope({ listId: '9' }), { priority: 1 }),
    ]
    await boss.fetch(check.name)
    await boss.complete(check.name, done!)
    // The server was stopped in the middle of this one.
    await boss.fetch(check.name)
    await connection.pool.query(`
      insert into order_source (id, key, name, currency, created_at, created_by) values (1, 'shop', '店', 'CNY', now(), 'test')`)
    await connection.pool.query(
      `insert into order_list (id, source_id, file_name, format, encoding, separator, header, plan, state, job_id, created_at)
       select id, 1, 'orders.csv', 'csv', 'utf-8', ',', '{订单号}', '{"columns": ["number"], "amounts": "major"}', state, job_id, now()
         from unnest($1::bigint[], $2::text[], $3::text[]) as given (id, state, job_id)`,
      [
        [7, 8],
        ['running', 'checking'],
        [waiting, fetched],
      ],
    )

    await migrate(url(), all)

    const held = async (id: string | null) =>
      (await connection.pool.query("select data->'input' as input from pgboss.job where id = $1", [id]))
        .rows[0]
    expect(await held(fetched)).toEqual({ input: { importId: '8' } })
    // What is over is history.
    expect(await held(done)).toEqual({ input: { listId: '9' } })

    const [job] = await boss.fetch<{ input: unknown }>(run.name)
    expect(job?.id).toBe(waiting)
    const ctx = systemCtx(connection.db, 'test')
    await run.run(ctx, run.input.parse(job!.data.input), {
      id: job!.id,
      attempt: 1,
      requestedBy: 'account:1',
      signal: new AbortController().signal,
      progress: async () => undefined,
    })
    // It was this one: the run says of it that its file is gone.
    expect(await getImport(ctx, kind, '7')).toMatchObject({ state: 'failed', trouble: 'gone' })
    expect(await getImport(ctx, kind, '8')).toMatchObject({ state: 'checking', jobId: fetched })
  } finally {
    await boss.stop({ graceful: false })
    await connection.close()
  }
}, 60_000)
