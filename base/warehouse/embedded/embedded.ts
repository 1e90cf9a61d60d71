/**
 * The embedded warehouse: ClickHouse's engine (chdb) in one child process that speaks ClickHouse's
 * HTTP protocol on a loopback port, so that the product knows only `@clickhouse/client`. What it
 * holds can be made again from the log: a folder that does not load is moved aside, never an obstacle.
 */
import { type ChildProcess, fork } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { StartAnswer, StartMessage } from './server.ts'

export interface EmbeddedWarehouseOptions {
  /** Folder of the data, `<data>/clickhouse`; made when missing. */
  readonly dir: string
  /** Password of the user `juluo`; kept by the caller. */
  readonly password: string
  /** Memory cap of the engine in MiB. */
  readonly memoryMiB: number
  readonly logFile: string
  /** Port to take again after a restart; otherwise the system chooses. */
  readonly port?: number
  /** Called when the process ends without having been asked to. */
  readonly onExit?: (code: number | null, signal: NodeJS.Signals | null) => void
}

export interface EmbeddedWarehouse {
  /** URL with user, password and the database `juluo`. */
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Where a folder that did not load was moved, when that happened. */
  readonly movedAside?: string
  stop(): Promise<void>
}

export class EmbeddedWarehouseError extends Error {
  override name = 'EmbeddedWarehouseError'
}

const server = join(import.meta.dirname, 'server.ts')

/** Starts the process. Resolves when it answers; moves a folder that does not load aside and starts empty. */
export async function startEmbeddedWarehouse(options: EmbeddedWarehouseOptions): Promise<EmbeddedWarehouse> {
  const dir = resolve(options.dir)
  await endStale(dir)
  const first = await begin(dir, options)
  if ('child' in first) return running(first, dir, options)
  const movedAside = moveAside(dir)
  const second = await begin(dir, options)
  if ('child' in second) return running(second, dir, options, movedAside)
  // It does not start empty either, so the folder was not the reason: put it back.
  if (movedAside) {
    rmSync(dir, { recursive: true, force: true })
    renameSync(movedAside, dir)
  }
  throw new EmbeddedWarehouseError(
    `The embedded ClickHouse does not start: ${second.broken}. See ${options.logFile}, or set CLICKHOUSE_URL`,
  )
}

interface Begun {
  readonly child: ChildProcess
  readonly port: number
}

function begin(dir: string, options: EmbeddedWarehouseOptions): Promise<Begun | { broken: string }> {
  mkdirSync(dirname(options.logFile), { recursive: true })
  mkdirSync(dirname(dir), { recursive: true })
  const log = openSync(options.logFile, 'a', 0o600)
  const child = fork(server, [dir], {
    // Lanes of server.ts (4 + 2) and room for cancelling and compression beside them.
    env: {
      PATH: process.env.PATH,
      UV_THREADPOOL_SIZE: '12',
      TZ: 'UTC',
      NODE_ENV: process.env.NODE_ENV ?? 'production',
    },
    execArgv: ['--max-semi-space-size=2', '--max-old-space-size=512'],
    stdio: ['ignore', log, log, 'ipc'],
    // A group of its own: Ctrl-C reaches only the supervisor, which stops things in order.
    detached: true,
  })
  closeSync(log)
  writeFileSync(pidFile(dir), String(child.pid), { mode: 0o600 })
  const message: StartMessage = {
    dir,
    password: options.password,
    memoryMiB: options.memoryMiB,
    port: options.port ?? 0,
  }
  return new Promise((done) => {
    const ended = (code: number | null, signal: NodeJS.Signals | null) =>
      done({ broken: `it ended with ${signal ?? `code ${code}`}` })
    child.once('exit', ended)
    child.once('error', (error) => done({ broken: error.message }))
    child.once('message', (answer: StartAnswer) => {
      child.off('exit', ended)
      if ('ready' in answer) return done({ child, port: answer.ready.port })
      child.once('exit', () => done(answer))
      child.kill('SIGKILL')
    })
    child.send(message)
  })
}

function running(
  { child, port }: Begun,
  dir: string,
  options: EmbeddedWarehouseOptions,
  movedAside?: string,
): EmbeddedWarehouse {
  let stopping = false
  child.once('exit', (code, signal) => {
    if (stopping) return
    rmSync(pidFile(dir), { force: true })
    options.onExit?.(code, signal)
  })
  return {
    url: embeddedWarehouseUrl(port, options.password),
    port,
    pid: child.pid!,
    ...(movedAside ? { movedAside } : {}),
    stop: async () => {
      stopping = true
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise<void>((done) => child.once('exit', () => done()))
        child.kill('SIGTERM')
        const late = setTimeout(() => child.kill('SIGKILL'), 8_000)
        await gone
        clearTimeout(late)
      }
      rmSync(pidFile(dir), { force: true })
    },
  }
}

/** Address of an embedded warehouse that listens, or will listen, on `port`. */
export const embeddedWarehouseUrl = (port: number, password: string): string =>
  `http://juluo:${encodeURIComponent(password)}@127.0.0.1:${port}/juluo`

/** Moves the folder to `<folder>.broken-<time>` and keeps only the newest of those. */
function moveAside(dir: string): string | undefined {
  if (!existsSync(dir)) return undefined
  const prefix = `${basename(dir)}.broken-`
  for (const name of readdirSync(dirname(dir)))
    if (name.startsWith(prefix)) rmSync(join(dirname(dir), name), { recursive: true, force: true })
  const aside = `${dir}.broken-${new Date().toISOString().replace(/[:.]/g, '')}`
  renameSync(dir, aside)
  return aside
}

const pidFile = (dir: string) => `${dir}.pid`

/** Ends a process that a killed run left behind on this folder; it ends by itself, but perhaps not yet. */
async function endStale(dir: string): Promise<void> {
  if (!existsSync(pidFile(dir))) return
  const pid = Number(readFileSync(pidFile(dir), 'utf8'))
  for (let waited = 0; pid > 0 && isServerOf(pid, dir); waited += 50) {
    if (waited === 3_000) process.kill(pid, 'SIGKILL')
    if (waited > 10_000)
      throw new EmbeddedWarehouseError(`Another warehouse (process ${pid}) uses ${dir} and does not end`)
    await new Promise((resume) => setTimeout(resume, 50))
  }
  rmSync(pidFile(dir), { force: true })
}

/** Whether process `pid` is a warehouse of this folder; a reused pid of something else is not. */
function isServerOf(pid: number, dir: string): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return false
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return args.includes(server) && args.includes(dir)
  } catch {
    // No /proc (macOS): a living process under this pid is believed to be ours.
    return existsSync('/proc') === false
  }
}
