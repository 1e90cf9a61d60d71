import { beforeAll, describe, expect, test } from 'vitest'
import { documentOf, openRoom, type Person, type Room, write } from '#test/coffee-room.ts'
import { useProduct } from '#test/product.ts'

const product = useProduct()
let room: Room
let other: Room

beforeAll(async () => {
  room = await openRoom(product(), 3)
  other = await openRoom(product(), 0)
})

const rows = async (sql: string, values: unknown[] = []) =>
  (await product().database.pool.query(sql, values)).rows
const postRow = async (id: string) => (await rows('select * from post where id = $1', [id]))[0]
const stand = (who: Person, id: string, body: Record<string, unknown>) =>
  who.client.patch(`/api/site/posts/${id}/standing`, body)
const comment = async (postId: string, author: Person, text: string, parent: string | null = null) =>
  (
    await rows(
      `insert into comment (post_id, parent_id, root_id, author_id, state, document, html, plain, created_at)
       values ($1::bigint, $2::bigint,
               (select coalesce(root_id, id) from comment where id = $2::bigint), $3, 'published', $4, '', $5, clock_timestamp())
       returning id`,
      [postId, parent, author.memberId, JSON.stringify(documentOf(text)), text],
    )
  )[0].id as string

describe('how a post stands', () => {
  test('hosts pin, feature, lock and close with words; members do not; each act is announced', async () => {
    const id = await write(room.members[0]!, room.chat, '置顶我')
    expect((await stand(room.members[1]!, id, { pinned: 'board' })).body.code).toBe('may_not_moderate')
    const done = await stand(room.host, id, { pinned: 'group', featured: true, locked: true })
    expect(done.body).toMatchObject({ pinned: 'group', featured: true, locked: true, closed: false })
    await stand(room.host, id, { pinned: null, closed: true, closedBecause: '已在置顶帖统一回复' })
    expect(await postRow(id)).toMatchObject({ pinned_to: null, closed_because: '已在置顶帖统一回复' })
    const told = await rows(
      `select coalesce(props ->> 'how', 'featured') as how from event_log
        where object_id = $1 and name in ('post.changed', 'post.featured') order by tx, seq`,
      [id],
    )
    expect(told.map((row) => row.how)).toEqual(['pinned', 'featured', 'locked', 'unpinned', 'closed'])
    const audited = await rows(
      `select action from audit_entry where object_kind = 'post' and object_id = $1 order by id`,
      [id],
    )
    expect(audited.map((row) => row.action)).toEqual([
      'content.post_pinned',
      'content.post_featured',
      'content.post_locked',
      'content.post_unpinned',
      'content.post_closed',
    ])
  })

  test('an author closes and removes his own, and brings back only what he removed himself', async () => {
    const author = room.members[0]!
    const id = await write(author, room.chat, '问完了 #闭帖')
    expect((await stand(author, id, { closed: true, closedBecause: '解决了' })).status).toBe(200)
    expect((await stand(author, id, { pinned: 'board' })).body.code).toBe('may_not_moderate')
    expect((await stand(author, id, { state: 'removed' })).body.state).toBe('removed')
    expect((await stand(room.host, id, { state: 'published' })).body.code).toBe('removed_by_author')
    expect((await stand(author, id, { state: 'published' })).body.state).toBe('published')
    expect((await stand(room.host, id, { state: 'removed' })).body.code).toBe('reason_missing')
    const gone = await stand(room.host, id, { state: 'removed', reason: '重复内容' })
    expect(gone.body).toMatchObject({ state: 'removed', stateReason: '重复内容' })
    expect((await stand(author, id, { state: 'published' })).body.code).toBe('may_not_moderate')
    const own = (await author.client.get('/api/member/posts')).body.items
    expect(own.find((each: { id: string }) => each.id === id)).toMatchObject({ reason: '重复内容' })
    expect((await stand(room.members[1]!, id, { closed: true })).body.code).toBe('post_not_found')
    expect((await stand(room.host, id, { state: 'published' })).body.state).toBe('published')
  })

  test('what is out of sight is counted by no topic, and again when it is back', async () => {
    await write(room.host, room.chat, '先有 #云南豆')
    const id = await write(room.members[0]!, room.chat, '看 #云南豆')
    const count = async () => (await rows(`select post_count as n from topic where folded = '云南豆'`))[0].n
    expect(await count()).toBe(2)
    await stand(room.host, id, { state: 'hidden', reason: '先核实' })
    expect(await count()).toBe(1)
    await stand(room.host, id, { state: 'removed', reason: '确认违规' })
    expect(await count()).toBe(1)
    await stand(room.host, id, { state: 'published' })
    expect(await count()).toBe(2)
    expect(
      await rows(`select 1 from event_log where name = 'post.published' and object_id = $1`, [id]),
    ).toHaveLength(1)
  })

  test('two who remove and restore at once leave one whole state and right counts', async () => {
    const id = await write(room.host, room.chat, '抢着处理 #并发')
    const acts = Array.from({ length: 12 }, (_, at) =>
      stand(room.host, id, at % 2 ? { state: 'published' } : { state: 'hidden', reason: '并发' }),
    )
    expect((await Promise.all(acts)).map((reply) => reply.status)).toEqual(acts.map(() => 200))
    const { state } = await postRow(id)
    const [{ n }] = await rows(`select post_count as n from topic where folded = '并发'`)
    expect(n).toBe(state === 'published' ? 1 : 0)
  })
})

