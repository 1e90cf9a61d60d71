/** Lists of posts: who sees which, in which order, page by page, in a bounded number of statements. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Audience } from '#modules/audience/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { memberActor, postRows, quietAudience } from '#test/post-rows.ts'
import { statementsOf } from '#test/queries.ts'
import { findPostCards } from './cards.ts'
import { countSince, readFeed } from './feed.ts'
import { feedFilter } from './shapes.ts'

const database = useDatabase()
const now = new Date('2026-11-22T11:30:00Z')

let audience: Audience
let rows: ReturnType<typeof postRows>
let people: { ache: Id; zhouzhou: Id; outsider: Id }
let open: Id
let members: Id
let secret: Id
let group: Id

const stranger = (): Ctx => testCtx(database(), { kind: 'anonymous' }, now)
const as = (id: Id): Ctx => testCtx(database(), memberActor(id), now)
const parts = () => ({ audience, declared: { cards: () => [] } })
const read = (ctx: Ctx, filter: object = {}, page: { cursor?: string; limit?: number } = {}) =>
  readFeed(ctx, parts(), feedFilter.parse(filter), { cursor: page.cursor, limit: page.limit ?? 20 })
const ids = async (ctx: Ctx, filter: object = {}) => (await read(ctx, filter)).items.map((card) => card.id)

beforeAll(async () => {
  rows = postRows(database(), now)
  audience = quietAudience(database())
  people = {
    ache: await rows.member('阿澈'),
    zhouzhou: await rows.member('舟舟'),
    outsider: await rows.member('路人'),
  }
  group = await rows.group('手冲研究所')
  open = await rows.board(group, '参数与复盘')
  members = await rows.board(group, '群内', 'members')
  secret = await rows.board(await rows.group('内测', 'private'), '密室', 'members')
  await rows.join(group, people.ache, 'owner')
  await rows.join(group, people.zhouzhou)
})

describe('who sees which posts', () => {
  test('G33 strangers see open boards, members those of their groups, nobody a private group from outside', async () => {
    const inOpen = await rows.post(open, people.ache, { title: '公开' })
    const inGroup = await rows.post(members, people.ache, { title: '群内' })
    const inSecret = await rows.post(secret, people.ache, { title: '秘密' })
    expect(await ids(stranger())).toContain(inOpen)
    expect(await ids(stranger())).not.toContain(inGroup)
    expect(await ids(as(people.zhouzhou))).toEqual(expect.arrayContaining([inOpen, inGroup]))
    expect(await ids(as(people.outsider))).not.toContain(inGroup)
    for (const ctx of [stranger(), as(people.zhouzhou), as(people.outsider)])
      expect(await ids(ctx)).not.toContain(inSecret)
    // Asked for by its board or by its number, it is not there either.
    await expect(read(stranger(), { board: secret })).rejects.toMatchObject({ code: 'board_not_found' })
    expect(await findPostCards(stranger(), parts(), [inOpen, inGroup, inSecret])).toHaveLength(1)
  })

  test('G33 a group that is not listed is found by its address and by who is in it, in no list across groups', async () => {
    const quiet = await rows.group('不列出的小群', 'unlisted')
    const quietBoard = await rows.board(quiet, '小群闲聊')
    await rows.join(quiet, people.zhouzhou)
    const post = await rows.post(quietBoard, people.zhouzhou, { title: '小群里的话' })
    for (const view of ['latest', 'active']) {
      expect(await ids(stranger(), { view })).not.toContain(post)
      expect(await ids(as(people.outsider), { view })).not.toContain(post)
      expect(await ids(as(people.zhouzhou), { view })).toContain(post)
    }
    expect(await ids(stranger(), { board: quietBoard })).toEqual([post])
  })

  test('what is not published is shown to its author and to those who look after the board, in no list of others', async () => {
    const pending = await rows.post(open, people.zhouzhou, { state: 'pending' })
    const removed = await rows.post(open, people.zhouzhou, { state: 'removed' })
    expect(await ids(as(people.zhouzhou))).not.toContain(pending)
    const cards = async (ctx: Ctx) =>
      (await findPostCards(ctx, parts(), [pending, removed])).map((card) => card.state)
    expect(await cards(as(people.zhouzhou))).toEqual(['pending', 'removed'])
    expect(await cards(as(people.ache))).toEqual(['pending', 'removed'])
    expect(await cards(as(people.outsider))).toEqual([])
  })
})

describe('T4 pages of a list', () => {
  test('every post once, in order, whatever the size of a page, also when posts come in between', async () => {
    const board = await rows.board(group, '翻页')
    const made: Id[] = []
    // Two at the same moment, so that only the id tells them apart.
    for (let n = 0; n < 11; n++)
      made.push(await rows.post(board, people.ache, { hours: 5 + Math.floor(n / 2) }))
    const byTime = (await ids(stranger(), { board })) as Id[]
    expect(byTime.toSorted()).toEqual(made.toSorted())
    const seen: Id[] = []
    let cursor: string | null | undefined
    do {
      const page = await read(stranger(), { board }, { limit: 3, ...(cursor ? { cursor } : {}) })
      seen.push(...page.items.map((card) => card.id))
      cursor = page.next
      await rows.post(board, people.zhouzhou, { hours: 0 })
    } while (cursor)
    expect(seen).toEqual(byTime)
  })

  test('a cursor of another list is refused', async () => {
    const { next } = await read(stranger(), {}, { limit: 1 })
    await expect(read(stranger(), { view: 'hot' }, { cursor: next! })).rejects.toMatchObject({
      code: 'cursor_invalid',
    })
  })

  test('what came since the first page is counted, without one’s own', async () => {
    const board = await rows.board(group, '新到')
    const filter = feedFilter.parse({ board })
    const empty = await read(as(people.zhouzhou), filter)
    expect(await countSince(as(people.zhouzhou), parts(), filter, empty.newest!)).toBe(0)
    await rows.post(board, people.ache, { hours: 2 })
    const first = await read(as(people.zhouzhou), filter)
    await rows.post(board, people.ache, { hours: 1 })
    await rows.post(board, people.zhouzhou, { hours: 1 })
    expect(await countSince(as(people.zhouzhou), parts(), filter, first.newest!)).toBe(1)
    expect(await countSince(stranger(), parts(), filter, first.newest!)).toBe(2)
  })

  test('pinned posts stand above the list of their board, those of the group above every board, and only there', async () => {
    const board = await rows.board(group, '置顶')
    const [plain, here, everywhere] = [
      await rows.post(board, people.ache, { hours: 3 }),
      await rows.post(board, people.ache, { hours: 4, pinnedTo: 'board' }),
      await rows.post(open, people.ache, { hours: 9_000, pinnedTo: 'group' }),
    ]
    const page = await read(stranger(), { board })
    expect(page.pinned.map((card) => card.id)).toEqual([here, everywhere])
    expect(page.items.map((card) => card.id)).toEqual([plain])
    const { rows: slugs } = await sql<{
      slug: string
    }>`select slug from community_group where id = ${group}`.execute(database().db)
    const ofGroup = await read(stranger(), { group: slugs[0]!.slug })
    expect(ofGroup.pinned.map((card) => card.id)).toEqual([everywhere])
    expect(ofGroup.items.map((card) => card.id)).toEqual(expect.arrayContaining([plain, here]))
    expect((await read(stranger())).pinned).toEqual([])
  })
})

describe('T5 views', () => {
  test('待回答: open questions nobody has answered; an answer takes them out', async () => {
    const board = await rows.board(group, '提问')
    const asked = await rows.post(board, people.zhouzhou, { kind: 'question' })
    const pictures = await rows.post(board, people.zhouzhou, { kind: 'picture_question', hours: 2 })
    await rows.post(board, people.zhouzhou)
    expect(await ids(stranger(), { board, view: 'unanswered' })).toEqual([asked, pictures])
    await rows.comment(asked, people.ache)
    expect(await ids(stranger(), { board, view: 'unanswered' })).toEqual([pictures])
  })

  test('精华 by when they were chosen; by kind; with pictures only; of an author; of a column; of a topic', async () => {
    const board = await rows.board(group, '作品')
    const medium = { kind: 'image', file: 'abc', width: 800, height: 600, alt: '' } as const
    const columnId = await rows.column(people.ache, 'pour-over-notes', '手冲手记')
    const chosen = await rows.post(board, people.ache, { featured: true, media: [medium], kind: 'photo' })
    const article = await rows.post(board, people.zhouzhou, {
      kind: 'article',
      columnId,
      topics: ['冬天喝什么豆'],
    })
    expect(await ids(stranger(), { view: 'featured', board })).toEqual([chosen])
    expect(await ids(stranger(), { board, kind: 'article' })).toEqual([article])
    expect(await ids(stranger(), { board, pictures: 'true' })).toEqual([chosen])
    expect(await ids(stranger(), { column: 'pour-over-notes' })).toEqual([article])
    expect(await ids(stranger(), { topic: '冬天喝什麼豆' })).toEqual([article])
    await expect(read(stranger(), { topic: '没有这个' })).rejects.toMatchObject({ code: 'topic_not_found' })
    await expect(read(stranger(), { author: 'nobody' })).rejects.toMatchObject({ code: 'author_not_found' })
  })

  test('关注: from members, boards and topics one follows, each post once; muted ones are silent', async () => {
    const reader = await rows.member('关注的人')
    const board = await rows.board(group, '关注')
    const byAuthor = await rows.post(board, people.ache, { hours: 1, topics: ['水质与水温'] })
    const byTopic = await rows.post(open, people.zhouzhou, { hours: 2, topics: ['水质与水温'] })
    await rows.post(open, people.zhouzhou, { hours: 3 })
    expect(await ids(as(reader), { view: 'following' })).toEqual([])
    await rows.follow(reader, { topic: '水质与水温' })
    await rows.follow(reader, { boardId: board })
    expect(await ids(as(reader), { view: 'following' })).toEqual([byAuthor, byTopic])
    await sql`update follow set muted_at = now() where member_id = ${reader} and topic_id is not null`.execute(
      database().db,
    )
    expect(await ids(as(reader), { view: 'following' })).toEqual([byAuthor])
    expect(await ids(stranger(), { view: 'following' })).toEqual([])
  })
})

describe('what a card tells', () => {
  test('the accepted answer, the reader’s own marks, and what was said since he read it', async () => {
    const post = await rows.post(open, people.zhouzhou, { kind: 'question', title: '尖酸，是水温还是研磨？' })
    const answer = await rows.comment(post, people.ache, 3)
    await sql`update post set accepted_comment_id = ${answer} where id = ${post}`.execute(database().db)
    await rows.react(post, people.outsider)
    await rows.read(post, people.outsider, 1, 1)
    await rows.comment(post, people.ache, 0)
    const [card] = await findPostCards(as(people.outsider), parts(), [post])
    expect(card).toMatchObject({
      solved: true,
      accepted: { name: '阿澈', excerpt: '先别动水温，把研磨调细两格。', reactionCount: 0 },
      you: { reaction: 'like', bookmarked: false, read: true, newComments: 1 },
      author: { name: '舟舟', role: 'member', gone: false },
    })
    expect((await findPostCards(stranger(), parts(), [post]))[0]!.you).toBeNull()
  })

  test('the figures of a poll are seen by those who may', async () => {
    const post = await rows.post(open, people.ache, { kind: 'poll' })
    await sql`insert into poll (post_id, voter_count) values (${post}, 10)`.execute(database().db)
    await sql`insert into poll_option (post_id, position, label, vote_count)
      values (${post}, 0, '云南', 1), (${post}, 1, '耶加', 6), (${post}, 2, '哥伦比亚', 3)`.execute(
      database().db,
    )
    const leading = async (ctx: Ctx) => (await findPostCards(ctx, parts(), [post]))[0]!.poll!.leading
    expect((await leading(as(people.zhouzhou))).map((option) => [option.label, option.percent])).toEqual([
      ['云南', null],
      ['耶加', null],
      ['哥伦比亚', null],
    ])
    await sql`insert into poll_vote (post_id, option_id, member_id, voted_at)
      select ${post}, min(id), ${people.zhouzhou}, now() from poll_option where post_id = ${post}`.execute(
      database().db,
    )
    expect(await leading(as(people.zhouzhou))).toEqual([
      { label: '耶加', percent: 60 },
      { label: '哥伦比亚', percent: 30 },
      { label: '云南', percent: 10 },
    ])
  })
})

test('one round of queries per page: as many statements for thirty posts as for one', async () => {
  const board = await rows.board(group, '三十')
  await rows.post(board, people.ache)
  const ask = () => read(as(people.zhouzhou), { board })
  // The board is new: it is read once.
  await ask()
  const forOne = await statementsOf(database(), ask)
  for (let n = 0; n < 29; n++) await rows.post(board, people.ache, { topics: [`话题${n}`] })
  const forThirty = await statementsOf(database(), ask)
  expect(forThirty.length).toBe(forOne.length)
  expect(forThirty.length).toBeLessThanOrEqual(6)
})
