/** Lists and searches of a large community go through indexes: what PostgreSQL says it does, not what we hope. */
import { beforeAll, expect, test } from 'vitest'
import { deriveSecrets } from '#base/secrets.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { fieldWords } from '../fields/field.ts'
import { addField } from '../fields/fields.ts'
import { openVault } from '../vault.ts'
import { membersWhere, type Understood } from './filter.ts'
import { findTimeline } from './timeline.ts'
import { understandFilter } from './understand-filter.ts'

const database = useDatabase()
const many = 30_000

beforeAll(async () => {
  await database().pool.query(
    `insert into member (token, nickname, joined_at)
     select 'bulk-' || n,
            case when n = 777 then '獬豸望星' else
              (array['林','陈','周','许','宋','韩'])[1 + n % 6] || (array['知意','小禾','景行','望舒','南星'])[1 + n / 6 % 5] || n % 997 end,
            now() - n * interval '1 minute'
       from generate_series(1, $1) as n`,
    [many],
  )
  await database().pool.query('vacuum analyze member')
})

async function plan(filter: Understood): Promise<{ text: string; ms: number }> {
  const query = database()
    .db.selectFrom('member')
    .select('id')
    .where(membersWhere(filter, new Date()))
    .orderBy('joined_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .compile()
  const { rows } = await database().pool.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, timing off) ${query.sql}`,
    [...query.parameters],
  )
  const text = rows.map((row) => row['QUERY PLAN']).join('\n')
  return { text, ms: Number(/Execution Time: ([\d.]+)/.exec(text)?.[1]) }
}

test('the list walks the index of joining', async () => {
  const { text, ms } = await plan({})
  expect(text).toContain('member_joined')
  expect(ms).toBeLessThan(50)
})

test('a rare name, misspelt, is found through the index of pairs', async () => {
  const { text, ms } = await plan({ q: '獬豸忘星' })
  expect(text).toContain('member_grams')
  expect(text).toContain('rows=1')
  expect(ms).toBeLessThan(200)
})

test('a common name does not look at everybody', async () => {
  const { text } = await plan({ q: '知意' })
  const removed = Number(/Rows Removed by Filter: (\d+)/.exec(text)?.[1] ?? 0)
  expect(removed).toBeLessThan(many / 10)
})

test('a rare word of a field of one’s own is found through the index on words', async () => {
  const ctx = testCtx(database())
  const words = fieldWords.parse({ label: '职业', options: [{ value: '养蜂', label: '养蜂' }] })
  const { id } = await addField(ctx, { key: 'occupation', type: 'choice', ...words })
  await database().pool.query(
    `insert into member_field_value (member_id, field_id, value, source, set_by, set_at)
     select id, $1, to_jsonb(case when id % 9973 = 0 then '养蜂' else '设计' || id % 50 end), 'import', 'system:test', now()
       from member`,
    [id],
  )
  await database().pool.query('vacuum analyze member_field_value')
  const filters = { vault: openVault(deriveSecrets('s'.repeat(43))), declared: { memberSets: () => [] } }
  const { text, ms } = await plan(await understandFilter(ctx, filters, { field: 'occupation:养蜂' }))
  expect(text).toContain('member_field_value_tokens')
  expect(ms).toBeLessThan(50)
})

test('a page of a long path, and of the path before it, walks the indexes of time', async () => {
  const { pool } = database()
  await pool.query(
    `insert into event_log (name, source, occurred_at, member_id, anonymous_id)
     select case when n % 3 = 0 then 'page_view' else 'check_in' end, 'track', now() - n * interval '1 minute',
            case when n < 6000 then 1 end, case when n >= 6000 then 'browser-' || n % 3 end
       from generate_series(1, 12000) as n`,
  )
  await pool.query(
    `insert into identity_link select 'browser-' || n, 1, now(), 'session' from generate_series(0, 2) as n`,
  )
  await pool.query('analyze event_log')
  const ctx = testCtx(database())
  const took: number[] = []
  const seen = new Set<string>()
  let after: Awaited<ReturnType<typeof findTimeline>>['next'] | undefined
  for (let page = 0; page < 130; page++) {
    const began = performance.now()
    const found = await findTimeline(ctx, '1', { after: after ?? undefined, limit: 100 })
    took.push(performance.now() - began)
    for (const moment of found.items) seen.add(moment.id)
    after = found.next
    if (!after) break
  }
  expect(seen.size).toBe(12_000)
  // The last page is as quick as the first: nothing is sorted, nothing skipped over.
  const middle = (from: number) => took.slice(from, from + 20).toSorted((a, b) => a - b)[10]!
  expect(middle(took.length - 20)).toBeLessThan(Math.max(20, 5 * middle(0)))
})
