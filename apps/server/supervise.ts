/**
 * The supervisor: one small process that starts the parts in order (PostgreSQL, warehouse,
 * migrations, app processes), starts again what ends unasked, and stops everything on Ctrl-C.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config, Role } from '#base/config/config.ts'
import { loadSecrets } from '#base/config/secrets.ts'
import { type EmbeddedPostgres, makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import { type EmbeddedWarehouse, startEmbeddedWarehouse } from '#base/warehouse/embedded/embedded.ts'
import { lockFolder } from './folder-lock.ts'

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

/** Longest wait between two starts of a part that keeps ending. */
const slowestRestartMs = 10_000

export async function supervise(options: SupervisorOptions): Promise<Supervisor> {
  const { config, say = () => undefined } = options
  makePrivateDir(config.dataDir)
  const unlock = await lockFolder(join(config.dataDir, 'juluo.lock'))
  const secrets = loadSecrets(config.dataDir)
  const logs = join(config.dataDir, 'log')
  mkdirSync(logs, { recursive: true })

  let stopping = false
  const stops: (() => Promise<void>)[] = []
  let finished = () => {}
  const stopped = new Promise<void>((done) => {
    finished = done
  })
  const stop = async () => {
    if (stopping) return await stopped
    stopping = true
    for (const stopPart of stops.reverse())
      await stopPart().catch((error) => say(`While stopping: ${error.message}`))
    rmSync(join(config.dataDir, 'runtime.json'), { force: true })
    unlock()
    finished()
  }

  try {
    const postgres = config.DATABASE_URL ? undefined : await keepPostgres()
    const databaseUrl = config.DATABASE_URL ?? postgres!.url
    // The warehouse may take its time or be broken; the product starts without it.
    const warehouse = config.CLICKHOUSE_URL ? undefined : await keepWarehouse()
    const clickhouseUrl = config.CLICKHOUSE_URL ?? warehouse!.url
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
      JULUO_EMBEDDED: [postgres ? 'postgres' : '', warehouse ? 'clickhouse' : ''].filter(Boolean).join(','),
    }
    const layout = options.processes ?? layoutFor(config)
    const addresses = await Promise.all(layout.map((roles) => keepApp(roles, env)))
    const address = addresses.find(Boolean) ?? config.baseUrl
    writePrivate(join(config.dataDir, 'runtime.json'), {
      pid: process.pid,
      databaseUrl,
      clickhouseUrl,
      address,
    })
    return { databaseUrl, clickhouseUrl, address, stopped, stop }
  } catch (error) {
    await stop()
    throw error
  }

  async function keepPostgres(): Promise<EmbeddedPostgres> {
    let current: EmbeddedPostgres
    const restart = restarter('PostgreSQL', async () => {
      current = await begin()
    })
    const begin = (): Promise<EmbeddedPostgres> =>
      startEmbeddedPostgres({
        dir: join(config.dataDir, 'postgres'),
        logFile: join(logs, 'postgres.log'),
        password: secrets.postgresPassword,
        // The same port again, so that the pools of the app processes find it.
        ...(current ? { port: current.port } : {}),
        onExit: restart,
      })
    current = await begin()
    stops.push(() => current.stop())
    return current
  }

  async function keepWarehouse(): Promise<EmbeddedWarehouse> {
    let current: EmbeddedWarehouse
    const restart = restarter('The warehouse', async () => {
      current = await begin()
    })
    const begin = (): Promise<EmbeddedWarehouse> =>
      startEmbeddedWarehouse({
        dir: join(config.dataDir, 'clickhouse'),
        logFile: join(logs, 'clickhouse.log'),
        password: secrets.warehousePassword,
        memoryMiB: config.WAREHOUSE_MEMORY,
        ...(current ? { port: current.port } : {}),
        onExit: restart,
      })
    current = await begin()
    stops.push(() => current.stop())
    return current
  }

  /** Runs one app process for as long as we live. Resolves with its address (web) or undefined once it is ready. */
  function keepApp(roles: readonly Role[], env: NodeJS.ProcessEnv): Promise<string | undefined> {
    let child: ChildProcess
    const begin = () =>
      new Promise<string | undefined>((ready, fail) => {
        child = fork(join(import.meta.dirname, 'process.ts'), {
          env: { ...env, ROLES: roles.join(',') },
          // Its own group: the terminal's Ctrl-C reaches only us, and we stop things in order.
          detached: true,
        })
        child.on('message', (message: { ready?: true; address?: string }) => {
          if (message.ready) ready(message.address)
        })
        child.once('exit', (code, signal) => {
          fail(new Error(`The ${roles.join('+')} process ended while starting (${signal ?? `code ${code}`})`))
          restart(code, signal)
        })
      })
    const restart = restarter(`The ${roles.join('+')} process`, async () => {
      await begin()
    })
    stops.push(() => endChild(child))
    if (options.watch) onSourceChange(() => child.kill('SIGTERM'))
    return begin()
  }

  function onSourceChange(changed: () => void) {
    let soon: NodeJS.Timeout | undefined
    for (const folder of ['base', 'modules', 'apps/server']) {
      const watcher = watch(folder, { recursive: true }, (_, file) => {
        if (!file?.endsWith('.ts') || file.endsWith('.test.ts')) return
        clearTimeout(soon)
        soon = setTimeout(changed, 150)
      })
      stops.push(async () => watcher.close())
    }
  }

  /** What to do when a part ends unasked: start it again, later each time, until it holds. */
  function restarter(name: string, begin: () => Promise<void>) {
    let failures = 0
    let lastStart = Date.now()
    return function restart(code: number | null, signal: NodeJS.Signals | null) {
      if (stopping) return
      if (Date.now() - lastStart > 60_000) failures = 0
      const wait = Math.min(200 * 2 ** failures++, slowestRestartMs)
      say(`${name} ended (${signal ?? `code ${code}`}); starting it again in ${(wait / 1000).toFixed(1)} s`)
      setTimeout(() => {
        if (stopping) return
        lastStart = Date.now()
        begin().catch((error) => {
          say(`${name} did not start: ${error.message}`)
          // An app process that ends while starting reports itself; the databases do not.
          if (!/ended while starting \(/.test(error.message)) restart(null, null)
        })
      }, wait)
    }
  }
}

/** One web process and one for the rest, which keeps slow work away from requests. */
function layoutFor(config: Config): Role[][] {
  const web = config.ROLES.filter((role) => role === 'web')
  const rest = config.ROLES.filter((role) => role !== 'web')
  return [web, rest].filter((roles) => roles.length > 0)
}

async function endChild(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 12_000)
  await gone
  clearTimeout(late)
}

function writePrivate(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
