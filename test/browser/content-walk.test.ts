/**
 * A question and its answer over the real product: written on a phone with an input method and a picture,
 * answered at a desk, heard of live, accepted, found again in Chinese; and a poll.
 */
import type { CDPSession, Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { useProduct } from '../product.ts'
import { axe, type Heard, keepPicture, type Look, openPage, overflowing, useBrowser } from './browser.ts'

const product = useProduct({ env: { ROLES: 'web,worker,sink' } })
const browser = useBrowser()
const phone: Look = { locale: 'zh-CN', theme: 'light', width: 390 }
const desk: Look = { locale: 'zh-CN', theme: 'dark', width: 1440 }

async function holds({ page, troubles }: Heard, name: string) {
  await page.waitForFunction(() => !document.querySelector('[data-waiting]'))
  await keepPicture(page, `content-walk/${name}`)
  expect({ name, barriers: await axe(page), wide: await overflowing(page), troubles }).toEqual({
    name,
    barriers: [],
    wide: null,
    troubles: [],
  })
}

/** A browser in which this member is signed in. */
async function as(name: string, look: Look): Promise<Heard> {
  const client = await product().member(name)
  const { body } = await client.get('/api/account')
  const heard = await openPage(browser(), look, /status of 401/)
  const { page } = heard
  await page.goto(`${product().url}/sign-in`)
  await page.getByLabel('邮箱').fill(body.email)
  await page.getByLabel('密码', { exact: true }).fill('Kāfēi-42-handdrip')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('link', { name: '社群' }).first().waitFor()
  return heard
}

/** Types as an input method does: letters that become characters, with the choice made by a digit or Enter. */
async function compose(
  cdp: CDPSession,
  page: Page,
  steps: readonly (readonly [letters: string, chosen: string])[],
) {
  for (const [letters, chosen] of steps) {
    for (let length = 1; length <= letters.length; length++)
      await cdp.send('Input.imeSetComposition', {
        text: letters.slice(0, length),
        selectionStart: length,
        selectionEnd: length,
      })
    await cdp.send('Input.insertText', { text: chosen })
  }
  await page.waitForTimeout(50)
}

let group: string
beforeAll(async () => {
  const { owner } = product()
  const { body } = await owner.post('/api/groups', {
    name: '手冲研究所',
    slug: 'pour-over',
    kind: 'interest',
    summary: '一支豆、一组参数',
  })
  group = body.id
  await owner.put(`/api/groups/${group}/boards`, {
    boards: [
      { name: '提问', summary: '两小时内有人回' },
      { name: '参数与复盘', summary: '数据、图和结论' },
    ],
  })
  for (const name of ['阿澈', '唐果']) {
    const { body: member } = await (await product().member(name)).get('/api/member')
    await owner.post(`/api/groups/${group}/members`, { memberIds: [member.id] })
  }
})

test('T1 T2 T3 T5 S0-20 S0-46 a question is written on a phone, answered at a desk, heard of live, accepted and found again', {
  timeout: 120_000,
}, async () => {
  const [asker, helper] = [await as('阿澈', phone), await as('唐果', desk)]
  const { page } = asker

  // With an input method, a picture and a topic.
  await page.goto(`${product().url}/write`)
  await page.getByRole('button', { name: '选择版块' }).click()
  await page.getByRole('button', { name: /^提问/ }).click()
  await page.getByRole('radio', { name: '提问', exact: true }).check()
  const cdp = await page.context().newCDPSession(page)
  await page.getByRole('textbox', { name: /问题|标题/ }).click()
  await compose(cdp, page, [
    ['shouchong', '手冲'],
    ['yejiaxuefei', '耶加雪菲'],
    ['zongshi', '总是'],
    ['pianku', '偏苦？'],
  ])
  await page.getByRole('textbox', { name: '正文' }).click()
  await compose(cdp, page, [
    ['shuiwen', '水温'],
    ['jiushisidu', ' 94 度，'],
    ['yanmo', '研磨偏细，'],
    ['zengmetiao', '怎么调？'],
  ])
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#8a5a3c' } })
    .jpeg()
    .toBuffer()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '图片', exact: true }).first().click(),
  ])
  await chooser.setFiles({ name: '萃取.jpg', mimeType: 'image/jpeg', buffer: picture })
  await page.getByLabel('图片说明').fill('一杯颜色偏深的手冲')
  await page.getByText(/上传中|处理中|排队中/).waitFor({ state: 'hidden' })
  await holds(asker, 'writing')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.waitForURL(/\/posts\/\d+/)
  await page.getByRole('heading', { level: 1, name: '手冲耶加雪菲总是偏苦？' }).waitFor()
  await page.getByRole('button', { name: /一杯颜色偏深的手冲/ }).waitFor()
  await holds(asker, 'asked')
  const address = page.url()

  // Somebody else answers; the phone hears of it without being asked.
  await page.goto(`${product().url}/`)
  await page.getByRole('link', { name: /消息/ }).first().waitFor()
  await helper.page.goto(address)
  await helper.page.getByRole('heading', { level: 1, name: '手冲耶加雪菲总是偏苦？' }).waitFor()
  await helper.page.getByRole('button', { name: /写下你的回答/ }).click()
  await helper.page
    .getByRole('textbox', { name: /正文|回答|回复/ })
    .first()
    .click()
  await helper.page.keyboard.type('先把水温降到 90 度，苦味主要是过萃。')
  await helper.page.getByRole('button', { name: '发布', exact: true }).click()
  await helper.page.getByText('先把水温降到 90 度，苦味主要是过萃。').first().waitFor()
  await holds(helper, 'answered')
  await page
    .getByRole('link', { name: /消息.*1/ })
    .first()
    .waitFor({ timeout: 20_000 })
  await page.getByRole('link', { name: /消息/ }).first().click()
  await page.getByRole('heading', { level: 1, name: '消息' }).waitFor()
  await page
    .getByText(/唐果.*回/)
    .first()
    .waitFor()
  await holds(asker, 'inbox')

  // Accepted; the one who answered is told.
  await page
    .getByText(/唐果.*回/)
    .first()
    .click()
  await page.waitForURL(/\/posts\/\d+/)
  await page.getByRole('button', { name: '采纳为答案' }).click()
  await page.getByText('已解决').first().waitFor()
  await holds(asker, 'accepted')
  await helper.page
    .getByRole('link', { name: /消息.*1/ })
    .first()
    .waitFor({ timeout: 20_000 })

  // Found by pinyin of nothing but its words, with a slip in between, once the index has followed.
  await expect
    .poll(
      async () => {
        const client = await product().member('唐果')
        return (await client.get(`/api/site/search?q=${encodeURIComponent('耶加偏苦')}`)).text
      },
      { timeout: 20_000, interval: 500 },
    )
    .toContain('总是')
  await helper.page.goto(`${product().url}/search?q=${encodeURIComponent('耶加偏苦')}`)
  await helper.page
    .getByRole('link', { name: /耶加雪菲总是偏苦/ })
    .first()
    .waitFor()
  await holds(helper, 'found')
})

