/** The member site as people walk through it, over the real product: joining, settling in, leaving, coming back. */
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { useProduct } from '../product.ts'
import { axe, keepPicture, type Look, nameOf, openPage, overflowing, useBrowser } from './browser.ts'

const product = useProduct()
const browser = useBrowser()

const phone: Look = { locale: 'zh-CN', theme: 'light', width: 390 }
const desk: Look = { locale: 'zh-CN', theme: 'dark', width: 1440 }
const password = '埃塞耶加雪菲-92-冲法'

/** The link in the newest mail to an address, as the mailbox of the console shows it. */
async function linkFor(email: string, path: string): Promise<string> {
  for (let tries = 0; tries < 40; tries++) {
    const { body } = await product().owner.get('/api/mailbox')
    const mail = body.items.find((each: { to: string }) => each.to === email)
    const text = mail ? (await product().owner.get(`/api/mailbox/${mail.id}`)).body.text : ''
    const link = new RegExp(`https?://[^\\s]+${path}\\?[^\\s]+`).exec(text)?.[0]
    if (link) return link
    await new Promise((resume) => setTimeout(resume, 100))
  }
  throw new Error(`No mail to ${email} with a link to ${path}`)
}

async function holds(page: Page, name: string) {
  // The site has taken the place of what the server wrote.
  await page.locator('#root:not(:has(.first)) h1, body > main h1').first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => !document.querySelector('[data-waiting]'))
  await keepPicture(page, `member-walk/${name}`)
  expect(await axe(page)).toEqual([])
  expect(await overflowing(page)).toBeNull()
}

test('S4-05 S0-61: a stranger joins in three fields, agrees by hand, settles in, withdraws a consent, leaves and returns', async () => {
  const { page, context, troubles } = await openPage(browser(), phone, /status of 401/)
  const email = 'qingye@example.com'
  await page.goto(product().url)
  await holds(page, 'stranger')
  await page.getByRole('link', { name: '加入山丘咖啡' }).click()

  // Three fields, and nothing ticked beforehand (L-01).
  const form = page.getByRole('form')
  await form.waitFor()
  expect(await form.locator('input:not([type=checkbox])').count()).toBe(3)
  expect(await form.locator('input[type=checkbox]:checked').count()).toBe(0)
  await page.getByLabel('名字').fill('青野')
  await page.getByLabel('邮箱').fill('not-an-address')
  await page.getByRole('button', { name: '加入', exact: true }).click()
  expect(await page.getByLabel('邮箱').evaluate((input) => input === document.activeElement)).toBe(true)
  await page.getByText('邮箱地址不完整').waitFor()
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '加入', exact: true }).click()
  await page.getByText('需要勾选后才能继续').waitFor()
  await page.getByLabel(/我已阅读/).check()
  await page.getByLabel(/选填/).check()
  await holds(page, 'join')
  await page.getByRole('button', { name: '加入', exact: true }).click()
  await page.getByRole('heading', { name: '还差一步' }).waitFor()

  await page.goto(await linkFor(email, '/verify'))
  await page.getByRole('heading', { name: '欢迎住下' }).waitFor()
  await page.getByRole('link', { name: '进入首页' }).click()
  await page.getByText('还差 3 步就安顿好了').waitFor()
  await holds(page, 'home')

  // The picture is cropped here, made anew there, and shown at once.
  await page.getByRole('link', { name: '放头像、写介绍' }).click()
  await page.getByLabel('介绍').fill('手冲新手，喜欢埃塞。')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('资料已保存').waitFor()
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#A8643F' } })
    .png()
    .toBuffer()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: picture })
  await page.getByRole('button', { name: '用这张' }).click()
  await page.getByText('头像已更新').waitFor()
  await page.goto(product().url)
  await page.getByText('还差 2 步就安顿好了').waitFor()
  await page.goto(`${product().url}/me/trail`)
  await page.getByText('加入了社区').waitFor()

  // L-02: withdrawn with one tap, in force at once, and the ledger says so.
  await page.goto(`${product().url}/me/privacy`)
  const analytics = page.getByRole('switch', { name: '使用分析' })
  await expect.poll(() => analytics.isChecked()).toBe(true)
  await analytics.click()
  await page.getByText('已撤回「使用分析」').waitFor()
  await holds(page, 'privacy')
  const entries = await product()
    .database.db.selectFrom('consent_entry')
    .select(['granted'])
    .where('purpose', '=', 'analytics')
    .orderBy('id')
    .execute()
  expect(entries.map(({ granted }) => granted)).toEqual([true, false])

  await page.goto(`${product().url}/me`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByText('已退出登录').waitFor()

  // A stranger is taken to the door and, after a wrong and a right word, to where they wanted to be.
  await page.goto(`${product().url}/me/security`)
  await page.getByRole('heading', { name: '欢迎回来' }).waitFor()
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill('not-this-one')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('邮箱或密码不正确').waitFor()
  await expect.poll(() => page.getByLabel('邮箱').inputValue()).toBe(email)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(`${product().url}/me/security`)
  await page.getByText('这台设备').waitFor()
  await holds(page, 'security')
  expect(troubles).toEqual([])
  await context.close()
})

