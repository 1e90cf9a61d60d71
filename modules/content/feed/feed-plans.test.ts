/** Lists stay on their indexes when there are many posts: what a page reads grows with the page, not with the table. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type BoardStanding, findBoardStandings } from '#modules/groups/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { memberActor, postRows, quietAudience } from '#test/post-rows.ts'
import { statementsOf } from '#test/queries.ts'
import { rankTopics } from './heat.ts'
import { countUnanswered, findFollowed, findListed, type ListOrder, type Scope } from './lists.sql.ts'
import { findNewest } from './newest.sql.ts'
import { findTopics } from './topics.ts'

const database = useDatabase()
const now = new Date('2026-11-22T11:30:00Z')
const boards: Id[] = []
let reader: Id
let standings: ReadonlyMap<Id, BoardStanding>

beforeAll(async () => {
  const rows = postRows(database(), now)
  const { db } = database()
  reader = await rows.member('青野')
  for (let n = 0; n < 50; n++) await rows.member(`作者${n}`)
  for (let g = 0; g < 10; g++) {
    const group = await rows.group(`社群${g}`)
    for (let b = 0; b < 5; b++) boards.push(await rows.board(group, `版块${b}`))
  }
  await sql`insert into post (group_id, board_id, author_id, kind, state, title, excerpt, created_at, published_at, active_at, hot, first_answer_at)
    select b.group_id, b.id, 2 + n % 50, (array['discussion', 'question', 'photo', 'article'])[1 + n % 4], 'published', '标题' || n, '摘要',
           at, at, at, case when n % 200 = 0 then n else 0 end, case when n % 400 > 0 then at end
      from generate_series(1, 30000) as n
      cross join lateral (select ${now}::timestamptz - make_interval(mins => n) as at) as t
      join lateral (select id, group_id from board order by id offset n % 50 limit 1) as b on true`.execute(
    db,
  )
  await sql`insert into follow (member_id, followed_id, created_at) select ${reader}, id, ${now} from member where id between 2 and 8`.execute(
    db,
  )
  // One topic under every post, and some under few.
  await sql`insert into topic (name, folded, post_count, created_at)
    select 't' || n, 't' || n, 1, now() from generate_series(1, 50) as n`.execute(db)
  await sql`insert into post_topic (post_id, topic_id)
    select p.id, t.id from post p join topic t on t.id = 1 or p.id % 500 = t.id`.execute(db)
  const audience = quietAudience(database())
  await rankTopics(testCtx(database(), undefined, now), { audience }, 'Asia/Shanghai')
  standings = await findBoardStandings(ctx(), audience)
  await sql`analyze`.execute(db)
})

const ctx = () => testCtx(database(), memberActor(reader), now)

/** The connection of the transaction in which rows are counted. */
let running: Ctx['db']
const inTransaction = (): Ctx => ({ ...ctx(), db: running })

/** Rows of posts and follows that PostgreSQL read for `work`. */
async function touched(work: () => Promise<unknown>): Promise<number> {
  return await database()
    .db.transaction()
    .execute(async (tx) => {
      const count = async () => {
        const { rows } = await sql<{ read: number }>`
          select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::int as read
            from pg_stat_xact_user_tables where relname in ('post', 'post_topic', 'follow')`.execute(tx)
        return rows[0]!.read
      }
      running = tx
      const before = await count()
      await work()
      return (await count()) - before
    })
}

const page = { after: undefined, limit: 20 }
const read = (scope: Partial<Scope>, order: ListOrder) => () =>
  findListed(inTransaction(), { boardIds: boards, ...scope }, order, page)

/** With the plan for all values, which is the one that is kept. */
const generally = (work: () => Promise<unknown>) => async () => {
  await sql`set local plan_cache_mode = force_generic_plan`.execute(running)
  return await work()
}
const newest = (order: ListOrder) => () => findNewest(inTransaction(), { boardIds: boards }, order, 21)

test.each<[string, () => Promise<unknown>, number]>([
  ['the front page', newest('published'), 100],
  ['the front page, by the plan that is kept', generally(newest('published')), 100],
  ['the front page of what is talked about, by the plan that is kept', generally(newest('active')), 100],
  ['the newest of all boards', read({}, 'published'), 100],
  ['the newest of one board', read({ boardIds: ['3'] }, 'published'), 100],
  ['what is talked about now', read({}, 'active'), 100],
  ['what is hot', read({}, 'hot'), 200],
  ['questions without an answer', read({ unanswered: true }, 'published'), 100],
  ['articles only', read({ kind: 'article' }, 'published'), 100],
  ['of one author', read({ authorId: '7' }, 'published'), 100],
  ['of whom one follows', () => findFollowed(inTransaction(), reader, boards, page), 400],
  ['topics', () => findTopics(inTransaction(), standings, { limit: 20 }), 50],
  ['how many questions wait', () => countUnanswered(inTransaction(), boards), 300],
])('%s: a page of it reads no more than it must of 30,000 posts', async (_, work, most) => {
  expect(await touched(work)).toBeLessThanOrEqual(most)
})

test.each<ListOrder>(['published', 'active'])(
  'the front page, by %s, is the first page of the list, and says when it is not',
  async (order) => {
    running = database().db
    const some = boards.slice(0, 45)
    const rows = await findNewest(inTransaction(), { boardIds: some }, order, 21)
    const listed = await findListed(inTransaction(), { boardIds: some }, order, {
      after: undefined,
      limit: 21,
    })
    expect(rows?.map(({ id, value }) => ({ id, value }))).toEqual(listed)
    // Of the newest thousand, nine hundred are on these boards.
    expect(await findNewest(inTransaction(), { boardIds: some }, order, 900)).toHaveLength(900)
    expect(await findNewest(inTransaction(), { boardIds: some }, order, 901)).toBeUndefined()
    // Lists of something, and of few boards, are read otherwise.
    expect(await findNewest(inTransaction(), { boardIds: some, kind: 'article' }, order, 21)).toBeUndefined()
    expect(await findNewest(inTransaction(), { boardIds: boards.slice(0, 3) }, order, 21)).toBeUndefined()
    expect(await findNewest(inTransaction(), { boardIds: some }, 'hot', 21)).toBeUndefined()
  },
)

test('the control: a list without an index reads the table', async () => {
  expect(
    await touched(async () => {
      await sql`select id from post order by excerpt, id limit 20`.execute(running)
    }),
  ).toBeGreaterThan(29_000)
})

test('forty boards are one statement, and so is a deep page', async () => {
  running = database().db
  const deep = { after: { value: '2026-11-10T00:00:00Z', id: '1' }, limit: 20 }
  const statements = await statementsOf(database(), () =>
    findListed(inTransaction(), { boardIds: boards.slice(0, 40) }, 'published', deep),
  )
  expect(statements).toHaveLength(1)
})
