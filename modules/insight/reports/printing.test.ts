import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '#test/warehouse.ts'
import { printPdf } from './pdf.ts'

/** A program in the place of Chromium, so that what it does can be seen: real processes all the same. */
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'print-'))
  // Where temporary folders are made: those of other tests are none of ours.
  process.env.TMPDIR = folder
})
afterAll(async () => {
  delete process.env.TMPDIR
  await rm(folder, { recursive: true, force: true })
})

async function program(name: string, script: string): Promise<{ CHROMIUM_PATH: string }> {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  return { CHROMIUM_PATH: path }
}
const left = async () => (await readdir(folder)).filter((name) => name.startsWith('juluo-pdf-'))
const lives = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('who leaves takes the browser with him, with all that it started, and nothing of the report stays', async () => {
  const pids = join(folder, 'pids')
  const config = await program('hangs', `sleep 300 &\necho $$ $! > ${pids}.new\nmv ${pids}.new ${pids}\nwait`)
  const leaving = new AbortController()
  const printed = printPdf('<p>x</p>', config, { signal: leaving.signal }).catch((error) => error.code)
  await until(async () => (await readFile(pids, 'utf8').catch(() => '')) !== '', 20)
  const started = (await readFile(pids, 'utf8')).trim().split(' ').map(Number)
  expect(started.filter(lives)).toHaveLength(2)
  expect(await left()).toHaveLength(1)
  leaving.abort()
  expect(await printed).toBe('pdf_failed')
  await until(async () => started.filter(lives).length === 0, 20)
  expect(await left()).toEqual([])
})

test('one prints at a time, and of those who wait some are sent away', async () => {
  const config = await program(
    'counts',
    `mkdir ${folder}/busy || exit 1\nsleep 0.1\nrmdir ${folder}/busy\nprintf '%%PDF-1.7' > report.pdf`,
  )
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () =>
      printPdf('<p>x</p>', config).then(
        (pdf) => pdf.toString(),
        (error) => error.code,
      ),
    ),
  )
  expect(outcomes.toSorted()).toEqual([...Array(4).fill('%PDF-1.7'), 'pdf_busy', 'pdf_busy'])
})

test('what a process left that was killed while it printed is removed; what is being printed stays', async () => {
  const [old, fresh] = ['juluo-pdf-old', 'juluo-pdf-fresh'].map((name) => join(folder, name))
  for (const each of [old!, fresh!]) {
    await mkdir(each)
    await writeFile(join(each, 'report.html'), 'secret')
  }
  await utimes(old!, new Date(0), new Date(0))
  const config = await program('prints', `printf '%%PDF-1.7' > report.pdf`)
  await printPdf('<p>x</p>', config)
  expect(await left()).toEqual(['juluo-pdf-fresh'])
})
