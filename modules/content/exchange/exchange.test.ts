import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDiskStore } from '#base/files/disk-store.ts'
import { createFiles } from '#base/files/files.ts'
import type { Files } from '#base/parts.ts'
import { createTestDatabase, type TestDatabase, testCtx, useDatabase } from '#test/database.ts'
import { exportRecords } from './export.ts'
import { addFile, beginImport, findRefusals, getImport } from './import.ts'
import type { Stage } from './record.ts'
import { checkImport, runImport } from './walk.ts'

const database = useDatabase()
const now = new Date('2026-11-19T01:41:58Z')
let files: Files
const ctxOf = (held: TestDatabase) => testCtx(held, { kind: 'system', name: 'test' }, now)
const ctx = () => ctxOf(database())
const quiet = { signal: new AbortController().signal, progress: async () => undefined }

const lines = (...records: object[]) => Buffer.from(records.map((each) => JSON.stringify(each)).join('\n'))

async function openBoard(held: TestDatabase, slug: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with kind as (select id from group_tier where group_id is null order by id limit 1),
    made as (
      insert into community_group (slug, name, glyph, colour, kind, tier_id, visibility, created_at, created_by)
      select ${slug}, ${slug}, '旧', 'sky', 'interest', id, 'public', ${now}, 'system:test' from kind returning id)
    insert into board (group_id, name, position, created_at) select id, '旧帖', 0, ${now} from made returning id`.execute(
    held.db,
  )
  return rows[0]!.id
}

async function prepare(
  held: TestDatabase,
  {
    site,
    boardId,
    format = 'generic',
  }: { site: string; boardId: string; format?: 'generic' | 'stackexchange' },
  given: Readonly<Record<string, Uint8Array>>,
): Promise<string> {
  const id = await beginImport(ctxOf(held), { site, format, boardId })
  for (const [name, bytes] of Object.entries(given)) await addFile(ctxOf(held), files, id, { name, bytes })
  return id
}

const begin = async (held: TestDatabase, id: string, state: 'running' | 'checking') =>
  await sql`update content_import set state = ${state}, taken = case stage when '' then '{}' else taken end,
                   refused = case stage when '' then '{}' else refused end where id = ${id}::bigint`.execute(
    held.db,
  )

const take = async (held: TestDatabase, id: string) => {
  await begin(held, id, 'running')
  return await runImport(ctxOf(held), files, id, quiet)
}
const count = async (what: string, held: TestDatabase = database()) =>
  Number((await held.pool.query<{ count: string }>(`select count(*) from ${what}`)).rows[0]!.count)

beforeAll(async () => {
  const home = await mkdtemp(join(tmpdir(), 'exchange-'))
  files = createFiles({ store: openDiskStore(join(home, 'files')), spoolDir: join(home, 'arriving') })
})

const dump = '../shared/data/community/stackexchange_conlang_meta'
describe.skipIf(!existsSync(dump))('T42 a real dump of a community', () => {
  const given = () =>
    Object.fromEntries(
      ['Users.xml', 'Posts.xml', 'Comments.xml', 'Votes.xml'].map((name) => [
        name,
        readFileSync(join(dump, name)),
      ]),
    )
  let id: string

  test('a reading takes nothing and says what would come and what would not', async () => {
    id = await prepare(
      database(),
      { site: 'conlang', boardId: await openBoard(database(), 'conlang'), format: 'stackexchange' },
      given(),
    )
    await begin(database(), id, 'checking')
    const checked = await checkImport(ctx(), files, id, quiet)
    expect(checked).toMatchObject({ state: 'checked', taken: { user: 271, post: 54, comment: 345 } })
    // 4 excerpts and 4 descriptions of tags, and votes that nobody stands behind.
    expect(checked.refused).toMatchObject({ unsupported: 8 })
    expect(checked.refused.nobody).toBeGreaterThan(900)
    expect(await count('post')).toBe(0)
    expect(await count('member')).toBe(0)
  })

  test('killed in the middle it goes on where it was, and nothing comes twice', async () => {
    await begin(database(), id, 'running')
    let batches = 0
    await expect(
      runImport(ctx(), files, id, {
        signal: new AbortController().signal,
        progress: async () => {
          if (++batches === 3) throw new Error('killed')
        },
      }),
    ).rejects.toThrow('killed')
    const half = await getImport(ctx(), id)
    expect(half.stage).not.toBe('')
    const ended = await runImport(ctx(), files, id, quiet)
    expect(ended).toMatchObject({ state: 'done', taken: { post: 54, comment: 345 } })
    expect(await count('post')).toBe(54)
    expect(await count('comment')).toBe(345)
    // Below answers stand the comments on them.
    expect(await count('comment where parent_id is not null')).toBeGreaterThan(50)
    expect(await count('comment c join comment p on p.id = c.parent_id where p.post_id <> c.post_id')).toBe(0)
    expect(await count(`post where accepted_comment_id is not null`)).toBeGreaterThan(5)
    expect(
      await count(
        `post p where comment_count <> (select count(*) from comment c where c.post_id = p.id) or first_answer_at < published_at`,
      ),
    ).toBe(0)
    expect(await count(`content_import_person`)).toBe(await count('member'))
    expect(await count('account')).toBe(0)
  })

  test('its history stands in the log at its own time, and tells no consumer of facts', async () => {
    const facts = JSON.parse(readFileSync('../shared/data/community/conlang_meta_facts.json', 'utf8')) as {
      comments_by_month: Record<string, number>
    }
    const { rows } = await database().pool.query<{ month: string; count: string }>(
      `select to_char(occurred_at at time zone 'UTC', 'YYYY-MM') as month, count(*) from event_log
        where name = 'comment.posted' and source = 'import' and object_id in (select id from comment where source like '%:comment:c%')
        group by 1`,
    )
    expect(Object.fromEntries(rows.map((row) => [row.month, Number(row.count)]))).toEqual(
      facts.comments_by_month,
    )
    expect(await count(`event_log where name = 'post.published' and source = 'import'`)).toBe(54)
    expect(
      await count(`event_log where source = 'fact' and name in ('post.published', 'comment.posted')`),
    ).toBe(0)
  })

  test('the same dump again brings nothing new', async () => {
    const board = (await getImport(ctx(), id)).boardId
    const again = await prepare(
      database(),
      { site: 'conlang', boardId: board, format: 'stackexchange' },
      given(),
    )
    const ended = await take(database(), again)
    expect(ended.taken).toMatchObject({ post: 0, comment: 0 })
    expect(await count('post')).toBe(54)
    expect(await count('member')).toBe(await count('content_import_person'))
  })

  test('what the community exports comes back the same elsewhere', async () => {
    const first = await linesOf(database())
    const other = await createTestDatabase()
    try {
      const boardId = await openBoard(other, 'elsewhere')
      const given = lines(...first)
      const id = await prepare(other, { site: 'back', boardId }, { 'community.jsonl': given })
      const ended = await take(other, id)
      expect(ended.refused).toEqual({})
      expect(canonical(await linesOf(other))).toEqual(canonical(first))
    } finally {
      await other.close()
    }
  }, 30_000)
})

type Line = Record<string, unknown>
async function linesOf(held: TestDatabase): Promise<Line[]> {
  const all: Line[] = []
  for await (const line of exportRecords(ctxOf(held))) all.push(line)
  return all
}

/** Numbers, tokens and boards are those of each place; everything else must be the same. */
function canonical(all: readonly Line[]): unknown {
  const of = (type: string) => all.filter((line) => line.type === type)
  const names = new Map(of('user').map((line) => [line.id, line.name]))
  const words = new Map(
    [...of('post'), ...of('comment')].map((line) => [`${line.type} ${line.id}`, line.html]),
  )
  const comment = (id: unknown) => words.get(`comment ${id}`) ?? null
  const post = (id: unknown) => words.get(`post ${id}`) ?? null
  const time = (at: unknown) => (at ? new Date(String(at)).getTime() : null)
  const plain = (line: Line) => ({
    ...line,
    id: null,
    board: null,
    author: names.get(line.author),
    createdAt: time(line.createdAt),
    joinedAt: time(line.joinedAt),
    editedAt: time(line.editedAt),
    closedAt: time(line.closedAt),
    exportedAt: null,
    acceptedComment: line.acceptedComment ? comment(line.acceptedComment) : null,
    post: line.post ? post(line.post) : null,
    parent: line.parent ? comment(line.parent) : null,
    comment: line.comment ? comment(line.comment) : null,
  })
  return all
    .filter((line) => line.type !== 'site')
    .map((line) => JSON.stringify(plain(line)))
    .sort()
}

describe('the generic form', () => {
  test('users, posts, comments, reactions and bookmarks come in, and what cannot is told with why', async () => {
    const boardId = await openBoard(database(), 'generic')
    const when = '2025-03-01T10:00:00Z'
    const id = await prepare(database(), { site: 'old', boardId }, {
      'all.jsonl': lines(
        { type: 'user', id: 'u1', name: '老王', joinedAt: '2025-01-01T00:00:00Z' },
        { type: 'post', id: 1, author: 'u1', title: '第一帖', text: '你好\n大家好', topics: ['新人', '自我介绍'], createdAt: when, kind: 'poll', poll: { options: ['好', '很好'] } },
        { type: 'post', id: 2, author: 'u2', authorName: '小李', html: '<p>HTML <script>x</script><b>粗</b></p>', createdAt: when },
        { type: 'post', id: 3, author: 'u1', title: '', text: ' ', createdAt: when },
        { type: 'post', id: 4, author: 'u1', title: '将来', text: 'x', createdAt: '2031-01-01T00:00:00Z' },
        { type: 'comment', id: 'b', parent: 'a', post: 1, author: 'u2', text: '回复', createdAt: '2025-03-01T12:00:00Z' },
        { type: 'comment', id: 'a', post: 1, author: 'u2', text: '沙发', createdAt: '2025-03-01T11:00:00Z' },
        { type: 'comment', id: 'c', post: 99, author: 'u2', text: '无主', createdAt: when },
        { type: 'reaction', post: 1, author: 'u2', kind: 'love', createdAt: when },
        { type: 'reaction', comment: 'a', author: 'u1', kind: 'unheard of', createdAt: when },
        { type: 'reaction', post: 1, author: 'nobody', createdAt: when },
        { type: 'bookmark', post: 1, author: 'u2', createdAt: when },
        { type: 'post', id: 5 },
      ),
      'comments.csv': Buffer.from('id,post,author,text,createdAt\nz,2,u1,"表格, 也行",2025-03-02T00:00:00Z\n'),
    }) // biome-ignore format: one record a line
    const ended = await take(database(), id)
    expect(ended.taken).toEqual({ user: 2, post: 2, comment: 3, reaction: 2, bookmark: 1 })
    expect(ended.refused).toEqual({ empty: 1, inFuture: 1, postUnknown: 1, nobody: 1, unreadable: 1 })
    expect((await findRefusals(ctx(), id, undefined, 50)).map((each) => each.reason).sort()).toEqual([
      'empty',
      'inFuture',
      'nobody',
      'postUnknown',
      'unreadable',
    ])
    const { rows } = await database().pool.query(
      `select title, kind, comment_count, reaction_count, bookmark_count,
              (select count(*)::int from post_topic t where t.post_id = p.id) as topics,
              (select count(*)::int from poll_option o where o.post_id = p.id) as options
         from post p where source = 'import:old:post:1'`,
    )
    expect(rows).toEqual([
      {
        title: '第一帖',
        kind: 'poll',
        comment_count: 2,
        reaction_count: 1,
        bookmark_count: 1,
        topics: 2,
        options: 2,
      },
    ])
    expect(await count(`post_body where html like '%script%' and plain not like '%script%'`)).toBe(0)
    expect(await count(`comment where source = 'import:old:comment:b' and parent_id is not null`)).toBe(1)
  })

  test('a file of another form is refused by name, and one that is no XML ends the import with why', async () => {
    const boardId = (await database().db.selectFrom('board').select('id').executeTakeFirstOrThrow()).id
    const id = await beginImport(ctx(), { site: 'bad', format: 'stackexchange', boardId })
    await expect(
      addFile(ctx(), files, id, { name: 'Badges.xml', bytes: Buffer.from('<x/>') }),
    ).rejects.toThrow(/exchange_file_unfit|Users\.xml/)
    await addFile(ctx(), files, id, { name: 'Users.xml', bytes: Buffer.from('<users><row Id="1"') })
    await expect(take(database(), id)).rejects.toThrow(/Users\.xml/)
  })

  test('somebody who stops it is heard before the next batch', async () => {
    const boardId = (await database().db.selectFrom('board').select('id').executeTakeFirstOrThrow()).id
    const posts = Array.from({ length: 450 }, (_, at) => ({
      type: 'post', id: at, authorName: '某人', title: `第 ${at} 帖`, text: '正文', createdAt: '2025-01-01T00:00:00Z',
    })) // biome-ignore format: one record
    const id = await prepare(database(), { site: 'long', boardId }, { 'all.jsonl': lines(...posts) })
    await begin(database(), id, 'running')
    const stages: Stage[] = []
    await expect(
      runImport(ctx(), files, id, {
        signal: new AbortController().signal,
        progress: async (_, stage) => {
          stages.push(stage)
          await sql`update content_import set state = 'stopped' where id = ${id}::bigint`.execute(
            database().db,
          )
        },
      }),
    ).rejects.toThrow(/stopped/)
    expect(stages).toEqual(['post'])
    expect(await count(`post where source like 'import:long:%'`)).toBe(200)
    await take(database(), id)
    expect(await count(`post where source like 'import:long:%'`)).toBe(450)
  })
})
