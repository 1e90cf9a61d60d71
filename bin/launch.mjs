/**
 * What runs on whatever Node the machine has (≥ 20.19): installs the locked dependencies when they
 * are missing or stale, then hands over to the pinned Node among them.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
export const pinnedNode = join(
  root,
  'node_modules',
  '.bin',
  process.platform === 'win32' ? 'node.cmd' : 'node',
)

function fail(message) {
  console.error(message)
  process.exit(1)
}

/** Whether what is installed is what the lockfile says; npm writes its own record last, so half an install counts as none. */
function installed() {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record) || !existsSync(pinnedNode)) return false
  const have = JSON.parse(readFileSync(record, 'utf8')).packages
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(want).every(
    ([path, entry]) =>
      path === '' ||
      entry.optional ||
      entry.peer ||
      entry.devOptional ||
      have[path]?.version === entry.version,
  )
}

/** Installs what the lockfile names unless it is there already. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    fail(
      `Juluo needs Node 20.19 or newer to start; this is ${process.versions.node}. Install a current Node and try again.`,
    )
  if (installed()) return
  console.log('Installing dependencies (once; about a minute) …')
  // Not `npm ci`: it refuses a lockfile without the optional packages of other platforms, which npm leaves
  // out when a registry does not have them. `install` takes the locked versions all the same.
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    // npm start runs in production mode too, and the web apps are built here.
    env: { ...process.env, NODE_ENV: 'development' },
  })
  if (npm.error) fail(`npm could not be run (${npm.error.message}); install npm and try again.`)
  if (npm.status !== 0)
    fail('Installing failed; the lines above say why. Mend it and run the command again: it continues.')
}

/** Runs a script on the pinned Node and ends as it ends. Signals go to the child, which stops things in order. */
export function handOver(args, env = {}) {
  const child = spawn(pinnedNode, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`, ...env },
  })
  // The terminal sends Ctrl-C to the whole group; the child decides when we end.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) =>
    fail(`The pinned Node could not be run: ${error.message}. Remove node_modules and try again.`),
  )
  child.on('exit', (code, signal) => process.exit(signal ? 128 + 15 : (code ?? 1)))
}

export function launch(args) {
  ensureInstalled()
  // Relative paths such as JULUO_DATA mean the folder in which the command was given.
  handOver([join(root, 'apps/cli/main.ts'), ...args], { JULUO_CWD: process.cwd() })
}
