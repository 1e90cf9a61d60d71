import { beforeAll, describe, expect, test } from 'vitest'
import { audienceOf, documentOf, openRoom, type Room, write } from '#test/coffee-room.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { compare } from './history.ts'
import { publishPost } from './publish.ts'

const product = useProduct()
let room: Room

beforeAll(async () => {
  room = await openRoom(product())
})

const rows = async (sql: string, values: unknown[] = []) =>
  (await product().database.pool.query(sql, values)).rows
const draft = (words: string, more: Record<string, unknown> = {}) => ({
  boardId: room.chat,
  kind: 'article',
  title: '浅烘手记',
  document: documentOf(words),
  device: '电脑',
  ...more,
})

describe('drafts', () => {
  test('S4-75 what one device writes another one opens; who is behind is given the newer words', async () => {
    const { client } = room.members[0]!
    const begun = (await client.post('/api/member/drafts', draft('第一段'))).body
    expect(begun).toMatchObject({ revision: 1, title: '浅烘手记' })
    const phone = { ...draft('第一段，手机上续写', { device: '手机' }), revision: 1 }
    expect((await client.put(`/api/member/drafts/${begun.id}`, phone)).body).toMatchObject({
      saved: true,
      draft: { revision: 2, device: '手机' },
    })
    const late = await client.put(`/api/member/drafts/${begun.id}`, {
      ...draft('电脑上的旧内容'),
      revision: 1,
    })
    expect(late.body).toMatchObject({ saved: false, draft: { revision: 2, device: '手机' } })
    expect(JSON.stringify(late.body.draft.document)).toContain('手机上续写')
    const over = await client.put(`/api/member/drafts/${begun.id}`, { ...draft('选了这一份'), revision: 2 })
    expect(over.body).toMatchObject({ saved: true, draft: { revision: 3 } })
    expect((await client.get('/api/member/drafts')).body.items[0]).toMatchObject({ excerpt: '选了这一份' })
  })

  test('two devices that save the same revision at once: exactly one is saved', async () => {
    const { client } = room.members[0]!
    const { id } = (await client.post('/api/member/drafts', draft('起点'))).body
    const replies = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((words) =>
        client.put(`/api/member/drafts/${id}`, { ...draft(words), revision: 1 }),
      ),
    )
    expect(replies.filter((reply) => reply.body.saved)).toHaveLength(1)
    expect((await client.get(`/api/member/drafts/${id}`)).body.revision).toBe(2)
  })

  test('nobody finds another’s draft, and sending a post takes its draft away', async () => {
    const [a, b] = [room.members[0]!, room.members[1]!]
    const { id } = (await a.client.post('/api/member/drafts', draft('只给自己'))).body
    expect((await b.client.get(`/api/member/drafts/${id}`)).body.code).toBe('draft_not_found')
    expect(
      (await b.client.put(`/api/member/drafts/${id}`, { ...draft('改你的'), revision: 1 })).body.code,
    ).toBe('draft_not_found')
    await b.client.delete(`/api/member/drafts/${id}`)
    await write(b, room.chat, '拿别人的草稿号发帖', { draftId: id })
    expect((await a.client.get(`/api/member/drafts/${id}`)).status).toBe(200)
    await write(a, room.chat, '写好了', { draftId: id })
    expect((await a.client.get(`/api/member/drafts/${id}`)).status).toBe(404)
  })

  test('drafts of one member are bounded, also when many are begun at once', async () => {
    const { client } = room.host
    const replies = await Promise.all(
      Array.from({ length: 60 }, () => client.post('/api/member/drafts', draft('多'))),
    )
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(50)
    expect(replies.find((reply) => reply.status !== 201)?.body.code).toBe('too_many_drafts')
  })
})

