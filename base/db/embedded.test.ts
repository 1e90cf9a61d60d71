import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { canReach, type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts'

const homes: string[] = []
const running: EmbeddedPostgres[] = []

/** `mkdtemp` makes folders that only we may enter: as root, exactly what PostgreSQL's own user cannot reach. */
function home(): string {
  const dir = mkdtempSync(join(tmpdir(), 'juluo-embedded-'))
  homes.push(dir)
  return dir
}

async function start(dir: string, password = 'one'): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({
    dir: join(dir, 'postgres'),
    logFile: join(dir, 'log'),
    password,
    settings: { fsync: 'off' },
  })
  running.push(postgres)
  return postgres
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

afterEach(async () => {
  for (const postgres of running.splice(0)) {
    await postgres.stop()
    rmSync(postgres.dir, { recursive: true, force: true })
  }
  for (const dir of homes.splice(0)) rmSync(dir, { recursive: true, force: true })
})

describe('the embedded PostgreSQL', () => {
  test('starts in a folder that only we may enter, as root too, with checksums and durable settings', async () => {
    const postgres = await startEmbeddedPostgres({
      dir: join(home(), 'postgres'),
      logFile: join(home(), 'log'),
      password: 'one',
    })
    running.push(postgres)
    expect(
      Number(await ask(postgres.url, `select current_setting('server_version_num')`)),
    ).toBeGreaterThanOrEqual(180000)
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums'])
      expect(await ask(postgres.url, `select current_setting('${name}')`), name).toBe('on')
    expect(
      await ask(
        postgres.url,
        `select count(*)::int from pg_hba_file_rules where auth_method <> 'scram-sha-256'`,
      ),
    ).toBe(0)
  })

  test('keeps its data over a restart, and over a kill −9', async () => {
    const dir = home()
    const first = await start(dir)
    await ask(first.url, 'create table kept as select 7 as n')
    await first.stop()
    const second = await start(dir)
    process.kill(second.pid, 'SIGKILL')
    const third = await start(dir)
    expect(await ask(third.url, 'select n from kept')).toBe(7)
  })

  test('ends a server that a killed run left behind', async () => {
    const dir = home()
    const left = await start(dir)
    const next = await start(dir)
    expect(next.pid).not.toBe(left.pid)
    expect(await ask(next.url, 'select 1')).toBe(1)
  })

  test('does not take a stranger with a reused pid for its own', async () => {
    const dir = home()
    const first = await start(dir)
    await first.stop()
    const stranger = spawn('sleep', ['30'])
    writeFileSync(join(first.dir, 'postmaster.pid'), `${stranger.pid}\n${first.dir}\n`)
    const second = await start(dir)
    expect(await ask(second.url, 'select 1')).toBe(1)
    expect(stranger.exitCode).toBeNull()
    stranger.kill()
  })

  test('says which file to restore when the password does not fit', async () => {
    const dir = home()
    await (await start(dir)).stop()
    await expect(start(dir, 'two')).rejects.toThrow(/secrets\.json/)
  })

  test('begins again after an initdb that was killed half way', async () => {
    const dir = home()
    const first = await start(dir)
    await first.stop()
    rmSync(join(first.dir, 'PG_VERSION'))
    const second = await start(dir)
    expect(await ask(second.url, 'select 1')).toBe(1)
  })
})

test('a path is reachable when its user may enter every folder on the way', () => {
  const dir = home()
  expect(canReach(dir, { uid: 65_534, gid: 65_534 })).toBe(false)
  expect(canReach('/usr/bin', { uid: 65_534, gid: 65_534 })).toBe(true)
})
