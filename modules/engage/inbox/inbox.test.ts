import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '#test/client.ts'
import { documentOf, openRoom, type Person, type Room, write } from '#test/coffee-room.ts'
import { type Postman, postmanOf } from '#test/postman.ts'
import { useProduct } from '#test/product.ts'
import { tellPiece } from './telling.ts'

const product = useProduct()
let room: Room
let postman: Postman

beforeAll(async () => {
  room = await openRoom(product(), 6)
  postman = postmanOf(product())
  await postman.deliver()
})

interface Item {
  id: string
  source: string
  tab: string
  text: string
  quote: string
  path: string
  count: number
  read: boolean
  because: string
}
const inbox = async (client: Client, query = ''): Promise<Item[]> => {
  const reply = await client.get(`/api/member/inbox${query}`)
  expect(reply.status, reply.text).toBe(200)
  return reply.body.items
}
const unread = async (client: Client) => (await client.get('/api/member/inbox/unread')).body
const comment = async (who: Person, postId: string, text: string, parentId: string | null = null) => {
  const reply = await who.client.post(`/api/site/posts/${postId}/comments`, {
    document: documentOf(text),
    ...(parentId ? { parentId } : {}),
  })
  expect(reply.status, reply.text).toBe(201)
  return reply.body.id as string
}
const like = async (who: Person, postId: string) =>
  await who.client.put(`/api/site/posts/${postId}/reaction`, { kind: 'like' })
const rows = async (sql: string, values: unknown[] = []) =>
  (await product().database.pool.query(sql, values)).rows

describe('replies', () => {
  test('T3 the author of a post and the author of a comment are told, each once, with the reason and a way there', async () => {
    const [asker, helper, third] = room.members as [Person, Person, Person]
    const postId = await write(asker, room.questions, '中浅烘耶加 92 度冲出来还是尖酸', {
      kind: 'question',
      title: '怎么救这支耶加？',
    })
    const first = await comment(helper, postId, '把研磨调细两格')
    await postman.deliver()
    expect(await inbox(asker.client)).toEqual([
      expect.objectContaining({
        source: 'content.reply',
        tab: 'reply',
        count: 1,
        quote: '把研磨调细两格',
        path: `/posts/${postId}#c${first}`,
        because: '因为这是你发的帖子',
      }),
    ])
    expect((await inbox(asker.client))[0]!.text).toContain('回答了你的提问「怎么救这支耶加？」')
    // Nobody is told of what he did himself.
    expect(await inbox(helper.client)).toEqual([])

    await comment(third, postId, '同意，水温先别动', first)
    await postman.deliver()
    expect((await inbox(helper.client)).map(({ source }) => source)).toEqual(['content.reply_comment'])
    const [grouped] = await inbox(asker.client)
    expect(grouped).toMatchObject({ count: 2, source: 'content.reply' })
    expect(grouped!.text).toMatch(/、.*在你的帖子「怎么救这支耶加？」下写了 2 条评论/)
    expect(await unread(asker.client)).toMatchObject({ count: 1, more: false, tabs: { reply: 1 } })
  })

  test('opening a notice marks it read, and the next reply is new again', async () => {
    const [, helper] = room.members as [Person, Person]
    const author = room.members[3]!
    const postId = await write(author, room.chat, '今天的磨豆机清理记录')
    await comment(helper, postId, '刷子在哪买的')
    await postman.deliver()
    const [first] = await inbox(author.client)
    expect((await author.client.put(`/api/member/inbox/${first!.id}`, { read: true })).status).toBe(204)
    expect((await unread(author.client)).count).toBe(0)
    await comment(helper, postId, '顺便求链接')
    await postman.deliver()
    const items = await inbox(author.client)
    expect(items.map(({ read, count }) => [read, count])).toEqual([
      [false, 1],
      [true, 1],
    ])
    // Somebody else's notice cannot be touched.
    const foreign = await helper.client.put(`/api/member/inbox/${first!.id}`, { read: true })
    expect([foreign.status, foreign.body.code]).toEqual([404, 'notice_not_found'])
    expect((await helper.client.delete(`/api/member/inbox/${first!.id}`)).status).toBe(404)
  })

  test('what one may not see any more is neither shown nor counted', async () => {
    const author = room.members[4]!
    const [helper] = room.members as [Person]
    const postId = await write(author, room.chat, '晒一下新杯子')
    const id = await comment(helper, postId, '马上要被撤掉的话')
    await postman.deliver()
    expect((await unread(author.client)).count).toBe(1)
    const gone = await room.host.client.delete(`/api/site/comments/${id}?reason=%E8%B7%91%E9%A2%98`)
    expect(gone.status, gone.text).toBeLessThan(300)
    expect(await inbox(author.client)).toEqual([])
    expect((await unread(author.client)).count).toBe(0)
  })
})

