import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerGate, held, refused, wireGates } from '#base/facts/gate.ts'
import { documentOf, openRoom, type Person, type Room, write } from '#test/coffee-room.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { mayPublish } from '../gates.ts'
import { writingData } from './personal.ts'

const product = useProduct()
let room: Room
let other: Room
let strict = false
let undo: () => void

beforeAll(async () => {
  room = await openRoom(product(), 3)
  other = await openRoom(product(), 1)
  await rows(`update trust_level set limits = limits || '{"postsPerDay": 500, "commentsPerDay": 500}'`)
  undo = wireGates(
    [mayPublish],
    [
      answerGate(mayPublish, 'by words', async (_, { text }) =>
        text.includes('代购')
          ? held({ zh: '先看一眼', en: 'We look first' })
          : strict && text.includes('活动')
            ? refused({ zh: '活动未报备', en: 'Not announced' })
            : { allowed: true },
      ),
    ],
  )
})
afterAll(() => undo?.())

const rows = async (sql: string, values: unknown[] = []) =>
  (await product().database.pool.query(sql, values)).rows
const stateOf = async (id: string) => (await rows('select state from post where id = $1', [id]))[0]?.state
const standing = (who: Person, id: string, change: object) =>
  who.client.patch(`/api/site/posts/${id}/standing`, change)
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const edit = (who: Person, id: string, version: number, words: string) =>
  who.client.patch(`/api/site/posts/${id}`, { version, title: '', document: documentOf(words) })

describe('T28 what was held back', () => {
  test('does not come into public by being taken away and brought back by its author', async () => {
    const author = room.members[0]!
    const id = await write(author, room.chat, '代购一批豆子')
    expect(await stateOf(id)).toBe('pending')
    await author.client.delete(`/api/site/posts/${id}`)
    expect(await stateOf(id)).toBe('removed')
    await standing(author, id, { state: 'published' })
    expect(await stateOf(id)).toBe('pending')
    expect(
      await rows(`select 1 from event_log where name = 'post.published' and object_id = $1`, [id]),
    ).toEqual([])
  })

  test('nor what was hidden, nor what waits for its hour; what was in public comes back whole', async () => {
    const author = room.members[0]!
    const hidden = await write(author, room.chat, '有人举报的')
    await standing(room.host, hidden, { state: 'hidden', reason: '先看看' })
    const later = await write(author, room.chat, '明天再发', { publishAt: soon(600) })
    const plain = await write(author, room.chat, '手滑删了')
    for (const id of [hidden, later, plain]) {
      await author.client.delete(`/api/site/posts/${id}`)
      await standing(author, id, { state: 'published' })
    }
    expect([await stateOf(hidden), await stateOf(later), await stateOf(plain)]).toEqual([
      'pending',
      'scheduled',
      'published',
    ])
    // What the team took away its author does not bring back.
    await standing(room.host, plain, { state: 'removed', reason: '跑题' })
    expect((await standing(author, plain, { state: 'published' })).body.code).toBe('may_not_moderate')
  })

  test('a host does not approve his own; the host of another group nothing', async () => {
    const own = await write(room.host, room.chat, '代购，群主自己的')
    expect((await standing(room.host, own, { state: 'published' })).body.code).toBe('may_not_moderate')
    const id = await write(room.members[0]!, room.chat, '代购，成员的')
    expect((await standing(other.host, id, { state: 'published' })).status).toBe(404)
    expect((await standing(room.host, id, { state: 'published' })).body.state).toBe('published')
  })

  test('what was changed since somebody looked is not approved by what he saw', async () => {
    const author = room.members[0]!
    const id = await write(author, room.chat, '代购耶加')
    expect((await edit(author, id, 1, '代购耶加，另加私货')).body.state).toBe('pending')
    const late = await standing(room.host, id, { state: 'published', version: 1 })
    expect(late.body.code).toBe('changed_meanwhile')
    expect((await standing(room.host, id, { state: 'published', version: 2 })).body.state).toBe('published')
  })

  test('an hour that is over is no way around the gate or a right that is gone', async () => {
    const author = room.members[1]!
    const id = await write(author, room.chat, '活动预告', { publishAt: soon(600) })
    const now = { publishAt: new Date(Date.now() - 60_000).toISOString() }
    strict = true
    const refusedNow = await author.client.put(`/api/site/posts/${id}/schedule`, now)
    strict = false
    expect(refusedNow.body.code).toBe('refused_by_team')
    await leave(author)
    expect((await author.client.put(`/api/site/posts/${id}/schedule`, now)).body.code).toBe('may_not_post')
    expect(await stateOf(id)).toBe('scheduled')
  })

  test('who left a group changes nothing of what he wrote there, but may take it away', async () => {
    const author = room.members[2]!
    const id = await write(author, room.chat, '写得好好的')
    const comment = (
      await author.client.post(`/api/site/posts/${id}/comments`, { document: documentOf('补一句') })
    ).body.id
    await leave(author)
    expect((await edit(author, id, 1, '换成广告')).body.code).toBe('may_not_edit')
    expect((await author.client.get(`/api/site/posts/${id}`)).body.can.edit).toBe(false)
    const changed = await author.client.patch(`/api/site/comments/${comment}`, {
      document: documentOf('也换成广告'),
    })
    expect(changed.body.code).toBe('may_not_reply')
    expect((await author.client.delete(`/api/site/posts/${id}`)).status).toBe(204)
  })

  test('a level that is looked at first is so when words are changed, too', async () => {
    const author = room.members[0]!
    const id = await write(author, room.chat, '干干净净的第一版')
    const limits = `update trust_level set limits = jsonb_set(limits, '{reviewed}', $1::jsonb) where rank = 0`
    await rows(limits, ['true'])
    expect((await edit(author, id, 1, '换成别的')).body.state).toBe('pending')
    await rows(limits, ['false'])
  })

  test('words that went with an account are not brought back', async () => {
    const author = room.members[0]!
    const id = await write(author, room.chat, '要走了')
    await rows(
      `update post set state = 'removed', state_by = 'system:account_closed', state_at = now() where id = $1`,
      [id],
    )
    expect((await standing(room.host, id, { state: 'published' })).body.code).toBe('removed_by_author')
  })
})

