/** A real Chromium for tests: pages by language, theme and width, with an ear for everything that goes wrong. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import axeSource from 'axe-core/axe.min.js?raw'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Locale } from '#base/i18n/messages.ts'

export interface Look {
  readonly locale: Locale
  readonly theme: 'light' | 'dark'
  readonly width: 1440 | 390
}

/** Every look that a screen must hold. */
export const looks: readonly Look[] = (['zh-CN', 'en'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    ([1440, 390] as const).map((width) => ({ locale, theme, width })),
  ),
)

export const viewportOf = ({ width }: Look) => ({ width, height: width === 390 ? 844 : 900 })

export const nameOf = ({ locale, theme, width }: Look) => `${locale} ${theme} ${width}`

/** Chromium without what needs a desktop or the internet. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** One browser for a test file. */
export function useBrowser(): () => Browser {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())
  return () => browser
}

export interface Heard {
  readonly page: Page
  readonly context: BrowserContext
  /** Console errors, uncaught errors, style-policy violations and failed loads, as they happened. */
  readonly troubles: string[]
}

/** A page in one look. `allow` names troubles that the test itself causes. */
export async function openPage(browser: Browser, look: Look, allow: RegExp = /^$/): Promise<Heard> {
  const context = await browser.newContext({
    viewport: viewportOf(look),
    locale: look.locale,
    colorScheme: look.theme,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
    hasTouch: look.width === 390,
    isMobile: look.width === 390,
  })
  const page = await context.newPage()
  const troubles: string[] = []
  const hear = (trouble: string) => {
    if (!allow.test(trouble)) troubles.push(trouble)
  }
  page.on('console', (line) => {
    if (line.type() === 'error') hear(line.text())
  })
  page.on('pageerror', (error) => hear(error.message))
  page.on('request', (request) => {
    if (request.url().endsWith('/csp-report')) hear(`style policy: ${request.postData()?.slice(0, 300)}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  return { page, context, troubles }
}

/** Resolves when the tree has stood still: lazy screens and charts come one after the other. */
export const standsStill = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, 150)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(resolve, 150)
        }).observe(document.body, { childList: true, subtree: true })
      }),
  )

export interface Violation {
  readonly rule: string
  readonly help: string
  readonly where: readonly string[]
}

/** What axe finds against WCAG 2.2 AA on the page as it is now. */
export async function axe(page: Page): Promise<readonly Violation[]> {
  // Evaluated by the debugger, so the page's policy stays as it is; once for each document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return await page.evaluate(async () => {
    const { axe: run } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: AxeViolation[] }> }
    }
    interface AxeViolation {
      id: string
      help: string
      nodes: { target: string[]; failureSummary: string; html: string }[]
    }
    const { violations } = await run.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // No rule of these reads the style sheets, and nobody reads of what is well.
      preload: { assets: ['media'] },
      resultTypes: ['violations'],
    })
    return violations.map(({ id, help, nodes }) => ({
      rule: id,
      help,
      where: nodes.slice(0, 4).map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 160)}`),
    }))
  })
}

/** Where the page is wider than the window, if it is: the element that sticks out. */
export const overflowing = (page: Page): Promise<string | null> =>
  // A phone lays a page that is too wide out wider than its screen, so the screen is the measure.
  page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return null
    const wide = [...document.querySelectorAll('body *')].find(
      (element) => element.getBoundingClientRect().right > width + 1,
    )
    return wide?.outerHTML.slice(0, 200) ?? 'something'
  }, page.viewportSize()?.width ?? 0)

/** Keeps a picture when SCREENSHOTS names a folder. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  const path = `${folder}/${name.replaceAll(/[^\p{L}\p{N}-]+/gu, '_')}.png`
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path })
}
