/** A reply reaches its reader while he looks elsewhere; he opens it, puts it away, and says when to be left alone. */
import type { CDPSession, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { documentOf, openRoom, type Person, type Room, write } from '../coffee-room.ts'
import { useProduct } from '../product.ts'
import { axe, type Heard, keepPicture, type Look, openPage, overflowing, useBrowser } from './browser.ts'

const product = useProduct({ host: 'localhost', env: { ROLES: 'web,worker' } })
const browser = useBrowser()
const phone: Look = { locale: 'zh-CN', theme: 'light', width: 390 }
let room: Room

beforeAll(async () => {
  room = await openRoom(product(), 2)
})

async function holds({ page, troubles }: Heard, name: string) {
  await page.waitForFunction(() => !document.querySelector('[data-waiting]'))
  await keepPicture(page, `notices-walk/${name}`)
  expect({ name, barriers: await axe(page), wide: await overflowing(page), troubles }).toEqual({
    name,
    barriers: [],
    wide: null,
    troubles: [],
  })
}

async function signIn(who: Person): Promise<Heard> {
  const { body } = await who.client.get('/api/account')
  const heard = await openPage(browser(), phone, /status of 401/)
  const { page } = heard
  await page.goto(`${product().url}/sign-in`)
  await page.getByLabel('邮箱').fill(body.email)
  await page.getByLabel('密码', { exact: true }).fill('Kāfēi-42-handdrip')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('link', { name: '消息', exact: true }).waitFor()
  return heard
}

const comment = async (who: Person, postId: string, text: string) =>
  await who.client.post(`/api/site/posts/${postId}/comments`, { document: documentOf(text) })

test('T3 T35 a reply rings the bell of a phone that looks elsewhere, is opened from the inbox, and counts no more', async () => {
  const [author, helper] = room.members as [Person, Person]
  const postId = await write(author, room.questions, '92 度冲出来还是尖酸', {
    kind: 'question',
    title: '怎么救这支耶加？',
  })
  const heard = await signIn(author)
  const { page, context } = heard
  expect((await comment(helper, postId, '把研磨调细两格，闷蒸延长到 40 秒')).status).toBe(201)
  const bell = page.getByRole('link', { name: '消息，1 条未读' })
  // Nobody reloads anything.
  await bell.waitFor({ timeout: 15_000 })
  await bell.click()
  await page.getByRole('heading', { level: 1, name: '消息' }).waitFor()
  const row = page.getByRole('link', { name: /回答了你的提问「怎么救这支耶加？」/ })
  await row.waitFor()
  await page.getByText('因为这是你发的帖子').waitFor()
  await holds(heard, 'inbox')

  await row.click()
  await page.waitForURL(new RegExp(`/posts/${postId}#c\\d+$`))
  await page.getByRole('link', { name: '消息', exact: true }).waitFor()
  await page.getByRole('link', { name: '消息', exact: true }).click()
  await row.waitFor()

  await page.getByRole('button', { name: '更多操作' }).first().click()
  await page.getByRole('dialog').waitFor()
  await holds(heard, 'actions')
  await page.getByRole('button', { name: '归档' }).click()
  await page.getByText('没有新消息').waitFor()
  await page.getByRole('button', { name: '查看已归档' }).click()
  await row.waitFor()

  await page.getByRole('link', { name: '通知设置' }).click()
  await page.getByRole('heading', { level: 1, name: '通知设置' }).waitFor()
  await page.getByLabel('回复了我的帖子：推送').uncheck()
  await page.getByLabel('几点发').selectOption('19')
  await page.getByRole('button', { name: '24 小时' }).click()
  await page.getByText(/已暂停到/).waitFor()
  await holds(heard, 'settings')
  const kept = (await author.client.get('/api/member/notice-settings')).body
  const replies = kept.kinds.find((each: { kind: string }) => each.kind === 'content.reply')
  expect([kept.digestHour, replies.channels.push, kept.pausedUntil === null]).toEqual([19, false, false])
  await context.close()
})

/** The registration of the site's worker, as the browser's own tools name it. */
async function registrationOf(tools: CDPSession): Promise<string> {
  const found = new Promise<string>((resolve) =>
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations
      if (first) resolve(first.registrationId)
    }),
  )
  await tools.send('ServiceWorker.enable')
  return await found
}

const shown = (page: Page) =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready
    return (await worker.getNotifications()).map(({ title, body, tag, data }) => ({ title, body, tag, data }))
  })

test('a push is shown once, whatever is repeated, and leads only to this site', async () => {
  const heard = await signIn(room.members[0]!)
  const { page, context } = heard
  await context.grantPermissions(['notifications'], { origin: product().url })
  const tools = await context.newCDPSession(page)
  const registrationId = await registrationOf(tools)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  const message = {
    tag: 'notice-7',
    id: '7',
    title: '山丘咖啡',
    body: '阿澈 回复了你的帖子',
    path: '/inbox',
    unread: 1,
    silent: false,
  }
  for (let twice = 0; twice < 2; twice++)
    await tools.send('ServiceWorker.deliverPushMessage', {
      origin: product().url,
      registrationId,
      data: JSON.stringify(message),
    })
  await expect
    .poll(() => shown(page))
    .toEqual([
      {
        title: '山丘咖啡',
        body: '阿澈 回复了你的帖子',
        tag: 'notice-7',
        data: { path: '/inbox', id: '7' },
      },
    ])
  await context.close()
})
