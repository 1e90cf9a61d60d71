/** Lists and searches of a large community go through indexes: what PostgreSQL says it does, not what we hope. */
import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '#test/database.ts'
import { membersWhere, type Understood } from './filter.ts'

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
