/**
 * Every story of the console's gallery, as people see it: no violation of WCAG 2.2 AA, nothing in the
 * console, nothing against the style policy, nothing wider than the window. A story is seen in
 * two looks that share nothing, and its neighbour in the two others; together the four cover every pair
 * of language, theme and width. The stories follow each other on one page; some are seen again on a page
 * of their own, where they must be the same. GALLERY=all tries all eight looks and compares every story,
 * SCREENSHOTS=folder keeps pictures, and STORIES=care tries those whose name begins so.
 */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useServer } from '../server.ts'
import {
  axe,
  keepPicture,
  type Look,
  looks,
  nameOf,
  openPage,
  overflowing,
  standsStill,
  useBrowser,
  viewportOf,
} from './browser.ts'
import { difference, goTo, seen, traceOfOthers } from './stories.ts'

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

const gallery = ({ theme, locale }: Look, story?: string) =>
  `${server().url}/console/gallery?${new URLSearchParams({ theme, locale, ...(story && { story }) })}`

/** A story that fails on purpose makes the browser note the answer; nothing else may be said. */
const answeredOnPurpose = /status of (404|422|503)/

async function settle(page: Page) {
  await page.locator('main h1').first().waitFor()
  await standsStill(page)
}

/** A bar that stays at the bottom covers what is below the fold; with the whole page in view it covers nothing. */
async function growToContent(page: Page) {
  for (;;) {
    const { width, height } = page.viewportSize()!
    const needed = await page.evaluate(() => document.documentElement.scrollHeight)
    if (needed <= height || height >= 12_000) break
    await page.setViewportSize({ width, height: Math.min(needed, 12_000) })
  }
}

async function storyNames(): Promise<string[]> {
  const { page, context } = await openPage(browser(), pairs[0]!)
  await page.goto(gallery(pairs[0]!))
  await page.locator('[data-story]').first().waitFor()
  const names = await page
    .locator('[data-story]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-story') ?? ''))
  await context.close()
  return names.filter((name) => name.startsWith(wanted))
}

/** The story on a page that saw no other one. */
async function seenAlone(story: string, look: Look) {
  const { page, context } = await openPage(browser(), look, answeredOnPurpose)
  await page.goto(gallery(look, story))
  await settle(page)
  // On a page of its own everything is fetched first, and stillness may come before the last of it.
  await page.waitForLoadState('networkidle')
  await settle(page)
  const alone = await seen(page)
  await context.close()
  return alone
}

/** What is wrong with the stories in one look; empty when all is well. */
async function visit(names: readonly string[], look: Look): Promise<Record<string, unknown>> {
  const { page, context, troubles } = await openPage(browser(), look, answeredOnPurpose)
  const found: Record<string, unknown> = {}
  await page.goto(gallery(look))
  await page.locator('[data-story]').first().waitFor()
  for (const [at, story] of names.entries()) {
    troubles.length = 0
    if (process.env.SCREENSHOTS) await page.setViewportSize(viewportOf(look))
    const left = await goTo(page, gallery(look, story))
    try {
      await settle(page)
    } catch (error) {
      found[`${story} (${nameOf(look)})`] = { broken: String(error), troubles: [...troubles] }
      continue
    }
    await keepPicture(page, `${story} ${nameOf(look)}`)
    await growToContent(page)
    let violations = await axe(page)
    let wide = await overflowing(page)
    if (violations.length > 0 || wide) {
      // On a busy machine a chart may arrive late and push the page below the bar at its foot, and what measures its
      // room may not have heard of the new one: looked at once more.
      await settle(page)
      await growToContent(page)
      violations = await axe(page)
      wide = await overflowing(page)
    }
    const trouble = { violations, troubles: [...troubles], wide, left }
    if (violations.length + troubles.length + left.length > 0 || wide)
      found[`${story} (${nameOf(look)})`] = trouble
    // Now and then, whether the stories before left no trace that these eyes do not see.
    if (everyLook || process.env.FRESH || at % 16 === 8) {
      const differs = await traceOfOthers(page, () => seenAlone(story, look))
      if (differs) found[`${story} (${nameOf(look)}) after others`] = differs
    }
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

test('the test can see what one story leaves to the next, and nothing is left', async () => {
  const look = pairs[0]!
  const { page, context } = await openPage(browser(), look, answeredOnPurpose)
  await page.goto(gallery(look))
  await page.locator('[data-story]').first().waitFor()
  const story = 'members/list'
  await goTo(page, gallery(look, story))
  await settle(page)
  const first = await seen(page)
  // A choice kept on the device, another title, and a search that went into the address of the screen.
  await page.evaluate(() => {
    localStorage.setItem('juluo.locale', 'en')
    document.title = 'left behind'
  })
  await page.getByRole('searchbox').first().fill('阿澈')
  await settle(page)
  expect(difference(await seen(page), first)).toEqual({ here: 'left behind', alone: first[0] })
  await page.evaluate(() => document.body.append(document.createElement('aside')))
  expect(await goTo(page, gallery(look, story))).toEqual(['<aside></aside>'])
  await settle(page)
  expect(difference(await seen(page), first)).toBeUndefined()
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await context.close()
})

test('the test can see what it looks for', async () => {
  const { page, context, troubles } = await openPage(browser(), pairs[2]!)
  await page.goto(gallery(pairs[2]!))
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
