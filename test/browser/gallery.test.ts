/**
 * Every story of the console's gallery, as people see it: no violation of WCAG 2.2 AA, nothing in the
 * console, nothing against the style policy, nothing wider than the window. A story is seen in
 * two looks that share nothing, and its neighbour in the two others; together the four cover every pair
 * of language, theme and width. GALLERY=all tries all eight, SCREENSHOTS=folder keeps pictures, and
 * STORIES=care tries those whose name begins so.
 */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useServer } from '../server.ts'
import { axe, keepPicture, type Look, looks, nameOf, openPage, overflowing, useBrowser } from './browser.ts'

const server = useServer({ modules: () => [] })
const browser = useBrowser()

const pairs: readonly Look[] = [
  { locale: 'zh-CN', theme: 'light', width: 1440 },
  { locale: 'en', theme: 'dark', width: 1440 },
  { locale: 'zh-CN', theme: 'dark', width: 390 },
  { locale: 'en', theme: 'light', width: 390 },
]
const everyLook = process.env.GALLERY === 'all'
const tried = everyLook ? looks : pairs
/** The looks at 0 and 3 share nothing, and those at 1 and 2 neither. */
const isSeenIn = (story: number, look: number) =>
  everyLook || (story % 2 === 0) === (look === 0 || look === 3)

const wanted = process.env.STORIES ?? ''

const gallery = (query: Record<string, string> = {}) =>
  `${server().url}/console/gallery?${new URLSearchParams(query)}`

/** A story that fails on purpose makes the browser note the answer; nothing else may be said. */
const answeredOnPurpose = /status of (404|503)/

async function settle(page: Page) {
  await page.waitForLoadState('load')
  await page.locator('main h1').first().waitFor()
  // Lazy screens and charts come one after the other; calm is when the tree has stood still.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, 150)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(resolve, 150)
        }).observe(document.body, { childList: true, subtree: true })
      }),
  )
}

/** A bar that stays at the bottom covers what is below the fold; with the whole page in view it covers nothing. */
async function growToContent(page: Page) {
  const width = page.viewportSize()?.width ?? 1440
  for (let before = 0; ; ) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    if (height <= before) break
    before = height
    await page.setViewportSize({ width, height: Math.min(Math.max(height, 844), 8_000) })
  }
}

async function storyNames(): Promise<string[]> {
  const { page, context } = await openPage(browser(), pairs[0]!)
  await page.goto(gallery())
  await page.locator('[data-story]').first().waitFor()
  const names = await page
    .locator('[data-story]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-story') ?? ''))
  await context.close()
  return names.filter((name) => name.startsWith(wanted))
}

/** What is wrong with the stories in one look; empty when all is well. */
async function visit(names: readonly string[], look: Look): Promise<Record<string, unknown>> {
  const { page, context, troubles } = await openPage(browser(), look, answeredOnPurpose)
  const found: Record<string, unknown> = {}
  for (const story of names) {
    troubles.length = 0
    await page.setViewportSize({ width: look.width, height: look.width === 390 ? 844 : 900 })
    await page.goto(gallery({ story, theme: look.theme, locale: look.locale }))
    await settle(page)
    await keepPicture(page, `${story} ${nameOf(look)}`)
    await growToContent(page)
    let violations = await axe(page)
    if (violations.length > 0) {
      // On a busy machine a chart may arrive late and push the page below the bar at its foot: looked at once more.
      await settle(page)
      await growToContent(page)
      violations = await axe(page)
    }
    const wide = await overflowing(page)
    if (violations.length > 0 || troubles.length > 0 || wide)
      found[`${story} (${nameOf(look)})`] = { violations, troubles: [...troubles], wide }
  }
  await context.close()
  return found
}

test('every story holds in every look', { timeout: 1_200_000 }, async () => {
  const names = await storyNames()
  expect(names.length).toBeGreaterThan(wanted ? 0 : 40)
  // The looks side by side: pages wait for their screens more than they compute.
  const found = await Promise.all(
    tried.map((look, at) =>
      visit(
        names.filter((_, story) => isSeenIn(story, at)),
        look,
      ),
    ),
  )
  expect(Object.assign({}, ...found)).toEqual({})
})

test('the test can see what it looks for', async () => {
  const { page, context, troubles } = await openPage(browser(), pairs[2]!)
  await page.goto(gallery())
  await page.locator('[data-story]').first().waitFor()
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<main><img src="/console/favicon.svg" width="900"><p style="color:#bbb;background:#fff">pale</p></main>',
    )
    const style = document.createElement('style')
    style.nonce = ''
    style.textContent = 'p { color: red }'
    document.head.append(style)
  })
  const rules = (await axe(page)).map(({ rule }) => rule)
  expect(rules).toContain('image-alt')
  expect(rules).toContain('color-contrast')
  expect(await overflowing(page)).not.toBeNull()
  await expect.poll(() => troubles.join(' ')).toMatch(/policy/)
  await context.close()
})
