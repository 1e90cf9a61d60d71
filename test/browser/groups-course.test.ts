/**
 * The whole course of a group, over the real product: thought through and founded, entered by a quiz, a member who
 * rises by rule, is warned for silence, removed by a person, appeals, and is back.
 */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { declaredBy } from '#base/declarations/declared.ts'
import { openAudience } from '#modules/audience/api.ts'
import { testCtx } from '../database.ts'
import { useProduct as productForTests } from '../product.ts'
import { until } from '../warehouse.ts'
import { axe, type Heard, keepPicture, openPage, overflowing, useBrowser } from './browser.ts'

const product = productForTests({ env: { ROLES: 'web,worker,sink' } })
const browser = useBrowser()
let desk: Heard
let phone: Heard
let office: Page
let site: Page
let group: string

const ctx = () => testCtx(product().database, { kind: 'system', name: 'test' }, new Date())

/** Two letters of a button may stand apart. */
const spelled = (name: string) => new RegExp(`^${[...name].join('\\s?')}$`)
const press = (page: Page, name: string) => page.getByRole('button', { name: spelled(name) }).click()

async function holds({ page, troubles }: Heard, name: string) {
  await page.waitForFunction(() => !document.querySelector('[data-waiting], .skeleton'))
  await keepPicture(page, `groups-course/${name}`)
  expect({ name, barriers: await axe(page), wide: await overflowing(page), troubles }).toEqual({
    name,
    barriers: [],
    wide: null,
    troubles: [],
  })
}

/** Chooses from a list that opens under its field. */
async function choose(label: string, option: string) {
  const field = office.getByRole('combobox', { name: label, exact: true })
  await field.press('ArrowDown')
  await office.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
}
const answer = (question: string, word: '是' | '否') =>
  office.getByRole('radiogroup', { name: question, exact: true }).getByText(word, { exact: true }).click()
const next = (title: string) =>
  press(office, '下一步').then(() => office.locator('.wizard-step.on', { hasText: title }).waitFor())
/** Adds what is asked to the condition on the screen. */
async function ask(text: string) {
  await office.getByRole('button', { name: '添加条件', exact: true }).press('Enter')
  const field = office.getByRole('combobox', { name: '找字段、行为或分群' })
  await field.fill(text)
  await field.press('Enter')
}
const tab = (name: string) =>
  office.getByRole('navigation', { name: '社群工作台' }).getByRole('link', { name, exact: true }).click()

/** What the clock of the product starts every day, started now; resolves when `done` holds. */
async function runJob(name: string, done: () => Promise<boolean>) {
  const { process } = product()
  const job = process.modules.flatMap((module) => module.jobs ?? []).find((each) => each.name === name)!
  await process.parts.jobs.enqueue(ctx(), job, {})
  await until(done, 20)
}
const stateIs = (state: string) => async () => {
  const { rows } = await product().database.pool.query(
    'select state from elimination_case where group_id = $1',
    [group],
  )
  return rows.length === 1 && rows[0].state === state
}

const ids: Record<string, string> = {}

beforeAll(async () => {
  const { database, process, url } = product()
  for (const [name, event] of [
    ['许木', 'post.read'],
    ['阿澈', 'check_in'],
  ] as const) {
    const client = await product().member(name)
    ids[`${name}'s address`] = (await client.get('/api/account')).body.email
    const { rows } = await database.pool.query('select id from member where nickname = $1', [name])
    ids[name] = String(rows[0].id)
    await database.pool.query(
      `insert into event_log (name, source, actor, member_id, occurred_at)
       select $2, 'track', 'anonymous', $1, now() - make_interval(hours => n) from generate_series(1, 3) as n`,
      [ids[name], event],
    )
  }
  const audience = openAudience(
    process.parts,
    declaredBy(() => process.modules),
  )
  await until(async () => await audience.copies.fill(ctx()).catch(() => false), 30)
  desk = await openPage(browser(), { locale: 'zh-CN', theme: 'light', width: 1440 })
  office = desk.page
  await office.goto(`${url}/console/sign-in?next=/groups/charters`)
  await office.getByLabel('邮箱').fill('linxiao@example.com')
  await office.getByLabel('密码').fill('Kāfēi-42-handdrip')
  await office.keyboard.press('Enter')
  await office.getByRole('heading', { level: 1, name: /建群准备/ }).waitFor()
})

