/** A durable PostgreSQL of a test's own, and processes that work on it until they are killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connection, openDatabase } from '#base/db/database.ts'
import { type EmbeddedPostgres, freePort, makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'

export interface DurablePostgres {
  readonly url: string
  readonly connection: Connection
  /** kill −9, then a start on the same folder and port. */
  crash(): Promise<void>
  close(): Promise<void>
}

/** Starts a migrated PostgreSQL with everything on that keeps what it acknowledged. */
export async function startDurablePostgres(): Promise<DurablePostgres> {
  const home = mkdtempSync(join(tmpdir(), 'juluo-crash-'))
  makePrivateDir(home)
  const port = await freePort()
  const start = () =>
    startEmbeddedPostgres({
      dir: join(home, 'postgres'),
      logFile: join(home, 'postgres.log'),
      password: 'test',
      port,
      settings: { shared_buffers: '32MB' },
    })
  let postgres: EmbeddedPostgres = await start()
  await migrate(postgres.url, 'migrations/postgres')
  const connection = openDatabase({ url: postgres.url, max: 12 })
  return {
    url: postgres.url,
    connection,
    async crash() {
      process.kill(postgres.pid, 'SIGKILL')
      postgres = await startWhenFree(start)
    },
    async close() {
      await connection.close()
      await postgres.stop()
      rmSync(postgres.dir, { recursive: true, force: true })
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Backends of the killed server need a moment to notice and to let go of its memory. */
async function startWhenFree(start: () => Promise<EmbeddedPostgres>): Promise<EmbeddedPostgres> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start()
    } catch (error) {
      if (attempt === 20) throw error
      await new Promise((resume) => setTimeout(resume, 250))
    }
  }
}

export interface Victim {
  readonly pid: number
  /** Resolves with the signal or code that ended it. */
  readonly ended: Promise<NodeJS.Signals | number | null>
  kill(): Promise<void>
}

/** Starts a script as a process; resolves when it says `ready`. What it prints is shown when it ends by itself. */
export async function startVictim(script: string, env: Record<string, string>): Promise<Victim> {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, script)], {
    env: { ...process.env, NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<NodeJS.Signals | number | null>((done) =>
    child.once('exit', (code, signal) => done(signal ?? code)),
  )
  await Promise.race([
    ended,
    new Promise<void>((ready) =>
      child.stdout?.on('data', (text) => String(text).includes('ready') && ready()),
    ),
  ])
  return {
    pid: child.pid!,
    ended,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Numbers from a printed seed, so that a failing run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
