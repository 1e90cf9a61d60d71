/** Public pages, sitemaps and feeds: whole, escaped, and without a word from closed boards. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { fillPage, type PageMeta } from '#base/http/page.ts'
import { documentOf, openRoom, type Room, write } from '#test/coffee-room.ts'
import { testCtx } from '#test/database.ts'
import { memberActor, quietAudience } from '#test/post-rows.ts'
import { useProduct } from '#test/product.ts'
import { statementsOf } from '#test/queries.ts'
import { contentPages } from './public/pages.ts'

const product = useProduct({ env: { TRUSTED_PROXIES: '127.0.0.1' } })
const canary = 'canary7x秘密配方'
const hostile = '</script><script>alert(1)</script><!-- ]]>'
let room: Room
let closed: Room
let question: string
let answer: string
let secret: string
let reader: Ctx

const stranger = (): Ctx => testCtx(product().database, { kind: 'anonymous' }, new Date())
const parts = () => ({ audience: quietAudience(product().database), declared: { cards: () => [] } })

async function pageAt(path: string, ctx = stranger()): Promise<PageMeta | undefined> {
  for (const page of contentPages(parts())) {
    const pattern = new RegExp(`^${page.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
    const match = pattern.exec(path)
    if (match) return await page.meta(ctx, { ...match.groups })
  }
  return undefined
}
const template =
  '<html lang="zh-CN"><head><title>__TITLE__</title><meta property="og:type" content="website" /></head><body><!--first--><!--/first--></body></html>'
const htmlOf = (meta: PageMeta, path: string) =>
  fillPage(template, {
    nonce: 'n',
    locale: 'zh-CN',
    siteName: '山丘咖啡',
    meta,
    canonical: `https://club.example.com${path}`,
    baseUrl: 'https://club.example.com',
    first: meta.answers ?? {},
  })
const structured = (html: string): Record<string, unknown>[] =>
  [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, json]) =>
    JSON.parse(json!),
  )

beforeAll(async () => {
  room = await openRoom(product(), 2)
  closed = await openRoom(product(), 1, { open: false })
  question = await write(room.host, room.questions, `92 ℃ 冲出来还是尖酸 #水温 ${hostile}`, {
    kind: 'question',
    title: `水温还是研磨？${hostile}`,
  })
  const said = await room.members[1]!.client.post(`/api/site/posts/${question}/comments`, {
    document: documentOf(`先别动水温，把研磨调细两格 ${hostile}`),
  })
  answer = said.body.id
  await room.host.client.put(`/api/site/posts/${question}/accepted`, { commentId: answer })
  await write(room.host, room.chat, '今天的耶加很亮 #水温')
  secret = await write(closed.host, closed.chat, `${canary} #${canary}`, { title: canary })
  await closed.members[0]!.client.post(`/api/site/posts/${secret}/comments`, { document: documentOf(canary) })
  reader = testCtx(product().database, memberActor(room.members[0]!.memberId), new Date())
})

describe('T35 the page of a question', () => {
  test('carries title, description, address, question and accepted answer for search engines', async () => {
    const path = `/posts/${question}`
    const html = htmlOf((await pageAt(path))!, path)
    expect(html).toContain('<meta property="og:type" content="article" />')
    expect(html).toContain(`<link rel="canonical" href="https://club.example.com${path}" />`)
    expect(html).toContain('先别动水温')
    expect(html).toContain('max-image-preview:large')
    const [qa, crumbs] = structured(html)
    expect(qa).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'QAPage',
      mainEntity: {
        '@type': 'Question',
        url: `https://club.example.com${path}`,
        answerCount: 1,
        acceptedAnswer: {
          '@type': 'Answer',
          url: `https://club.example.com${path}#c${answer}`,
          text: expect.stringContaining('先别动水温'),
        },
      },
    })
    expect(crumbs).toMatchObject({ '@type': 'BreadcrumbList' })
    expect((crumbs!.itemListElement as { item: string }[])[1]!.item).toBe(
      `https://club.example.com/groups/${room.slug}`,
    )
  })

  test('G39 nothing that people write ends a script, opens a comment or becomes markup', async () => {
    const path = `/posts/${question}`
    const html = htmlOf((await pageAt(path))!, path)
    expect(html.match(/<script/g)).toHaveLength(3)
    expect(html).not.toContain('alert(1)</script>')
    expect(html).not.toContain('<!-- ]]>')
    const [, json] = /<script type="application\/json" id="first">([\s\S]*?)<\/script>/.exec(html)!
    const { answers } = JSON.parse(json!) as { answers: Record<string, { title?: string }> }
    expect(answers[`/api/site/posts/${question}`]!.title).toContain(hostile)
    // The control: the same words unescaped would break out.
    expect(JSON.stringify(answers)).toContain('</script>')
  })

  test('brings what the screen asks for first, as the API answers it', async () => {
    const meta = (await pageAt(`/posts/${question}`, reader))!
    const me = room.members[0]!.client
    for (const [address, brought] of Object.entries(meta.answers!)) {
      const asked = await me.get(address)
      expect(asked.status, address).toBe(200)
      expect(JSON.parse(JSON.stringify(brought)), address).toEqual(asked.body)
    }
    expect(Object.keys(meta.answers!)).toHaveLength(2)
  })

  test('asks the same number of statements for one comment and for thirty', async () => {
    const at = product().database
    const path = `/posts/${question}`
    const few = (await statementsOf(at, () => pageAt(path, reader))).length
    for (let each = 0; each < 30; each++)
      await at.pool.query(
        `insert into comment (post_id, author_id, state, document, html, plain, created_at)
         values ($1, $2, 'published', '{"type":"doc","content":[]}', '<p>好</p>', '好', now())`,
        [question, room.members[0]!.memberId],
      )
    const many = await statementsOf(at, () => pageAt(path, reader))
    expect(many.length).toBe(few)
    expect(many.length).toBeLessThanOrEqual(10)
    const one = await statementsOf(at, () => room.members[0]!.client.get(`/api/site/posts/${question}`))
    // Of these statements none is asked by the page itself: the product has a pool of its own.
    expect(one.length).toBe(0)
  })
})

test('a discussion is a posting, a topic and a group list what strangers may read, and the home page too', async () => {
  const home = (await pageAt('/'))!
  expect(home.title).toBe('山丘咖啡')
  expect(home.content).toContain('今天的耶加很亮')
  const topic = await pageAt(`/topics/${encodeURIComponent('水温')}`)
  expect(topic?.feed?.path).toBe(`/topics/${encodeURIComponent('水温')}/feed.xml`)
  expect((await pageAt(`/groups/${room.slug}`))?.content).toContain('水温还是研磨')
  const author = await pageAt(`/members/${room.host.token}`)
  expect([author?.kind, author?.listed]).toEqual(['profile', false])
  expect(await pageAt('/posts/999999')).toBeUndefined()
  expect(await pageAt('/posts/abc')).toBeUndefined()
})

describe('sitemaps and feeds', () => {
  const get = async (path: string) => await product().nobody.get(path)

  test('the index leads to lists, and lists to posts that strangers may open', async () => {
    const index = await get('/sitemap.xml')
    expect([index.status, index.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8'])
    const lists = [...index.text.matchAll(/<loc>[^<]*?(\/sitemaps\/[^<]+)<\/loc>/g)].map(([, path]) => path!)
    expect(lists[0]).toBe('/sitemaps/pages.xml')
    expect(lists.length).toBe(2)
    const texts = await Promise.all(lists.map(async (path) => (await get(path)).text))
    const addresses = texts.flatMap((text) =>
      [...text.matchAll(/<loc>[^<]*?:\d+(\/[^<]*)<\/loc>/g)].map(([, path]) => path!),
    )
    expect(addresses).toContain(`/posts/${question}`)
    expect(addresses).toContain(`/groups/${room.slug}`)
    expect(addresses).toContain(`/topics/${encodeURIComponent('水温')}`)
    for (const path of addresses.filter((each) => each.startsWith('/posts/')))
      expect((await get(`/api/site${path}`)).status, path).toBe(200)
    expect((await get('/sitemaps/posts-9999.xml')).text).toContain('</urlset>')
    expect((await get('/sitemaps/../secrets.xml')).status).toBe(404)
    expect((await get('/sitemaps/other.xml')).status).toBe(422)
  })

  test('feeds of the site, a group, a board, a topic and an author are well-formed Atom', async () => {
    for (const path of [
      '/feed.xml',
      `/groups/${room.slug}/feed.xml`,
      `/boards/${room.questions}/feed.xml`,
      `/topics/${encodeURIComponent('水温')}/feed.xml`,
      `/members/${room.host.token}/feed.xml`,
    ]) {
      const reply = await get(path)
      expect([path, reply.status, reply.headers.get('content-type')]).toEqual([
        path,
        200,
        'application/atom+xml; charset=utf-8',
      ])
      expect(reply.text, path).toContain('<entry>')
      expect(reply.text, path).not.toContain('<script')
      expect(isWellFormed(reply.text), path).toBe(true)
    }
    expect(isWellFormed('<a><b></a></b>')).toBe(false)
    expect((await get('/topics/没有这个/feed.xml')).status).toBe(404)
  })
})

test('G33 no page, feed, sitemap or first answer holds a word of a closed board; its members read it', async () => {
  const inside = testCtx(product().database, memberActor(closed.members[0]!.memberId), new Date())
  const paths = [
    '/',
    `/posts/${secret}`,
    '/topics',
    `/topics/${encodeURIComponent(canary)}`,
    `/members/${closed.host.token}`,
    `/groups/${closed.slug}`,
    '/columns',
  ]
  for (const ctx of [stranger(), reader])
    for (const path of paths)
      expect(JSON.stringify((await pageAt(path, ctx)) ?? ''), path).not.toContain(canary)
  for (const path of [
    '/sitemap.xml',
    '/sitemaps/pages.xml',
    '/sitemaps/posts-0.xml',
    '/feed.xml',
    `/groups/${closed.slug}/feed.xml`,
    `/boards/${closed.chat}/feed.xml`,
    `/topics/${encodeURIComponent(canary)}/feed.xml`,
    `/members/${closed.host.token}/feed.xml`,
    `/api/site/posts/${secret}`,
  ]) {
    const asNobody = await product().nobody.get(path)
    expect(asNobody.text, path).not.toContain(canary)
    expect(asNobody.text, path).not.toContain(`/posts/${secret}`)
    // Feeds and sitemaps are one for all: being inside changes nothing.
    if (!path.startsWith('/api'))
      expect((await closed.members[0]!.client.get(path)).text, path).not.toContain(canary)
  }
  // The control: the canary sings where it may.
  const own = (await pageAt(`/posts/${secret}`, inside))!
  expect([JSON.stringify(own).includes(canary), own.listed, own.structured]).toEqual([true, false, []])
})

/** Elements open and close in order; text holds no bare `<` or `&`. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [whole, close, name, self] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:]*)[^<>]*?(\/?)>|<(?![?/A-Za-z])/g,
  )) {
    if (name === undefined) return false
    if (whole.startsWith('<?') || self) continue
    if (!close) open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0 && !/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(xml)
}