test('T3 a poll is made, voted in by somebody else, and its author followed', {
  timeout: 60_000,
}, async () => {
  const tangguo = await product().member('唐果')
  const boards = (await tangguo.get('/api/site/boards')).body.items
  const { body } = await tangguo.post(
    '/api/site/posts',
    {
      boardId: boards[0].id,
      kind: 'poll',
      title: '周三杯测喝哪一支？',
      document: { type: 'doc', content: [{ type: 'paragraph' }] },
      poll: { options: ['耶加雪菲', '曼特宁', '云南孟连'], shown: 'voted' },
    },
    { headers: { 'idempotency-key': crypto.randomUUID() } },
  )
  const voter = await as('阿澈', desk)
  const { page } = voter
  await page.goto(`${product().url}/posts/${body.id}`)
  await page.getByRole('radio', { name: /云南孟连/ }).check()
  await page.getByRole('button', { name: '投票', exact: true }).click()
  await page.getByText('1 人已投').waitFor()
  await holds(voter, 'voted')
  await page.getByRole('link', { name: '唐果' }).first().click()
  await page.getByRole('heading', { level: 1, name: /唐果/ }).waitFor()
  await page.getByRole('button', { name: '关注', exact: true }).click()
  await page.getByRole('button', { name: '已关注' }).waitFor()
  await holds(voter, 'author')
})
