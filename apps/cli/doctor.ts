/** `bin/juluo doctor`: looks at the machine and the installation, and says what to do about what is wrong. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { arch, platform, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { type Config, readConfig } from '#base/config/config.ts'
import { pendingMigrations, readMigrations } from '#base/db/migrate.ts'
import { staleFaces } from './web-build.ts'

export type Finding = {
  readonly about: string
  readonly state: 'good' | 'note' | 'bad'
  readonly says: string
  readonly remedy?: string
}

const good = (about: string, says: string): Finding => ({ about, state: 'good', says })
const note = (about: string, says: string, remedy: string): Finding => ({
  about,
  state: 'note',
  says,
  remedy,
})
const bad = (about: string, says: string, remedy: string): Finding => ({ about, state: 'bad', says, remedy })
const GiB = 1024 ** 3

export async function doctor(_args: string[]): Promise<void> {
  const findings = await examine(readConfig())
  const glyph = { good: '✓', note: '·', bad: '✗' }
  for (const { about, state, says, remedy } of findings) {
    console.log(`${glyph[state]} ${about}: ${says}`)
    if (remedy) console.log(`    → ${remedy}`)
  }
  const wrong = findings.filter(({ state }) => state === 'bad').length
  console.log(wrong === 0 ? '\nAll is well.' : `\n${wrong} thing${wrong > 1 ? 's' : ''} to mend.`)
  process.exitCode = wrong === 0 ? 0 : 1
}

/** Everything that can be said without changing anything but making the data folder. */
export async function examine(config: Config): Promise<Finding[]> {
  const runtime = readRuntime(config)
  return [
    checkNode(),
    checkMachine(config),
    checkFolder(config),
    checkDisk(config),
    await checkPort(config, runtime),
    checkWeb(),
    ...(await checkDatabase(config, runtime)),
    await checkWarehouse(config, runtime),
    checkMail(config),
    checkAddress(config),
  ]
}

interface Runtime {
  readonly pid: number
  readonly databaseUrl: string
  readonly clickhouseUrl: string
  readonly address: string
}

/** Where a running supervisor wrote what it runs, when it lives. */
export function readRuntime(config: Config): Runtime | undefined {
  try {
    const runtime = JSON.parse(readFileSync(join(config.dataDir, 'runtime.json'), 'utf8')) as Runtime
    process.kill(runtime.pid, 0)
    return runtime
  } catch {
    return undefined
  }
}

function checkNode(): Finding {
  const [major = 0] = process.versions.node.split('.').map(Number)
  return major >= 24
    ? good('Runtime', `Node ${process.versions.node} on ${platform()} ${arch()}`)
    : bad('Runtime', `Node ${process.versions.node}`, 'run bin/juluo, which uses the pinned Node 24')
}

function checkMachine(config: Config): Finding {
  const memory = totalmem()
  return memory >= 2 * GiB
    ? good(
        'Memory',
        `${(memory / GiB).toFixed(1)} GiB; the warehouse may take ${config.WAREHOUSE_MEMORY} MiB`,
      )
    : note(
        'Memory',
        `${(memory / GiB).toFixed(1)} GiB`,
        'set WAREHOUSE_MEMORY=512, or give the machine 2 GiB',
      )
}

function checkFolder(config: Config): Finding {
  try {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o711 })
    accessSync(config.dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    return bad(
      'Data folder',
      `${config.dataDir} cannot be written (${(error as NodeJS.ErrnoException).code})`,
      'give this user the folder, or choose another with JULUO_DATA',
    )
  }
  const secrets = join(config.dataDir, 'secrets.json')
  if (existsSync(secrets) && (statSync(secrets).mode & 0o077) !== 0 && platform() !== 'win32')
    return bad('Data folder', `${secrets} can be read by other users`, `chmod 600 ${secrets}`)
  return good('Data folder', config.dataDir)
}

function checkDisk(config: Config): Finding {
  const at = existsSync(config.dataDir) ? config.dataDir : dirname(config.dataDir)
  const { bavail, bsize } = statfsSync(at)
  const free = bavail * bsize
  const says = `${(free / GiB).toFixed(1)} GiB free`
  return free > 2 * GiB
    ? good('Disk', says)
    : bad('Disk', says, 'free at least 2 GiB: a full disk stops PostgreSQL')
}

async function checkPort(config: Config, runtime: Runtime | undefined): Promise<Finding> {
  const taken = await answers(config.PORT, config.HOST === '0.0.0.0' ? '127.0.0.1' : config.HOST)
  if (runtime) return good('Port', `Juluo runs (process ${runtime.pid}) at ${runtime.address}`)
  return taken
    ? bad('Port', `something else answers on ${config.PORT}`, 'stop it, or choose another port with PORT')
    : good('Port', `${config.PORT} is free`)
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host, timeout: 1_000 })
    const say = (value: boolean) => {
      socket.destroy()
      done(value)
    }
    socket.once('connect', () => say(true))
    socket.once('error', () => say(false))
    socket.once('timeout', () => say(false))
  })
}

