/** A database of its own for each test file: a copy of the migrated template, dropped at the end. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Actor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type Connection, openDatabase } from '#base/db/database.ts'

export interface TestDatabase extends Connection {
  readonly url: string
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  // Nothing here outlives the run, so the pages are copied as they are, past the log.
  await administer(`create database ${name} template template_juluo strategy file_copy`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  const connection = openDatabase({ url: url.href, max: 5 })
  return {
    ...connection,
    url: url.href,
    close: async () => {
      await connection.close()
      await administer(`drop database if exists ${name} with (force)`)
    },
  }
}

/** Registers the hooks of a test file; read the value inside tests: `const database = useDatabase()` … `database().db`. */
export function useDatabase(): () => TestDatabase {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database?.close())
  return () => database
}

/** A context for calling verbs directly. */
export function testCtx(
  database: Connection,
  actor: Actor = { kind: 'system', name: 'test' },
  now = new Date('2026-11-19T01:41:58Z'),
): Ctx {
  return { actor, db: database.db, now, locale: 'zh-CN', requestId: 'test' }
}
