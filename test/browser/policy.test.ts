/** The Content-Security-Policy in a real browser: our own pages run under it without one report. */
import { expect, test } from 'vitest'
import { useProduct } from '#test/product.ts'
import { openPage, useBrowser } from './browser.ts'

const product = useProduct()
const browser = useBrowser()
const look = { locale: 'zh-CN', theme: 'light', width: 1440 } as const

const reports = async () => {
  const { text } = await product().nobody.get('/metrics')
  return Number(/juluo_csp_reports_total (\d+)/.exec(text)?.[1])
}

test('G40: the member site, the console and the API reference run with nothing blocked', async () => {
  for (const path of ['/', '/sign-in', '/console/', '/docs']) {
    const { page, context, troubles } = await openPage(browser(), look)
    await page.goto(`${product().url}${path}`, { waitUntil: 'networkidle' })
    await page.waitForSelector(path === '/docs' ? '.opblock-tag' : 'h1')
    expect(troubles, path).toEqual([])
    await context.close()
  }
  expect(await reports()).toBe(0)
})

test('control: markup that tries to run something is blocked, and reported', async () => {
  const { page, context } = await openPage(browser(), look)
  await page.goto(product().url, { waitUntil: 'networkidle' })
  const told = page.waitForResponse((response) => response.url().endsWith('/csp-report'))
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="/nothing.png" onerror="document.title = \'pwned\'">',
    )
  })
  expect((await told).status()).toBe(204)
  expect(await page.title()).not.toBe('pwned')
  expect(await reports()).toBeGreaterThan(0)
  await context.close()
})
