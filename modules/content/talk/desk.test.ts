import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerGate, held, wireGates } from '#base/facts/gate.ts'
import { documentOf, openRoom, type Person, type Room, write } from '#test/coffee-room.ts'
import { useProduct } from '#test/product.ts'
import { mayPublish } from '../gates.ts'

const product = useProduct()
let room: Room
let other: Room
let undo: () => void

beforeAll(async () => {
  room = await openRoom(product(), 2)
  other = await openRoom(product(), 1)
  undo = wireGates(
    [mayPublish],
    [
      answerGate(mayPublish, 'by words', async (_, { text }) =>
        text.includes('代购') ? held({ zh: '先看一眼', en: 'We look first' }) : { allowed: true },
      ),
    ],
  )
})
afterAll(() => undo?.())

const desk = (who: Person, what: 'reports' | 'waiting', at = room) =>
  who.client.get(`/api/site/groups/${at.slug}/${what}`)
const report = (who: Person, postId: string, commentId: string | null = null) =>
  who.client.post('/api/site/reports', { postId, commentId, reason: 'spam', note: '像广告' })
const decide = (who: Person, body: object) => who.client.post('/api/site/reports/decisions', body)

describe('S2-16 the desk of those who host a group', () => {
  test('they see what was reported there and decide it, without learning who reported', async () => {
    const [author, reader] = room.members as [Person, Person]
    const id = await write(author, room.chat, '低价豆子私聊')
    const elsewhere = await write(other.members[0]!, other.chat, '别家的帖子')
    expect((await report(reader, id)).status).toBe(204)
    expect((await report(reader, elsewhere)).status).toBe(204)
    const { body, text } = await desk(room.host, 'reports')
    expect(body).toMatchObject({
      total: 1,
      items: [{ postId: id, reports: [{ reason: 'spam', note: '像广告' }], can: { decide: true } }],
    })
    expect(text).not.toContain(reader.token)
    const decision = { postId: id, upheld: true, act: 'remove', reason: '广告' }
    expect((await decide(room.host, decision)).status).toBe(204)
    expect((await author.client.get(`/api/site/posts/${id}`)).body).toMatchObject({
      state: 'removed',
      stateReason: '广告',
    })
    expect((await desk(room.host, 'reports')).body.items).toEqual([])
  })

  test('G44 the host of another group, members and strangers are refused', async () => {
    const [author, reader] = room.members as [Person, Person]
    const id = await write(author, room.chat, '又一条')
    await report(reader, id)
    const decision = { postId: id, upheld: true, act: 'remove', reason: '越权' }
    for (const who of [other.host, author]) {
      expect((await desk(who, 'reports')).body.code).toBe('may_not_moderate')
      expect((await desk(who, 'waiting')).body.code).toBe('may_not_moderate')
      expect((await decide(who, decision)).body.code).toBe('may_not_moderate')
    }
    expect((await product().nobody.get(`/api/site/groups/${room.slug}/reports`)).status).toBe(401)
    const closed = await openRoom(product(), 1, { open: false })
    expect((await desk(room.host, 'reports', closed)).body.code).toBe('board_not_found')
    expect((await desk(closed.host, 'reports', closed)).status).toBe(200)
  })

  test('what waits is approved as it was read; one’s own waits for somebody else', async () => {
    const id = await write(room.members[0]!, room.chat, '代购耶加')
    const own = await write(room.host, room.chat, '代购，群主自己的')
    await write(other.members[0]!, other.chat, '代购，别家的')
    const { items } = (await desk(room.host, 'waiting')).body
    expect(items.map((each: { id: string; can: object }) => [each.id, each.can])).toEqual([
      [id, { approve: true }],
      [own, { approve: false }],
    ])
    const version = items[0].version
    const shown = await room.host.client.patch(`/api/site/posts/${id}/standing`, {
      state: 'published',
      version,
    })
    expect(shown.body.state).toBe('published')
    expect((await other.host.client.get(`/api/site/posts/${own}`)).status).toBe(404)
  })

  test('hosts neither judge reports of their own words nor undo what the team did to them', async () => {
    const id = await write(room.host, room.chat, '群主的帖子')
    await report(room.members[0]!, id)
    expect((await desk(room.host, 'reports')).body.items.at(-1).can.decide).toBe(false)
    expect((await decide(room.host, { postId: id, upheld: false })).body.code).toBe('may_not_moderate')
    const team = { state: 'hidden', reason: '团队先看看' }
    await product().owner.patch(`/api/content/posts/${id}/standing`, team)
    const back = await room.host.client.patch(`/api/site/posts/${id}/standing`, { state: 'published' })
    expect(back.body.code).toBe('may_not_moderate')
    const comment = (
      await room.host.client.post(
        `/api/site/posts/${await write(room.members[1]!, room.chat, '问')}/comments`,
        {
          document: documentOf('群主的话'),
        },
      )
    ).body.id
    await product().owner.put(`/api/content/comments/${comment}/state`, team)
    const again = await room.host.client.put(`/api/site/comments/${comment}/state`, { state: 'published' })
    expect(again.body.code).toBe('may_not_moderate')
  })
})
