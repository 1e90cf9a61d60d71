/**
 * The console against the real product, as its people meet it: the first run, finding things from the
 * keyboard, inviting a colleague who arrives through the mail, members, keys, language and theme.
 */
import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningProcess, runProcess } from '#apps/server/run.ts'
import { readConfig } from '#base/config/config.ts'
import { freePort } from '#base/db/embedded.ts'
import { openLog } from '#base/log/log.ts'
import { createAccount } from '#modules/identity/api.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { createTestDatabase, type TestDatabase, testCtx } from '../database.ts'
import { testWarehouseUrl } from '../warehouse.ts'
import { axe, type Heard, keepPicture, openPage, overflowing, useBrowser } from './browser.ts'

const browser = useBrowser()
const look = { locale: 'zh-CN', theme: 'light', width: 1440 } as const
const password = 'Kāfēi-42-handdrip'
let database: TestDatabase
let product: RunningProcess
let url: string
let owner: Heard

beforeAll(async () => {
  database = await createTestDatabase()
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  product = await runProcess({
    config: readConfig({
      NODE_ENV: 'test',
      ROLES: 'web,worker,sink',
      PORT: String(port),
      BASE_URL: url,
      CLICKHOUSE_URL: testWarehouseUrl(),
      LOG_LEVEL: 'silent',
    }),
    databaseUrl: database.url,
    secret: randomBytes(32).toString('base64url'),
    log: openLog({ level: 'silent' }),
  })
  owner = await openPage(browser(), look)
})
afterAll(async () => {
  await owner?.context.close()
  await product?.stop()
  await database?.close()
})

/** What must hold wherever a person stops: nothing for axe, nothing said against us, nothing sticking out. */
async function holds({ page, troubles }: Heard, name: string) {
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton'))
  await keepPicture(page, `real ${name}`)
  expect({ name, violations: await axe(page), troubles, wide: await overflowing(page) }).toEqual({
    name,
    violations: [],
    troubles: [],
    wide: null,
  })
}

const heading = (page: Page, text: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: text }).waitFor()

test('S0-55 an empty installation opens the first-run wizard, which works from the keyboard alone', async () => {
  const { page } = owner
  await page.goto(`${url}/console/`)
  await heading(page, '先认识一下你')
  await holds(owner, 'setup')
  await page.keyboard.press('Enter')
  await page.getByText('请填写姓名').waitFor()
  await page.getByLabel('姓名').fill('林晓')
  await page.getByLabel('邮箱').fill('linxiao@example.com')
  await page.getByLabel('密码').fill(password)
  await page.keyboard.press('Enter')
  await heading(page, '社区叫什么')
  await page.getByLabel('品牌名称').fill('山丘咖啡')
  await page.getByLabel('一句话介绍').fill('把每一杯喝明白')
  await page.keyboard.press('Enter')
  await heading(page, '在哪里，说什么语言')
  await page.getByRole('button', { name: '下一步' }).press('Enter')
  await heading(page, '怎么开始')
  await page.getByRole('button', { name: '建好聚落' }).press('Enter')
  await heading(page, /林晓。/)
  await holds(owner, 'today')
})

test('the command bar finds screens, and leaves Enter to the input method while it composes', async () => {
  const { page } = owner
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /找人/ })
  await field.fill('运营团队')
  await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
  await expect.poll(() => field.isVisible()).toBe(true)
  await page.keyboard.press('Enter')
  await heading(page, '运营团队 1 人')
  await holds(owner, 'team')
})

