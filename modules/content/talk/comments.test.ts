/** Threads: who may say and see what, in which order, and that the numbers are what the rows say. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { answerGate, held, refused, wireGates } from '#base/facts/gate.ts'
import { readCursor } from '#base/http/cursor.ts'
import type { Audience } from '#modules/audience/api.ts'
import { documentOf } from '#test/coffee-room.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { memberActor, postRows, quietAudience } from '#test/post-rows.ts'
import { statementsOf } from '#test/queries.ts'
import { accessComment, accessPost } from '../access.ts'
import { mayPublish } from '../gates.ts'
import { findReplies, findThreads } from './comments.sql.ts'
import { changeCommentState, editComment, findCommentVersions } from './editing.ts'
import { type PostingOptions, postComment } from './posting.ts'
import { presentComment, presentThreads } from './present.ts'
import type { CommentSort } from './shapes.ts'

const database = useDatabase()
const now = new Date('2026-11-22T11:30:00Z')

let audience: Audience
let rows: ReturnType<typeof postRows>
let host: Id
let ache: Id
let zhouzhou: Id
let outsider: Id
let board: Id
let closed: Id

const as = (id: Id, at = now): Ctx => testCtx(database(), memberActor(id), at)
const product = (): Ctx => testCtx(database(), { kind: 'system', name: 'import' }, now)
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const say = async (
  ctx: Ctx,
  postId: Id,
  words: string,
  parentId: Id | null = null,
  options: PostingOptions = {},
): Promise<Id> =>
  (await postComment(ctx, { audience }, { postId, parentId, document: documentOf(words) }, options)).id
const access = (ctx: Ctx, id: Id) => accessComment(ctx, audience, id)
const postOf = async (id: Id) =>
  (
    await sql<{ comments: number; first: Date | null; accepted: Id | null; active: Date }>`
      select comment_count as comments, first_answer_at as first, accepted_comment_id as accepted, active_at as active
        from post where id = ${id}::bigint`.execute(database().db)
  ).rows[0]!
const factsAbout = async (name: string, objectId: Id) =>
  (
    await sql<{ props: Record<string, unknown>; member: Id; value: string | null }>`
      select props, member_id as member, value from event_log where name = ${name} and object_id = ${objectId}::bigint
       order by tx, seq`.execute(database().db)
  ).rows
/** What the rows say, beside what is counted. */
const counted = async (postId: Id) => {
  const { rows: found } = await sql<{ kept: number; real: number; heads: number }>`
    select p.comment_count as kept,
           (select count(*)::int from comment c where c.post_id = p.id and c.state = 'published') as real,
           (select count(*)::int from comment h where h.post_id = p.id and h.parent_id is null and h.reply_count <> (
              select count(*) from comment c where c.root_id = h.id and c.state = 'published')) as heads
      from post p where p.id = ${postId}::bigint`.execute(database().db)
  return found[0]!
}

beforeAll(async () => {
  rows = postRows(database(), now)
  audience = quietAudience(database())
  host = await rows.member('许老师')
  ache = await rows.member('阿澈')
  zhouzhou = await rows.member('舟舟')
  outsider = await rows.member('路人')
  const group = await rows.group('手冲研究所')
  board = await rows.board(group, '提问')
  closed = await rows.board(group, '群内', 'members')
  await rows.join(group, host, 'owner')
  await rows.join(group, ache)
  await rows.join(group, zhouzhou)
})

