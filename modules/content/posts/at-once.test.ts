/** What goes with a post in one statement, and who is mentioned in it. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Document } from '#base/html/document.ts'
import type { Audience } from '#modules/audience/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { memberActor, postRows, quietAudience } from '#test/post-rows.ts'
import { statementsOf } from '#test/queries.ts'
import { postComment } from '../talk/posting.ts'
import { publishPost } from './publish.ts'

const database = useDatabase()
const now = new Date('2026-11-22T11:30:00Z')
let audience: Audience
let host: Id
let ache: Id
let double: Id
let board: Id
const as = (id: Id): Ctx => testCtx(database(), memberActor(id), now)

beforeAll(async () => {
  const rows = postRows(database(), now)
  audience = quietAudience(database())
  host = await rows.member('许老师')
  ache = await rows.member('阿澈')
  double = await rows.member('阿澈的旧号')
  const group = await rows.group('手冲研究所')
  board = await rows.board(group, '闲聊')
  await rows.join(group, host, 'owner')
  await rows.join(group, ache)
  await sql`update member set merged_into = ${ache}::bigint where id = ${double}::bigint`.execute(
    database().db,
  )
})

const calling = async (...ids: Id[]): Promise<Document> => {
  const { rows } = await sql<{ token: string }>`
    select token from member where id = any(${ids}::bigint[]) order by id`.execute(database().db)
  return {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: rows.map(({ token }) => ({ type: 'mention', attrs: { id: token, label: '谁' } })),
      },
    ],
  }
}
const post = async (document: Document, by = host) =>
  await publishPost(
    as(by),
    { audience },
    {
      boardId: board,
      kind: 'discussion',
      title: '',
      document,
      poll: null,
      columnId: null,
      draftId: null,
      publishAt: null,
    },
  )
const toldOf = async (name: string, id: Id) =>
  (
    await sql<{ told: Id[] }>`
      select props -> 'mentionIds' as told from event_log where name = ${name} and object_id = ${id}::bigint`.execute(
      database().db,
    )
  ).rows[0]?.told

describe('who is mentioned', () => {
  test('a merged member is who he became, nobody twice, and never the author: in posts as in comments', async () => {
    const { id } = await post(await calling(host, ache, double))
    expect(await toldOf('post.published', id)).toEqual([ache])
    const { id: comment } = await postComment(
      as(host),
      { audience },
      { postId: id, document: await calling(host, ache, double) },
    )
    expect(await toldOf('comment.posted', comment)).toEqual([ache])
  })
})

describe('a post is written in one statement', () => {
  const plain: Document = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '今天的水温' }] }],
  }

  test('in one statement besides the one that says who may: its host’s; others are asked for their limits', async () => {
    await post(plain)
    expect(await statementsOf(database(), () => post(plain))).toHaveLength(2)
    expect(await statementsOf(database(), () => post(plain, ache))).toHaveLength(4)
  })

  test('nothing is left of one whose kind the board does not take', async () => {
    const { db } = database()
    await sql`insert into board_setting (board_id, kinds) values (${board}::bigint, '{question}')`.execute(db)
    const count = async () =>
      (
        await sql<{
          rows: string
        }>`select (select count(*) from post) + (select count(*) from event_log) as rows`.execute(db)
      ).rows[0]!.rows
    const before = await count()
    await expect(post(plain)).rejects.toMatchObject({ code: 'kind_refused' })
    await expect(post(plain, ache)).rejects.toMatchObject({ code: 'kind_refused' })
    expect(await count()).toBe(before)
  })
})
