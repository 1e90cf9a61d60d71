/** Two people at one post, on a phone: reading, answering with an editor, and hearing of it at once. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { documentOf, openRoom, type Room, write } from '#test/coffee-room.ts'
import { useProduct } from '#test/product.ts'
import { axe, openPage, overflowing, useBrowser } from './browser.ts'

// News travels through the log, which a worker follows.
const product = useProduct({ env: { ROLES: 'web,worker' } })
const browser = useBrowser()
let room: Room
let question: string
let host: Page
const troubles: string[] = []

const password = 'Kāfēi-42-handdrip'

beforeAll(async () => {
  room = await openRoom(product(), 2)
  question = await write(room.members[0]!, room.questions, '调到 24 格还是涩', {
    kind: 'question',
    title: '耶加总是尖酸，怎么办？',
  })
  host = await signedIn(await emailOf(room.members[0]!.memberId))
})

const emailOf = async (memberId: string): Promise<string> =>
  (
    await product().database.pool.query(
      'select a.email from member m join account a on a.id = m.account_id where m.id = $1',
      [memberId],
    )
  ).rows[0].email

async function signedIn(email: string): Promise<Page> {
  const heard = await openPage(browser(), { locale: 'zh-CN', theme: 'light', width: 390 })
  const reply = await heard.context.request.post(`${product().url}/api/session`, {
    headers: { origin: product().url, 'content-type': 'application/json' },
    data: { email, password },
  })
  expect(reply.status()).toBe(200)
  heard.page.on('close', () => troubles.push(...heard.troubles))
  return heard.page
}

test('T5 an answer arrives while the asker reads, and he accepts it', async () => {
  await host.goto(`${product().url}/posts/${question}`)
  await host.getByRole('heading', { name: '耶加总是尖酸，怎么办？' }).waitFor()
  await expect.poll(() => host.getByText('还没有人回答').count()).toBe(1)
  const said = await room.members[1]!.client.post(`/api/site/posts/${question}/comments`, {
    document: documentOf('先把闷蒸延长到 40 秒再说'),
  })
  expect(said.status).toBe(201)
  // Told of it at once, and nothing moved until he asks.
  const fresh = host.getByRole('button', { name: '1 条新回复' })
  await fresh.waitFor({ timeout: 8_000 })
  await expect.poll(() => host.getByText('先把闷蒸延长到 40 秒再说').count()).toBe(0)
  await fresh.click()
  await host.getByText('先把闷蒸延长到 40 秒再说').waitFor()
  await host.getByRole('button', { name: '采纳为答案' }).click()
  await host.getByText('已解决').first().waitFor()
  await host.getByText('已采纳', { exact: true }).waitFor()
  expect(await axe(host)).toEqual([])
  expect(await overflowing(host)).toBeNull()
})

test('T5 he replies with the small editor; the reply is there and counted once', async () => {
  await host.getByRole('button', { name: '回复', exact: true }).last().click()
  const editor = host.locator('.words-box').last()
  await editor.waitFor({ timeout: 10_000 })
  await editor.click()
  await host.keyboard.type('试了，甜感出来了')
  await host.getByRole('button', { name: '发布', exact: true }).click()
  await host.locator('.comment', { hasText: '试了，甜感出来了' }).first().waitFor({ timeout: 8_000 })
  await host.getByRole('heading', { name: '2 条回复' }).waitFor()
})

test('T4 one tap likes, another takes it back', async () => {
  const like = host.getByRole('toolbar', { name: '对这个帖子' }).getByRole('button', { name: /^赞/ })
  await like.click()
  await expect.poll(() => like.getAttribute('aria-pressed')).toBe('true')
  const counted = async () =>
    (await product().database.pool.query('select reaction_count from post where id = $1', [question])).rows[0]
      .reaction_count
  await expect.poll(counted).toBe(1)
  await like.click()
  await expect.poll(counted).toBe(0)
})

test('S4-62 a poster of the post is saved as a picture with its code', async () => {
  await host.getByRole('toolbar', { name: '对这个帖子' }).getByRole('button', { name: '分享' }).click()
  const coming = host.waitForEvent('download', { timeout: 10_000 })
  await host.getByRole('button', { name: '保存海报' }).click()
  const saved = await coming
  expect(saved.suggestedFilename()).toMatch(/\.png$/)
  const { format, width, height } = await sharp(readFileSync(await saved.path())).metadata()
  expect({ format, width }).toEqual({ format: 'png', width: 750 })
  expect(height).toBeGreaterThan(400)
})

test('a link to one reply leads to it; reading is told when the page is left', async () => {
  const { rows } = await product().database.pool.query(
    'select id from comment where post_id = $1 order by id limit 1',
    [question],
  )
  const reader = await signedIn(await emailOf(room.members[1]!.memberId))
  await reader.goto(`${product().url}/posts/${question}#c${rows[0].id}`)
  await reader.locator('.comment.linked').waitFor({ timeout: 8_000 })
  await reader.waitForTimeout(3_500)
  await reader.goto(`${product().url}/me`)
  const reads = async () =>
    (await product().database.pool.query('select read_count from post where id = $1', [question])).rows[0]
      .read_count
  await expect.poll(reads, { timeout: 8_000 }).toBe(1)
  await reader.close()
  await host.close()
  expect(troubles).toEqual([])
})
