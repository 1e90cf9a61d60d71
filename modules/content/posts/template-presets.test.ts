/** The kinds of content that the trade names, each from its template to the list where it is found. */
import { beforeAll, describe, expect, test } from 'vitest'
import { documentSchema } from '#base/html/document.ts'
import { openRoom, type Room } from '#test/coffee-room.ts'
import { useProduct } from '#test/product.ts'
import { presetText, templatePresets } from './template-presets.ts'
import { documentOfText, textOfDocument } from './template-text.ts'

const product = useProduct()
let room: Room
beforeAll(async () => {
  // A newcomer may write six posts a day: each test has a writer of its own.
  room = await openRoom(product(), 5)
})

let turn = 0
const nextWriter = () => room.members[turn++ % room.members.length]!
const presetOf = (key: string) => templatePresets.find((preset) => preset.key === key)!

describe('templates to begin with', () => {
  test('each is a whole document in both languages, and editing one keeps its headings', () => {
    expect(new Set(templatePresets.map((preset) => preset.key)).size).toBe(templatePresets.length)
    for (const preset of templatePresets)
      for (const locale of ['zh-CN', 'en'] as const) {
        const text = presetText(preset, locale)
        const document = documentOfText(text)
        expect(documentSchema.safeParse(document).success).toBe(true)
        expect(textOfDocument(document)).toBe(text)
        if (locale === 'en') expect(text).not.toMatch(/\p{Script=Han}/u)
      }
  })
})

describe('from a template to the list', () => {
  test.each([
    ['S1-20 S1-61 know-how', 'know-how', 'article'],
    ['S1-21 S1-48 a small topic of everyday life', 'small-topic', 'discussion'],
    ['S1-47 a new way to use it', 'recipe', 'article'],
    ['S1-50 looking after the product', 'care', 'article'],
    ['S1-51 something does not work', 'trouble', 'question'],
    ['S1-66 a success story', 'case', 'article'],
    ['S2-01 S2-02 a recommendation with a greeting', 'greeting', 'product'],
    ['S4-29 a guide', 'guide', 'article'],
    ['S4-34 S4-62 an idea, discussed in the open forum', 'idea', 'idea'],
  ] as const)('%s', async (_, key, kind) => {
    const preset = presetOf(key)
    expect(preset.kind).toBe(kind)
    const { owner, nobody } = product()
    const saved = await owner.post('/api/content/templates', {
      boardId: room.chat,
      kind,
      name: preset.name.zh,
      title: preset.title.zh,
      document: documentOfText(presetText(preset, 'zh-CN')),
    })
    expect(saved.status, saved.text).toBeLessThan(300)
    const writer = nextWriter()
    const boards = (await writer.client.get('/api/site/boards')).body.items
    const offered = boards
      .find((board: { id: string }) => board.id === room.chat)
      .templates.find((each: { name: string }) => each.name === preset.name.zh)
    expect(offered).toMatchObject({ kind })
    const sent = await writer.client.post('/api/site/posts', {
      boardId: room.chat,
      kind,
      title: `${preset.title.zh}云间的秋天`,
      document: offered.document,
    })
    expect(sent.status, sent.text).toBe(201)
    const feed = await nobody.get(`/api/site/feed?view=latest&board=${room.chat}&kind=${kind}`)
    expect(feed.body.items.map((item: { id: string }) => item.id)).toContain(sent.body.id)
  })

  test('S0-23 S1-26 S4-66 S4-67 S4-68 S4-69 S4-70 S2-44 a call under one hashtag, its works, the excellent ones and who made them', async () => {
    const { owner, nobody } = product()
    const writer = nextWriter()
    const call = presetOf('call')
    expect(call.kind).toBe('announcement')
    const works: string[] = []
    for (const title of ['窗边的第一杯', '一封写给滤杯的信', '用茶筅打的奶泡']) {
      const { body } = await writer.client.post('/api/site/posts', {
        boardId: room.chat,
        kind: 'discussion',
        title,
        document: {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'hashtag', attrs: { tag: '秋天的一杯' } }] }],
        },
      })
      works.push(body.id)
    }
    // A newcomer starts no topics; the team does, and the works that carry the hashtag are found under it.
    await room.host.client.post('/api/site/posts', {
      boardId: room.chat,
      kind: 'announcement',
      title: '征集：秋天的一杯',
      document: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'hashtag', attrs: { tag: '秋天的一杯' } }] }],
      },
    })
    const later = await writer.client.post('/api/site/posts', {
      boardId: room.chat,
      kind: 'discussion',
      title: '最后一天交作业',
      document: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'hashtag', attrs: { tag: '秋天的一杯' } }] }],
      },
    })
    const topic = await nobody.get(`/api/site/topics/${encodeURIComponent('秋天的一杯')}`)
    expect(topic.status, topic.text).toBe(200)
    const found = await nobody.get('/api/site/feed', {
      query: { view: 'latest', topic: '秋天的一杯' },
    })
    expect(found.body.items.map((item: { id: string }) => item.id)).toContain(later.body.id)
    const chosen = await owner.patch(`/api/content/posts/${works[1]}/standing`, { featured: true })
    expect(chosen.status, chosen.text).toBe(200)
    const excellent = await nobody.get('/api/site/feed?view=featured')
    expect(excellent.body.items.map((item: { id: string }) => item.id)).toEqual([works[1]])
    const mix = await owner.get('/api/content/mix')
    expect(JSON.stringify(mix.body)).toContain(`"${writer.memberId}"`)
  })
})
