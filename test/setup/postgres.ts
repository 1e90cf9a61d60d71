/** One real PostgreSQL for the whole run, with a migrated template that each test file copies. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

export default async function setup(project: TestProject) {
  const home = mkdtempSync(join(tmpdir(), 'juluo-test-'))
  makePrivateDir(home)
  const postgres = await startEmbeddedPostgres({
    dir: join(home, 'postgres'),
    logFile: join(home, 'postgres.log'),
    password: 'test',
    // Crash tests run their own, durable server; everything else may be fast.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  })
  const remove = async () => {
    await postgres.stop()
    rmSync(postgres.dir, { recursive: true, force: true })
    rmSync(home, { recursive: true, force: true })
  }
  try {
    await makeTemplate(postgres.url)
  } catch (error) {
    await remove()
    throw error
  }
  project.provide('postgresUrl', postgres.url)
  return remove
}

/** The migrated database that every test file copies. */
async function makeTemplate(url: string): Promise<void> {
  const template = new URL(url)
  template.pathname = '/template_juluo'
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    await admin.query('create database template_juluo')
  } finally {
    await admin.end()
  }
  await migrate(template.href, 'migrations/postgres')
}
