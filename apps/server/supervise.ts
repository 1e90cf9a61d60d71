/**
 * The supervisor: one small process that starts the parts in order (PostgreSQL, warehouse,
 * migrations, app processes), starts again what ends unasked, and stops everything on Ctrl-C.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { type FSWatcher, mkdirSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config, Role } from '#base/config/config.ts'
import { loadSecrets } from '#base/config/secrets.ts'
import { freePort, makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import { embeddedWarehouseUrl, startEmbeddedWarehouse } from '#base/warehouse/embedded/embedded.ts'
import { lockFolder } from './folder-lock.ts'
import { type KeepOptions, type Kept, keep, type Part } from './keep.ts'

export interface Supervisor {
  /** Addresses of the parts, for commands that work beside the server. */
  readonly databaseUrl: string
  readonly clickhouseUrl: string
  readonly address: string
  /** Resolves when everything has stopped. */
  readonly stopped: Promise<void>
  stop(): Promise<void>
}

export interface SupervisorOptions {
  readonly config: Config
  /** App processes to run, each with its roles. */
  readonly processes?: readonly (readonly Role[])[]
  readonly say?: (line: string) => void
  /** Extra environment of the app processes. */
  readonly env?: Record<string, string>
  /** Restart app processes when a source file changes. */
  readonly watch?: boolean
}

export async function supervise(options: SupervisorOptions): Promise<Supervisor> {
  const { config, say = () => undefined } = options
  makePrivateDir(config.dataDir)
  const unlock = await lockFolder(join(config.dataDir, 'juluo.lock'))
  const secrets = loadSecrets(config.dataDir)
  const logs = join(config.dataDir, 'log')
  mkdirSync(logs, { recursive: true })
  const runtimeFile = join(config.dataDir, 'runtime.json')

  const kept: { readonly name: string; readonly part: Kept<Part> }[] = []
  const watchers: FSWatcher[] = []
  let ready: { databaseUrl: string; clickhouseUrl: string; address: string } | undefined
  let finished = () => {}
  const stopped = new Promise<void>((done) => {
    finished = done
  })
  let stopping = false

  return await begin().catch(async (error) => {
    await stop()
    throw error
  })

  async function begin(): Promise<Supervisor> {
    // Both at once: each takes a second or two on its first start.
    const [databaseUrl, clickhouseUrl] = await Promise.all([postgres(), warehouse()])
    const ran = await migrate(databaseUrl, 'migrations/postgres')
    if (ran.length > 0) say(`Database brought up to date (${ran.length} step${ran.length > 1 ? 's' : ''})`)
    const env = {
      ...process.env,
      ...options.env,
      NODE_ENV: config.NODE_ENV,
      DATABASE_URL: databaseUrl,
      CLICKHOUSE_URL: clickhouseUrl,
      JULUO_DATA: config.dataDir,
      JULUO_SECRET: secrets.root,
      JULUO_EMBEDDED: [
        ...(config.DATABASE_URL ? [] : ['postgres']),
        ...(config.CLICKHOUSE_URL ? [] : ['clickhouse']),
      ].join(),
    }
    const apps = await Promise.all((options.processes ?? layoutFor(config)).map((roles) => app(roles, env)))
    const address = apps.find((started) => started?.address)?.address ?? config.baseUrl
    ready = { databaseUrl, clickhouseUrl, address }
    writeRuntime()
    return { ...ready, stopped, stop }
  }

  /** Ends everything in the reverse order of its start. */
  async function stop(): Promise<void> {
    if (stopping) return await stopped
    stopping = true
    for (const watcher of watchers) watcher.close()
    for (const { name, part } of kept.reverse())
      await part.stop().catch((error) => say(`While stopping ${name}: ${error.message}`))
    rmSync(runtimeFile, { force: true })
    unlock()
    finished()
  }

  async function hold<P extends Part>(
    name: string,
    start: KeepOptions<P>['begin'],
    optional = false,
  ): Promise<P | undefined> {
    const part = await keep({ name, begin: start, say, optional, changed: writeRuntime })
    kept.push({ name, part })
    return part.now()
  }

  async function postgres(): Promise<string> {
    if (config.DATABASE_URL) return config.DATABASE_URL
    // One port for as long as we live, so that the pools of the app processes find it again.
    const port = await freePort()
    const dir = join(config.dataDir, 'postgres')
    const logFile = join(logs, 'postgres.log')
    const started = await hold('PostgreSQL', (onExit) =>
      startEmbeddedPostgres({ dir, logFile, password: secrets.postgresPassword, port, onExit }),
    )
    return started!.url
  }

  async function warehouse(): Promise<string> {
    if (config.CLICKHOUSE_URL) return config.CLICKHOUSE_URL
    const port = await freePort()
    const { warehousePassword: password } = secrets
    const where = { dir: join(config.dataDir, 'clickhouse'), logFile: join(logs, 'clickhouse.log') }
    // Optional: the product starts and serves without it, and catches up.
    await hold(
      'The warehouse',
      (onExit) =>
        startEmbeddedWarehouse({ ...where, password, port, memoryMiB: config.WAREHOUSE_MEMORY, onExit }),
      true,
    )
    return embeddedWarehouseUrl(port, password)
  }

  function app(roles: readonly Role[], env: NodeJS.ProcessEnv) {
    const name = `The ${roles.join('+')} process`
    return hold(name, async (ended) => {
      const started = await forkApp(roles, env, ended)
      if (options.watch) onSourceChange(() => process.kill(started.pid, 'SIGTERM'))
      return started
    })
  }

  function onSourceChange(changed: () => void): void {
    let soon: NodeJS.Timeout | undefined
    for (const folder of ['base', 'modules', 'apps/server'])
      watchers.push(
        watch(folder, { recursive: true }, (_, file) => {
          if (!file?.endsWith('.ts') || file.endsWith('.test.ts')) return
          clearTimeout(soon)
          soon = setTimeout(() => {
            for (const watcher of watchers.splice(0)) watcher.close()
            changed()
          }, 150)
        }),
      )
  }

  /** Where everything is, for commands that work beside the server, and for the doctor. */
  function writeRuntime(): void {
    if (!ready || stopping) return
    const pids = Object.fromEntries(kept.map(({ name, part }) => [name, part.now()?.pid]))
    writeFileSync(`${runtimeFile}.new`, JSON.stringify({ pid: process.pid, ...ready, pids }), { mode: 0o600 })
    renameSync(`${runtimeFile}.new`, runtimeFile)
  }
}