test('S3-01 S3-06 S3-08 a group is thought through in six steps, judged, and founded', async () => {
  const page = office
  await page.getByRole('button', { name: '开始一份章程' }).first().click()
  await page.getByLabel('暂定名').fill('手冲研究所')
  await page.getByRole('dialog').getByRole('button', { name: '开始一份章程' }).click()
  await page.getByRole('heading', { level: 1, name: '手冲研究所' }).waitFor()
  await page.getByText('还没判断适不适合').waitFor()

  await page.getByLabel('目标是什么（写数字）').fill('复购率 40%')
  await page.getByLabel('现在是多少').fill('23%')
  await answer('建群是唯一的办法吗？', '是')

  await next('适不适合')
  await page.getByText('实物类', { exact: true }).click()
  await answer('高利润', '否')
  await answer('高频购买', '是')
  await page.getByLabel('高频购买 依据').fill('一人一月两包豆')
  await page.getByText('适合做社群：高频购买').waitFor()
  await press(page, '加一个')
  await page.getByLabel('谁家的什么群').fill('隔壁咖啡的豆友群')
  await choose('同类社群做成了吗', '做成了')

  await next('定位')
  await page.getByLabel('给谁', { exact: true }).fill('在家手冲的新手')
  await page.getByLabel('什么情境下会想到它').fill('这杯又酸又涩')
  await page.getByLabel('一句话说清核心价值').fill('两小时内有人教你调参数')
  await choose('价值类型', '专业知识')
  await choose('连接方式', '金字塔式：行家带新手')
  await page.getByLabel('进来的理由').fill('有人看你的参数')
  await page.getByLabel('留下的理由').fill('每周一支豆一起冲')
  await press(page, '加一个痛点')
  await page.getByLabel('痛点', { exact: true }).fill('冲不稳')
  await answer('现在就头痛？', '是')
  await answer('愿意为它改变行为？', '是')
  await answer('还有别的选择？', '否')
  await answer('顾虑能解决？', '是')
  await page.getByText('真痛点', { exact: true }).waitFor()

  await next('变现路径')
  await choose('走哪条路', '老客复购')
  await page.getByLabel('卖什么').fill('当季豆')
  await page.getByLabel('客单价').fill('88')
  await page.getByLabel('转化率').fill('30')
  await page.getByLabel('第几周开始成交').fill('3')

  await next('服务内容')
  await page.getByLabel('服务多少周').fill('26')
  await page.getByLabel('目标人数').fill('200')
  await page.getByLabel('人力成本（每小时）').fill('20')
  await press(page, '加一项服务')
  await page.getByRole('textbox', { name: '服务内容与每周工时' }).fill('两小时内答疑')

  await next('群规')
  await page.getByLabel('主题', { exact: true }).fill('一支豆、一组参数')
  await page.getByLabel('服务', { exact: true }).fill('提问两小时内有人回')
  await page.getByLabel('禁止', { exact: true }).fill('买卖、引流')
  await page.getByLabel('奖励', { exact: true }).fill('精华 30 积分')
  await page.getByText('四步都想清楚了，可以建群').waitFor()
  await page.getByText('净得').waitFor()
  await holds(desk, 'charter')

  await page.locator('.wizard-step', { hasText: '建群' }).click()
  await page.getByLabel('网址').fill('pour-over')
  await page
    .locator('.form-foot')
    .getByRole('button', { name: spelled('建群') })
    .click()
  await page.getByText('大门敞开').waitFor()
  group = /groups\/(\d+)\/admission/.exec(page.url())![1]!
})

test('S2-10 S3-42 S3-44 a quiz is set at the door, and a member answers it and gets in', async () => {
  const page = office
  await press(page, '添加')
  await page.getByRole('menuitem', { name: '入群答题' }).click()
  await page.getByLabel('及格线').fill('100')
  await page.getByLabel('问题 1').fill('15 克粉配多少水？')
  await page.getByLabel('选项 1', { exact: true }).fill('80 克')
  await page.getByLabel('选项 2', { exact: true }).fill('225 克')
  await page.getByLabel('正确 225 克').check()
  await holds(desk, 'admission')
  await press(page, '保存')
  await page.getByText('已保存').waitFor()

  phone = await openPage(browser(), { locale: 'zh-CN', theme: 'light', width: 390 }, /status of 401/)
  site = phone.page
  await site.goto(`${product().url}/sign-in`)
  await site.getByLabel('邮箱').fill(ids["许木's address"]!)
  await site.getByLabel('密码', { exact: true }).fill('Kāfēi-42-handdrip')
  await site.getByRole('button', { name: '登录', exact: true }).click()
  await site.getByRole('link', { name: '社群' }).first().click()
  await site
    .getByRole('link', { name: /手冲研究所/ })
    .first()
    .click()
  await site.getByRole('link', { name: '加入', exact: true }).click()
  await site.getByLabel('225 克').check()
  await site.getByRole('button', { name: '交卷' }).click()
  await site.getByText('通过了，得分 1 / 1').waitFor()
  await site.getByLabel(/我看过并同意/).check()
  await site.getByRole('button', { name: '同意并加入' }).click()
  await site.getByText('新人清单').waitFor()
  await site.getByText('提问两小时内有人回').waitFor()
})

