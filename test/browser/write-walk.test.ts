/** Writing over the real product: with an input method, with pictures and films, on a phone, on two devices, offline. */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { useProduct } from '../product.ts'
import { axe, type Heard, keepPicture, type Look, openPage, overflowing, useBrowser } from './browser.ts'

const product = useProduct()
const browser = useBrowser()
const phone: Look = { locale: 'zh-CN', theme: 'light', width: 390 }
const desk: Look = { locale: 'zh-CN', theme: 'light', width: 1440 }
const slug = 'pour-over'
let boardId: string

beforeAll(async () => {
  const { owner } = product()
  const { body: group } = await owner.post('/api/groups', { name: '手冲研究所', slug, kind: 'interest' })
  const { body: boards } = await owner.put(`/api/groups/${group.id}/boards`, {
    boards: [{ name: '冲煮交流', summary: '水温、研磨、手法', rules: '写清参数' }],
  })
  boardId = boards.items[0].id
  const ids: string[] = []
  for (const name of ['青野', '阿澈', '韩小禾']) {
    const client = await product().member(name)
    ids.push((await client.get('/api/member')).body.id)
  }
  expect((await owner.post(`/api/groups/${group.id}/members`, { memberIds: ids })).status).toBeLessThan(300)
  // Films and new topics are for those who are trusted a little.
  await product().database.pool.query(
    `insert into member_trust (member_id, rank, since) select id, 2, now() from member
     on conflict (member_id) do update set rank = 2`,
  )
})

async function as(name: string, look: Look, allow = /status of (401|404)/): Promise<Heard> {
  const client = await product().member(name)
  const { body } = await client.get('/api/account')
  const heard = await openPage(browser(), look, allow)
  const { page } = heard
  await page.goto(`${product().url}/sign-in`)
  await page.getByLabel('邮箱').fill(body.email)
  await page.getByLabel('密码', { exact: true }).fill('Kāfēi-42-handdrip')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('link', { name: '社群' }).first().waitFor()
  return heard
}

const words = (page: Page) => page.getByRole('textbox', { name: '正文' })
const documentOf = async (name: string, draftId: string) =>
  (await (await product().member(name)).get(`/api/member/drafts/${draftId}`)).body
const draftIn = async (page: Page): Promise<string> => {
  await page.waitForURL(/draft=/)
  return new URL(page.url()).searchParams.get('draft')!.replaceAll('"', '')
}
const saved = (page: Page) => page.locator('[data-draft="saved"]').waitFor()

/** What an input method does: letters that are being composed, then the words. */
async function compose(session: CDPSession, letters: string, text: string) {
  for (let at = 1; at <= letters.length; at++)
    await session.send('Input.imeSetComposition', {
      text: letters.slice(0, at),
      selectionStart: at,
      selectionEnd: at,
    })
  await session.send('Input.insertText', { text })
}

