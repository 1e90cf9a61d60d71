import { beforeAll, describe, expect, test } from 'vitest'
import { documentOf, openRoom, type Room, write } from '#test/coffee-room.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { writingData } from './personal.ts'

const product = useProduct()
let room: Room

beforeAll(async () => {
  room = await openRoom(product(), 3)
})

const owner = () => product().owner
const rows = async (sql: string, values: unknown[] = []) =>
  (await product().database.pool.query(sql, values)).rows
const list = async (query: Record<string, string>) => {
  const reply = await owner().get('/api/content/posts', { query })
  expect(reply.status, reply.text).toBe(200)
  return reply.body
}
const idsOf = (page: { items: { id: string }[] }) => page.items.map((item) => item.id)

describe('the team’s list of posts', () => {
  test('S0-43 shows the interaction rate, sorts by it, and pages without gaps in every order', async () => {
    const ids = []
    for (let at = 0; at < 7; at++) ids.push(await write(room.host, room.chat, `第 ${at} 杯`))
    for (const [at, id] of ids.entries())
      await rows(
        'update post set read_count = $2, reaction_count = $3, comment_count = 1, share_count = 1, bookmark_count = 1 where id = $1',
        [id, 10 * (at % 3), at],
      )
    for (const sort of ['newest', '-newest', '-active', 'reads', '-reads', '-comments', 'rate', '-rate']) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await list({ board: room.chat, sort, limit: '2', ...(cursor ? { cursor } : {}) })
        seen.push(...idsOf(page))
        cursor = page.next ?? undefined
      } while (cursor)
      expect([...seen].sort(), sort).toEqual([...ids].sort())
      expect(new Set(seen).size).toBe(seen.length)
    }
    const best = (await list({ board: room.chat, sort: '-rate' })).items[0]
    expect(best).toMatchObject({ id: ids[4], reads: 10, rate: 0.7 })
    expect((await list({ board: room.chat, sort: '-rate' })).items.at(-1).rate).toBeNull()
  })

  test('narrows by kind, state, mark, author, words and day', async () => {
    const question = await write(room.members[0]!, room.questions, '怎么调磨', {
      kind: 'question',
      title: '磨豆机怎么调',
    })
    const gone = await write(room.members[0]!, room.questions, '广告')
    await owner().patch(`/api/content/posts/${gone}/standing`, { state: 'removed', reason: '广告' })
    expect(idsOf(await list({ kind: 'question' }))).toEqual([question])
    expect(idsOf(await list({ state: 'removed' }))).toEqual([gone])
    expect(idsOf(await list({ mark: 'unanswered' }))).toEqual([question])
    expect(idsOf(await list({ q: '豆机怎' }))).toEqual([question])
    expect(idsOf(await list({ q: '%' }))).toEqual([])
    expect(idsOf(await list({ author: room.members[0]!.memberId }))).toEqual([gone, question])
    expect(idsOf(await list({ from: '2020-01-01', to: '2020-02-01' }))).toEqual([])
    await rows(
      `insert into content_report (post_id, reporter_id, reason, created_at) values ($1, $2, 'spam', now())`,
      [question, room.members[1]!.memberId],
    )
    expect((await list({ mark: 'reported' })).items).toMatchObject([{ id: question, reports: 1 }])
  })

  test('many at once: what one refuses does not hinder the rest, and says why', async () => {
    const [a, b] = [
      await write(room.members[0]!, room.chat, '甲'),
      await write(room.members[1]!, room.chat, '乙'),
    ]
    await room.members[1]!.client.delete(`/api/site/posts/${b}`)
    const done = await owner().post('/api/content/posts/bulk', { ids: [b, a], standing: { featured: true } })
    expect(done.body).toMatchObject({ done: 1, refused: [{ id: b }] })
    const moved = await owner().post('/api/content/posts/bulk', {
      ids: [a],
      moveTo: room.questions,
      reason: '归类',
    })
    expect(moved.body).toEqual({ done: 1, refused: [] })
    expect(
      await rows('select board_id, featured_at is not null as featured from post where id = $1', [a]),
    ).toEqual([{ board_id: room.questions, featured: true }])
  })

  test('what waits is listed with its words, the longest first, and stands in Today', async () => {
    const first = await write(room.members[0]!, room.chat, '等一等')
    await rows(`update post set state = 'pending', created_at = now() - interval '2 hours' where id = $1`, [
      first,
    ])
    const second = await write(room.members[0]!, room.chat, '也等一等')
    await rows(`update post set state = 'pending' where id = $1`, [second])
    const page = (await owner().get('/api/content/review', { query: { limit: 1 } })).body
    expect(page.items, JSON.stringify(page)).toMatchObject([{ what: 'post', id: first }])
    expect(page.items[0].html).toContain('等一等')
    const rest = (await owner().get('/api/content/review', { query: { limit: 5, cursor: page.next } })).body
    expect(idsOf(rest)).toEqual([second])
    const today = JSON.stringify((await owner().get('/api/today')).body)
    expect(today).toContain('等待审核')
    for (const id of [first, second])
      await owner().patch(`/api/content/posts/${id}/standing`, { state: 'published' })
    expect((await owner().get('/api/content/review')).body.items).toEqual([])
  })

  test('S0-19 the mix says which kinds and topics a period was made of', async () => {
    await write(room.host, room.chat, '豆单来了 #豆单')
    const { body } = await owner().get('/api/content/mix')
    expect(body.kinds.find((row: { name: string }) => row.name === 'question')).toMatchObject({ posts: 1 })
    expect(body.topics).toContainEqual(expect.objectContaining({ name: '豆单', posts: 1 }))
    expect(body.posts).toBe(body.kinds.reduce((sum: number, row: { posts: number }) => sum + row.posts, 0))
    expect(body.questions).toBe(1)
  })
})

