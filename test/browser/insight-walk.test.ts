/**
 * A morning with the figures of the demo brand, over the real product: Today says what fell, the signal says what else
 * changed, the people behind it become a list; the overview, a funnel and a retention are asked, one chart goes out as
 * a file, and a goal is set once it has a reason.
 */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { declaredBy } from '#base/declarations/declared.ts'
import { openAudience } from '#modules/audience/api.ts'
import { loadDemoFiguresJob } from '#modules/insight/demo/job.ts'
import type { InsightParts } from '#modules/insight/parts.ts'
import { seedCommunity } from '#modules/members/simulation/load.ts'
import { testCtx } from '../database.ts'
import { useProduct as productForTests } from '../product.ts'
import { until } from '../warehouse.ts'
import { liveInGroups } from '../world-course.ts'
import { settleSimulated } from '../world-groups.ts'
import { axe, type Heard, keepPicture, openPage, overflowing, useBrowser } from './browser.ts'

const product = productForTests({ env: { ROLES: 'web,worker,sink' } })
const browser = useBrowser()
let heard: Heard
let page: Page
const at = (path: string) => `${product().url}/console${path}`

/** Nothing went wrong, nobody is kept out, and nothing sticks out: at a desk and on a phone. */
async function holds(name: string) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    // What fades in is paler on its way than it is.
    await page.waitForFunction(
      () =>
        document.querySelector('h1') &&
        !document.querySelector('.skeleton, [aria-busy="true"]') &&
        document.getAnimations().every(({ playState }) => playState !== 'running'),
    )
    await keepPicture(page, `insight-walk/${name} ${width}`)
    // As tall as the page: what the bar at the bottom of a phone covers can be scrolled to, and is no smaller for it.
    const whole = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width, height: Math.max(height, whole + 80) })
    const { troubles } = heard
    const wide = await overflowing(page)
    expect({ name, width, barriers: await axe(page), troubles, wide }).toEqual({
      name,
      width,
      barriers: [],
      troubles: [],
      wide: null,
    })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

beforeAll(async () => {
  const { database, process, owner } = product()
  const now = new Date()
  const made = await owner.post('/api/groups', {
    name: '手冲研究所',
    slug: 'pour-over',
    kind: 'interest',
    summary: '一支豆、一组参数',
  })
  expect(made.status, made.text).toBe(201)
  await seedCommunity(database.pool, { members: 500, days: 180, seed: 42, now })
  await settleSimulated(database.pool)
  await liveInGroups(database.pool)
  const ctx = testCtx(database, undefined, now)
  const declared = declaredBy(() => process.modules)
  const audience = openAudience(process.parts, declared)
  await until(async () => await audience.copies.fill(ctx).catch(() => false), 30)
  // As `npm run demo` asks for it: a worker of the product sets the goals and looks at the alerts.
  const parts: InsightParts = { ...process.parts, audience, declared }
  const { rows } = await database.pool.query<{ id: string }>('select id from account')
  await process.parts.jobs.enqueue(ctx, loadDemoFiguresJob(parts), { owners: rows.map(({ id }) => id) })
  await until(async () => {
    const { rows: raised } = await database.pool.query('select from signal where rule_id is not null')
    return raised.length > 0
  }, 40)
  heard = await openPage(browser(), { locale: 'zh-CN', theme: 'light', width: 1440 })
  page = heard.page
}, 90_000)

test('Today says that 手冲研究所 fell; the signal says that the tastings are missed, and by whom: they become a list', async () => {
  await page.goto(at('/sign-in'))
  await page.getByLabel('邮箱').fill('linxiao@example.com')
  await page.getByLabel('密码').fill('Kāfēi-42-handdrip')
  await page.keyboard.press('Enter')
  const row = page.locator('.queue > li', { hasText: /手冲研究所.*低于预警线/ })
  await row.waitFor()
  await holds('today')
  await row.click()
  await page.keyboard.press('e')
  await page.getByRole('heading', { level: 1, name: /手冲研究所.*周活跃率.*低于预警线/ }).waitFor()
  const cause = page.locator('.signal-causes li', { hasText: '杯测' })
  await cause.waitFor()
  await holds('signal')

  await cause.getByRole('button', { name: /没再来的 \d+ 人/ }).click()
  const drawer = page.getByRole('dialog')
  await drawer.locator('.people-behind li').first().waitFor()
  const behind = await drawer.locator('.people-behind li').count()
  await drawer.getByRole('button', { name: '存为名单' }).click()
  await drawer.getByLabel('名单名称').fill('不再来杯测的人')
  await drawer.locator('.keep-list').getByRole('button', { name: '存为名单' }).click()
  await page.getByText(/名单「不再来杯测的人」已存，共 \d+ 人/).waitFor()
  await page.getByRole('button', { name: '打开名单' }).click()
  await page.getByRole('heading', { level: 1, name: /不再来杯测的人/ }).waitFor()
  expect(await page.locator('.seg-members li').count()).toBe(Math.min(behind, 50))
})

test('the overview tells how all are and how the group is', async () => {
  await page.goto(at('/insight'))
  await page.getByRole('heading', { level: 1, name: '社群总览' }).waitFor()
  await page.locator('.ov').waitFor()
  await page
    .locator('.ov-reasons > li', { hasText: '手冲研究所' })
    .getByText(/「参加直播杯测」.*之后停了/)
    .waitFor()
  await holds('overview')
  await page.getByRole('button', { name: '社群: 全部社群' }).click()
  // The old figures stand, pale, until the new ones are there.
  const answered = page.waitForResponse(/\/api\/insight\/overview/)
  await page.getByRole('menuitem', { name: '手冲研究所' }).click()
  await answered
  await page.locator('.ov:not(.stale)').waitFor()
  await holds('overview of the group')
})

