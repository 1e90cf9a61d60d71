/**
 * Every story of the member site's gallery, as a screen reader, a narrow phone and the style policy meet it.
 * The gallery is built here, in a folder of its own, and served as plain files. The stories follow each other on
 * one page; some are seen again on a page of their own, where they must be the same. GALLERY=all compares every
 * story, SCREENSHOTS=folder keeps pictures, and STORIES=feed tries those whose name begins so.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  axe,
  keepPicture,
  type Look,
  nameOf,
  openPage,
  overflowing,
  standsStill,
  useBrowser,
} from './browser.ts'
import { goTo, seen, traceOfOthers } from './stories.ts'

const browser = useBrowser()
const dir = mkdtempSync(join(tmpdir(), 'juluo-gallery-'))
let server: Server
let url: string

/** Two looks of which each value of each property is one: every story is seen in both. */
const looks: readonly Look[] = [
  { locale: 'zh-CN', theme: 'light', width: 390 },
  { locale: 'en', theme: 'dark', width: 1440 },
]

const wanted = process.env.STORIES ?? ''

/** What some stories show on purpose: an answer that is a problem, and React telling of it. */
const intended = /Failed to load resource|RequestProblem/

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

function serveFolder(): Promise<Server> {
  const made = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://here').pathname
    const name = extname(path) ? path : '/index.html'
    try {
      const body = readFileSync(join(dir, name))
      response
        .writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' })
        .end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  return new Promise((resolve) => made.listen(0, '127.0.0.1', () => resolve(made)))
}

beforeAll(async () => {
  await build({
    configFile: 'apps/member/vite.config.ts',
    mode: 'test',
    logLevel: 'error',
    build: { outDir: dir, emptyOutDir: true, minify: false, reportCompressedSize: false },
  })
  server = await serveFolder()
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gallery`
})
afterAll(() => {
  server?.close()
  rmSync(dir, { recursive: true, force: true })
})

async function openContents() {
  const heard = await openPage(browser(), looks[0]!)
  await heard.page.goto(url)
  await heard.page.getByRole('heading', { name: 'Gallery' }).waitFor()
  return heard
}

async function storyNames(): Promise<string[]> {
  const { page, context } = await openContents()
  const names = await page
    .locator('[data-story]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-story') ?? ''))
  await context.close()
  return names.filter((name) => name.startsWith(wanted))
}

const addressOf = (story: string, { theme, locale }: Look) =>
  `${url}?${new URLSearchParams({ story, theme, locale })}`

/** Until the screen has its heading and nothing waits any more, except where waiting is the story. */
async function settle(page: Page, story: string) {
  const settled = () =>
    page.waitForFunction(
      (mayWait) =>
        document.querySelector('main') &&
        document.querySelector('h1[tabindex], h1:not(.sr-only)') &&
        (mayWait || !document.querySelector('[data-waiting]')),
      story.endsWith('waiting'),
    )
  await settled()
  await standsStill(page)
  // Lazy parts may have begun to wait since.
  await settled()
}

/** The story on a page that saw no other one. */
async function seenAlone(story: string, look: Look) {
  const { page, context } = await openPage(browser(), look, intended)
  await page.goto(addressOf(story, look))
  await settle(page, story)
  // On a page of its own everything is fetched first, some of it when the page is idle.
  await page.waitForLoadState('networkidle')
  await settle(page, story)
  const alone = await seen(page)
  await context.close()
  return alone
}

/** What is wrong with the stories in one look; empty when all is well. */
async function visit(names: readonly string[], look: Look): Promise<Record<string, unknown>> {
  const { page, context, troubles } = await openPage(browser(), look, intended)
  const found: Record<string, unknown> = {}
  await page.goto(url)
  await page.locator('[data-story]').first().waitFor()
  for (const [at, story] of names.entries()) {
    troubles.length = 0
    const left = await goTo(page, addressOf(story, look))
    try {
      await settle(page, story)
    } catch (error) {
      found[`${story} (${nameOf(look)})`] = { broken: String(error), troubles: [...troubles] }
      continue
    }
    await keepPicture(page, `member/${story}-${nameOf(look)}`)
    const violations = await axe(page)
    const wide = await overflowing(page)
    if (violations.length + troubles.length + left.length > 0 || wide)
      found[`${story} (${nameOf(look)})`] = { violations, troubles: [...troubles], wide, left }
    // Now and then, whether the stories before left no trace that these eyes do not see. What waits is never done.
    if (!story.endsWith('waiting') && (process.env.GALLERY === 'all' || at % 16 === 8)) {
      const differs = await traceOfOthers(page, () => seenAlone(story, look))
      if (differs) found[`${story} (${nameOf(look)}) after others`] = differs
    }
  }
  await context.close()
  return found
}

test('every story has no barrier, fits the window and makes no trouble', { timeout: 600_000 }, async () => {
  const names = await storyNames()
  expect(names.length).toBeGreaterThan(wanted ? 0 : 120)
  const found = await Promise.all(looks.map((look) => visit(names, look)))
  expect(Object.assign({}, ...found)).toEqual({})
})

test('the ear hears: a barrier that is put into a page is found', async () => {
  const { page, context } = await openContents()
  await page.evaluate(() => document.body.append(document.createElement('button')))
  expect((await axe(page)).map(({ rule }) => rule)).toContain('button-name')
  await context.close()
})
