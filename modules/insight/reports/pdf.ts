/**
 * PDF by the Chromium of the machine, where there is one: a page of our own is printed, which forbids scripts itself, without
 * a network. One at a time, since a browser takes hundreds of megabytes; a few may wait.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { access, constants, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Config } from '#base/config/config.ts'
import { insightProblems } from '../problems.ts'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const mostWaiting = 4
const patienceMs = 40_000

/** Where Chromium is: as the operator says, or in one of the usual places; undefined when there is none. */
export async function findChromium({
  CHROMIUM_PATH,
}: Pick<Config, 'CHROMIUM_PATH'>): Promise<string | undefined> {
  for (const path of CHROMIUM_PATH ? [CHROMIUM_PATH] : usualPlaces) {
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (found) return path
  }
  return undefined
}

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * Prints a page. Throws `pdf_not_possible` without Chromium, `pdf_busy` when too many wait already, `pdf_failed` when
 * nothing came of it in time.
 */
export async function printPdf(
  page: string,
  config: Pick<Config, 'CHROMIUM_PATH'>,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Buffer> {
  const chromium = await findChromium(config)
  if (!chromium) throw insightProblems.pdfNotPossible()
  if (waiting >= mostWaiting) throw insightProblems.pdfBusy({ retryAfter: 20 })
  waiting += 1
  const mine = last.then(async () => {
    signal?.throwIfAborted()
    return await print(chromium, page, signal)
  })
  last = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    waiting -= 1
  }
}

async function print(chromium: string, page: string, signal: AbortSignal | undefined): Promise<Buffer> {
  await removeLeftovers()
  const folder = await mkdtemp(join(tmpdir(), prefix))
  try {
    const from = join(folder, 'report.html')
    const to = join(folder, 'report.pdf')
    await writeFile(from, page)
    const child = spawn(chromium, [...switches(folder), `--print-to-pdf=${to}`, pathToFileURL(from).href], {
      cwd: folder,
      // Nothing of ours goes along; it keeps what it keeps in a folder that goes.
      env: { HOME: folder, TMPDIR: folder, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' },
      stdio: 'ignore',
      detached: true,
    })
    await ended(child, signal)
    const pdf = await readFile(to).catch(() => undefined)
    if (!pdf?.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw insightProblems.pdfFailed({ retryAfter: 5 })
    return pdf
  } finally {
    // A browser that was killed may still be letting go of its folder.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

const prefix = 'juluo-pdf-'

/** Folders of processes that were killed while they printed: what a report says stays on no disk. */
async function removeLeftovers(): Promise<void> {
  const long = Date.now() - 10 * patienceMs
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const folder = join(tmpdir(), name)
    const since = await stat(folder).catch(() => undefined)
    // Somebody else's on the same machine cannot be removed, and is his.
    if (since && since.mtimeMs < long)
      await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

const switches = (folder: string): string[] => [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pdf-header-footer',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-crash-reporter',
  // No name is looked up, and what is no name goes nowhere.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  `--user-data-dir=${join(folder, 'profile')}`,
  // Chromium refuses its sandbox to root; everybody else has it.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Resolves when it has ended; kills it with all its processes when it takes too long or nobody waits any more. */
function ended(child: ChildProcess, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => {
    const kill = () => {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended already.
      }
    }
    const clock = setTimeout(kill, patienceMs)
    signal?.addEventListener('abort', kill, { once: true })
    // Who left while the page was written is told of no more.
    if (signal?.aborted) kill()
    const end = () => {
      clearTimeout(clock)
      signal?.removeEventListener('abort', kill)
      done()
    }
    child.on('error', end)
    child.on('close', end)
  })
}