describe('topics', () => {
  const topicOf = async (q: string, state = 'shown') =>
    (await owner().get('/api/content/topics', { query: { q, state } })).body.items[0]

  test('S0-23 two become one: posts and followers go over, the old hashtag leads on', async () => {
    const both = await write(room.host, room.chat, '#手沖壶 和 #细口壶')
    const one = await write(room.host, room.chat, '#细口壶')
    const [from, into] = [await topicOf('细口壶'), await topicOf('手冲壶')]
    for (const member of room.members)
      await rows('insert into follow (member_id, topic_id, created_at) values ($1, $2, now())', [
        member.memberId,
        from.id,
      ])
    const merged = await owner().put(`/api/content/topics/${from.id}/merged-into`, { topicId: into.id })
    expect(merged.body).toMatchObject({ posts: 2, followers: 3 })
    const again = await write(room.host, room.chat, '还写 #细口壶')
    const under = await rows('select post_id from post_topic where topic_id = $1 order by post_id', [into.id])
    expect(under.map((row) => row.post_id)).toEqual([both, one, again])
    const twice = await owner().put(`/api/content/topics/${from.id}/merged-into`, { topicId: into.id })
    expect(twice.body.code).toBe('topic_not_found')
    expect(await topicOf('细口壶', 'merged')).toMatchObject({ mergedInto: '手沖壶' })
  })

  test('a new name keeps the old hashtag alive, and never takes another topic’s', async () => {
    const id = await write(room.host, room.chat, '#挂耳咖啡 #冻干')
    const topic = await topicOf('挂耳咖啡')
    expect((await owner().patch(`/api/content/topics/${topic.id}`, { name: '冻干' })).body.code).toBe(
      'topic_taken',
    )
    expect((await owner().patch(`/api/content/topics/${topic.id}`, { name: '有 空格' })).body.code).toBe(
      'topic_unfit',
    )
    expect((await owner().patch(`/api/content/topics/${topic.id}`, { name: '挂耳' })).body).toMatchObject({
      name: '挂耳',
      posts: 1,
    })
    const next = await write(room.host, room.chat, '旧名 #挂耳咖啡')
    const under = await rows('select post_id from post_topic where topic_id = $1 order by post_id', [
      topic.id,
    ])
    expect(under.map((row) => row.post_id)).toEqual([id, next])
    expect((await owner().patch(`/api/content/topics/${topic.id}`, { name: '挂耳咖啡' })).status).toBe(200)
  })
})