describe('T2 threads', () => {
  test('two levels are shown and all depths kept: a reply to a reply stands in the thread and says whom it answers', async () => {
    const post = await rows.post(board, ache)
    const head = await say(as(zhouzhou), post, '水温降到 90 度试试')
    const reply = await say(as(ache), post, '降了，还是涩', head, { at: minutes(1) })
    const deeper = await say(as(host), post, '那是研磨太细', reply, { at: minutes(2) })
    const seen = await accessPost(as(ache), audience, post)
    const page = await findThreads(as(ache), seen, { sort: 'oldest', after: undefined, limit: 20 })
    const [thread] = presentThreads(as(ache), seen, page).items
    expect(thread).toMatchObject({ id: head, replyCount: 2, more: null })
    expect(
      thread!.replies.map((each) => [each.id, each.parentId, each.rootId, each.to?.name ?? null]),
    ).toEqual([
      [reply, head, head, null],
      [deeper, reply, head, '阿澈'],
    ])
    expect(await counted(post)).toEqual({ kept: 3, real: 3, heads: 0 })
  })

  test.each<CommentSort>(['best', 'newest', 'oldest'])(
    'T4 every head of a thread comes once, by %s, whatever the size of a page',
    async (sort) => {
      const post = await rows.post(board, ache)
      for (let index = 0; index < 9; index++)
        await rows.comment(post, zhouzhou, 20 - Math.floor(index / 2), `第 ${index} 条`)
      await sql`update comment set reaction_count = (id % 3)::int where post_id = ${post}::bigint`.execute(
        database().db,
      )
      const seen = await accessPost(as(ache), audience, post)
      const whole = await findThreads(as(ache), seen, { sort, after: undefined, limit: 50 })
      const paged: Id[] = []
      for (let after: (typeof whole)['next'] | undefined; ; ) {
        const page = await findThreads(as(ache), seen, { sort, after: after ?? undefined, limit: 2 })
        paged.push(...page.heads.map((row) => row.id))
        if (!page.next) break
        after = page.next
      }
      expect(whole.heads).toHaveLength(9)
      expect(paged).toEqual(whole.heads.map((row) => row.id))
      const by = whole.heads.map((row) => (sort === 'best' ? row.reactionCount : row.createdAt.getTime()))
      expect(by).toEqual(by.toSorted((a, b) => (sort === 'oldest' ? a - b : b - a)))
    },
  )

  test('the first three replies come with their thread, the rest page by page', async () => {
    const post = await rows.post(board, ache)
    const head = await say(as(zhouzhou), post, '大家用什么滤纸？')
    const made: Id[] = []
    for (let index = 0; index < 7; index++)
      made.push(await say(product(), post, `滤纸 ${index}`, head, { as: ache, at: minutes(index) }))
    const seen = await accessPost(as(ache), audience, post)
    const heads = await findThreads(as(ache), seen, { sort: 'best', after: undefined, limit: 20 })
    const [thread] = presentThreads(as(ache), seen, heads).items
    expect(thread!.replies.map((each) => each.id)).toEqual(made.slice(0, 3))
    const rest = await findReplies(as(ache), seen, head, {
      after: readCursor('replies of a comment', thread!.more!),
      limit: 20,
    })
    expect(rest.items.map((each) => each.id)).toEqual(made.slice(3))
  })

  test('a page costs the same statements with one thread and with fifty', async () => {
    const one = await rows.post(board, ache)
    const many = await rows.post(board, ache)
    await say(as(zhouzhou), one, '一条')
    for (let index = 0; index < 50; index++) {
      const head = await rows.comment(many, zhouzhou, 48, `第 ${index} 条`)
      await say(product(), many, '回一句', head, { as: ache, at: rows.ago(47) })
    }
    const read = (post: Id) =>
      statementsOf(database(), async () => {
        const ctx = as(ache)
        const seen = await accessPost(ctx, audience, post)
        const page = await findThreads(ctx, seen, { sort: 'best', after: undefined, limit: 50 })
        expect(presentThreads(ctx, seen, page).items.length).toBeGreaterThan(0)
      })
    const [few, lots] = [await read(one), await read(many)]
    expect(lots.length).toBe(few.length)
    expect(lots.length).toBeLessThanOrEqual(2)
  })
})

