/** What HTTP adds to talk: who is let in, idempotency, what each is told that he may do. */
import { beforeAll, describe, expect, test } from 'vitest'
import { documentOf, openRoom, type Room, write } from '#test/coffee-room.ts'
import { useProduct } from '#test/product.ts'

const product = useProduct()
let room: Room
let closed: Room
let question: string

beforeAll(async () => {
  room = await openRoom(product(), 2)
  closed = await openRoom(product(), 1, { open: false })
  question = await write(room.members[0]!, room.questions, '水温多少合适？', {
    kind: 'question',
    title: '水温',
  })
})

const comments = (post: string) => `/api/site/posts/${post}/comments`

describe('talk over HTTP', () => {
  test('G9 the same comment sent twice with one key is one comment', async () => {
    const { client } = room.members[1]!
    const sent = () =>
      client.post(
        comments(question),
        { document: documentOf('九十二度') },
        { headers: { 'idempotency-key': 'answer-1' } },
      )
    const [first, again] = [await sent(), await sent()]
    expect([first.status, again.body.id]).toEqual([201, first.body.id])
    const { body } = await client.get(comments(question))
    expect(body.items).toHaveLength(1)
    expect(body.items[0].can).toEqual({
      reply: true,
      react: true,
      edit: true,
      remove: true,
      accept: false,
      report: false,
      moderate: false,
    })
  })

  test('each is told what he may do: who asked accepts, hosts look after it, strangers only read', async () => {
    const can = async (client: { get: (typeof room.host.client)['get'] }) =>
      (await client.get(comments(question))).body.items[0].can
    expect(await can(room.members[0]!.client)).toMatchObject({ accept: true, edit: false, report: true })
    expect(await can(room.host.client)).toMatchObject({ accept: true, remove: true, moderate: true })
    expect(await can(product().nobody)).toEqual({
      reply: false,
      react: false,
      edit: false,
      remove: false,
      accept: false,
      report: false,
      moderate: false,
    })
    expect((await product().nobody.get(comments(question))).body.items[0].you).toBeNull()
  })

  test('T3 the accepted answer leads the first page and is nowhere else', async () => {
    const asked = await write(room.members[0]!, room.questions, '磨豆机', { kind: 'question', title: '磨' })
    const say = async (words: string): Promise<string> =>
      (await room.members[1]!.client.post(comments(asked), { document: documentOf(words) })).body.id
    const [one, two] = [await say('手摇'), await say('电动')]
    const put = await room.members[0]!.client.put(`/api/site/posts/${asked}/accepted`, { commentId: two })
    expect(put.status).toBe(204)
    const { body } = await product().nobody.get(`${comments(asked)}?sort=newest`)
    expect(body.accepted).toMatchObject({ id: two, accepted: true })
    expect(body.items.map((each: { id: string }) => each.id)).toEqual([one])
  })

  test('G33 a board of members answers strangers and others as if there were nothing', async () => {
    const inner = await write(closed.members[0]!, closed.chat, '只给群里')
    const said = await closed.members[0]!.client.post(comments(inner), { document: documentOf('机密') })
    for (const client of [product().nobody, room.members[0]!.client])
      for (const path of [
        comments(inner),
        `/api/site/comments/${said.body.id}`,
        `/api/site/comments/${said.body.id}/replies`,
        `/api/site/comments/${said.body.id}/reaction`,
        `/api/site/posts/${inner}/reaction`,
        `/api/site/posts/${inner}/poll`,
      ]) {
        const reply = await client.get(path)
        expect([path, reply.status, reply.body.code]).toEqual([path, 404, 'post_not_found'])
      }
    for (const [method, path, body] of [
      ['POST', comments(inner), { document: documentOf('进来了') }],
      ['PUT', `/api/site/posts/${inner}/reaction`, { kind: 'like' }],
      ['PUT', `/api/member/bookmarks/${inner}`, undefined],
      ['PUT', `/api/member/follows/post/${inner}`, {}],
      ['POST', '/api/site/reports', { postId: inner, reason: 'spam' }],
    ] as const) {
      const reply = await room.members[0]!.client.call(method, path, body)
      expect([path, reply.status]).toEqual([path, 404])
    }
  })

  test('G33 a comment goes with its own post: no other post opens it', async () => {
    const inner = await write(closed.members[0]!, closed.chat, '只给群里')
    const said = await closed.members[0]!.client.post(comments(inner), { document: documentOf('机密') })
    const reply = await room.members[0]!.client.post('/api/site/reports', {
      postId: question,
      commentId: said.body.id,
      reason: 'spam',
    })
    expect(reply.status).toBe(404)
    const tip = await room.members[0]!.client.post(
      `/api/site/posts/${question}/tips`,
      { points: 1, commentId: said.body.id },
      { headers: { 'idempotency-key': 'steal' } },
    )
    expect(tip.status).toBe(404)
  })

  test('S2-07 a tip needs a key, and says why there are none yet', async () => {
    const path = `/api/site/posts/${question}/tips`
    const { client } = room.members[1]!
    expect((await client.post(path, { points: 5 })).status).toBe(428)
    const refused = await client.post(path, { points: 5 }, { headers: { 'idempotency-key': 'tip-1' } })
    expect(refused.status).toBe(403)
    expect(refused.body.title).toBe('未能打赏：这个社群还没有开通积分打赏')
  })

  test('bookmarks and follows come back as lists of what one may see', async () => {
    const { client } = room.members[1]!
    await client.put(`/api/member/bookmarks/${question}`)
    const { body } = await client.get('/api/member/bookmarks')
    expect(body.items[0]).toMatchObject({ id: question, you: { bookmarked: true } })
    await client.put(`/api/member/follows/member/${room.members[0]!.token}`, {})
    const follows = await client.get('/api/member/follows?what=member')
    expect(follows.body.items).toMatchObject([
      { what: 'member', id: room.members[0]!.token, following: true, byItself: false },
    ])
    const gone = await client.delete(`/api/member/follows/member/${room.members[0]!.token}`)
    expect(gone.body).toEqual({ following: false, muted: false })
  })

  test('the team sees what was reported and why, and a host decides on the site what is his', async () => {
    const post = await write(room.members[0]!, room.chat, '加微信领券')
    await room.members[1]!.client.post('/api/site/reports', {
      postId: post,
      reason: 'spam',
      note: '广告',
    })
    const queue = await (await product().operator('moderator')).get('/api/content/reports')
    expect(queue.body).toMatchObject({
      total: 1,
      items: [{ postId: post, count: 1, words: '加微信领券', can: { decide: true } }],
    })
    expect((await (await product().operator('viewer')).get('/api/content/reports')).status).toBe(403)
  })
})
