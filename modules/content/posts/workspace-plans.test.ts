/** The team looks for a piece of a title among very many posts. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '#test/database.ts'
import { listening } from '#test/plans.ts'
import { postRows } from '#test/post-rows.ts'
import { findWorkspace } from './workspace.sql.ts'

const database = useDatabase()
const now = new Date('2026-11-22T11:30:00Z')
const page = { after: undefined, limit: 20 }
const system = { kind: 'system', name: 'test' } as const

beforeAll(async () => {
  const { db } = database()
  const rows = postRows(database(), now)
  const group = await rows.group('手冲研究所')
  const board = await rows.board(group, '闲聊')
  await sql`
    with author as (insert into member (token, nickname, joined_at) values ('m1', '阿澈', ${now}) returning id)
    insert into post (group_id, board_id, author_id, kind, state, title, excerpt, created_at, published_at, active_at)
    select ${group}::bigint, ${board}::bigint, author.id, 'discussion', 'published',
           case when n % 5 = 0 then '' else md5(n::text) || ' 第 ' || n || ' 篇' end, '今天喝了第 ' || n || ' 杯', at, at, at
      from author, generate_series(1, 12000) as n,
           lateral (select ${now}::timestamptz - make_interval(mins => n) as at) as t`.execute(db)
  await sql`update post set title = '磨豆机 50% 怎么调' where id = (select min(id) + 7 from post)`.execute(db)
  await sql`vacuum analyze post`.execute(db)
}, 60_000)

test('a piece of a title is found through the index of pieces, as it stands', async () => {
  const { ctx, plans } = listening(database(), system, now)
  const titles = async (q: string) => (await findWorkspace(ctx, { q }, page)).items.map((each) => each.title)
  expect(await titles('豆机')).toEqual(['磨豆机 50% 怎么调'])
  expect(await titles('50%')).toEqual(['磨豆机 50% 怎么调'])
  expect(await titles('豆%调')).toEqual([])
  const untitled = await findWorkspace(ctx, { q: '第 25 杯' }, page)
  expect(untitled.items.map((each) => each.excerpt)).toEqual(['今天喝了第 25 杯'])
  for (const plan of await plans()) {
    expect(plan).toContain('post_grams')
    expect(plan).not.toMatch(/Seq Scan on post\b/)
  }
})
