/** S0-46 what is hot, and why; and what is recommended, to whom, by what. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Audience } from '#modules/audience/api.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import { createAccount, foundCommunity, recordConsents } from '#modules/identity/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { memberActor, postRows, quietAudience } from '#test/post-rows.ts'
import { statementsOf } from '#test/queries.ts'
import { readFeed } from './feed.ts'
import { rankPosts, rankTopics } from './heat.ts'
import { refuseInterest } from './interests.ts'
import { presentPersonal } from './personal.ts'
import { recommend, spread } from './personal-feed.ts'
import { findRelated } from './related.ts'
import { feedFilter } from './shapes.ts'
import { findTopics, getTopicPage } from './topics.ts'
import { findUnread, noteVisit } from './visits.ts'

const database = useDatabase()
const now = new Date('2026-11-22T11:30:00Z')
let audience: Audience
let rows: ReturnType<typeof postRows>
let author: Id
let crowd: Id[]
let group: Id
let board: Id
let hidden: Id
const system = (when = now): Ctx => testCtx(database(), undefined, when)
const as = (id: Id, accountId?: Id): Ctx => testCtx(database(), memberActor(id, accountId), now)
const stranger = (): Ctx => testCtx(database(), { kind: 'anonymous' }, now)
const parts = () => ({ audience, declared: { cards: () => [] } })
const read = (ctx: Ctx, filter: object) =>
  readFeed(ctx, parts(), feedFilter.parse(filter), { cursor: undefined, limit: 50 })
const topicsOf = async (ctx: Ctx, asked: Parameters<typeof findTopics>[2]) =>
  await findTopics(ctx, await findBoardStandings(ctx, audience), asked)
const hotOf = async (id: Id) =>
  (await database().db.selectFrom('post').select('hot').where('id', '=', id).executeTakeFirstOrThrow()).hot

beforeAll(async () => {
  await foundCommunity(system(), {
    owner: { name: '林晓', email: 'linxiao@example.com', password: 'Kāfēi-42-handdrip' },
    brand: { name: '山丘咖啡', slogan: '' },
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    start: 'empty',
  })
  rows = postRows(database(), now)
  audience = quietAudience(database())
  author = await rows.member('阿澈')
  crowd = []
  for (let n = 0; n < 24; n++) crowd.push(await rows.member(`邻居${n}`))
  group = await rows.group('手冲研究所')
  board = await rows.board(group, '参数与复盘')
  hidden = await rows.board(await rows.group('内测', 'private'), '密室', 'members')
})

describe('S0-46 hot posts', () => {
  test('many people beat one loud person, the author does not count, and the reason says how many in how long', async () => {
    const [crowded, loud, own] = [
      await rows.post(board, author, { hours: 20 }),
      await rows.post(board, author, { hours: 20 }),
      await rows.post(board, author, { hours: 20 }),
    ]
    for (const one of crowd.slice(0, 12)) await rows.react(crowded, one, 2)
    for (let n = 0; n < 40; n++) await rows.comment(loud, crowd[0]!, 2)
    for (let n = 0; n < 40; n++) await rows.comment(own, author, 2)
    await rankPosts(system())
    expect(await hotOf(crowded)).toBeGreaterThan(2 * (await hotOf(loud)))
    expect(await hotOf(own)).toBe(0)
    const page = await read(stranger(), { view: 'hot' })
    expect(page.items.map((card) => card.id)).toEqual([crowded, loud])
    expect(page.items[0]!.reasons).toEqual(['3 小时内 12 人参与，比平时快 13 倍'])
    expect(page.items[1]!.reasons).toEqual([])
  })

  test('heat halves with the hours and is gone after three days', async () => {
    const post = await rows.post(board, author, { hours: 60 })
    for (const one of crowd.slice(0, 12)) await rows.comment(post, one, 30)
    await rankPosts(system())
    const before = await hotOf(post)
    await rankPosts(system(new Date(now.getTime() + 8 * 3_600_000)))
    const later = await hotOf(post)
    expect(later / before).toBeCloseTo(0.5, 1)
    await rankPosts(system(new Date(now.getTime() + 80 * 3_600_000)))
    expect(await hotOf(post)).toBe(0)
    const { rows: left } = await sql`select from post_heat where post_id = ${post}`.execute(database().db)
    expect(left).toHaveLength(0)
    await rankPosts(system())
  })

  test('a burst counts more than the same people spread over a day', async () => {
    const [sudden, steady] = [
      await rows.post(board, author, { hours: 30 }),
      await rows.post(board, author, { hours: 30 }),
    ]
    for (const [n, one] of crowd.slice(0, 10).entries()) {
      await rows.comment(sudden, one, 2)
      await rows.comment(steady, one, n < 5 ? 2 : 4 + n)
      await rows.comment(steady, crowd[10 + n]!, 4 + n)
    }
    await rankPosts(system())
    const { rows: bursts } = await sql<{ id: Id; burst: number }>`
      select post_id as id, burst from post_heat where post_id in (${sudden}, ${steady}) order by burst desc`.execute(
      database().db,
    )
    expect(bursts[0]!.id).toBe(sudden)
    expect(bursts[1]!.burst).toBeLessThan(3)
  })

  test('ranking the same again changes no row, and waits for nobody who is changing a post', async () => {
    const post = await rows.post(board, author)
    for (const one of crowd.slice(0, 5)) await rows.react(post, one)
    const busy = await database().pool.connect()
    await busy.query('begin')
    await busy.query('select from post where id = $1 for update', [post])
    await rankPosts(system())
    expect(await hotOf(post)).toBe(0)
    await busy.query('rollback')
    busy.release()
    await rankPosts(system())
    expect(await hotOf(post)).toBeGreaterThan(0)
    const versions = () =>
      sql<{ at: string }>`select xmin::text || id as at from post order by id`.execute(database().db)
    const before = await versions()
    await rankPosts(system())
    expect((await versions()).rows).toEqual(before.rows)
  })
})

describe('S0-46 S2-13 S2-48 topics', () => {
  test('hot ones first with their reason and trend; strangers learn of none that stands in closed boards only', async () => {
    for (const [n, one] of crowd.slice(0, 4).entries())
      await rows.post(board, one, { hours: 1 + n * 24, topics: ['晒出我的咖啡角'] })
    await rows.post(board, author, { hours: 200, topics: ['老话题'] })
    await rows.post(hidden, author, { topics: ['未发布的新品'] })
    await rankTopics(system(), { audience }, 'Asia/Shanghai')
    const { items } = await topicsOf(stranger(), { limit: 10 })
    expect(items.map((topic) => topic.name)).toEqual(['晒出我的咖啡角', '老话题'])
    expect(items[0]).toMatchObject({ posts: 4, reason: '3 天内 3 人参与讨论', following: false })
    expect(items[0]!.trend).toHaveLength(14)
    expect(items[0]!.trend.slice(-4)).toEqual([1, 1, 1, 1])
    expect((await topicsOf(as(author), { limit: 10, q: '新品' })).items).toEqual([])
    await expect(getTopicPage(stranger(), parts(), '未发布的新品')).rejects.toMatchObject({
      code: 'topic_not_found',
    })
    expect(await getTopicPage(stranger(), parts(), '晒出我的咖啡角')).toMatchObject({
      posts: 4,
      muted: false,
    })
  })

  test('G33 members learn of no topic, and of no figures, of boards that are closed to them', async () => {
    const inside = await rows.board(group, '只给群内', 'members')
    const outsider = await rows.member('还没入群的人')
    const insider = await rows.member('群里的人')
    await rows.join(group, insider)
    await rows.post(board, author, { topics: ['两处都有'] })
    for (const one of crowd.slice(0, 3)) await rows.post(inside, one, { topics: ['两处都有', '只在群内'] })
    await rankTopics(system(), { audience }, 'Asia/Shanghai')
    const seen = async (ctx: Ctx, q: string) =>
      (await topicsOf(ctx, { limit: 10, q })).items.map(({ name, posts, reason }) => ({
        name,
        posts,
        reason,
      }))
    expect(await seen(as(outsider), '群内')).toEqual([])
    expect(await seen(as(outsider), '两处')).toEqual([{ name: '两处都有', posts: 1, reason: null }])
    expect(await seen(as(insider), '群内')).toMatchObject([
      { posts: 3, reason: '3 小时内 3 人参与，比平时快 4 倍' },
    ])
    expect(await seen(as(insider), '两处')).toMatchObject([{ posts: 4 }])
    expect(await getTopicPage(as(outsider), parts(), '两处都有')).toMatchObject({ posts: 1, reason: null })
    await expect(getTopicPage(as(outsider), parts(), '只在群内')).rejects.toMatchObject({
      code: 'topic_not_found',
    })
  })

  test('pages of topics leave none out and repeat none', async () => {
    for (let n = 0; n < 7; n++) await rows.post(board, author, { hours: 300, topics: [`同样冷清${n}`] })
    await rankTopics(system(), { audience }, 'Asia/Shanghai')
    const all = (await topicsOf(stranger(), { limit: 50 })).items.map((topic) => topic.name)
    const paged: string[] = []
    let after: Parameters<typeof findTopics>[2]['after']
    do {
      const page = await topicsOf(stranger(), { after, limit: 2 })
      paged.push(...page.items.map((topic) => topic.name))
      after = page.next ?? undefined
    } while (after)
    expect(paged).toEqual(all)
    const reader = crowd[0]!
    for (const topic of ['同样冷清1', '同样冷清2']) await rows.follow(reader, { topic })
    const followed = await topicsOf(as(reader), { followed: true, limit: 1 })
    expect(followed.items.map((topic) => topic.name)).toEqual(['同样冷清2'])
    const rest = await topicsOf(as(reader), { followed: true, after: followed.next ?? undefined, limit: 1 })
    expect(rest.items.map((topic) => topic.name)).toEqual(['同样冷清1'])
    expect(rest.next).toBeNull()
  })

  test('near posts share a rare topic before a common one, and come from boards that one sees', async () => {
    const post = await rows.post(board, author, { topics: ['瑰夏', '手冲'] })
    for (let n = 0; n < 5; n++) await rows.post(board, crowd[n]!, { topics: ['手冲'], hours: 30 })
    const near = await rows.post(board, crowd[6]!, { topics: ['瑰夏'], hours: 30 })
    const closed = await rows.post(hidden, crowd[7]!, { topics: ['瑰夏', '手冲'] })
    const boards = await findBoardStandings(stranger(), audience)
    const related = await findRelated(stranger(), post, boards)
    expect(related[0]).toBe(near)
    expect(related).not.toContain(post)
    expect(related).not.toContain(closed)
  })
})

describe('L-08 recommendations', () => {
  let reader: Id
  let accountId: Id
  const wants = (on: boolean) =>
    recordConsents(system(), accountId, { personalisation: on }, { channel: 'web' })

  beforeAll(async () => {
    reader = await rows.member('青野')
    accountId = await createAccount(system(), {
      name: '青野',
      email: 'qingye@example.com',
      password: 'Kāfēi-42-handdrip',
    })
    await rows.join(group, reader)
  })

  test('are made only for who agreed, from the next page on, and are what is hot for everybody else', async () => {
    expect((await read(as(reader, accountId), { view: 'forYou' })).personal).toBe(false)
    await wants(true)
    expect((await read(as(reader, accountId), { view: 'forYou' })).personal).toBe(true)
    await wants(false)
    const off = await read(as(reader, accountId), { view: 'forYou' })
    const hot = await read(as(reader, accountId), { view: 'hot' })
    expect(off.personal).toBe(false)
    expect(off.items.map((card) => card.id)).toEqual(hot.items.map((card) => card.id))
    expect((await read(stranger(), { view: 'forYou' })).personal).toBe(false)
    // Switched off, nobody looks at what he read, not even to tell him of it.
    const statements = await statementsOf(database(), async () => {
      expect(await presentPersonal(as(reader, accountId), parts(), reader)).toEqual({
        on: false,
        interests: [],
      })
    })
    expect(statements.join('\n')).not.toContain('post_read')
  })

  test('S4-77 follow what one reads and follows, say so, and stop using what one refuses', async () => {
    const topic = '意式浓缩'
    const away = await rows.board(await rows.group('意式'), '拉花')
    for (let n = 0; n < 3; n++) {
      const done = await rows.post(away, crowd[n]!, { hours: 200, topics: [topic] })
      await rows.read(done, reader, 10)
      await rows.react(done, reader, 10)
    }
    const wanted = await rows.post(away, crowd[8]!, { hours: 40, topics: [topic] })
    const unrelated = await rows.post(away, crowd[9]!, { hours: 40 })
    const followed = await rows.post(away, crowd[10]!, { hours: 40 })
    await rows.follow(reader, { memberId: crowd[10]! })
    await wants(true)
    const list = async () =>
      recommend(as(reader), reader, await findBoardStandings(as(reader), audience), now)
    const place = async (id: Id) => (await list()).findIndex((each) => each.id === id)
    const why = async (id: Id) => (await list()).find((each) => each.id === id)?.reason
    expect(await place(wanted)).toBeLessThan(await place(unrelated))
    expect(await why(wanted)).toBe(`你最近常看 #${topic}`)
    expect(await why(followed)).toBe('你关注了邻居10')
    const told = await presentPersonal(as(reader, accountId), parts(), reader)
    const interest = told.interests.find((each) => each.name === topic)!
    expect(interest).toMatchObject({ what: 'topic', because: '近 60 天读过 3 篇、互动 3 次', refused: false })
    await refuseInterest(as(reader), reader, { what: 'topic', id: interest.id }, true)
    await refuseInterest(as(reader), reader, { what: 'topic', id: interest.id }, true)
    expect(await why(wanted)).not.toBe(`你最近常看 #${topic}`)
    const after = await presentPersonal(as(reader, accountId), parts(), reader)
    expect(after.interests.find((each) => each.name === topic)!.refused).toBe(true)
    await expect(
      refuseInterest(as(reader), reader, { what: 'topic', id: '999999' }, true),
    ).rejects.toMatchObject({
      code: 'interest_unknown',
    })
  })

  test('pages of the list as it was when the first was asked: none twice, none lost', async () => {
    const seen: Id[] = []
    let cursor: string | undefined
    do {
      const page = await readFeed(as(reader, accountId), parts(), feedFilter.parse({ view: 'forYou' }), {
        cursor,
        limit: 7,
      })
      seen.push(...page.items.map((card) => card.id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(20)
  })

  test('nothing of the list is skipped because one reads on the way down', async () => {
    const at = (minutes: number): Ctx => ({
      ...as(reader, accountId),
      now: new Date(now.getTime() + minutes * 60_000),
    })
    const page = (ctx: Ctx, limit: number, cursor?: string) =>
      readFeed(ctx, parts(), feedFilter.parse({ view: 'forYou' }), { cursor, limit })
    const whole = (await page(at(0), 50)).items.map((card) => card.id)
    const first = await page(at(0), 7)
    for (const card of first.items) {
      await sql`insert into post_read (member_id, post_id, read_at, comment_count)
        values (${reader}, ${card.id}, ${at(2).now}, 0) on conflict do nothing`.execute(database().db)
      await rows.react(card.id, reader, -1 / 20)
    }
    const second = await page(at(5), 7, first.next!)
    expect(second.items.map((card) => card.id)).toEqual(whole.slice(7, 14))
  })

  test('nobody fills the list: two of an author and three of a board among any eight, as long as there are others', () => {
    const ranked = Array.from({ length: 60 }, (_, n) => ({
      id: String(n),
      authorId: n < 20 ? 'loud' : `a${n % 17}`,
      boardId: `b${n % 6}`,
    }))
    const list = spread(ranked)
    expect(list.map((each) => each.id).toSorted()).toEqual(ranked.map((each) => each.id).toSorted())
    for (let from = 0; from + 8 <= 40; from++) {
      const window = list.slice(from, from + 8)
      expect(window.filter((each) => each.authorId === 'loud').length).toBeLessThanOrEqual(2)
    }
    // The control: as they were ranked, one would have filled it.
    expect(ranked.slice(0, 8).every((each) => each.authorId === 'loud')).toBe(true)
  })
})

test('T4 what is new on the boards of one’s groups: counted since the last visit, never one’s own, in one statement', async () => {
  const visitor = await rows.member('串门的')
  const place = await rows.group('上海据点')
  const [one, other] = [await rows.board(place, '约杯测'), await rows.board(place, '探店')]
  await rows.join(place, visitor)
  await rows.post(one, author, { hours: 3 })
  await rows.post(one, visitor, { hours: 2 })
  await rows.post(other, author, { hours: 1 })
  // Before he came is not new.
  await rows.post(other, author, { hours: 600 })
  const unread = async () => {
    const { boards, groups } = await findUnread(as(visitor), { audience }, visitor)
    return [...boards.map((each) => each.unread), groups[0]!.unread]
  }
  expect(await unread()).toEqual([1, 1, 2])
  await noteVisit(as(visitor), visitor, [one])
  expect(await unread()).toEqual([0, 1, 1])
  await noteVisit({ ...as(visitor), now: rows.ago(5) }, visitor, [one])
  expect(await unread()).toEqual([0, 1, 1])
  const statements = await statementsOf(database(), unread)
  expect(statements.length).toBeLessThanOrEqual(3)
})
