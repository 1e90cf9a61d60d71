/** A community that is taken in under kill −9: everybody and everything once, and the numbers beside them right. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemCtx } from '#base/context.ts'
import { openDiskStore } from '#base/files/disk-store.ts'
import { createFiles } from '#base/files/files.ts'
import { addFile, beginImport, getImport } from '#modules/content/exchange/import.ts'
import { type DurablePostgres, startDurablePostgres, startVictim } from './durable.ts'

const people = 450
const posts = 500
const comments = 900
const reactions = 600
const home = mkdtempSync(join(tmpdir(), 'juluo-crash-community-'))
let postgres: DurablePostgres
let importId: string

const at = (n: number) => new Date(Date.parse('2025-03-01T00:00:00Z') + n * 60_000).toISOString()
const range = <T>(length: number, make: (n: number) => T): T[] => Array.from({ length }, (_, n) => make(n))

/** Every third post says which comment settled it; every second comment answers the one before on its post. */
const dump = [
  ...range(people, (n) => ({ type: 'user', id: `u${n}`, name: `人${n}`, joinedAt: at(n) })),
  ...range(posts, (n) => ({
    type: 'post',
    id: `p${n}`,
    author: `u${n % people}`,
    kind: 'question',
    title: `问题 ${n}`,
    text: `水温和研磨怎么配 ${n}`,
    topics: [`话题${n % 7}`],
    createdAt: at(1_000 + n),
    ...(n % 3 === 0 ? { acceptedComment: `c${n}` } : {}),
  })),
  ...range(comments, (n) => ({
    type: 'comment',
    id: `c${n}`,
    post: `p${n % posts}`,
    ...(n >= posts ? { parent: `c${n - posts}` } : {}),
    author: `u${(n * 7) % people}`,
    text: `我一般 92 度 ${n}`,
    createdAt: at(3_000 + n),
  })),
  ...range(reactions, (n) => ({
    type: 'reaction',
    post: `p${n % posts}`,
    author: `u${(n * 11 + 3) % people}`,
    createdAt: at(6_000 + n),
  })),
]

beforeAll(async () => {
  postgres = await startDurablePostgres()
  const ctx = systemCtx(postgres.connection.db, 'test')
  const { rows } = await postgres.connection.pool.query<{ id: string }>(
    `with made as (
       insert into community_group (slug, name, glyph, colour, kind, tier_id, visibility, created_at, created_by)
       select 'old', '旧社区', '旧', 'sky', 'interest', id, 'public', now(), 'system:test'
         from group_tier where group_id is null order by id limit 1 returning id)
     insert into board (group_id, name, position, created_at) select id, '旧帖', 0, now() from made returning id`,
  )
  importId = await beginImport(ctx, { site: 'old', format: 'generic', boardId: rows[0]!.id })
  const files = createFiles({ store: openDiskStore(join(home, 'files')), spoolDir: join(home, 'arriving') })
  const bytes = Buffer.from(dump.map((each) => JSON.stringify(each)).join('\n'))
  await addFile(ctx, files, importId, { name: 'community.jsonl', bytes })
  await postgres.connection.pool.query(`update content_import set state = 'running' where id = $1`, [
    importId,
  ])
})
afterAll(async () => {
  await postgres?.close()
  rmSync(home, { recursive: true, force: true })
})

async function count() {
  const { rows } = await postgres.connection.pool.query<Record<string, number>>(
    `select (select count(*)::int from content_import_person) as people, (select count(*)::int from member) as members,
            (select count(*)::int from post) as posts, (select count(*)::int from comment) as comments,
            (select count(*)::int from reaction) as reactions,
            (select count(*)::int from event_log where name = 'post.published') as told,
            (select count(*)::int from event_log where name = 'comment.posted') as answered,
            (select count(*)::int from post where accepted_comment_id is not null) as accepted`,
  )
  return rows[0]!
}
const env = () => ({ DATABASE_URL: postgres.url, IMPORT_ID: importId, FILES_HOME: home })
const kill = async (failpoint: string) => {
  const victim = await startVictim('community-victim.ts', { ...env(), JULUO_FAILPOINT: failpoint })
  expect(await victim.ended).toBe('SIGKILL')
  return await count()
}
const place = async () => {
  const { stage, position } = await getImport(systemCtx(postgres.connection.db, 'test'), importId)
  return [stage, position]
}

test('T42 T30 a community whose import is killed in batches, between them and at its end is there once', async () => {
  // Written but not committed: the batch is gone, the one before it stays.
  expect(await kill('exchange.batch.written:2:kill')).toMatchObject({ people: 200, posts: 0 })
  expect(await place()).toEqual(['user', 200])
  // Committed, and killed before anybody knew: among posts, then among the answers.
  expect(await kill('exchange.batch.kept:3:kill')).toMatchObject({ people, posts: 200 })
  expect(await place()).toEqual(['post', 200])
  expect(await kill('exchange.batch.written:4:kill')).toMatchObject({ posts, comments: 200, answered: 200 })
  // Everything is there but the numbers.
  expect(await kill('exchange.recounted:1:kill')).toMatchObject({ comments, reactions })
  expect((await getImport(systemCtx(postgres.connection.db, 'test'), importId)).state).toBe('running')
  const last = await startVictim('community-victim.ts', env())
  expect(await last.ended).toBe(0)
  expect(await count()).toEqual({
    people,
    members: people,
    posts,
    comments,
    reactions,
    told: posts,
    answered: comments,
    accepted: Math.ceil(posts / 3),
  })
  const ended = await getImport(systemCtx(postgres.connection.db, 'test'), importId)
  expect(ended).toMatchObject({
    state: 'done',
    taken: { user: people, post: posts, comment: comments, reaction: reactions },
  })
  const { rows } = await postgres.connection.pool.query<{ wrong: number }>(
    `select count(*)::int as wrong from post p
      where comment_count <> (select count(*) from comment c where c.post_id = p.id)
         or reaction_count <> (select count(*) from reaction r where r.post_id = p.id)`,
  )
  expect(rows[0]!.wrong).toBe(0)
})