test('a colleague is invited by mail, arrives by its link, and sees what the role allows', async () => {
  const { page } = owner
  await page.getByRole('button', { name: '邀请成员' }).first().click()
  await page.getByLabel('邮箱').fill('chenlang@example.com')
  await page.getByRole('button', { name: '发送邀请' }).click()
  await page.getByText('chenlang@example.com').waitFor()
  await page.goto(`${url}/console/settings/mailbox`)
  await page.getByRole('button', { name: /邀请/ }).first().click()
  const link = await page.locator('.mail-text a').first().getAttribute('href')
  expect(link).toMatch(/\/console\/join\//)

  const guest = await openPage(browser(), { ...look, width: 390 })
  await guest.page.goto(link!)
  await heading(guest.page, '加入山丘咖啡运营团队')
  await holds(guest, 'join')
  await guest.page.getByLabel('姓名').fill('陈朗')
  await guest.page.getByLabel('密码').fill(password)
  await guest.page.keyboard.press('Enter')
  await heading(guest.page, /陈朗。/)
  // An operator may not change the security policy, and is told so rather than shown an empty page.
  await guest.page.goto(`${url}/console/settings/security`)
  await heading(guest.page, '你没有查看这里的权限')
  await guest.context.close()
})

test('members are found, tagged together and opened, from the keyboard too', async () => {
  const ctx = testCtx(database, { kind: 'system', name: 'test' }, new Date())
  for (const [at, nickname] of ['阿澈', '韩小禾', '许木'].entries()) {
    const accountId = await createAccount(ctx, { name: nickname, email: `m${at}@example.com`, password })
    await joinCommunity(ctx, { accountId, nickname })
  }
  const { page } = owner
  await page.goto(`${url}/console/members`)
  await page.getByText('韩小禾').waitFor()
  await holds(owner, 'members')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByText('已选 1 项').waitFor()
  await page.getByRole('status').getByRole('button', { name: '打标签' }).click()
  await page.getByRole('dialog').getByRole('combobox').fill('手冲')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: '打标签' }).click()
  await page.locator('.tag', { hasText: '手冲' }).waitFor()
  await page.getByRole('searchbox', { name: '搜昵称' }).fill('许木')
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
  expect(page.url()).toContain('q=')
  await page.getByRole('button', { name: '许木', exact: true }).click()
  await heading(page, '许木')
  await holds(owner, 'member')
})

test('an API key is shown once, and a revoked one is gone', async () => {
  const { page } = owner
  await page.goto(`${url}/console/settings/api-keys?new=1`)
  await page.getByLabel('用途').fill('每日同步')
  await page.getByRole('checkbox').first().check()
  await page.getByRole('dialog').getByRole('button', { name: '新建密钥' }).click()
  const key = await page.locator('.copyable code').textContent()
  expect(key?.length).toBeGreaterThan(24)
  await page.getByRole('button', { name: '我已保存' }).click()
  await page.getByText('每日同步').waitFor()
  expect(await page.content()).not.toContain(key)
  await page.getByRole('button', { name: '吊销' }).click()
  await page.getByLabel('输入 每日同步 以确认').fill('每日同步')
  await page.getByRole('dialog').getByRole('button', { name: '吊销' }).click()
  await page.getByText('还没有密钥').waitFor()
})

test('every screen of the settings works against the real API', async () => {
  const { page } = owner
  for (const path of [
    'brand',
    'operators',
    'roles',
    'security',
    'audit',
    'jobs',
    'jobs/dead-letters',
    'jobs/schedule',
    'health',
    'mailbox',
  ]) {
    await page.goto(`${url}/console/settings/${path}`)
    await holds(owner, path)
    expect(await page.locator('.state-glyph.bad').count(), path).toBe(0)
  }
  await page.goto(`${url}/console/settings/audit`)
  await page.getByRole('button', { name: '校验完整性' }).click()
  await page.getByText(/条记录前后相连/).waitFor()
  for (const tab of ['profile', 'security', 'devices']) {
    await page.goto(`${url}/console/account?tab=${tab}`)
    await holds(owner, `account ${tab}`)
  }
})

test('language and theme change at once and stay', async () => {
  const { page } = owner
  await page.locator('.user').click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await heading(page, 'My account')
  await page.locator('.user').click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
  await page.reload()
  await heading(page, 'My account')
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
  await holds(owner, 'account english dark')
})

test('signing out closes the console, and a link into it comes back after signing in', async () => {
  const { page } = owner
  await page.locator('.user').click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await heading(page, 'Sign in to the console')
  await page.goto(`${url}/console/settings/brand`)
  await page.getByLabel('E-mail').fill('linxiao@example.com')
  await page.getByLabel('Password', { exact: true }).fill('not-the-password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').waitFor()
  owner.troubles.length = 0
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await heading(page, 'Brand')
})