describe('reactions', () => {
  test('five people who like a post are one notice, and a like that is taken back is none', async () => {
    const author = room.members[5]!
    const postId = await write(author, room.chat, '第一次拉花成功')
    for (const fan of room.members.slice(0, 5)) await like(fan, postId)
    await postman.deliver()
    const [notice, ...others] = await inbox(author.client, '?tab=like')
    expect(others).toEqual([])
    expect(notice!.text).toMatch(/等 5 人 赞了你的帖子「第一次拉花成功」$/)
    for (const fan of room.members.slice(0, 5)) await fan.client.delete(`/api/site/posts/${postId}/reaction`)
    expect(await inbox(author.client, '?tab=like')).toEqual([])
  })
})

describe('follows and wishes', () => {
  test('followers of a board, a person or a topic get one notice of a post; who muted it gets none', async () => {
    const [a, b, c] = room.members as [Person, Person, Person]
    const token = a.token
    await b.client.put(`/api/member/follows/board/${room.chat}`, {})
    await b.client.put(`/api/member/follows/member/${token}`, {})
    await c.client.put(`/api/member/follows/board/${room.chat}`, { muted: true })
    await postman.deliver()
    await write(a, room.chat, '关注者会看到的一篇', { title: '周末手冲局' })
    await postman.deliver()
    expect((await inbox(b.client, '?tab=follow')).map(({ text, count }) => [count, text])).toEqual([
      [1, expect.stringContaining('发布了「周末手冲局」')],
    ])
    expect(await inbox(c.client, '?tab=follow')).toEqual([])
  })

  test('a kind that was switched off says nothing; one about oneself cannot be', async () => {
    const [a, b] = room.members as [Person, Person]
    const off = await a.client.put('/api/member/notice-settings/kinds/content.reply', {
      channel: 'inbox',
      wanted: false,
    })
    expect(off.body.kinds.find((each: { kind: string }) => each.kind === 'content.reply').channels).toEqual({
      inbox: false,
      push: true,
      mail: true,
    })
    const before = (await inbox(a.client)).length
    const postId = await write(a, room.chat, '这篇的回复我不想看')
    await comment(b, postId, '好的')
    await postman.deliver()
    expect(await inbox(a.client)).toHaveLength(before)
    const always = await a.client.put('/api/member/notice-settings/kinds/content.moderated', {
      channel: 'inbox',
      wanted: false,
    })
    expect(always.body.code).toBe('kind_always')
    const unknown = await a.client.put('/api/member/notice-settings/kinds/content.nothing', {
      channel: 'inbox',
      wanted: true,
    })
    expect(unknown.body.code).toBe('kind_unknown')
  })

  test('the author hears why his post was taken away, and nobody hears who did it', async () => {
    const [, , , author] = room.members as Person[]
    const postId = await write(author!, room.chat, '加微信领券', { title: '领券' })
    const gone = await room.host.client.patch(`/api/site/posts/${postId}/standing`, {
      state: 'removed',
      reason: '广告',
    })
    expect(gone.status, gone.text).toBeLessThan(300)
    await postman.deliver()
    const [told] = await inbox(author!.client, '?tab=system')
    expect(told).toMatchObject({
      source: 'content.moderated',
      text: '你的帖子「领券」被移除了',
      quote: '广告',
    })
  })
})

