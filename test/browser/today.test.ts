/**
 * A working day at the console, in a real browser over the whole product: what waits comes up by itself,
 * is moved through from the keyboard, put off and taken back, done; a task is made, broken down, finished.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useProduct } from '../product.ts'
import { axe, type Heard, keepPicture, openPage, overflowing, useBrowser } from './browser.ts'

const product = useProduct({ env: { ROLES: 'web,worker,sink' } })
const browser = useBrowser()
let lin: Heard

/** A task that is not done is refused on purpose; figures may come later than the page. */
const refusedOnPurpose = /status of (409|503)/

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const make = async (body: Record<string, unknown>): Promise<string> =>
  (await product().owner.post('/api/tasks', body)).body.id

beforeAll(async () => {
  lin = await openPage(browser(), { locale: 'zh-CN', theme: 'light', width: 1440 }, refusedOnPurpose)
})
afterAll(() => lin?.context.close())

async function holds(name: string) {
  const { page, troubles } = lin
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton'))
  await keepPicture(page, `real ${name}`)
  expect({ violations: await axe(page), troubles, wide: await overflowing(page) }).toEqual({
    violations: [],
    troubles: [],
    wide: null,
  })
}

const row = (title: string) => lin.page.locator('.queue > li', { hasText: title })

test('what is late stands first, in its own words, and is moved through from the keyboard', async () => {
  await make({ title: '回访流失成员', dueAt: soon(-90), steps: ['前十位', '写结论'] })
  await make({ title: '核对备货清单', urgent: true })
  const { page } = lin
  await page.goto(`${product().url}/console/sign-in`)
  await page.getByLabel('邮箱').fill('linxiao@example.com')
  await page.getByLabel('密码').fill('Kāfēi-42-handdrip')
  await page.keyboard.press('Enter')
  await row('回访流失成员').waitFor()
  await expect.poll(() => row('回访流失成员').textContent()).toContain('已超时 1 小时')
  await expect.poll(() => page.locator('.queue > li').first().textContent()).toContain('回访流失成员')
  await page.keyboard.press('j')
  await expect.poll(() => page.locator('.queue > li.focused').textContent()).not.toContain('回访流失成员')
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  await page.getByText('已选 1 件').waitFor()
  await page.keyboard.press('Escape')
  await holds('today')
})

test('what is put off is gone at once, and comes back when that is undone', async () => {
  const { page } = lin
  await row('核对备货清单').click()
  await row('核对备货清单').getByRole('button', { name: '稍后' }).click()
  await page.getByRole('menuitem', { name: '一小时后' }).click()
  await row('核对备货清单').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '撤销' }).click()
  await row('核对备货清单').waitFor()
})

test('what changes elsewhere changes here, without anybody reloading', async () => {
  const id = await make({ title: '临时加一件', urgent: true })
  await row('临时加一件').waitFor({ timeout: 15_000 })
  await product().owner.put(`/api/tasks/${id}/closure`, { outcome: 'done' })
  await row('临时加一件').waitFor({ state: 'detached', timeout: 15_000 })
})

test('e opens the next step; steps are ticked, the task is finished, and Today is lighter', async () => {
  const { page } = lin
  await row('回访流失成员').click()
  await page.keyboard.press('e')
  await page.getByRole('heading', { level: 1, name: /回访流失成员/ }).waitFor()
  await page.getByRole('checkbox', { name: '前十位' }).click()
  await page.getByText('1/2').waitFor()
  await holds('task')
  await page.getByRole('button', { name: '完成' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).click()
  await page.getByText('任务已完成').waitFor()
  await page.getByRole('link', { name: /^今日/ }).first().click()
  await row('核对备货清单').waitFor()
  await expect.poll(() => row('回访流失成员').count()).toBe(0)
})

test('S3-55 a task is made with a check, broken down, and done only with what was found', async () => {
  const { page } = lin
  await page.goto(`${product().url}/console/tasks?new=1`)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('任务', { exact: true }).fill('周活跃率回到 30%')
  await dialog.getByLabel('截止 日期').fill('2030-01-07')
  await dialog.getByLabel('截止 时间').fill('下午5点')
  await dialog.getByLabel('怎么算完成').fill('连续两周高于 30%')
  await dialog.getByRole('button', { name: '新建任务' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '周活跃率回到 30%', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '周活跃率回到 30%' }).waitFor()
  await expect.poll(() => page.getByLabel('截止 时间').inputValue()).toBe('17:00')
  await page.getByRole('button', { name: '拆出一项' }).click()
  await dialog.getByLabel('任务', { exact: true }).fill('恢复周三杯测')
  await dialog.getByRole('button', { name: '新建任务' }).click()
  await page.getByRole('link', { name: '恢复周三杯测' }).waitFor()
  await page.getByRole('button', { name: '完成' }).first().click()
  await dialog.getByLabel('验证结果').fill('31.2%、32.8%')
  await dialog.getByRole('button', { name: '完成' }).click()
  await dialog.getByText('还有 1 项子任务没有完成').waitFor()
  await holds('task with parts')
})