/** Signs in by the API, so that a test starts where its matter starts. */
async function signedIn(look: Look, name: string, allow?: RegExp) {
  const heard = await openPage(browser(), look, allow)
  await product().member(name)
  const account = await product()
    .database.db.selectFrom('account')
    .select(['id', 'email'])
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  await heard.page.goto(`${product().url}/sign-in`)
  await heard.page.getByLabel(/邮箱|E-mail/).fill(account.email)
  await heard.page.getByLabel(/^(密码|Password)$/).fill('Kāfēi-42-handdrip')
  await heard.page.getByRole('button', { name: /^(登录|Sign in)$/ }).click()
  await heard.page.waitForURL(`${product().url}/`)
  return { ...heard, accountId: account.id }
}

test('S4-06: every field says what it is, so that browsers and password managers can fill it', async () => {
  const { page, context } = await openPage(browser(), phone)
  const seen: Record<string, string | null> = {}
  for (const path of ['/sign-in', '/join', '/forgotten', '/reset?token=t', '/sign-in/two-factor']) {
    await page.goto(product().url + path)
    await page.getByRole('form').waitFor()
    for (const input of await page.locator('form input:not([type=checkbox])').all())
      seen[`${path} ${await input.getAttribute('name')}`] = await input.getAttribute('autocomplete')
  }
  expect(seen).toEqual({
    '/sign-in email': 'username webauthn',
    '/sign-in password': 'current-password',
    '/join name': 'nickname',
    '/join email': 'email',
    '/join password': 'new-password',
    '/forgotten email': 'username',
    '/reset?token=t password': 'new-password',
    '/sign-in/two-factor code': 'one-time-code',
  })
  await context.close()
})

test('a session that ends elsewhere is noticed, said, and leads back after signing in', async () => {
  const { page, context, accountId } = await signedIn(desk, '阿澈', /status of 401/)
  await page.goto(`${product().url}/me/account`)
  await page.getByRole('heading', { name: '邮箱' }).waitFor()
  await product().database.db.deleteFrom('session').where('account_id', '=', accountId).execute()
  await page.getByRole('link', { name: '登录与安全' }).click()
  await page.getByText('登录已过期，请重新登录').waitFor()
  expect(new URL(page.url()).searchParams.get('next')).toBe('/me/security')
  await holds(page, 'expired')
  await context.close()
})

test('language and theme are chosen once, hold after a reload, and the language is kept on the account', async () => {
  const { page, context, troubles } = await signedIn(phone, '小满')
  await page.goto(`${product().url}/me/account`)
  await page.getByText('深色').click()
  await page.getByText('English').click()
  await page.getByRole('heading', { name: 'Account and appearance' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Account and appearance' }).waitFor()
  expect(
    await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]),
  ).toEqual(['en', 'dark'])
  await holds(page, 'account-en-dark')
  const { locale } = await product()
    .database.db.selectFrom('account')
    .select('locale')
    .where('name', '=', '小满')
    .executeTakeFirstOrThrow()
  expect(locale).toBe('en')
  expect(troubles).toEqual([])
  await context.close()
})

test('without a connection a page of our own says so, and the site is back when the connection is', async () => {
  const { page, context } = await openPage(browser(), phone, /ERR_INTERNET_DISCONNECTED/)
  await page.goto(product().url)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await context.setOffline(true)
  await page.goto(`${product().url}/policies/terms`).catch(() => undefined)
  await page.getByRole('heading', { name: '网络断开了' }).waitFor()
  await holds(page, 'offline')
  await context.setOffline(false)
  await page.goto(`${product().url}/policies/terms`)
  await page.getByRole('heading', { name: '用户协议', level: 1 }).waitFor()
  await context.close()
})

test.each([phone, desk])('policies can be read: $locale $theme $width', async (look) => {
  const { page, context, troubles } = await openPage(browser(), look)
  await page.goto(`${product().url}/policies/privacy`)
  await page.getByRole('heading', { name: '隐私政策', level: 1 }).waitFor()
  await holds(page, `policy-${nameOf(look)}`)
  // At most 42 Chinese characters in a line.
  const characters = await page
    .locator('.reading p')
    .first()
    .evaluate((paragraph) => {
      const { width } = paragraph.getBoundingClientRect()
      return width / Number.parseFloat(getComputedStyle(paragraph).fontSize)
    })
  expect(characters).toBeGreaterThan(15)
  expect(characters).toBeLessThanOrEqual(42)
  expect(troubles).toEqual([])
  await context.close()
})
