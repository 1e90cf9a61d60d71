/** G39 where people write: hostile words pasted, sent as JSON and shown, and ordinary words of other programs kept. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import { useProduct } from '../product.ts'
import { type Look, openPage, useBrowser } from './browser.ts'

const product = useProduct()
const browser = useBrowser()
const desk: Look = { locale: 'zh-CN', theme: 'light', width: 1440 }
let boardId: Id

beforeAll(async () => {
  const { owner } = product()
  const { body: group } = await owner.post('/api/groups', {
    name: '手冲研究所',
    slug: 'pour-over',
    kind: 'interest',
  })
  const { body } = await owner.put(`/api/groups/${group.id}/boards`, { boards: [{ name: '冲煮交流' }] })
  boardId = body.items[0].id
  const id = (await (await product().member('青野')).get('/api/member')).body.id
  await owner.post(`/api/groups/${group.id}/members`, { memberIds: [id] })
})

/** Each would leave a mark if it ran. */
const hostile = [
  '<script>window.ran=1</script>',
  '<img src=x onerror="window.ran=1">',
  '<svg onload="window.ran=1"><script>window.ran=1</script></svg>',
  '<a href="javascript:window.ran=1">看这里</a>',
  '<a href="jav\tascript:window.ran=1">看这里</a>',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.ran=1&gt;">',
  '<div data-thing="image" data-attrs=\'{"file":"x\\" onerror=\\"window.ran=1"}\'></div>',
  '<div data-thing="linkCard" data-attrs=\'{"href":"javascript:window.ran=1","title":"x"}\'></div>',
  '<div data-thing="card" data-attrs=\'{"kind":"<img src=x onerror=window.ran=1>","id":"1"}\'></div>',
  '<span data-piece="mention" data-id="../x" data-label="<img src=x onerror=window.ran=1>">@x</span>',
  '<details open ontoggle="window.ran=1"><summary>x</summary></details>',
  '<form action="javascript:window.ran=1"><input autofocus onfocus="window.ran=1"></form>',
  '<style>@import "https://evil.example/x.css"</style><p style="background:url(https://evil.example/p)">字</p>',
  '<img src="https://evil.example/pixel.gif"><video src="https://evil.example/v.mp4" onerror="window.ran=1"></video>',
]

const words = (page: Page) => page.getByRole('textbox', { name: '正文' })

/** Pastes as the browser would hand it over. */
const paste = (page: Page, data: Record<string, string>) =>
  words(page).evaluate((element, kinds) => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(kinds)) clipboardData.setData(type, text)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)

const markup = (page: Page) => words(page).evaluate((element) => element.innerHTML)
const clear = async (page: Page) => {
  await words(page).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Backspace')
}

async function open() {
  const client = await product().member('青野')
  const { body } = await client.get('/api/account')
  const heard = await openPage(browser(), desk, /status of (401|404)/)
  const { page } = heard
  await page.goto(`${product().url}/sign-in`)
  await page.getByLabel('邮箱').fill(body.email)
  await page.getByLabel('密码', { exact: true }).fill('Kāfēi-42-handdrip')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('link', { name: '社群' }).first().waitFor()
  await page.goto(`${product().url}/write?board=${boardId}`)
  await words(page).waitFor()
  return heard
}