function checkWeb(): Finding {
  const stale = staleFaces()
  return stale.length === 0
    ? good('Web apps', 'built from the present sources')
    : note('Web apps', `${stale.join(' and ')} to be built`, 'nothing to do: the next start builds them')
}

/** Settings without which a power cut loses what was acknowledged. */
const durable = { fsync: 'on', full_page_writes: 'on' } as const

async function checkDatabase(config: Config, runtime: Runtime | undefined): Promise<Finding[]> {
  const url = config.DATABASE_URL ?? runtime?.databaseUrl
  if (!url) return [good('PostgreSQL', 'embedded; not running now')]
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    const before = Date.now()
    await client.connect()
    const { rows } = await client.query<{
      version: number
      now: Date
      fsync: string
      full_page_writes: string
      synchronous_commit: string
    }>(
      `select current_setting('server_version_num')::int as version, clock_timestamp() as now, current_setting('fsync') as fsync,
              current_setting('full_page_writes') as full_page_writes, current_setting('synchronous_commit') as synchronous_commit`,
    )
    const facts = rows[0]!
    const skew = Math.abs(facts.now.getTime() - (before + Date.now()) / 2)
    return [
      facts.version >= 150_000
        ? good('PostgreSQL', `version ${(facts.version / 10_000) | 0}.${facts.version % 10_000}`)
        : bad('PostgreSQL', `version ${(facts.version / 10_000) | 0}`, 'Juluo needs PostgreSQL 15 or newer'),
      ...Object.entries(durable).map(([name, want]) =>
        facts[name as keyof typeof durable] === want
          ? good(name, want)
          : bad(
              name,
              facts[name as keyof typeof durable],
              `set ${name} = on: a power cut loses points and orders without it`,
            ),
      ),
      facts.synchronous_commit === 'off'
        ? note('synchronous_commit', 'off', 'set it to on: a crash may lose the last moments')
        : good('synchronous_commit', facts.synchronous_commit),
      skew < 2_000
        ? good('Clock', `${Math.round(skew)} ms from the database's`)
        : bad('Clock', `${(skew / 1000).toFixed(1)} s from the database's`, 'set both clocks by NTP'),
      await checkMigrations(client),
    ]
  } catch (error) {
    return [
      bad(
        'PostgreSQL',
        (error as Error).message,
        config.DATABASE_URL ? 'check DATABASE_URL and that the server runs' : 'see data/log/postgres.log',
      ),
    ]
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function checkMigrations(client: pg.Client): Promise<Finding> {
  const { rows } = await client
    .query<{ name: string; hash: string }>('select name, hash from migration')
    .catch(() => ({ rows: [] }))
  try {
    const pending = pendingMigrations(
      readMigrations('migrations/postgres'),
      new Map(rows.map((row) => [row.name, row.hash])),
    )
    return pending.length === 0
      ? good('Schema', `${rows.length} migrations applied`)
      : note('Schema', `${pending.length} migrations to come`, 'nothing to do: the next start runs them')
  } catch (error) {
    return bad('Schema', (error as Error).message, 'do not start this version on this database')
  }
}

async function checkWarehouse(config: Config, runtime: Runtime | undefined): Promise<Finding> {
  const url = config.CLICKHOUSE_URL ?? runtime?.clickhouseUrl
  if (!url) return good('Warehouse', 'embedded; not running now')
  const { port, hostname } = new URL(url)
  return (await answers(Number(port || 8123), hostname))
    ? good('Warehouse', 'answers')
    : bad(
        'Warehouse',
        'does not answer',
        config.CLICKHOUSE_URL
          ? 'check CLICKHOUSE_URL and that the server runs'
          : 'see data/log/clickhouse.log; bin/juluo rebuild-warehouse makes it anew',
      )
}

function checkMail(config: Config): Finding {
  return config.SMTP_URL
    ? good('Mail', `sent through ${new URL(config.SMTP_URL).hostname}`)
    : note('Mail', 'kept in the mailbox of the console', 'set SMTP_URL so that members get their mail')
}

function checkAddress(config: Config): Finding {
  if (config.HOST === '127.0.0.1' || config.HOST === 'localhost')
    return good('Address', `${config.baseUrl}, reachable from this machine only`)
  return config.BASE_URL?.startsWith('https:')
    ? good('Address', config.baseUrl)
    : note(
        'Address',
        `${config.baseUrl} is not https`,
        'put a TLS proxy in front and set BASE_URL and TRUSTED_PROXIES',
      )
}