describe('T2 T5 writing', () => {
  test('with an input method on a phone: nothing is offered or changed while it composes', async () => {
    const { page, troubles, context } = await as('青野', phone)
    await page.goto(`${product().url}/write?board=${boardId}`)
    await words(page).click()
    const session = await context.newCDPSession(page)
    const list = page.getByRole('listbox')

    // Markdown signs inside what is composed are no shortcut.
    await session.send('Input.imeSetComposition', { text: '- ', selectionStart: 2, selectionEnd: 2 })
    await session.send('Input.insertText', { text: '水温' })
    await expect.poll(() => words(page).locator('ul').count()).toBe(0)
    await expect.poll(() => words(page).textContent()).toContain('水温')

    await page.keyboard.type('，谢谢@')
    await list.waitFor()
    // While the name is being composed the list is away, and Enter belongs to the input method.
    await session.send('Input.imeSetComposition', { text: 'ache', selectionStart: 4, selectionEnd: 4 })
    await expect.poll(() => list.count()).toBe(0)
    await page.keyboard.press('Enter')
    await expect.poll(() => words(page).locator('[data-piece]').count()).toBe(0)
    await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    await context.close()
    expect(troubles).toEqual([])
  })

  test('somebody is named by a composed name and by pinyin, a topic by typing on; the words are stored as they were meant', async () => {
    const { page, troubles, context } = await as('青野', phone)
    await page.goto(`${product().url}/write?board=${boardId}`)
    await words(page).click()
    const session = await context.newCDPSession(page)
    await compose(session, 'xiexie', '谢谢')
    await page.keyboard.type('@')
    await compose(session, 'ache', '阿澈')
    await page.getByRole('option', { name: '阿澈' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('@hxh')
    await page.getByRole('option', { name: '韩小禾' }).waitFor()
    await page.getByRole('option', { name: '韩小禾' }).tap()
    await page.keyboard.type('#')
    await compose(session, 'shouchong', '手冲')
    await page.getByRole('option', { name: '#手冲' }).waitFor()
    await page.keyboard.type(' **')
    await page.keyboard.insertText('记住')
    await page.keyboard.type('**')
    await saved(page)
    const { document } = await documentOf('青野', await draftIn(page))
    const tokens = await Promise.all(
      ['阿澈', '韩小禾'].map(
        async (name) => (await (await product().member(name)).get('/api/member')).body.token,
      ),
    )
    expect(document.content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '谢谢' },
          { type: 'mention', attrs: { id: tokens[0], label: '阿澈' } },
          { type: 'text', text: ' ' },
          { type: 'mention', attrs: { id: tokens[1], label: '韩小禾' } },
          { type: 'text', text: ' ' },
          { type: 'hashtag', attrs: { tag: '手冲' } },
          { type: 'text', text: ' ' },
          { type: 'text', text: '记住', marks: [{ type: 'bold' }] },
        ],
      },
    ])
    await page.keyboard.press('Escape')
    await keepPicture(page, 'write-walk/phone')
    expect(await axe(page)).toEqual([])
    expect(await overflowing(page)).toBeNull()
    await context.close()
    expect(troubles).toEqual([])
  })

  test('a picture with its description and a poll are published, from a phone', async () => {
    const { page, troubles, context } = await as('青野', phone)
    await page.goto(`${product().url}/write?board=${boardId}&kind=poll`)
    await page.getByRole('textbox', { name: /^标题/ }).fill('周末杯测选哪支豆')
    await page.getByLabel('选项 1').fill('耶加雪菲')
    await page.getByLabel('选项 2').fill('瑰夏')
    const picture = join(tmpdir(), `bean-${process.pid}.jpg`)
    writeFileSync(
      picture,
      await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#a8643f' } })
        .jpeg()
        .toBuffer(),
    )
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '图片', exact: true }).tap(),
    ])
    await chooser.setFiles(picture)
    await page.getByLabel('图片说明').fill('两包咖啡豆')
    await expect.poll(() => page.getByRole('progressbar').count()).toBe(0)
    await page.getByRole('button', { name: '发布', exact: true }).tap()
    await page.waitForURL(/\/posts\/\d+/)
    const id = new URL(page.url()).pathname.split('/').at(-1)!
    const { body } = await (await product().member('阿澈')).get(`/api/site/posts/${id}`)
    expect(body.html).toContain('alt="两包咖啡豆"')
    expect(body.html).toMatch(/width="1200" height="800"/)
    // Nothing is left to be sent a second time.
    expect(
      (await (await product().member('青野')).get('/api/member/drafts')).body.items.map(
        (one: { title: string }) => one.title,
      ),
    ).not.toContain('周末杯测选哪支豆')
    await context.close()
    expect(troubles).toEqual([])
  })

  test('a film is sent with a frame that the browser drew', async () => {
    const { page, troubles, context } = await as('青野', desk)
    await page.goto(`${product().url}/write?board=${boardId}&kind=video`)
    const film = Buffer.from(await page.evaluate(filmed), 'base64')
    expect(film.length).toBeGreaterThan(1_000)
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '视频', exact: true }).click(),
    ])
    const framed = page.waitForResponse((answer) => answer.url().endsWith('/frame'))
    await chooser.setFiles({ name: '拉花.webm', mimeType: 'video/webm', buffer: film })
    expect((await framed).status()).toBe(204)
    await page.getByRole('textbox', { name: /^标题/ }).fill('第一次拉出心形')
    await keepPicture(page, 'write-walk/film')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.waitForURL(/\/posts\/\d+/)
    const id = new URL(page.url()).pathname.split('/').at(-1)!
    const { body } = await (await product().member('阿澈')).get(`/api/site/posts/${id}`)
    const token = /<video src="\/files\/([\w-]{22})"/.exec(body.html)?.[1]
    const frame = await fetch(`${product().url}/files/${token}/medium`)
    expect([frame.status, frame.headers.get('content-type')]).toEqual([200, 'image/webp'])
    const part = await fetch(`${product().url}/files/${token}`, { headers: { range: 'bytes=0-3' } })
    expect([part.status, Buffer.from(await part.arrayBuffer()).toString('hex')]).toEqual([206, '1a45dfa3'])
    await context.close()
    expect(troubles).toEqual([])
  })

  test('words are kept while offline, saved when the network is back, and go on on another device; who is behind chooses', async () => {
    const { page, context } = await as(
      '青野',
      desk,
      /status of (401|404)|ERR_INTERNET_DISCONNECTED|Failed to load/,
    )
    await page.goto(`${product().url}/write?board=${boardId}`)
    await words(page).click()
    await page.keyboard.type('第一段')
    await saved(page)
    const id = await draftIn(page)
    await context.setOffline(true)
    await page.keyboard.type('，在地铁里写的')
    await page.locator('[data-draft="offline"]').waitFor()
    await context.setOffline(false)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await saved(page)

    const other = await as('青野', phone)
    await other.page.goto(`${product().url}/write?draft=${id}`)
    await expect.poll(() => words(other.page).textContent()).toContain('在地铁里写的')
    await words(other.page).click()
    await other.page.keyboard.press('End')
    await other.page.keyboard.type('（手机）')
    await saved(other.page)

    await words(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('（电脑）')
    await page.getByText('这份草稿在另一台设备上改过').waitFor()
    await keepPicture(page, 'write-walk/conflict')
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: '用那边的' }).click()
    await expect.poll(() => words(page).textContent()).toContain('（手机）')
    await expect.poll(() => words(page).textContent()).not.toContain('（电脑）')
    await other.context.close()
    await context.close()
  })
})

/** A second of colours from a canvas, as the browser itself records it. */
async function filmed(): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = 320
  canvas.height = 180
  const pen = canvas.getContext('2d')!
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8' })
  const parts: Blob[] = []
  recorder.ondataavailable = ({ data }) => parts.push(data)
  recorder.start(100)
  const began = performance.now()
  await new Promise<void>((done) => {
    const draw = () => {
      const at = performance.now() - began
      pen.fillStyle = `hsl(${Math.round(at / 4)} 60% 45%)`
      pen.fillRect(0, 0, 320, 180)
      if (at < 1_200) setTimeout(draw, 40)
      else done()
    }
    draw()
  })
  await new Promise<void>((done) => {
    recorder.onstop = () => done()
    recorder.stop()
  })
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