describe('once and in place', () => {
  test('L-05 new drafts of a double all come along when two become one, and go back', async () => {
    const [from, into] = room.members as [Person, Person]
    for (const who of [from, into, from])
      await who.client.post('/api/member/drafts', {
        boardId: room.chat,
        kind: 'discussion',
        title: '',
        document: documentOf('没写完'),
        device: '电脑',
      })
    const count = async ({ memberId }: Person) =>
      (await rows('select 1 from draft where member_id = $1', [memberId])).length
    const drafts = writingData.find((each) => each.name === 'content.drafts')!
    const ctx = testCtx(product().database)
    const moved = await drafts.merge(ctx, from.memberId, into.memberId)
    expect([await count(from), await count(into)]).toEqual([0, 3])
    await drafts.unmerge(ctx, from.memberId, into.memberId, JSON.parse(JSON.stringify(moved)))
    expect([await count(from), await count(into)]).toEqual([2, 1])
  })

  test('a draft that is sent twice at once becomes one post', async () => {
    const author = room.members[0]!
    const { id: draftId } = (
      await author.client.post('/api/member/drafts', {
        boardId: room.chat,
        kind: 'discussion',
        title: '',
        document: documentOf('同一份草稿'),
        device: '电脑',
      })
    ).body
    const body = { boardId: room.chat, kind: 'discussion', document: documentOf('同一份草稿'), draftId }
    const replies = await Promise.all([1, 2, 3].map(() => author.client.post('/api/site/posts', body)))
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1)
    expect((await author.client.post('/api/site/posts', body)).body.id).toBe(replies[0]!.body.id)
    // Somebody else's number is no key to it.
    const foreign = await room.host.client.post('/api/site/posts', body)
    expect(foreign.body.id).not.toBe(replies[0]!.body.id)
  })

  test('G33 the words of a merged post are read where it went, not where it was', async () => {
    const closed = await openRoom(product(), 1, { open: false })
    const id = await write(room.members[0]!, room.chat, '搬去里屋的话')
    const into = await write(closed.host, closed.chat, '里屋的帖子')
    const merged = await product().owner.put(`/api/content/posts/${id}/merged-into`, { postId: into })
    expect(merged.status, merged.text).toBe(200)
    const page = await room.members[0]!.client.get(`/api/site/posts/${id}`)
    expect(page.body).toMatchObject({ state: 'merged', mergedInto: into, html: '', excerpt: '' })
    expect(page.text).not.toContain('搬去里屋')
    // Whoever opens the old address within the site is led there like whoever opens it from outside.
    const others = await room.members[1]!.client.get(`/api/site/posts/${id}`)
    expect(others.body).toMatchObject({ state: 'merged', mergedInto: into, html: '', title: '' })
    expect((await product().nobody.get(`/posts/${id}`)).text).not.toContain('搬去里屋')
  })

  test('editing and commenting on one’s own post at once do not wait for each other crosswise', async () => {
    const author = room.members[0]!
    const id = await write(author, room.chat, '第 1 版')
    for (let version = 1; version <= 6; version++) {
      const replies = await Promise.all([
        edit(author, id, version, `第 ${version + 1} 版`),
        ...[1, 2].map((n) =>
          author.client.post(`/api/site/posts/${id}/comments`, { document: documentOf(`${version} ${n}`) }),
        ),
      ])
      expect(replies.map((reply) => reply.status)).toEqual([200, 201, 201])
    }
  })
})

async function leave(who: Person): Promise<void> {
  await rows(
    `update group_membership set left_at = now(), left_how = 'left', left_by = 'system:test'
      where group_id = $1 and member_id = $2`,
    [room.groupId, who.memberId],
  )
}