describe('who may say what', () => {
  test('G33 nobody from outside reads or answers on a board of members', async () => {
    const post = await rows.post(closed, ache)
    const head = await say(as(zhouzhou), post, '群里说')
    await expect(say(as(outsider), post, '我也说')).rejects.toMatchObject({ code: 'post_not_found' })
    await expect(access(as(outsider), head)).rejects.toMatchObject({ code: 'post_not_found' })
    await expect(access(testCtx(database(), { kind: 'anonymous' }, now), head)).rejects.toMatchObject({
      code: 'post_not_found',
    })
  })

  test('a locked post takes no replies, one that waits neither, and a comment of another post is no parent', async () => {
    const locked = await rows.post(board, ache)
    await sql`update post set locked_at = ${now} where id = ${locked}::bigint`.execute(database().db)
    await expect(say(as(zhouzhou), locked, '还有人吗')).rejects.toMatchObject({ code: 'post_locked' })
    const waits = await rows.post(board, ache, { state: 'pending' })
    await expect(say(as(ache), waits, '补充一句')).rejects.toMatchObject({ code: 'not_open' })
    const [one, other] = [await rows.post(board, ache), await rows.post(board, ache)]
    const elsewhere = await say(as(zhouzhou), one, '在这里')
    await expect(say(as(ache), other, '在那里', elsewhere)).rejects.toMatchObject({
      code: 'comment_not_found',
    })
    await expect(say(as(ache), other, '   ')).rejects.toMatchObject({ code: 'empty' })
  })

  test('T49 a newcomer may put two links into one text, not three', async () => {
    const post = await rows.post(board, ache)
    const links = (count: number) => ({
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          content: Array.from({ length: count }, (_, index) => ({
            type: 'text' as const,
            text: `链接${index}`,
            marks: [{ type: 'link' as const, attrs: { href: `https://example.com/${index}` } }],
          })),
        },
      ],
    })
    const write = (count: number) =>
      postComment(as(zhouzhou), { audience }, { postId: post, document: links(count) })
    await expect(write(3)).rejects.toMatchObject({ code: 'too_many_links' })
    expect((await write(2)).state).toBe('published')
  })

  test('the gate refuses with its words, and what it holds back waits unseen and uncounted until it is approved', async () => {
    const undo = wireGates(
      [mayPublish],
      [
        answerGate(mayPublish, 'by words', async (_, { text }) =>
          text.includes('广告')
            ? refused({ zh: '含有广告', en: 'an advertisement' })
            : text.includes('等等')
              ? held({ zh: '先看一眼', en: 'to be looked at' })
              : { allowed: true },
        ),
      ],
    )
    try {
      const post = await rows.post(board, ache, { kind: 'question' })
      await expect(say(as(zhouzhou), post, '广告')).rejects.toMatchObject({ code: 'refused_by_team' })
      const waits = await say(as(zhouzhou), post, '等等再说')
      expect(await postOf(post)).toMatchObject({ comments: 0, first: null })
      await expect(access(as(ache), waits)).rejects.toMatchObject({ code: 'comment_not_found' })
      expect(await factsAbout('comment.posted', waits)).toHaveLength(0)
      await changeCommentState(as(host), await access(as(host), waits), 'published')
      expect(await postOf(post)).toMatchObject({ comments: 1, first: now })
      expect(await factsAbout('comment.posted', waits)).toHaveLength(1)
      // Edited while it waited, refused, and then brought back after all: told of once, and only then.
      const refusedFirst = await say(as(zhouzhou), post, '等等，还有一句')
      await editComment(as(zhouzhou), await access(as(zhouzhou), refusedFirst), {
        document: documentOf('等等，改一个字'),
      })
      await changeCommentState(as(host), await access(as(host), refusedFirst), 'removed', '跑题')
      expect(await factsAbout('comment.posted', refusedFirst)).toHaveLength(0)
      for (const to of ['published', 'hidden', 'published'] as const)
        await changeCommentState(as(host), await access(as(host), refusedFirst), to, '再看看')
      expect(await factsAbout('comment.posted', refusedFirst)).toHaveLength(1)
      // Seen already and held back for what it was changed to: approving tells nobody again.
      await editComment(as(zhouzhou), await access(as(zhouzhou), waits), { document: documentOf('等等再改') })
      expect(await counted(post)).toMatchObject({ kept: 1, real: 1 })
      await changeCommentState(as(host), await access(as(host), waits), 'published')
      expect(await factsAbout('comment.posted', waits)).toHaveLength(1)
      expect(await counted(post)).toMatchObject({ kept: 2, real: 2 })
    } finally {
      undo()
    }
  })
})

describe('what is announced', () => {
  test('the first answer of somebody else settles how long a question waited; the author’s own words do not', async () => {
    const post = await rows.post(board, ache, { kind: 'question', hours: 2 })
    await say(as(ache), post, '补充：用的是 V60')
    expect(await postOf(post)).toMatchObject({ comments: 1, first: null })
    const answer = await say(as(zhouzhou), post, '研磨调粗两格')
    await say(as(host), post, '同意')
    expect((await factsAbout('question.answered', post)).map((fact) => [fact.member, fact.value])).toEqual([
      [zhouzhou, '120'],
    ])
    expect((await factsAbout('comment.posted', answer))[0]).toMatchObject({
      member: zhouzhou,
      props: { postId: post, authorId: ache, kind: 'question', parentId: null },
    })
  })

  test('who writes follows the post by himself, unless he muted it; names stay out of the log', async () => {
    const post = await rows.post(board, ache)
    await sql`insert into follow (member_id, post_id, muted_at, created_at)
              values (${host}::bigint, ${post}::bigint, ${now}, ${now})`.execute(database().db)
    await say(as(zhouzhou), post, '我是舟舟')
    const mine = await say(as(host), post, '我是许老师')
    const { rows: follows } = await sql<{ member: Id; muted: boolean }>`
      select member_id as member, muted_at is not null as muted from follow where post_id = ${post}::bigint order by id`.execute(
      database().db,
    )
    expect(follows).toEqual([
      { member: host, muted: true },
      { member: zhouzhou, muted: false },
    ])
    expect(JSON.stringify(await factsAbout('comment.posted', mine))).not.toContain('许老师')
  })

  test('the same source is taken once, also when it comes five times at once', async () => {
    const post = await rows.post(board, ache)
    const ids = await Promise.all(
      Array.from({ length: 5 }, () =>
        say(product(), post, '搬来的', null, { as: zhouzhou, at: rows.ago(100), source: 'dump:7' }),
      ),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await counted(post)).toMatchObject({ kept: 1, real: 1 })
    const [fact] = (
      await sql<{ at: Date }>`select occurred_at as at from event_log
        where name = 'comment.posted' and object_id = ${ids[0]!}::bigint`.execute(database().db)
    ).rows
    expect(fact!.at).toEqual(rows.ago(100))
  })
})