describe('telling', () => {
  test('the same event told again and again counts once, also when pieces overlap', async () => {
    const [a, b] = room.members as [Person, Person]
    const author = room.members[5]!
    await author.client.put('/api/member/inbox/read', {})
    const postId = await write(author, room.chat, '只数一次')
    await postman.deliver()
    await comment(a, postId, '一')
    await comment(b, postId, '二')
    const events = (await postman.deliver()).filter(({ name }) => name === 'comment.posted')
    expect(events).toHaveLength(2)
    const source = postman.parts.sources.on('comment.posted').find(({ name }) => name === 'content.reply')!
    await Promise.all(
      Array.from({ length: 6 }, (_, n) => tellPiece(postman.ctx(), postman.parts, source, events[n % 2]!)),
    )
    expect((await inbox(author.client, '?unread=true')).map(({ count }) => count)).toEqual([2])
  })

  test('thousands of followers are told in pieces, by a job that goes on where it stopped', async () => {
    const { pool } = product().database
    await pool.query(
      `with people as (insert into account (name, email, email_verified)
         select '听众' || n, 'crowd' || n || '@example.com', true from generate_series(1, 3000) n returning id, name),
       members as (insert into member (token, account_id, nickname, joined_at)
         select 'crowd-' || id, id, name, now() from people returning id)
       insert into follow (member_id, board_id, created_at) select id, $1, now() from members`,
      [room.questions],
    )
    const begun = performance.now()
    const postId = await write(room.host, room.questions, '大家好', { title: '版块公约' })
    const [event] = (await postman.deliver()).filter(({ name }) => name === 'post.published')
    const source = postman.parts.sources.on('post.published').find(({ name }) => name === 'content.followed')!
    const count = async () =>
      (
        await rows(
          `select count(*)::int as n from notice where source = 'content.followed' and object_id = $1`,
          [postId],
        )
      )[0]!.n
    // The first piece was told at once; the rest waits for the job.
    expect(await count()).toBe(500)
    expect(await rows(`select name from pgboss.job where name = 'engage.fan_out'`)).toHaveLength(1)
    let done = false
    let pieces = 1
    while (!done) {
      ;({ done } = await tellPiece(postman.ctx(), postman.parts, source, event!))
      pieces++
    }
    expect(await count()).toBe(3_000)
    expect(pieces).toBe(7)
    expect(performance.now() - begun).toBeLessThan(10_000)
    expect((await tellPiece(postman.ctx(), postman.parts, source, event!)).told).toBe(3_000)
    expect(await count()).toBe(3_000)
  })
})

describe('the list', () => {
  test('pages by cursor, reads all of a tab, puts away and deletes', async () => {
    // Hosts are not bound by the limits of newcomers.
    const author = room.host
    for (let n = 0; n < 5; n++) {
      const postId = await write(author, room.chat, `第 ${n} 篇`)
      await comment(room.members[1]!, postId, '来了')
    }
    await postman.deliver()
    const all = await inbox(author.client)
    const seen: string[] = []
    let cursor = ''
    do {
      const page = (await author.client.get(`/api/member/inbox?limit=2${cursor}`)).body
      seen.push(...page.items.map((each: Item) => each.id))
      cursor = page.next ? `&cursor=${page.next}` : ''
    } while (cursor)
    expect(seen).toEqual(all.map(({ id }) => id))

    await author.client.put(`/api/member/inbox/${seen[0]}`, { read: true, archived: true })
    expect((await inbox(author.client)).map(({ id }) => id)).not.toContain(seen[0])
    expect((await inbox(author.client, '?archived=true')).map(({ id }) => id)).toEqual([seen[0]])
    expect((await author.client.delete(`/api/member/inbox/${seen[1]}`)).status).toBe(204)
    expect((await inbox(author.client)).map(({ id }) => id)).not.toContain(seen[1])

    const { read } = (await author.client.put('/api/member/inbox/read', { tab: 'reply' })).body
    expect(read).toBeGreaterThan(2)
    expect((await unread(author.client)).tabs.reply).toBe(0)
    const strange = await author.client.get('/api/member/inbox?tab=like&cursor=bm9wZQ')
    expect(strange.body.code).toBe('cursor_invalid')
  })
})

describe('several in one notice', () => {
  test('the newest that is taken away does not take the others along', async () => {
    const author = room.members[4]!
    const [helper, other] = room.members as [Person, Person]
    await author.client.put('/api/member/inbox/read', {})
    const postId = await write(author, room.chat, '换了个磨盘', { title: '新磨盘' })
    const real = await comment(helper, postId, '粗细差多少')
    const spam = await comment(other, postId, '加我领券')
    await postman.deliver()
    expect((await room.host.client.delete(`/api/site/comments/${spam}?reason=x`)).status).toBeLessThan(300)
    expect(await inbox(author.client, '?tab=reply&unread=true')).toEqual([
      expect.objectContaining({ quote: '粗细差多少', path: `/posts/${postId}#c${real}` }),
    ])
  })

  test('G33 what a followed person writes on a closed board neither hides nor counts with what one may read', async () => {
    const closed = await openRoom(product(), 1, { open: false })
    const writer = closed.members[0]!
    const follower = room.members[2]!
    await follower.client.put(`/api/member/follows/member/${writer.token}`, {})
    await follower.client.put('/api/member/inbox/read', {})
    await product().owner.post(`/api/groups/${room.groupId}/members`, { memberIds: [writer.memberId] })
    const open = await write(writer, room.chat, '谁都能看', { title: '公开的一篇' })
    await write(writer, closed.chat, '只给群里', { title: '不该被知道' })
    await postman.deliver()
    expect(await inbox(follower.client, '?tab=follow&unread=true')).toEqual([
      expect.objectContaining({ count: 1, path: `/posts/${open}` }),
    ])
    expect((await unread(follower.client)).tabs.follow).toBe(1)
  })
})