describe('moving', () => {
  test('needs both boards to be looked after; the team moves everywhere', async () => {
    const id = await write(room.members[0]!, room.chat, '发错地方了')
    await stand(room.host, id, { pinned: 'board' })
    const move = (who: Person['client'], prefix: string, boardId: string) =>
      who.put(`/api/${prefix}/posts/${id}/board`, { boardId, reason: '更合适' })
    expect((await move(room.members[0]!.client, 'site', room.questions)).body.code).toBe('may_not_moderate')
    expect((await move(room.host.client, 'site', other.chat)).body.code).toBe('may_not_moderate')
    expect((await move(room.host.client, 'site', room.questions)).status).toBe(204)
    expect((await move(product().owner, 'content', other.chat)).status).toBe(204)
    expect(await postRow(id)).toMatchObject({
      board_id: other.chat,
      group_id: other.groupId,
      pinned_at: null,
    })
  })
})

describe('merging', () => {
  test('words, comments, follows, bookmarks and reactions move; the old address leads on; counts are right', async () => {
    const [a, b, c] = room.members as [Person, Person, Person]
    const from = await write(a, room.chat, '同样的问题 #合并')
    const into = await write(b, room.chat, '原来的问题 #合并')
    const top = await comment(from, b, '答一')
    await comment(from, a, '追问', top)
    await comment(into, a, '答零')
    await rows('insert into reaction (post_id, member_id, kind, created_at) values ($1, $2, $3, now())', [
      from,
      c.memberId,
      'like',
    ])
    await rows(
      'insert into reaction (post_id, comment_id, member_id, kind, created_at) values ($1, $2, $3, $4, now())',
      [from, top, c.memberId, 'thanks'],
    )
    await rows('insert into bookmark values ($1, $2, now()), ($3, $2, now()), ($3, $4, now())', [
      a.memberId,
      from,
      c.memberId,
      into,
    ])
    const merged = await room.host.client.put(`/api/site/posts/${from}/merged-into`, { postId: into })
    expect(merged.body, merged.text).toEqual({ id: into })
    expect(await postRow(from)).toMatchObject({
      state: 'merged',
      merged_into: into,
      comment_count: 0,
      bookmark_count: 0,
    })
    expect(await postRow(into)).toMatchObject({ comment_count: 4, bookmark_count: 2 })
    const comments = await rows(
      'select plain, reply_count, reaction_count, author_id from comment where post_id = $1 order by plain',
      [into],
    )
    expect(comments).toContainEqual({
      plain: '同样的问题 #合并',
      reply_count: 0,
      reaction_count: 1,
      author_id: a.memberId,
    })
    expect(comments.find((row) => row.plain === '答一')).toMatchObject({ reply_count: 1 })
    expect(await rows('select 1 from reaction where post_id = $1', [from])).toEqual([])
    expect(await rows('select member_id from follow where post_id = $1 order by 1', [into])).toEqual(
      [{ member_id: a.memberId }, { member_id: b.memberId }].sort(
        (x, y) => Number(x.member_id) - Number(y.member_id),
      ),
    )
    expect(await rows(`select post_count as n from topic where folded = '合并'`)).toEqual([])
    const third = await write(b, room.chat, '第三个')
    await room.host.client.put(`/api/site/posts/${into}/merged-into`, { postId: third })
    expect(await postRow(from)).toMatchObject({ merged_into: third })
  })

  test('two posts merged into each other at once: one wins, nothing is lost', async () => {
    const [one, two] = [await write(room.host, room.chat, '甲'), await write(room.host, room.chat, '乙')]
    const replies = await Promise.all([
      room.host.client.put(`/api/site/posts/${one}/merged-into`, { postId: two }),
      room.host.client.put(`/api/site/posts/${two}/merged-into`, { postId: one }),
    ])
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 422])
    const left = await rows('select comment_count from post where id = any($1) and state = $2', [
      [one, two],
      'published',
    ])
    expect(left).toEqual([{ comment_count: 1 }])
  })
})

