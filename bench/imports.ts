/**
 * An import of a million people against raw COPY. Ours: reading the file, checking every cell, sealing and
 * hashing contact points, finding who is there, writing batch by batch with what undoing needs. The limit: the
 * very rows that came of it, copied into the same tables with the same indexes, in one go. `BENCH_IMPORT_ROWS`
 * says how many (default a million, some five minutes). Memory is that of this process, which runs the import.
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { systemCtx } from '#base/context.ts'
import { type Connection, openDatabase } from '#base/db/database.ts'
import { makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import { getImport } from '#base/imports/import.ts'
import { readTextRows } from '#base/imports/read-file.ts'
import { walkImport } from '#base/imports/walk.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { csvRow } from '#base/text/csv-write.ts'
import { openVault } from '#modules/members/api.ts'
import { peopleLists } from '#modules/members/imports/importing.ts'
import type { Benchmark } from './bench.ts'

const rows = Number(process.env.BENCH_IMPORT_ROWS ?? 1_000_000)
const header = ['昵称', '手机号', '邮箱', '城市', '来源渠道', '注册时间']
const plan = {
  columns: ['nickname', 'phone', 'email', 'city', 'channel', 'joinedAt'],
  existing: 'update',
  tags: [],
  origin: 'CRM',
  card: [],
}

/** Every hundredth row is wrong and every two hundredth is there twice, as in lists of people. */
function* lines() {
  yield csvRow(header)
  const names = ['小满', '舟舟', '青野', '知意', '阿澈', '小禾', '许木', '望舒']
  const cities = ['上海', '杭州', '成都', '北京', '广州', '苏州']
  for (let n = 0; n < rows; n++) {
    const who = n % 200 === 199 ? n - 1 : n
    const phone = n % 100 === 50 ? '12345' : String(13_000_000_000 + who)
    yield csvRow([
      `${names[n % 8]}${n}`,
      phone,
      n % 3 === 0 ? `m${who}@example.com` : '',
      cities[n % 6]!,
      n % 2 ? '微信' : '门店',
      `202${n % 6}-0${(n % 9) + 1}-1${n % 9}`,
    ])
  }
}

const columns = {
  member: 'id, token, nickname, city, bio, joined_at, source',
  member_contact: 'member_id, kind, system, sealed, hash, masked, source, source_id, added_by, added_at',
  member_import_change: 'import_id, row, member_id, created',
  event_log: 'tx, recorded_at, occurred_at, name, source, actor, member_id, staff, props, context',
} as const
const tables = Object.keys(columns) as (keyof typeof columns)[]

export const imports: Benchmark = {
  name: 'imports',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'juluo-imports-'))
    makePrivateDir(home)
    const postgres = await startEmbeddedPostgres({
      dir: join(home, 'postgres'),
      logFile: join(home, 'log'),
      password: 'bench',
    })
    const connection = openDatabase({ url: postgres.url, max: 4 })
    try {
      await migrate(postgres.url, 'migrations/postgres')
      const file = join(home, 'list.csv')
      await pipeline(Readable.from(lines()), createWriteStream(file))
      const ours = await importList(connection, file)
      const limit = await copyAgain(connection.pool, home)
      return [
        {
          name: `Import of ${rows.toLocaleString('en')} people against COPY of what came of it`,
          ours: ours.perSecond,
          limit,
          unit: 'rows/s',
          better: 'more',
          bar: 0.15,
        },
        {
          name: 'Memory of the importing process above its start, at its peak',
          ours: ours.peakMB,
          limit: 400,
          unit: 'MB',
          better: 'less',
          bar: 1,
        },
      ]
    } finally {
      await connection.close()
      await postgres.stop()
      rmSync(home, { recursive: true, force: true })
    }
  },
}

async function importList({ db, pool }: Connection, file: string) {
  const { rows: made } = await pool.query<{ id: string }>(
    `insert into member_import (file_name, format, encoding, separator, header, plan, state, created_at)
     values ('list.csv', 'csv', 'utf-8', ',', $1, $2, 'running', now()) returning id`,
    [header, JSON.stringify(plan)],
  )
  const ctx = systemCtx(db, 'bench')
  const kind = peopleLists(openVault(deriveSecrets(Buffer.alloc(32, 7).toString('base64url'))))
  const list = await getImport(ctx, kind, made[0]!.id)
  const start = process.memoryUsage().rss
  let peak = start
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  const began = performance.now()
  const { tally } = await walkImport(ctx, kind, list, readTextRows(createReadStream(file), ','), {
    mode: 'run',
    signal: new AbortController().signal,
    progress: async () => undefined,
  })
  const seconds = (performance.now() - began) / 1_000
  clearInterval(watch)
  if (tally.rows !== rows || tally.failed !== rows / 100)
    throw new Error(`The import counted ${JSON.stringify(tally)}`)
  return { perSecond: rows / seconds, peakMB: (peak - start) / 1024 / 1024 }
}

/** Takes the rows out, empties the tables and copies them in again: rows of the list per second. */
async function copyAgain(pool: pg.Pool, home: string): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    for (const table of tables)
      await pipeline(
        client.query(copyTo(`copy (select ${columns[table]} from ${table}) to stdout binary`)),
        createWriteStream(join(home, table)),
      )
    // The log takes no deletions: its rows are added once more.
    await client.query('truncate member cascade')
    const began = performance.now()
    for (const table of tables)
      await pipeline(
        createReadStream(join(home, table)),
        client.query(copyFrom(`copy ${table} (${columns[table]}) from stdin binary`)),
      )
    return rows / ((performance.now() - began) / 1_000)
  } finally {
    client.release()
  }
}
