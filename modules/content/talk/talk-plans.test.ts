/** Hot reads of talk stay on their indexes when there are many posts and comments. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Audience } from '#modules/audience/api.ts'
import { useDatabase } from '#test/database.ts'
import { listening } from '#test/plans.ts'
import { memberActor, postRows, quietAudience } from '#test/post-rows.ts'
import { accessPost } from '../access.ts'
import { findBookmarks } from './bookmarks.ts'
import { findReplies, findThreads } from './comments.sql.ts'
import { findCases } from './deciding.ts'
import { findExperts } from './experts.ts'
import { findFollows } from './follows.ts'
import { findReactions } from './reactions.ts'
import { commentSorts } from './shapes.ts'
import { findWaiting } from './waiting.ts'

const database = useDatabase()
const now = new Date('2026-11-22T11:30:00Z')

let audience: Audience
let someone: Id
/** A post with two thousand comments among twenty thousand posts. */
let busy: Id
let head: Id

beforeAll(async () => {
  const { db } = database()
  const rows = postRows(database(), now)
  audience = quietAudience(database())
  const group = await rows.group('手冲研究所')
  const board = await rows.board(group, '提问')
  await sql`insert into member (token, nickname, joined_at, last_seen_at)
    select 'm' || n, '成员' || n, ${now}::timestamptz - interval '1 year', ${now} from generate_series(1, 5000) as n`.execute(
    db,
  )
  const people = await sql<{ first: string }>`select min(id) as first from member`.execute(db)
  const first = Number(people.rows[0]!.first)
  someone = String(first)
  await sql`insert into group_membership (group_id, member_id, number, role, joined_at, way, added_by)
    select ${group}::bigint, id, id, 'member', ${now}, 'import', 'test' from member`.execute(db)
  await sql`insert into post (group_id, board_id, author_id, kind, state, title, excerpt, created_at, published_at, active_at, first_answer_at)
    select ${group}::bigint, ${board}::bigint, ${first} + n % 5000, case when n % 4 = 0 then 'question' else 'discussion' end, 'published',
           '帖子 ' || n, '正文', at, at, at, case when n % 100 > 0 then at end
      from generate_series(1, 20000) as n, lateral (select ${now}::timestamptz - make_interval(mins => n * 10) as at) as t`.execute(
    db,
  )
  await sql`insert into post_body (post_id, document, html, plain)
    select id, '{"type":"doc","content":[]}', '', '正文' from post`.execute(db)
  busy = (await sql<{ id: Id }>`select max(id) as id from post`.execute(db)).rows[0]!.id
  await sql`insert into comment (post_id, author_id, state, document, html, plain, created_at, reaction_count)
    select p.id, ${first} + (p.id * 7 + n) % 5000, 'published', '{"type":"doc","content":[]}', '<p>好</p>', '好', ${now}, (p.id + n) % 9
      from post p, generate_series(1, 2) as n`.execute(db)
  await sql`insert into comment (post_id, author_id, state, document, html, plain, created_at, reaction_count)
    select ${busy}::bigint, ${first} + n % 5000, 'published', '{"type":"doc","content":[]}', '<p>好</p>', '好',
           ${now}::timestamptz - make_interval(secs => n), n % 50 from generate_series(1, 2000) as n`.execute(
    db,
  )
  head = (await sql<{ id: Id }>`select max(id) as id from comment`.execute(db)).rows[0]!.id
  await sql`insert into comment (post_id, parent_id, root_id, author_id, state, document, html, plain, created_at)
    select ${busy}::bigint, ${head}::bigint, ${head}::bigint, ${first} + n % 5000, 'published', '{"type":"doc","content":[]}', '<p>嗯</p>', '嗯',
           ${now}::timestamptz + make_interval(secs => n) from generate_series(1, 1000) as n`.execute(db)
  await sql`update comment set reply_count = 1000 where id = ${head}::bigint`.execute(db)
  await sql`insert into reaction (post_id, member_id, kind, created_at)
    select p.id, ${first} + (p.id + n * 13) % 5000, 'like', ${now} from post p, generate_series(1, 2) as n`.execute(
    db,
  )
  await sql`insert into bookmark (member_id, post_id, created_at)
    select ${first} + p.id % 50, p.id, p.published_at from post p`.execute(db)
  await sql`insert into follow (member_id, post_id, created_at)
    select ${first} + p.id % 50, p.id, p.published_at from post p`.execute(db)
  await sql`insert into content_report (post_id, reporter_id, reason, state, decided_by, decided_at, created_at)
    select p.id, ${first} + p.id % 500, 'spam', case when p.id % 50 = 0 then 'open' else 'dismissed' end,
           case when p.id % 50 > 0 then 'account:1' end, case when p.id % 50 > 0 then ${now}::timestamptz end, p.published_at
      from post p where p.id % 4 = 0`.execute(db)
  await sql`analyze`.execute(db)
})

