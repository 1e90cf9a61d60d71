import { randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { readConfig } from '#base/config/config.ts'
import { openLog } from '#base/log/log.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { seedCommunity } from '#modules/members/simulation/load.ts'
import { removeDemo } from '#modules/members/simulation/remove.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { buildWorld } from '#test/world.ts'
import { settleSimulated } from '#test/world-groups.ts'
import { type DemoContent, loadDemoContent } from './load.ts'
import { simulatedContent } from './unload.ts'

const database = useDatabase()
const now = new Date()
let content: DemoContent
const people = new Map<string, string>()
let before: Record<string, number>

const rows = async <Row extends Record<string, unknown>>(text: string) =>
  (await database().pool.query<Row>(text)).rows
const count = async (from: string) =>
  Number((await rows<{ count: string }>(`select count(*) from ${from}`))[0]!.count)
const simulated = async () =>
  Object.fromEntries(
    (
      await rows<{ name: string; count: string }>(
        `select name, count(*) from event_log where source = 'seed'
            and name in ('post.published', 'comment.posted', 'reaction.given', 'post.read') group by name`,
      )
    ).map((row) => [row.name, Number(row.count)]),
  )

beforeAll(async () => {
  const world = await buildWorld(
    {
      config: readConfig({ NODE_ENV: 'test', BASE_URL: 'http://127.0.0.1:4680' }),
      connection: database(),
      secrets: deriveSecrets(randomBytes(32).toString('base64url')),
      log: openLog({ level: 'silent' }),
    },
    now,
  )
  for (const [key, id] of world.content.people) people.set(key, id)
  await seedCommunity(database().pool, { members: 600, days: 150, seed: 42, now })
  await settleSimulated(database().pool)
  before = await simulated()
  content = await loadDemoContent(database().pool, { people, pictures: new Map(), now })
})

test('every simulated event is about a row of the same member at the same moment', async () => {
  expect(content).toMatchObject({ fresh: true })
  expect(content.posts).toBe(before['post.published'])
  for (const [name, kind, table, who, when] of [
    ['post.published', 'post', 'post', 'author_id', 'published_at'],
    ['comment.posted', 'comment', 'comment', 'author_id', 'created_at'],
  ])
    expect(
      await count(
        `event_log e left join ${table} t on e.object_kind = '${kind}' and t.id = e.object_id
            and t.${who} = e.member_id and date_trunc('milliseconds', t.${when}) = date_trunc('milliseconds', e.occurred_at)
          where e.name = '${name}' and e.source = 'seed' and t.id is null`,
      ),
      name,
    ).toBe(0)
  expect(
    await count(
      `event_log e left join reaction r on r.member_id = e.member_id
          and r.post_id = (e.props->>'postId')::bigint and r.comment_id is not distinct from (e.props->>'commentId')::bigint
        where e.name = 'reaction.given' and e.source = 'seed' and r.id is null`,
    ),
  ).toBe(0)
  expect(
    await count(
      `event_log e left join post_read r on r.member_id = e.member_id and r.post_id = e.object_id and r.read_at >= e.occurred_at - interval '1 ms'
        where e.name = 'post.read' and e.source = 'seed' and r.post_id is null`,
    ),
  ).toBe(0)
  expect(await count('event_log_default')).toBe(0)
})

test('the laws of the simulation stay: each kind of event is there as often, only named people add some', async () => {
  const after = await simulated()
  expect(after['post.published']).toBe(before['post.published'])
  expect(after['post.read']).toBe(before['post.read'])
  expect(after['reaction.given']).toBe(before['reaction.given'])
  expect(
    await count(
      `event_log e join member m on m.id = e.member_id and m.seed_run_id is not null
        where e.source = 'seed' and e.name = 'comment.posted'`,
    ),
  ).toBe(before['comment.posted'])
})

test('nobody answers before it was asked, or where he does not belong; the numbers are those of the rows', async () => {
  expect(await count('comment c join post p on p.id = c.post_id where c.created_at < p.published_at')).toBe(0)
  expect(
    await count('comment c join comment a on a.id = c.parent_id where c.created_at < a.created_at'),
  ).toBe(0)
  expect(await count('reaction r join post p on p.id = r.post_id where r.created_at < p.published_at')).toBe(
    0,
  )
  expect(
    await count(
      `post p where p.comment_count <> (select count(*) from comment c where c.post_id = p.id and c.state = 'published')
           or p.reaction_count <> (select count(*) from reaction r where r.post_id = p.id and r.comment_id is null)`,
    ),
  ).toBe(0)
  expect(
    await count(`post_topic x join topic t on t.id = x.topic_id where t.merged_into is null`),
  ).toBeGreaterThan(20)
  expect(await count(`post where source like 'corpus:%'`)).toBeGreaterThan(80)
  // No board holds nearly everything.
  expect(await count(`post p join board b on b.id = p.board_id where b.name = '新手上手'`)).toBeLessThan(
    0.6 * (await count('post')),
  )
})

test('S4-67: people come back because they are answered: most questions found somebody, most of those in time', async () => {
  const asked = `post where kind in ('question', 'picture_question') and state = 'published'
                   and published_at < now() - interval '3 days'`
  expect(await count(`${asked} and comment_count = 0`)).toBeLessThan(0.15 * (await count(asked)))
  expect(await count(`${asked} and first_answer_at < published_at + interval '2 days'`)).toBeGreaterThan(
    0.6 * (await count(asked)),
  )
})

test('again finds it done', async () => {
  const again = await loadDemoContent(database().pool, { people, pictures: new Map(), now })
  expect(again.fresh).toBe(false)
  expect(await count('post')).toBe(await count('(select distinct id from post) as p'))
})

test('L-36: removal takes the words of simulated members, and what they did to others, and nothing else', async () => {
  const named = await rows<{ id: string }>(
    `select p.id from post p join member m on m.id = p.author_id and m.seed_run_id is null order by 1`,
  )
  await removeDemo(testCtx(database(), { kind: 'system', name: 'test' }, now), [simulatedContent])
  expect(await rows('select id from post order by 1')).toEqual(named)
  expect(await count(`event_log where source = 'seed'`)).toBe(0)
  expect(await count(`post_day where reads <> 0 or impressions <> 0 or depth <> 0 or shares <> 0`)).toBe(0)
  expect(
    await count(
      `post p where p.read_count <> 0
           or p.reaction_count <> (select count(*) from reaction r where r.post_id = p.id and r.comment_id is null)
           or p.comment_count <> (select count(*) from comment c where c.post_id = p.id and c.state = 'published')`,
    ),
  ).toBe(0)
  expect(await count('reaction')).toBeGreaterThan(10)
  expect(await count('topic where post_count = 0')).toBe(0)
})
