/** Hot reads of groups stay on their indexes when there are many groups, stays and applications. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { countApplications, findApplications } from '../admission/applications.ts'
import { findAnnouncements } from '../announcements/announcements.ts'
import { findNewcomers, findUnanswered } from '../greetings/greetings.ts'
import { membershipFields } from '../memberships/fields.ts'
import { findFellows, findMemberships } from '../memberships/memberships.sql.ts'
import { findOwnGroupIds } from './site.ts'

const database = useDatabase()
const now = new Date('2026-11-19T01:41:58Z')

/** A context that keeps the statements that were asked instead of only running them. */
function listening(): { ctx: Ctx; plans(): Promise<string[]> } {
  const asked: { sql: string; parameters: readonly unknown[] }[] = []
  const base = testCtx(database(), undefined, now)
  const { pool } = database()
  const db = base.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => result,
  })
  const executor = db.getExecutor()
  const compile = executor.compileQuery.bind(executor)
  executor.compileQuery = ((...given: Parameters<typeof compile>) => {
    const query = compile(...given)
    asked.push({ sql: query.sql, parameters: query.parameters })
    return query
  }) as typeof executor.compileQuery
  return {
    ctx: { ...base, db: Object.assign(db, { getExecutor: () => executor }) },
    plans: async () =>
      await Promise.all(
        asked.map(async (query) => {
          const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain ${query.sql}`, [
            ...query.parameters,
          ])
          return rows.map((row) => row['QUERY PLAN']).join('\n')
        }),
      ),
  }
}

beforeAll(async () => {
  const { db } = database()
  await sql`insert into member (token, nickname, joined_at, last_seen_at)
    select 'm' || n, '成员' || n, ${now}::timestamptz - interval '1 year', ${now} from generate_series(1, 20000) as n`.execute(
    db,
  )
  await sql`insert into community_group (slug, name, glyph, colour, kind, tier_id, visibility, created_at, created_by)
    select 'group-' || n, '社群' || n, '群', 'pine', 'interest', (select min(id) from group_tier), 'public',
           ${now}::timestamptz - make_interval(days => n), 'test' from generate_series(1, 200) as n`.execute(
    db,
  )
  await sql`insert into group_membership (group_id, member_id, number, role, joined_at, way, added_by, answered_at, answered_by)
    select g.id, m.id, m.id, 'member', ${now}::timestamptz - make_interval(hours => (m.id % 8000)::int), 'import', 'test',
           case when m.id % 50 > 0 then ${now}::timestamptz end, case when m.id % 50 > 0 then 'test' end
      from member m join community_group g on g.id % 200 in (m.id % 200, (m.id + 7) % 200, (m.id + 91) % 200)`.execute(
    db,
  )
  await sql`insert into group_application (group_id, member_id, state, started_at, submitted_at, decided_at, decided_by)
    select 1 + m.id % 200, m.id, case when m.id % 100 = 0 then 'review' else 'accepted' end, ${now}, ${now},
           case when m.id % 100 > 0 then ${now}::timestamptz end, case when m.id % 100 > 0 then 'test' end from member m`.execute(
    db,
  )
  await sql`insert into announcement (group_id, title, body, published_at, published_by)
    select 1 + n % 200, '公告' || n, '正文', ${now}, 'test' from generate_series(1, 4000) as n`.execute(db)
  await sql`analyze`.execute(db)
}, 60_000)

const page = { after: undefined, limit: 20 }
const reads: Record<string, (ctx: Ctx) => Promise<unknown>> = {
  'members of a group': (ctx) => findMemberships(ctx, '5', { state: 'in' }, page),
  'members for each other': (ctx) => findFellows(ctx, '5', {}, page),
  'newcomers of a group': (ctx) => findNewcomers(ctx, { group: '5' }, page),
  'newcomers without an answer': (ctx) =>
    findUnanswered(ctx, { since: new Date(now.getTime() - 7 * 86_400_000), before: now }, 20),
  'applications to review': (ctx) => findApplications(ctx, { state: 'review' }, page),
  'how many are to be reviewed': (ctx) => countApplications(ctx, { state: 'review' }),
  'announcements of a group': (ctx) => findAnnouncements(ctx, '5', page),
  'groups of a member': (ctx) => findOwnGroupIds(ctx, '77'),
  'fields of a batch of members': (ctx) => membershipFields.read(ctx, ['1', '2', '3', '4', '5']),
}

test.each(Object.entries(reads))('%s are found by index', async (_, read) => {
  const { ctx, plans } = listening()
  await read(ctx)
  const all = await plans()
  expect(all.length).toBeGreaterThan(0)
  for (const plan of all)
    expect(plan).not.toMatch(/Seq Scan on (group_membership|group_application|announcement|member)\b/)
})

test('a large group is not sorted to show its first members', async () => {
  const { ctx, plans } = listening()
  await sql`insert into group_membership (group_id, member_id, number, role, joined_at, way, added_by)
    select 5, m.id, m.id, 'member', ${now}, 'import', 'test' from member m
     where not exists (select from group_membership s where s.group_id = 5 and s.member_id = m.id)`.execute(
    database().db,
  )
  await sql`analyze group_membership`.execute(database().db)
  await findFellows(ctx, '5', {}, page)
  expect((await plans()).join()).toContain('group_membership_fellows')
})

test('control: a read without an index is seen', async () => {
  const { ctx, plans } = listening()
  await ctx.db.selectFrom('group_membership').select('id').where('card_name', '=', 'x').execute()
  expect((await plans()).join()).toMatch(/Seq Scan on group_membership/)
})
