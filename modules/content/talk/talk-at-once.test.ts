/** Comments that come at the same moment as others, and as changes of their post. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, inTransaction } from '#base/context.ts'
import type { Audience } from '#modules/audience/api.ts'
import { documentOf } from '#test/coffee-room.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { memberActor, postRows, quietAudience } from '#test/post-rows.ts'
import { statementsOf } from '#test/queries.ts'
import { postComment } from './posting.ts'
import { presentComment } from './present.ts'

const database = useDatabase()
const now = new Date('2026-11-22T11:30:00Z')
let audience: Audience
let rows: ReturnType<typeof postRows>
let host: Id
let ache: Id
let zhouzhou: Id
let board: Id

const as = (id: Id): Ctx => testCtx(database(), memberActor(id), now)
const say = async (ctx: Ctx, postId: Id, words = '研磨调粗两格') =>
  await postComment(ctx, { audience }, { postId, document: documentOf(words) })
const count = async (query: ReturnType<typeof sql<{ count: number }>>) =>
  (await query.execute(database().db)).rows[0]!.count

beforeAll(async () => {
  rows = postRows(database(), now)
  audience = quietAudience(database())
  host = await rows.member('许老师')
  ache = await rows.member('阿澈')
  zhouzhou = await rows.member('舟舟')
  const group = await rows.group('手冲研究所')
  board = await rows.board(group, '提问')
  await rows.join(group, host, 'owner')
  await rows.join(group, ache)
  await rows.join(group, zhouzhou)
})

/** Changes the post in a transaction that commits while the comment waits for it. */
async function whileChanged(postId: Id, change: ReturnType<typeof sql>, work: () => Promise<unknown>) {
  let waiting: Promise<unknown> | undefined
  await inTransaction(database().db, async (tx) => {
    await sql`update post set ${change} where id = ${postId}::bigint`.execute(tx)
    waiting = work().catch((error: unknown) => error)
    await expect
      .poll(() =>
        count(sql`select count(*)::int as count from pg_stat_activity
                   where datname = current_database() and wait_event_type = 'Lock'`),
      )
      .toBe(1)
  })
  return await waiting
}

describe('comments at once', () => {
  test('all of them count, and one of them is the first answer', async () => {
    const post = await rows.post(board, ache, { kind: 'question', hours: 2 })
    const posted = await Promise.all(
      Array.from({ length: 12 }, (_, at) => say(as(at % 2 ? host : zhouzhou), post)),
    )
    expect(new Set(posted.map(({ id }) => id)).size).toBe(12)
    const { rows: kept } = await sql`
      select comment_count as comments, first_answer_at as first from post where id = ${post}::bigint`.execute(
      database().db,
    )
    expect(kept).toEqual([{ comments: 12, first: now }])
    const { rows: answered } = await sql<{ props: { commentId: Id } }>`
      select props from event_log where name = 'question.answered' and object_id = ${post}::bigint`.execute(
      database().db,
    )
    expect(answered).toHaveLength(1)
    expect(posted.map(({ id }) => id)).toContain(answered[0]!.props.commentId)
    expect(
      await count(sql`select count(*)::int as count from event_log
                       where name = 'comment.posted' and object_id = any(${posted.map(({ id }) => id)}::bigint[])`),
    ).toBe(12)
  })

  test('a post that is locked or taken away in the same moment takes none, and nothing is left of it', async () => {
    for (const [change, code] of [
      [sql`locked_at = now()`, 'post_locked'],
      [sql`state = 'removed', state_by = 'system:test', state_at = now()`, 'not_open'],
    ] as const) {
      const post = await rows.post(board, ache)
      expect(await whileChanged(post, change, () => say(as(host), post))).toMatchObject({ code })
      expect(
        await count(sql`select count(*)::int as count from comment where post_id = ${post}::bigint`),
      ).toBe(0)
      expect(
        await count(sql`select count(*)::int as count from event_log where props ->> 'postId' = ${post}`),
      ).toBe(0)
    }
  })

  test('a post that is moved in the same moment is looked at again: the fact names the board where it is', async () => {
    const group = await rows.group('搬去的群')
    const other = await rows.board(group, '新版块')
    await rows.join(group, host, 'owner')
    const post = await rows.post(board, ache)
    const posted = await whileChanged(
      post,
      sql`board_id = ${other}::bigint, group_id = ${group}::bigint`,
      () => say(as(host), post),
    )
    expect(posted).toMatchObject({ state: 'published', post: { boardId: other } })
    const { rows: facts } = await sql`
      select group_id::text as "groupId", props ->> 'boardId' as "boardId" from event_log
       where name = 'comment.posted' and object_id = ${(posted as { id: Id }).id}::bigint`.execute(
      database().db,
    )
    expect(facts).toEqual([{ groupId: group, boardId: other }])
  })

  test('what is answered is what a reader would read, without being read again', async () => {
    const post = await rows.post(board, ache)
    const { row, post: seen } = await say(as(host), post)
    expect(presentComment(as(host), seen, row)).toMatchObject({
      author: { name: '许老师', role: 'owner', gone: false },
      state: 'published',
      to: null,
      can: { edit: true, remove: true, moderate: true },
    })
    // The post with its board, and the comment with all that belongs to it.
    expect(await statementsOf(database(), () => say(as(host), post))).toHaveLength(2)
    // Besides, one takes his turn and is asked for his limits.
    expect(await statementsOf(database(), () => say(as(zhouzhou), post))).toHaveLength(4)
  })
})