test('S0-13 S1-18 who meets the rule of a tier rises to it, and sees it', async () => {
  const page = office
  await tab('成员分层')
  await press(page, '设两层：成员、常客')
  await page.getByRole('button', { name: spelled('设置规则') }).click()
  await ask('post.read')
  await office.locator('.cb-field-total', { hasText: /^1人/ }).waitFor()
  await press(page, '先看看会怎样')
  const forecast = page.locator('.forecast')
  await forecast.waitFor()
  await page.locator('.people-list', { hasText: '许木' }).waitFor()
  await holds(desk, 'tier rule')
  await press(page, '保存规则')
  await page.getByText('每天自动执行').waitFor()

  // Before the rule is applied he is told what he already meets.
  await site.reload()
  await site.getByText('你已满足「常客」的条件').waitFor()
  await runJob('groups.move_tiers', async () => {
    const { rows } = await product().database.pool.query(
      `select t.name from group_membership s join group_tier t on t.id = s.tier_id
        where s.group_id = $1 and s.member_id = $2`,
      [group, ids.许木],
    )
    return rows[0]?.name === '常客'
  })
  await site.reload()
  await site.getByText(/^常客 · 第 \d+ 位成员$/).waitFor()
  await holds(phone, 'risen')
  await page.reload()
  await page.locator('.climb li', { hasText: '常客' }).getByText(/1 人/).waitFor()
})

test('S3-51 the silent are found by a dry run, warned with reasons, and removed by a person after grace', async () => {
  const page = office
  await product().owner.post(`/api/groups/${group}/members`, { memberIds: [ids.阿澈] })
  await tab('淘汰与复活')
  await press(page, '设置淘汰规则')
  const drawer = page.getByRole('dialog')
  await drawer.locator('.cb-handle').first().focus()
  await page.keyboard.press('Delete')
  await ask('check_in')
  await drawer.locator('.cb-handle').first().focus()
  await page.keyboard.press('n')
  await drawer.locator('.cb-not').waitFor()
  await page.getByLabel('新人保护期').fill('0')
  await press(page, '试算会影响谁')
  await page.getByText('1 人会被预警，占全群 50%').waitFor()
  await expect.poll(() => page.locator('.tried-people').textContent()).toContain('许木')
  await holds(desk, 'dry run')
  await page.getByRole('switch', { name: '启用规则' }).click()
  await press(page, '保存规则')
  await page.getByText('每天 9:20 执行').waitFor()

  await runJob('groups.eliminate', stateIs('warned'))
  await site.reload()
  await site.getByText(/再不来，.*会被移出这里/).waitFor()
  await site.getByText('并非近 30 天有过签到').waitFor()
  await site.getByText('移出前会有人复核').waitFor()
  await holds(phone, 'warned')

  // A week goes by without a word.
  await product().database.pool.query(
    `update elimination_case set warned_at = warned_at - interval '8 days', grace_until = grace_until - interval '8 days'
      where group_id = $1`,
    [group],
  )
  await runJob('groups.eliminate', stateIs('due'))
  await page.reload()
  await page.getByRole('checkbox', { name: '许木' }).check()
  await page.getByRole('button', { name: /确认移出 · 1/ }).click()
  const sure = page.getByRole('dialog')
  await sure.getByLabel('告诉对方的话').fill('一个月没签到，先把位置让给别人')
  await sure.getByRole('button', { name: '确认移出' }).click()
  await page.getByText('已移出 1 人').waitFor()
  await site.reload()
  await site.getByText('你因规则被移出了这个社群').waitFor()
  await site.getByText('一个月没签到，先把位置让给别人').waitFor()
  await holds(phone, 'removed')
})

test('S3-52 the removed member appeals, the operator grants it, and he is back', async () => {
  const page = office
  await site.getByRole('button', { name: '申诉' }).click()
  await site.getByLabel('说说情况').fill('出差一个月，回来接着冲')
  await site.getByRole('button', { name: '提交' }).click()
  await site.getByText(/正在等人工处理/).waitFor()
  await page.reload()
  await page.getByText('申诉与任务 1').click()
  await page.getByText('出差一个月，回来接着冲').waitFor()
  await holds(desk, 'appeal')
  await press(page, '同意')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('答复').fill('欢迎回来')
  await dialog.getByRole('button', { name: spelled('同意') }).click()
  await page.getByText('没有待答复的申诉').waitFor()
  await site.reload()
  await site.getByText('你在这里').waitFor()
  await expect.poll(() => site.getByText('你因规则被移出了这个社群').count()).toBe(0)
  await page.getByText(/^名单 \d/).click()
  await page.locator('.row-list', { hasText: '许木' }).getByText('已回群').waitFor()
  for (const { context } of [desk, phone]) await context.close()
})
