/** What a phone must load before it sees the first page, built here and weighed as it is sent. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

const budget = 120 * 1024
const dir = mkdtempSync(join(tmpdir(), 'juluo-member-'))

interface Chunk {
  readonly file: string
  readonly src?: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}
let manifest: Record<string, Chunk>
let html: string

beforeAll(async () => {
  await build({
    configFile: 'apps/member/vite.config.ts',
    mode: 'production',
    logLevel: 'error',
    build: { outDir: dir, emptyOutDir: true },
  })
  manifest = JSON.parse(readFileSync(join(dir, '.vite/manifest.json'), 'utf8'))
  html = readFileSync(join(dir, 'index.html'), 'utf8')
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** The scripts of the HTML, the chunk of a screen, and everything these import at once. */
function firstLoad(screen: RegExp): Set<string> {
  const files = new Set([...html.matchAll(/src="\/([^"]+\.js)"/g)].map(([, file]) => file!))
  const take = (chunk: Chunk | undefined) => {
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const name of chunk.imports ?? []) take(manifest[name])
  }
  const chunk = Object.values(manifest).find(({ file }) => screen.test(file))
  if (!chunk) throw new Error(`No chunk like ${screen}: ${Object.values(manifest).map(({ file }) => file)}`)
  take(chunk)
  return files
}

const weigh = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dir, file)), { level: 9 }).length, 0)

test.each([
  ['a member', /\/home-[\w-]+\.js$/],
  ['a stranger', /PublicHome-[\w-]+\.js$/],
])('S4-76: the first load of %s is at most 120 kB of JavaScript, gzipped', (_, screen) => {
  const files = firstLoad(screen)
  const bytes = weigh(files)
  expect(files.size).toBeGreaterThan(2)
  expect(bytes).toBeGreaterThan(60_000)
  expect(bytes).toBeLessThanOrEqual(budget)
})

test('the scale can tip: everything together is heavier than the budget', () => {
  const all = Object.values(manifest).flatMap(({ file }) => (file.endsWith('.js') ? [file] : []))
  expect(weigh(new Set(all))).toBeGreaterThan(budget)
})

test('dialogs, forms, tracking and the gallery are not part of the first load', () => {
  const loaded = [...firstLoad(/\/home-[\w-]+\.js$/)]
    .map((file) => readFileSync(join(dir, file), 'utf8'))
    .join('')
  // Plain truths: a failing `toContain` would print the whole bundle.
  expect(loaded.includes('/v1/track')).toBe(false)
  expect(loaded.includes('data-form-problem')).toBe(false)
  const everything = Object.values(manifest).map(({ file }) => readFileSync(join(dir, file), 'utf8'))
  expect(everything.some((text) => text.includes('/v1/track'))).toBe(true)
  expect(everything.some((text) => text.includes('data-form-problem'))).toBe(true)
  expect(everything.some((text) => text.includes('people-and-houses'))).toBe(false)
})

test('the page carries the placeholders that the server fills, and no script of its own in the text', () => {
  for (const name of ['__NONCE__', '__TITLE__', '__DESCRIPTION__', '<!--first-->', '<!--/first-->'])
    expect(html).toContain(name)
  for (const [tag] of html.matchAll(/<script[^>]*>/g)) {
    expect(tag).toContain('nonce="__NONCE__"')
    expect(tag).toContain('src="/')
  }
})