/** Plans of what a read asks; nothing in them may walk through a whole large table. */
async function plansOf(read: (ctx: Ctx) => Promise<unknown>): Promise<string[]> {
  const { ctx, plans } = listening(database(), memberActor(someone), now)
  await read(ctx)
  return await plans()
}
const large = /Seq Scan on (post|post_body|comment|reaction|bookmark|follow|member|group_membership)\b/

const reads: Record<string, (ctx: Ctx) => Promise<unknown>> = {
  ...Object.fromEntries(
    commentSorts.map((sort) => [
      `a page of comments by ${sort}, with their first replies`,
      async (ctx: Ctx) => {
        const post = await accessPost(ctx, audience, busy)
        const page = await findThreads(ctx, post, { sort, after: undefined, limit: 20 })
        await findThreads(ctx, post, { sort, after: page.next!, limit: 20 })
      },
    ]),
  ),
  'the replies of a long thread': async (ctx) => {
    const post = await accessPost(ctx, audience, busy)
    const page = await findReplies(ctx, post, head, { after: undefined, limit: 20 })
    await findReplies(ctx, post, head, { after: page.next!, limit: 20 })
  },
  'what was said to a post': async (ctx) =>
    await findReactions(ctx, { post: await accessPost(ctx, audience, busy) }),
  bookmarks: async (ctx) => await findBookmarks(ctx, someone, { after: undefined, limit: 20 }),
  follows: async (ctx) => await findFollows(ctx, audience, { what: undefined, after: undefined, limit: 20 }),
  'the queue of reports': async (ctx) =>
    await findCases(ctx, { state: 'open' }, { after: undefined, limit: 20 }),
  'questions that wait': async (ctx) =>
    await findWaiting(ctx, { what: 'unanswered' }, { after: undefined, limit: 20 }),
  'questions that have come to a halt': async (ctx) =>
    await findWaiting(ctx, { what: 'stalled' }, { after: undefined, limit: 20 }),
}

test.each(Object.entries(reads))('%s: on its indexes', async (_, read) => {
  const plans = await plansOf(read)
  expect(plans.length).toBeGreaterThan(0)
  for (const plan of plans) expect(plan).not.toMatch(large)
})

test('who is likely to know is read from the newest thousand questions, however many there are', async () => {
  const { ctx, plans } = listening(database(), memberActor(someone), now)
  const post = await accessPost(ctx, audience, busy)
  expect((await findExperts(ctx, post)).length).toBe(10)
  const plan = (await plans()).at(-1)
  expect(plan).toMatch(/Limit .*rows=1000/)
  expect(plan).not.toMatch(/Seq Scan on (post|comment)\b/)
})

test('control: a walk through all comments would be seen', async () => {
  const plans = await plansOf(
    async (ctx) => await sql`select count(*) from comment where plain like '%好%'`.execute(ctx.db),
  )
  expect(plans[0]).toMatch(large)
})
