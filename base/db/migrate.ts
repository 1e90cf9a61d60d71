/**
 * Migrations: plain SQL files, up only, in the order of their names. One runner at a time (advisory
 * lock), each file in a transaction of its own with a `lock_timeout`, so that a killed run resumes
 * where it stopped and a busy table makes it retry instead of blocking the product.
 * A file whose first line is `-- no transaction` runs statement by statement (CREATE INDEX CONCURRENTLY).
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** Any constant; it names "the migration of this product" among advisory locks. */
const lockKey = 7_105_801

export interface MigrationFile {
  readonly name: string
  readonly sql: string
  readonly hash: string
}

export class MigrationError extends Error {
  override name = 'MigrationError'
}

export function readMigrations(dir: string): MigrationFile[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(dir, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Which files would run, without running them. Throws when an applied file was changed or is gone. */
export function pendingMigrations(
  files: readonly MigrationFile[],
  applied: ReadonlyMap<string, string>,
): MigrationFile[] {
  for (const [name, hash] of applied) {
    const file = files.find((each) => each.name === name)
    if (!file)
      throw new MigrationError(
        `Migration ${name} is in the database but not in this version; install a newer Juluo`,
      )
    if (file.hash !== hash)
      throw new MigrationError(
        `Migration ${name} was changed after it ran; restore the file and add a new one`,
      )
  }
  return files.filter((file) => !applied.has(file.name))
}

/**
 * Brings a database to the newest schema. Returns the names of the files that ran.
 * `lockTimeoutMs` bounds how long a statement may wait for a table; a timeout is retried `attempts` times.
 */
export async function migrate(
  url: string,
  dir: string,
  { lockTimeoutMs = 2_000, attempts = 10 }: { lockTimeoutMs?: number; attempts?: number } = {},
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'juluo-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(
      `create table if not exists migration (
         name text primary key, hash text not null, applied_at timestamptz not null default now())`,
    )
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration')
    const pending = pendingMigrations(readMigrations(dir), new Map(rows.map((row) => [row.name, row.hash])))
    for (const file of pending) await applyWithRetry(client, file, lockTimeoutMs, attempts)
    return pending.map((file) => file.name)
  } finally {
    await client.end()
  }
}

async function applyWithRetry(
  client: pg.Client,
  file: MigrationFile,
  lockTimeoutMs: number,
  attempts: number,
) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await apply(client, file, lockTimeoutMs)
    } catch (error) {
      const lockNotAvailable = (error as { code?: string }).code === '55P03'
      if (lockNotAvailable && attempt < attempts) {
        await new Promise((resume) => setTimeout(resume, Math.min(200 * 2 ** attempt, 5_000)))
        continue
      }
      throw new MigrationError(`Migration ${file.name} failed: ${(error as Error).message}`, { cause: error })
    }
  }
}

async function apply(client: pg.Client, file: MigrationFile, lockTimeoutMs: number) {
  const record = 'insert into migration (name, hash) values ($1, $2)'
  await client.query(`set lock_timeout = ${Math.trunc(lockTimeoutMs)}`)
  if (file.sql.startsWith('-- no transaction')) {
    // Each statement must be repeatable (IF NOT EXISTS): a crash between two of them runs the file again.
    for (const statement of file.sql.split(/;\s*$/m)) if (statement.trim()) await client.query(statement)
    await client.query(record, [file.name, file.hash])
    return
  }
  await client.query('begin')
  try {
    await client.query(file.sql)
    await client.query(record, [file.name, file.hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