describe('G39 where people write', () => {
  test('what is pasted never runs, asks no other host, and cannot pretend to be one of our nodes', async () => {
    const { page, troubles, context } = await open()
    const asked: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(product().url) && !/^(data|blob):/.test(request.url()))
        asked.push(request.url())
    })
    for (const html of hostile) {
      await clear(page)
      await paste(page, { 'text/html': html, 'text/plain': '字' })
      await page.waitForTimeout(60)
      const shown = await markup(page)
      expect([
        html,
        /evil\.example|javascript:|onerror|onload|<script|<iframe|<svg|<style/i.test(shown),
      ]).toEqual([html, false])
    }
    expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined()
    expect(asked).toEqual([])
    // Not even the browser had to stop anything.
    expect(troubles).toEqual([])
    await context.close()
  })

  test('Word, Feishu and articles of public accounts keep their meaning and lose their dress', async () => {
    const { page, troubles, context } = await open()
    await paste(page, {
      'text/html': `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
        <h1 style="font-size:22pt">冲煮记录<o:p></o:p></h1>
        <p class=MsoNormal><span style="font-weight:bold">粉水比</span>是 1:15<!--[if gte mso 9]><xml></xml><![endif]--></p>
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·&nbsp;&nbsp;</span><![endif]>水温 92</p>
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·&nbsp;&nbsp;</span><![endif]>研磨 22</p>
        <section><section style="text-align:center"><img data-src="https://mmbiz.example/1.jpg"></section><section><span style="text-decoration:line-through">旧法</span></section></section>
        <b style="font-weight:normal"><a href="https://hill.example/a" target="_blank">原文</a></b>
        <!--EndFragment--></body></html>`,
      'text/plain': 'x',
    })
    await page.getByText('网页里有 1 张图片没带过来').waitFor()
    const shown = (await markup(page)).replace(/ (class|rel|target|data-placeholder)="[^"]*"/g, '')
    expect(shown).toContain('<h2>冲煮记录</h2>')
    expect(shown).toContain('<strong>粉水比</strong>是 1:15')
    expect(shown).toMatch(/<ul><li><p>水温 92<\/p><\/li><li><p>研磨 22<\/p><\/li><\/ul>/)
    expect(shown).toContain('<s>旧法</s>')
    expect(shown).toMatch(/<p><a href="https:\/\/hill\.example\/a">原文<\/a>/)
    expect(shown).not.toMatch(/Mso|style=|mmbiz|<section/)
    expect(troubles).toEqual([])
    await context.close()
  })

  test('Markdown that is pasted becomes what it means; HTML inside it stays words', async () => {
    const { page, context } = await open()
    await paste(page, {
      'text/plain':
        '# 三杯记录\n\n**第一杯** 偏酸，见 [说明](https://hill.example/a) 与 [坏](javascript:alert(1))\n\n- 水温 92\n- 研磨 22\n\n| 次数 | 感受 |\n| --- | --- |\n| 1 | 酸 |\n\n```js\nlet a = 1 < 2\n```\n\n<img src=x onerror="window.ran=1"> ![图](https://evil.example/p.png)',
    })
    await words(page).locator('table').waitFor()
    const shown = (await markup(page)).replace(/ (class|rel|target|style|data-placeholder)="[^"]*"/g, '')
    expect(shown).toContain('<h2>三杯记录</h2>')
    expect(shown).toContain('<strong>第一杯</strong>')
    expect(shown).toContain('<a href="https://hill.example/a">说明</a>')
    expect(shown).not.toContain('javascript:')
    expect(shown).toMatch(/<ul[^>]*><li><p>水温 92<\/p><\/li>/)
    expect(await words(page).locator('pre code').textContent()).toContain('let a = 1 < 2')
    expect(await words(page).locator('img').count()).toBe(0)
    expect(await words(page).textContent()).toContain('onerror="window.ran=1"')
    expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined()
    await context.close()
  })

  test('a document that imitates the editor over the API is refused, and what is taken shows as words', async () => {
    const client = await product().member('青野')
    const send = (content: unknown) =>
      client.post('/api/site/posts', {
        boardId,
        kind: 'discussion',
        title: '<script>window.ran=1</script>',
        document: { type: 'doc', content },
      })
    const file = 'a'.repeat(22)
    for (const bad of [
      [{ type: 'html', content: '<script>' }],
      [{ type: 'image', attrs: { file: 'https://evil.example/x.png' } }],
      [{ type: 'video', attrs: { file: '../../x' } }],
      [{ type: 'linkCard', attrs: { href: 'javascript:alert(1)', title: 'x' } }],
      [{ type: 'card', attrs: { kind: '"><script>', id: '1' } }],
      [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id: '"/onclick', label: 'x' } }] }],
      [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'data:text/html,x' } }] },
          ],
        },
      ],
    ])
      expect([JSON.stringify(bad), (await send(bad)).status]).toEqual([JSON.stringify(bad), 422])
    // A file of somebody else, or of nobody.
    expect((await send([{ type: 'image', attrs: { file } }])).body.code).toBe('file_unknown')
    const text = hostile.join('\n')
    const { body, status } = await send([
      { type: 'paragraph', content: [{ type: 'text', text }] },
      { type: 'codeBlock', content: [{ type: 'text', text }] },
      {
        type: 'linkCard',
        attrs: { href: 'https://hill.example/?a="><script>window.ran=1</script>', title: text.slice(0, 200) },
      },
    ])
    expect(status).toBe(201)
    const { page, troubles, context } = await open()
    await page.goto(`${product().url}/posts/${body.id}`)
    await page.getByText('window.ran=1').first().waitFor()
    expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined()
    expect(troubles).toEqual([])
    await context.close()
  })
})