describe('splitting', () => {
  test('chosen comments and their threads become a post; the first is its words', async () => {
    const [a, b] = room.members as [Person, Person]
    const id = await write(a, room.chat, '主题')
    const stays = await comment(id, b, '留下')
    const first = await comment(id, b, '另起一题')
    const reply = await comment(id, a, '对它的回复', first)
    await comment(id, b, '回复的回复', reply)
    const second = await comment(id, a, '也移走', stays)
    await rows(
      'insert into reaction (post_id, comment_id, member_id, kind, created_at) values ($1, $2, $3, $4, now())',
      [id, first, a.memberId, 'like'],
    )
    await rows('update post set accepted_comment_id = $2 where id = $1', [id, first])
    const made = await room.host.client.post(`/api/site/posts/${id}/splits`, {
      commentIds: [first, second],
      title: '新的一题',
      boardId: room.questions,
    })
    expect(made.status, made.text).toBe(201)
    expect(await postRow(made.body.id)).toMatchObject({
      title: '新的一题',
      author_id: b.memberId,
      board_id: room.questions,
      comment_count: 3,
      reaction_count: 1,
    })
    expect(await postRow(id)).toMatchObject({ comment_count: 1, accepted_comment_id: null })
    const moved = await rows(
      'select id, plain, parent_id, root_id, reply_count from comment where post_id = $1 order by id',
      [made.body.id],
    )
    expect(moved).toMatchObject([
      { plain: '对它的回复', parent_id: null, root_id: null, reply_count: 1 },
      { plain: '回复的回复', parent_id: reply, root_id: reply },
      { plain: '也移走', parent_id: null, root_id: null },
    ])
    expect(await rows('select 1 from comment where id = $1', [first])).toEqual([])
    expect((await rows('select reply_count from comment where id = $1', [stays]))[0]).toEqual({
      reply_count: 0,
    })
  })

  test('comments of another post, or none, are refused and nothing changes', async () => {
    const [id, foreign] = [await write(room.host, room.chat, '甲'), await write(room.host, room.chat, '乙')]
    const there = await comment(foreign, room.host, '别处的')
    const refused = await room.host.client.post(`/api/site/posts/${id}/splits`, {
      commentIds: [there],
      title: '不行',
    })
    expect(refused.body.code).toBe('split_unfit')
    expect(await rows('select post_id from comment where id = $1', [there])).toEqual([{ post_id: foreign }])
  })
})