describe('editing', () => {
  const edit = (id: string, version: number, words: string, more: Record<string, unknown> = {}) =>
    room.members[0]!.client.patch(`/api/site/posts/${id}`, {
      version,
      title: '',
      document: documentOf(words),
      ...more,
    })

  test('T1 every version stays with who, when and why, and the difference is told word for word', async () => {
    const author = room.members[0]!
    const id = await write(author, room.chat, '水温 92 度，研磨中细')
    expect((await edit(id, 1, '水温 90 度，研磨中细', { reason: '写错了温度' })).body.state).toBe('published')
    expect((await edit(id, 2, '水温 90 度，研磨细')).status).toBe(200)
    const { items } = (await author.client.get(`/api/site/posts/${id}/versions`)).body
    expect(items.map((each: { version: number }) => each.version)).toEqual([3, 2, 1])
    expect(items[1]).toMatchObject({ reason: '写错了温度', current: false, by: { team: false } })
    const { body } = await author.client.get(`/api/site/posts/${id}/versions/2`)
    expect(body.text).toContainEqual({ text: '92', kind: 'removed' })
    expect(body.text).toContainEqual({ text: '90', kind: 'added' })
    expect((await room.members[1]!.client.get(`/api/site/posts/${id}/versions`)).body.code).toBe(
      'may_not_edit',
    )
    expect((await room.host.client.get(`/api/site/posts/${id}/versions`)).status).toBe(200)
  })

  test('two edits of one version: the second is told, and nothing of the first is lost', async () => {
    const id = await write(room.members[0]!, room.chat, '原文')
    const replies = await Promise.all([edit(id, 1, '改法一'), edit(id, 1, '改法二')])
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
    expect(await rows('select version from post_version where post_id = $1', [id])).toEqual([{ version: 1 }])
  })

  test('topics follow the words; a host’s edit is audited and shown as not the author’s', async () => {
    const id = await write(room.host, room.chat, '聊聊 #瑰夏')
    await room.host.client.patch(`/api/site/posts/${id}`, {
      version: 1,
      title: '',
      document: documentOf('聊聊 #耶加'),
    })
    const topics = await rows(
      `select folded, post_count from topic where folded in ('瑰夏', '耶加') order by folded`,
    )
    expect(topics).toEqual([
      { folded: '瑰夏', post_count: 0 },
      { folded: '耶加', post_count: 1 },
    ])
    const member = await write(room.members[0]!, room.chat, '电话 13800000000')
    await room.host.client.patch(`/api/site/posts/${member}`, {
      version: 1,
      title: '',
      document: documentOf('电话已隐去'),
      reason: '隐去电话',
    })
    const { items } = (await room.members[0]!.client.get(`/api/site/posts/${member}/versions`)).body
    expect(items[0]).toMatchObject({ by: { team: true }, reason: '隐去电话' })
    expect(
      await rows(`select 1 from audit_entry where action = 'content.post_edited' and object_id = $1`, [
        member,
      ]),
    ).toHaveLength(1)
  })

  test('the history compares Chinese by words, leaves out long stretches, and survives two strangers', () => {
    expect(compare('先别动水温', '先别动研磨')).toEqual([
      { text: '先别动', kind: 'same' },
      { text: '水温', kind: 'removed' },
      { text: '研磨', kind: 'added' },
    ])
    const long = '很长的一段话。'.repeat(100)
    expect(compare(`${long}尾`, `${long}末`)[0]).toEqual({ text: '…', kind: 'skipped' })
    const one = Array.from({ length: 9_000 }, (_, at) => `甲${at} `).join('')
    const two = Array.from({ length: 9_000 }, (_, at) => `乙${at} `).join('')
    const started = performance.now()
    expect(compare(one, two).length).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('what the product writes itself', () => {
  test('a source is taken once, at its own time, also when two take it at once', async () => {
    const ctx = testCtx(product().database)
    const audience = audienceOf(product())
    const at = new Date('2026-03-01T08:00:00Z')
    const input = {
      boardId: room.chat,
      kind: 'discussion' as const,
      title: '',
      document: documentOf('从旧论坛来'),
      columnId: null,
      publishAt: null,
      poll: null,
      draftId: null,
    }
    const take = () =>
      publishPost(ctx, { audience }, input, { as: room.members[0]!.memberId, at, source: 'forum:7' })
    const [one, two, three] = [...(await Promise.all([take(), take()])), await take()]
    expect(new Set([one!.id, two!.id, three!.id]).size).toBe(1)
    expect(await rows('select published_at from post where id = $1', [one!.id])).toEqual([
      { published_at: at },
    ])
    expect(
      await rows(`select occurred_at from event_log where name = 'post.published' and object_id = $1`, [
        one!.id,
      ]),
    ).toEqual([{ occurred_at: at }])
  })
})