describe('edited, hidden, removed, restored', () => {
  test('the author edits, what it was stays readable, and who changed it meanwhile is not overwritten', async () => {
    const post = await rows.post(board, ache)
    const id = await say(as(zhouzhou), post, '九十度')
    await editComment(as(zhouzhou), await access(as(zhouzhou), id), {
      document: documentOf('九十二度'),
      version: 1,
    })
    await expect(
      editComment(as(zhouzhou), await access(as(zhouzhou), id), {
        document: documentOf('八十八度'),
        version: 1,
      }),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' })
    await expect(
      editComment(as(host), await access(as(host), id), { document: documentOf('改别人的') }),
    ).rejects.toMatchObject({ code: 'not_yours' })
    const before = await findCommentVersions(as(host), id)
    expect(JSON.stringify(before.map(({ document }) => document))).toContain('九十度')
    expect(before).toHaveLength(1)
  })

  test('what is removed keeps its place while somebody answered it, without its words; the reason is for author and hosts', async () => {
    const post = await rows.post(board, ache, { kind: 'question' })
    const head = await say(as(zhouzhou), post, '秘密参数')
    await say(as(host), post, '别说出来', head)
    await expect(changeCommentState(as(host), await access(as(host), head), 'removed')).rejects.toMatchObject(
      { code: 'reason_missing' },
    )
    await expect(
      changeCommentState(as(ache), await access(as(ache), head), 'removed', '不喜欢'),
    ).rejects.toMatchObject({ code: 'may_not_moderate' })
    await changeCommentState(as(host), await access(as(host), head), 'removed', '泄露配方')
    const look = async (id: Id) => {
      const seen = await accessPost(as(id), audience, post)
      const page = await findThreads(as(id), seen, { sort: 'best', after: undefined, limit: 20 })
      return page.heads.map((row) => presentComment(as(id), seen, row))[0]!
    }
    expect(await look(ache)).toMatchObject({ id: head, state: 'removed', html: '', stateReason: '' })
    expect(await look(zhouzhou)).toMatchObject({ state: 'removed', html: '', stateReason: '泄露配方' })
    expect((await look(host)).html).toContain('秘密参数')
    // The host's reply is the first answer now that the other is gone.
    expect(await counted(post)).toEqual({ kept: 1, real: 1, heads: 0 })
    const { rows: audited } = await sql`select action from audit_entry where object_id = ${head}`.execute(
      database().db,
    )
    expect(audited).toEqual([{ action: 'content.comment_removed' }])
    await changeCommentState(as(host), await access(as(host), head), 'published')
    expect(await counted(post)).toEqual({ kept: 2, real: 2, heads: 0 })
  })

  test('what its author removed himself nobody brings back', async () => {
    const post = await rows.post(board, ache)
    const id = await say(as(zhouzhou), post, '说错了')
    await changeCommentState(as(zhouzhou), await access(as(zhouzhou), id), 'removed')
    await expect(changeCommentState(as(host), await access(as(host), id), 'published')).rejects.toMatchObject(
      { code: 'removed_by_author' },
    )
    await expect(
      changeCommentState(as(zhouzhou), await access(as(zhouzhou), id), 'published'),
    ).rejects.toMatchObject({ code: 'may_not_moderate' })
  })

  test('numbers are right after sixty comments, removals and restorations of four people at once', async () => {
    const post = await rows.post(board, ache, { kind: 'question' })
    await sql`insert into member_trust (member_id, rank, since)
              select id, 3, ${now}::timestamptz from unnest(array[${host}, ${ache}, ${zhouzhou}]::bigint[]) as id`.execute(
      database().db,
    )
    const heads = await Promise.all([host, ache, zhouzhou].map((id) => say(as(id), post, '开头', null)))
    const act = async (index: number) => {
      const by = [host, ache, zhouzhou][index % 3]!
      const id = await say(as(by), post, `第 ${index} 句`, index % 2 ? heads[index % 3]! : null)
      if (index % 3 === 0) await changeCommentState(as(host), await access(as(host), id), 'hidden', '先看看')
      if (index % 6 === 0) await changeCommentState(as(host), await access(as(host), id), 'published')
    }
    for (let round = 0; round < 5; round++)
      await Promise.all(Array.from({ length: 6 }, (_, index) => act(round * 6 + index)))
    const { kept, real, heads: wrong } = await counted(post)
    expect(kept).toBe(real)
    expect(wrong).toBe(0)
    expect(real).toBeGreaterThan(20)
  })
})