test('T41 a funnel that colleagues kept is opened, and its chart goes out as a file', async () => {
  await page.goto(at('/insight/funnel'))
  await page.getByRole('button', { name: '已存的问题' }).click()
  await page.getByText('新人从加入到第一单').click()
  await page.getByText('加入社群').first().waitFor()
  await holds('funnel')
  const chart = page.locator('figure, section').filter({ has: page.getByRole('button', { name: '下载' }) })
  await chart.first().getByRole('button', { name: '下载' }).first().click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '数据（CSV）' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  const lines = (await readFile((await download.path())!, 'utf8')).trim().split('\n')
  // A row for each step below the heading.
  expect(lines.length).toBe(4)
  await chart.first().getByRole('button', { name: '下载' }).first().click()
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '图片（PNG）' }).click(),
  ])
  const { format, height } = await sharp((await picture.path())!).metadata()
  expect(format).toBe('png')
  // The sentence and the 口径 stand above the table.
  expect(height).toBeGreaterThan(200)
})

test('T42 retention is asked: who came once, and who comes back week by week', async () => {
  await page.goto(at('/insight/retention'))
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('button', { name: /下载/ }).first().waitFor()
  await holds('retention')
})

test('S0-08 a goal is refused while nobody says why, and set when somebody does', async () => {
  await page.goto(at('/plan/goals'))
  await page.getByText('十周内成员总数增长 30%').waitFor()
  await holds('goals')
  await page.getByRole('button', { name: '定目标' }).click()
  await page.getByLabel('指标').fill('周活跃率')
  await page.locator('.ant-select-item-option', { hasText: /^周活跃率$/ }).click()
  await page.getByLabel('数值').fill('20')
  await page.getByLabel('名称').fill('周活跃率提升两成')
  const letter = page.locator('.goal-letters li', { hasText: 'R 相关' })
  await letter.getByText('不行').waitFor({ state: 'attached' })
  expect(await page.getByRole('button', { name: '就定这个目标' }).isDisabled()).toBe(true)
  await holds('goal that has no reason')
  await page.getByLabel('为什么').fill('每周都来的人，才会在第二个月下第二单')
  await letter.getByText('可以').waitFor({ state: 'attached' })
  await page.getByRole('button', { name: '就定这个目标' }).click()
  await page.waitForURL(/\/plan\/goals\/\d+$/)
  await page.getByText('周活跃率提升两成').first().waitFor()
  await holds('goal')
})

test('S1-11 S1-68 what the signal found is done otherwise, measured, decided and gone on with', async () => {
  await page.goto(at('/plan/alerts'))
  await page
    .getByRole('link', { name: /手冲研究所.*周活跃率.*低于预警线/ })
    .first()
    .click()
  await page.getByRole('button', { name: '开始改进' }).click()
  await page.getByLabel('名称').fill('周五晚一起冲')
  await page.getByLabel('对策').fill('杯测改到线上，周五晚八点')
  await page.getByLabel('怎样算成功').fill('每天多十人来')
  await holds('improvement to be made')
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/\/plan\/improvements\/\d+$/)

  await page.getByRole('button', { name: '派任务' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('任务').fill('联系主播')
  await dialog.getByRole('button', { name: '派任务' }).click()
  await page.locator('.improvement-things').getByText('联系主播').waitFor()

  await page.getByRole('button', { name: '开始', exact: true }).click()
  const since = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('开始的日子').fill(since)
  await page.getByRole('dialog').getByRole('button', { name: '开始' }).click()
  await page
    .getByText(/95% 区间/)
    .first()
    .waitFor()
  await holds('improvement to look at again')

  await page.getByRole('button', { name: '调整，再来一轮' }).click()
  await page.getByLabel('理由').fill('来的人没有变多，换个时间再试')
  await page.getByRole('dialog').getByRole('button', { name: '调整，再来一轮' }).click()
  await page.getByText('第 2 轮').first().waitFor()
  await page.locator('.improvement-rounds li').nth(1).waitFor()
  await holds('next round')
})

test('S0-49 the weekly report is made from the overview, written into, and exported', async () => {
  await page.goto(at('/insight'))
  await page.locator('.ov').waitFor()
  await page.getByRole('button', { name: '生成周报' }).click()
  await page.waitForURL(/\/plan\/reports\/\d+$/)
  await page.getByRole('heading', { level: 1, name: /周报 · / }).waitFor()
  await page
    .getByText(/本周活跃成员 \d/)
    .first()
    .waitFor()
  await page.getByText('杯测').first().waitFor()
  await page.getByLabel('小结').fill('手冲研究所的杯测停了三周，常来的人跟着不来了')
  await page.getByText('已保存').waitFor()
  await holds('weekly report')
  await page.getByRole('button', { name: '导出' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '下载 Markdown' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^weekly-\d{4}-\d\d-\d\d\.md$/)
  const text = await readFile((await download.path())!, 'utf8')
  expect(text).toContain('杯测停了三周')
  expect(text).toMatch(/## \[概览\]/)
})
