/** The SDK in a real browser, embedded in a page of another origin, against the real server. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { issueTrackKey } from '#modules/tracking/keys/keys.ts'
import { trackingModule } from '#modules/tracking/module.ts'
import { testCtx } from '../database.ts'
import { useServer } from '../server.ts'
import { launch } from './browser.ts'

const server = useServer({ modules: (parts) => [trackingModule(parts)], env: { TRACK_ORIGINS: '*' } })
let browser: Browser
let shop: Server
let address: string
let key: string
let context: BrowserContext

beforeAll(async () => {
  browser = await launch()
  key = (await issueTrackKey(testCtx(server().database, undefined, new Date()), { name: '官网' })).secret
  // The brand's own shop: any address is a page that embeds the SDK.
  shop = createServer((request, answer) => {
    const consent = new URL(request.url!, 'http://x').searchParams.get('consent') ?? 'granted'
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end(
      `<!doctype html><title>山丘咖啡商店</title><script src="${server().url}/sdk.js" data-key="${key}" data-consent="${consent}"></script>`,
    )
  })
  await new Promise<void>((listening) => shop.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
})
afterAll(async () => {
  await browser?.close()
  shop?.close()
})
beforeEach(async () => {
  context = await browser.newContext({
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1) Version/18.1 Mobile Safari/604.1',
  })
})
afterEach(() => context.close())

const stored = async (name: string) =>
  await server()
    .database.db.selectFrom('event_log')
    .selectAll()
    .where('name', '=', name)
    .orderBy('occurred_at')
    .execute()

/** Waits until `count` events of the name are in the log; fails with what is there. */
async function expectStored(name: string, count: number) {
  await expect.poll(async () => (await stored(name)).length, { timeout: 20_000, interval: 100 }).toBe(count)
  return await stored(name)
}
const track = (page: Page, name: string, count: number) =>
  page.evaluate(
    ([what, times]) => {
      for (let n = 0; n < times; n++) window.juluo.tracker!.track(what, { props: { n } })
    },
    [name, count] as const,
  )
const flush = (page: Page) => page.evaluate(() => window.juluo.tracker!.flush())

describe('the SDK in a browser', () => {
  test('tells page views, also of an app that changes the address, with campaign and session', async () => {
    const page = await context.newPage()
    await page.goto(`${address}/beans?utm_source=xiaohongshu&utm_campaign=autumn`)
    await page.evaluate(() => history.pushState({}, '', '/beans/yirgacheffe'))
    await flush(page)
    const [first, second] = await expectStored('page_view', 2)
    expect(first).toMatchObject({
      props: { path: '/beans' },
      bot: false,
      actor: expect.stringMatching(/^trackKey:/),
    })
    expect(first!.context).toMatchObject({
      utm: { source: 'xiaohongshu', campaign: 'autumn' },
      landing: '/beans',
      title: '山丘咖啡商店',
      device: 'mobile',
    })
    expect(second!.props).toEqual({ path: '/beans/yirgacheffe' })
    expect(first!.session_id).toBeTruthy()
    expect(second!.session_id).toBe(first!.session_id)
    expect(second!.anonymous_id).toBe(first!.anonymous_id)
  })

  test('keeps what happens offline and delivers it once when the line is back', async () => {
    const page = await context.newPage()
    await page.goto(address)
    await flush(page)
    await context.setOffline(true)
    await track(page, 'offline_then_online', 60)
    await flush(page)
    expect(await stored('offline_then_online')).toHaveLength(0)
    await context.setOffline(false)
    await expectStored('offline_then_online', 60)
    // Whatever was sent twice is stored once: give repeats the time to arrive.
    await flush(page)
    const events = await stored('offline_then_online')
    expect(new Set(events.map((each) => (each.props as { n: number }).n)).size).toBe(60)
    expect(events).toHaveLength(60)
  })

  test('delivers what a page that was closed offline had left, when the next one opens', async () => {
    const page = await context.newPage()
    await page.goto(address)
    await flush(page)
    await context.setOffline(true)
    await track(page, 'left_behind', 25)
    await page.close()
    expect(await stored('left_behind')).toHaveLength(0)
    await context.setOffline(false)
    const next = await context.newPage()
    await next.goto(address)
    await flush(next)
    await expectStored('left_behind', 25)
  })

  test('sends what waits when the page is left', async () => {
    const page = await context.newPage()
    await page.goto(address)
    await flush(page)
    await track(page, 'last_words', 3)
    await page.goto('about:blank')
    await expectStored('last_words', 3)
  })

  test('survives a server that is away: tries again by itself, later', async () => {
    const page = await context.newPage()
    await page.goto(address)
    await flush(page)
    let refused = 0
    await context.route('**/v1/track', async (route) => {
      if (refused++ < 2) await route.fulfill({ status: 503, headers: { 'access-control-allow-origin': '*' } })
      else await route.continue()
    })
    await track(page, 'server_away', 5)
    await flush(page)
    await expectStored('server_away', 5)
    expect(refused).toBeGreaterThanOrEqual(3)
  })

  test('remembers nothing about a person who did not agree, and says so to the server', async () => {
    const page = await context.newPage()
    await page.goto(`${address}/?consent=denied`)
    await track(page, 'not_agreed', 2)
    await flush(page)
    const events = await expectStored('not_agreed', 2)
    for (const event of events)
      expect(event).toMatchObject({ anonymous_id: null, session_id: null, member_id: null })
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    // The control: with consent there is something to remember.
    await page.evaluate(() => window.juluo.tracker!.setConsent('granted'))
    await track(page, 'agreed', 1)
    await flush(page)
    expect((await expectStored('agreed', 1))[0]!.anonymous_id).toBeTruthy()
    expect(await page.evaluate(() => Object.keys(localStorage))).toContain('juluo.id')
    await page.evaluate(() => window.juluo.tracker!.setConsent('denied'))
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['juluo.consent'])
  })

  test('measures the time in which somebody looks and acts', async () => {
    const page = await context.newPage()
    await page.clock.install()
    await page.goto(address)
    const me = await page.evaluate(() => JSON.parse(localStorage.getItem('juluo.id')!) as string)
    const seconds = async () => {
      await flush(page)
      const mine = (await stored('online_time')).filter((each) => each.anonymous_id === me)
      return mine.map((each) => Number(each.value)).reduce((sum, value) => sum + value, 0)
    }
    for (let n = 0; n < 14; n++) {
      await page.mouse.move(10 + n, 10)
      await page.clock.runFor(5_000)
    }
    await expect.poll(seconds, { timeout: 20_000 }).toBeGreaterThanOrEqual(55)
    expect(await seconds()).toBeLessThanOrEqual(70)
    // Nobody acts for an hour: nothing more is counted but the minute that ended it.
    await page.clock.runFor(3_600_000)
    expect(await seconds()).toBeLessThan(140)
  })
})
