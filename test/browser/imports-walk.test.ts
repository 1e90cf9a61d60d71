/**
 * T30: a shop's list of 5,000 people, as shops keep them, is brought in by an operator: mapped, checked, imported,
 * the refused rows corrected in their file and brought in as well, and a double that it reveals is merged.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useProduct } from '../product.ts'
import { axe, type Heard, keepPicture, openPage, overflowing, useBrowser } from './browser.ts'

const home = mkdtempSync(join(tmpdir(), 'juluo-walk-imports-'))
const browser = useBrowser()
const product = useProduct({ env: { ROLES: 'web,worker,sink', JULUO_DATA: home } })
const people = 5_000
let owner: Heard

beforeAll(async () => {
  // Figures of the warehouse come a moment after the first start.
  owner = await openPage(browser(), { locale: 'zh-CN', theme: 'light', width: 1440 }, /status of 503/)
  const { url } = product()
  const signedIn = await owner.context.request.post(`${url}/api/session`, {
    data: { email: 'linxiao@example.com', password: 'Kāfēi-42-handdrip' },
    headers: { origin: url },
  })
  expect(signedIn.status(), await signedIn.text()).toBeLessThan(300)
})
afterAll(async () => {
  await owner?.context.close()
  rmSync(home, { recursive: true, force: true })
})

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const given = ['小满', '知意', '景行', '望舒', '南星', '一诺', '子墨', '雨桐', '思远', '可心', '嘉树', '清如']
const cities = ['成都', '上海', '浙江省杭州市', '北京', '广州', '苏州', '武汉', '厦门']

/** Every fiftieth phone is mistyped, every hundredth day is none, and every two hundredth person was written down twice. */
function register(): string {
  const rows = Array.from({ length: people }, (_, n) => {
    const who = n % 200 === 150 ? n - 1 : n
    const phone = n % 50 === 3 ? `1381234${n % 10}` : `1${380_000_0000 + who * 7}`
    const day = n % 100 === 61 ? '31/12/2025' : `202${4 + (n % 2)}/${(n % 12) + 1}/${(n % 28) + 1}`
    return [
      `${surnames[n % 20]}${given[n % 12]}`,
      phone,
      cities[n % 8],
      n % 3 ? '手冲、常客' : '新人',
      day,
      n % 5 ? '' : '爱喝浅烘',
    ].join()
  })
  return ['顾客姓名*,联系电话,所在城市,客户标签,登记时间,店员备注', ...rows].join('\r\n')
}
const mistyped = people / 50
const noDays = people / 100
const twice = people / 200

async function holds(name: string) {
  const { page, troubles } = owner
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton'))
  await keepPicture(page, `real ${name}`)
  expect({ name, violations: await axe(page), troubles, wide: await overflowing(page) }).toEqual({
    name,
    violations: [],
    troubles: [],
    wide: null,
  })
}

const upload = async (name: string, text: string) => {
  const { page } = owner
  const path = join(home, name)
  writeFileSync(path, text)
  await page.goto(`${product().url}/console/members/imports`)
  await page.locator('input[type=file]').first().setInputFiles(path)
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
const number = (label: string) =>
  owner.page.locator('.tally dl > div', { hasText: label }).locator('dd').textContent()
const count = async () =>
  Number((await product().database.pool.query('select count(*) as count from member')).rows[0].count)

test('T30 a list of 5,000 is mapped by itself, looked over, and checked without a trace', {
  timeout: 90_000,
}, async () => {
  const { page } = owner
  await upload('静安店登记本.csv', register())
  await page.getByText('每一列是什么').waitFor()
  // 顾客姓名, 登记时间 and 店员备注 are nobody's names for columns that we know: an operator says what they are.
  for (const [column, target] of [
    ['顾客姓名*', '昵称'],
    ['登记时间', '加入时间'],
  ] as const) {
    const box = page.getByRole('combobox', { name: new RegExp(`「${column.replace('*', '\\*')}」`) })
    if ((await box.locator('xpath=ancestor::th').getAttribute('class')) === 'given') continue
    await box.click()
    await page.locator('.ant-select-dropdown:visible').getByText(target, { exact: true }).click()
  }
  await page.locator('.preview').getByText('王小满').first().waitFor()
  await holds('import mapping')
  await page.getByRole('button', { name: '检查名单' }).click()
  await page.getByText('检查结果').waitFor({ timeout: 30_000 })
  expect([await number('新增'), await number('有误'), await number('名单内重复')]).toEqual([
    (people - mistyped - noDays - twice).toLocaleString('en'),
    String(mistyped + noDays),
    String(twice),
  ])
  expect(await count()).toBe(0)
  await page.getByText('手机号不正确').first().waitFor()
  await holds('import checked')
})

test('T30 what is right is imported, what is wrong is corrected in its own file and imported as well', {
  timeout: 90_000,
}, async () => {
  const { page } = owner
  const good = people - mistyped - noDays - twice
  await page.getByRole('button', { name: `导入 ${good.toLocaleString('en')} 位成员` }).click()
  await page.getByText('导入结果').waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: '撤销导入' }).waitFor({ timeout: 30_000 })
  expect(await count()).toBe(good)
  await holds('import done')
  const loading = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载这些行' }).click()
  const refused = readFileSync((await (await loading).path())!, 'utf8')
  // A clerk looks the numbers up and writes the days as they are meant.
  let next = 0
  const corrected = refused
    .replaceAll(/,1381234\d,/g, () => `,1${37_0000_0000 + next++},`)
    .replaceAll('31/12/2025', '2025-12-31')
  await upload('静安店登记本-改.csv', corrected)
  await page.getByRole('button', { name: '检查名单' }).waitFor()
  for (const [column, target] of [
    ['顾客姓名*', '昵称'],
    ['登记时间', '加入时间'],
  ] as const) {
    const box = page.getByRole('combobox', { name: new RegExp(`「${column.replace('*', '\\*')}」`) })
    if ((await box.locator('xpath=ancestor::th').getAttribute('class')) === 'given') continue
    await box.click()
    await page.locator('.ant-select-dropdown:visible').getByText(target, { exact: true }).click()
  }
  await page.getByRole('button', { name: '检查名单' }).click()
  await page.getByText('检查结果').waitFor({ timeout: 30_000 })
  expect(await number('有误')).toBe('0')
  await page.getByRole('button', { name: /^导入 .* 位成员$/ }).click()
  await page.getByRole('button', { name: '撤销导入' }).waitFor({ timeout: 30_000 })
  expect(await count()).toBe(people - twice)
  await holds('import corrected')
})

test('T28 two profiles of one person are compared, merged, and shown as one', {
  timeout: 60_000,
}, async () => {
  const { page } = owner
  const { pool } = product().database
  const { rows } = await pool.query<{ id: string }>('select id from member order by id limit 2')
  await pool.query(
    `insert into member_double (low_id, high_id, reason, found_at) values ($1, $2, 'name', now())`,
    rows.map(({ id }) => id),
  )
  await page.goto(`${product().url}/console/members/doubles`)
  await holds('doubles')
  await page.getByRole('button', { name: '对比并合并' }).click()
  await page.getByText('会归到保留的档案').waitFor()
  await holds('doubles compared')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^合\s?并$/ })
    .click()
  await page.getByText('没有待确认的重复成员').waitFor()
  await page.getByRole('button', { name: '合并记录' }).click()
  await page.getByRole('button', { name: '撤销合并' }).waitFor()
  await holds('merged')
})