interface App extends Part {
  /** Where it serves, when it does. */
  readonly address: string | undefined
}

/** Starts an app process; resolves when it says that it is ready. */
function forkApp(
  roles: readonly Role[],
  env: NodeJS.ProcessEnv,
  ended: (code: number | null, signal: NodeJS.Signals | null) => void,
): Promise<App> {
  // A group of its own: the terminal's Ctrl-C reaches only us, and we stop things in order.
  const child = fork(join(import.meta.dirname, 'process.ts'), {
    env: { ...env, ROLES: roles.join(',') },
    detached: true,
  })
  return new Promise((ready, fail) => {
    child.on('message', (message: { ready?: true; address?: string }) => {
      if (message.ready) ready({ pid: child.pid!, address: message.address, stop: () => endChild(child) })
    })
    child.once('exit', (code, signal) => {
      fail(new Error(`it ended while starting (${signal ?? `code ${code}`})`))
      ended(code, signal)
    })
  })
}

/** One web process and one for the rest, which keeps slow work away from requests. */
function layoutFor(config: Config): Role[][] {
  const web = config.ROLES.filter((role) => role === 'web')
  const rest = config.ROLES.filter((role) => role !== 'web')
  return [web, rest].filter((roles) => roles.length > 0)
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 12_000)
  await gone
  clearTimeout(late)
}