describe('columns', () => {
  test('T1 S4-33 who has earned trust opens one; articles go into one’s own and nowhere else', async () => {
    const [a, b] = room.members as [Room['host'], Room['host']]
    const fields = { slug: 'light-roast', name: '浅烘手记' }
    expect((await a.client.post('/api/member/columns', fields)).body.code).toBe('may_not_open_column')
    await rows('insert into member_trust (member_id, rank, since) values ($1, 2, now())', [a.memberId])
    const column = (await a.client.post('/api/member/columns', fields)).body
    expect(column).toMatchObject({ slug: 'light-roast', owner: expect.any(String), articles: 0 })
    const into = (who: Room['host'], more = {}) =>
      who.client.post('/api/site/posts', {
        boardId: room.chat,
        kind: 'article',
        title: '为什么我从深烘转向浅烘',
        document: documentOf('三年，两台磨豆机'),
        columnId: column.id,
        ...more,
      })
    expect((await into(b)).body.code).toBe('column_not_yours')
    expect((await into(a, { kind: 'discussion' })).body.code).toBe('column_not_yours')
    expect((await into(a)).status).toBe(201)
    expect((await a.client.get('/api/member/columns')).body).toMatchObject({
      mayOpen: true,
      items: [{ articles: 1 }],
    })
    expect((await b.client.patch(`/api/member/columns/${column.id}`, { name: '我的了' })).body.code).toBe(
      'column_not_found',
    )
    await a.client.patch(`/api/member/columns/${column.id}`, { archived: true })
    expect((await into(a)).body.code).toBe('column_not_yours')
    await owner().put('/api/content/settings', { columnTrust: null, keepAnswered: false })
    expect((await a.client.post('/api/member/columns', { slug: 'second', name: '二' })).body.code).toBe(
      'team_opens_columns',
    )
    const twin = { slug: 'light-roast', name: '同名', ownerId: b.memberId }
    expect((await owner().post('/api/content/columns', twin)).body.code).toBe('column_taken')
  })
})

describe('what boards offer', () => {
  test('templates are offered where they fit, in the order of boards', async () => {
    const save = (body: Record<string, unknown>) =>
      owner().post('/api/content/templates', { document: documentOf('器具、豆子、参数'), ...body })
    await save({ kind: 'question', name: '提问', boardId: room.questions })
    await save({ kind: 'announcement', name: '通知' })
    expect((await save({ kind: 'question', name: '错', boardId: '999999' })).body.code).toBe(
      'board_not_found',
    )
    await owner().put(`/api/content/boards/${room.questions}`, { kinds: ['question'], answerMinutes: 120 })
    const boards = (await room.members[0]!.client.get('/api/site/boards')).body.items
    const board = boards.find((each: { id: string }) => each.id === room.questions)
    expect(board).toMatchObject({ answerMinutes: 120, kinds: ['question'], templates: [{ name: '提问' }] })
    const other = boards.find((each: { id: string }) => each.id === room.chat)
    expect(other.templates).toEqual([])
  })
})

describe('when an account ends', () => {
  test('L-13 words, versions and drafts go; what others answered keeps an empty place, twice is like once', async () => {
    const author = room.members[2]!
    const alone = await write(author, room.chat, '没人回的话 #独白')
    const answered = await write(author, room.chat, '有人回的话')
    await author.client.patch(`/api/site/posts/${answered}`, {
      version: 1,
      title: '',
      document: documentOf('改过的话'),
    })
    await author.client.post('/api/member/drafts', { document: documentOf('草稿里的话') })
    await rows(
      `insert into comment (post_id, author_id, state, document, html, plain, created_at) values ($1, $2, 'published', '{}', '', '回', now())`,
      [answered, room.host.memberId],
    )
    const ctx = testCtx(product().database)
    for (let times = 0; times < 2; times++)
      for (const data of writingData) await data.erase(ctx, author.memberId)
    expect(await rows('select state, title from post where id = $1', [alone])).toEqual([
      { state: 'removed', title: '' },
    ])
    expect(await rows('select state, excerpt from post where id = $1', [answered])).toEqual([
      { state: 'published', excerpt: '内容已随账号注销删除' },
    ])
    const left = await rows(
      `select 1 from post_body b join post p on p.id = b.post_id where p.author_id = $1 and b.plain <> ''
       union all select 1 from post_version v join post p on p.id = v.post_id where p.author_id = $1
       union all select 1 from draft where member_id = $1`,
      [author.memberId],
    )
    expect(left).toEqual([])
  })
})
