/**
 * Every story of one group of the member site's gallery, as a screen reader, a narrow phone and the
 * style policy meet it. The gallery is built here, in a folder of its own, and served as plain files.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe, type Heard, keepPicture, type Look, launch, nameOf, openPage, overflowing } from './browser.ts'

/** Two looks of which each value of each property is one: every story is seen in both. */
const looks: readonly Look[] = [
  { locale: 'zh-CN', theme: 'light', width: 390 },
  { locale: 'en', theme: 'dark', width: 1440 },
]

/** What some stories show on purpose: an answer that is a problem, and React telling of it. */
const intended = /Failed to load resource|RequestProblem/

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

function serveFolder(dir: string): Promise<Server> {
  const server = createServer((request, response) => {
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
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** Registers the tests of one group: `names` are its stories, so that a new story cannot go untested. */
export function proveStories(group: string, names: readonly string[]): void {
  const dir = mkdtempSync(join(tmpdir(), 'juluo-gallery-'))
  let browser: Browser
  let server: Server
  let url: string

  beforeAll(async () => {
    browser = await launch()
    await build({
      configFile: 'apps/member/vite.config.ts',
      mode: 'test',
      logLevel: 'error',
      build: { outDir: dir, emptyOutDir: true, minify: false, reportCompressedSize: false },
    })
    server = await serveFolder(dir)
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gallery`
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    rmSync(dir, { recursive: true, force: true })
  })

  test(`the gallery lists exactly the stories of ${group} that are proven here`, async () => {
    const { page, context } = await openPage(browser, looks[0]!)
    await page.goto(url)
    await page.getByRole('heading', { name: 'Gallery' }).waitFor()
    const ids = await page
      .locator('[data-story]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-story')))
    expect(ids.filter((id) => id?.startsWith(`${group}/`))).toEqual(names.map((name) => `${group}/${name}`))
    await context.close()
  })

  describe.each(looks.map((look) => [nameOf(look), look] as const))('%s', (_, look) => {
    let heard: Heard
    beforeAll(async () => {
      heard = await openPage(browser, look, intended)
    })
    afterAll(() => heard?.context.close())

    test.each(names)(`${group}/%s has no barrier, fits the window and makes no trouble`, async (name) => {
      const { page, troubles } = heard
      troubles.length = 0
      const asked = new URLSearchParams({ story: `${group}/${name}`, theme: look.theme, locale: look.locale })
      await page.goto(`${url}?${asked}`)
      await page.locator('main').first().waitFor()
      // Until the screen has its heading and nothing waits any more, except where waiting is the story.
      const settled = () =>
        page.waitForFunction(
          (mayWait) =>
            document.querySelector('main') &&
            document.querySelector('h1[tabindex], h1:not(.sr-only)') &&
            (mayWait || !document.querySelector('[data-waiting]')),
          name.endsWith('waiting'),
        )
      await settled()
      await page.waitForTimeout(200)
      // What the server wrote has a heading, too: by now the screen has taken its place, or will.
      await settled()
      await keepPicture(page, `member/${group}-${name}-${nameOf(look)}`)
      expect(await axe(page)).toEqual([])
      expect(await overflowing(page)).toBeNull()
      expect(troubles).toEqual([])
    })
  })

  test('the ear hears: a barrier that is put into a page is found', async () => {
    const { page, context } = await openPage(browser, looks[0]!)
    await page.goto(url)
    await page.getByRole('heading', { name: 'Gallery' }).waitFor()
    await page.evaluate(() => document.body.append(document.createElement('button')))
    expect((await axe(page)).map(({ rule }) => rule)).toContain('button-name')
    await context.close()
  })
}
