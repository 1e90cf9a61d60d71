/** Reports: once by each, out of sight when several agree, decided once, told to everybody. */
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Audience } from '#modules/audience/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { memberActor, postRows, quietAudience } from '#test/post-rows.ts'
import { statementsOf } from '#test/queries.ts'
import { accessComment, accessPost } from '../access.ts'
import { countCases, decideReports, findCases, setHideReports } from './deciding.ts'
import { report } from './reporting.ts'
import { reportsToDecide } from './talk.work.ts'

const database = useDatabase()
const now = new Date('2026-11-22T11:30:00Z')
const decision = { upheld: true, act: 'none', reason: '', answer: '' } as const

let audience: Audience
let rows: ReturnType<typeof postRows>
let host: Id
let ache: Id
let crowd: Id[]
let group: Id
let board: Id

const as = (id: Id): Ctx => testCtx(database(), memberActor(id), now)
const team = (): Ctx =>
  testCtx(
    database(),
    {
      kind: 'account',
      accountId: '1',
      sessionId: '0',
      name: '糖果',
      suspended: false,
      operator: { role: 'moderator', permissions: new Set(['content.read', 'content.moderate']) },
    },
    now,
  )
const many = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(database().db)).rows
const reportPost = async (who: Id, id: Id, reason: 'spam' | 'illegal' = 'spam') =>
  await report(as(who), { post: await accessPost(as(who), audience, id) }, { reason, note: '看起来像广告' })
const reportComment = async (who: Id, id: Id) => {
  const comment = await accessComment(as(who), audience, id)
  await report(as(who), { post: comment.post, comment }, { reason: 'abuse', note: '' })
}
const stateOf = async (table: 'post' | 'comment', id: Id) =>
  (await many(sql<{ state: string }>`select state from ${sql.table(table)} where id = ${id}::bigint`))[0]!
    .state
const open = () => findCases(team(), { state: 'open' }, { after: undefined, limit: 50 })

beforeAll(async () => {
  rows = postRows(database(), now)
  audience = quietAudience(database())
  host = await rows.member('许老师')
  ache = await rows.member('阿澈')
  crowd = []
  for (const name of ['舟舟', '野', '小满', '墨墨', '可可']) crowd.push(await rows.member(name))
  group = await rows.group('手冲研究所')
  board = await rows.board(group, '闲聊')
  await rows.join(group, host, 'owner')
  for (const id of [ache, ...crowd]) await rows.join(group, id)
})
beforeEach(async () => {
  await many(sql`delete from content_report`)
})

describe('L-63 S2-16 reporting', () => {
  test('everybody reports a thing once; nobody his own', async () => {
    const id = await rows.post(board, ache)
    await reportPost(crowd[0]!, id)
    await expect(reportPost(crowd[0]!, id)).rejects.toMatchObject({ code: 'already_reported' })
    await expect(reportPost(ache, id)).rejects.toMatchObject({ code: 'own_words' })
    expect((await open()).items).toMatchObject([
      {
        postId: id,
        commentId: null,
        thing: 'published',
        author: { name: '阿澈' },
        reports: [{ reason: 'spam', note: '看起来像广告', reporter: { name: '舟舟' } }],
      },
    ])
  })

  test('T28 the third person who reports puts it out of sight, also when all of them do it at once', async () => {
    const id = await rows.post(board, ache)
    const commentId = await rows.comment(id, ache)
    await Promise.all(crowd.slice(0, 2).map((who) => reportComment(who, commentId)))
    expect(await stateOf('comment', commentId)).toBe('published')
    const late = crowd.slice(2, 5)
    // All three have it before them when the first of them puts it out of sight.
    const seen = await Promise.all(late.map((who) => accessComment(as(who), audience, commentId)))
    await Promise.all(
      seen.map((comment, n) =>
        report(as(late[n]!), { post: comment.post, comment }, { reason: 'abuse', note: '' }),
      ),
    )
    expect(await stateOf('comment', commentId)).toBe('hidden')
    const [post] = await many(
      sql<{ count: number }>`select comment_count as count from post where id = ${id}::bigint`,
    )
    expect(post!.count).toBe(0)
    expect((await open()).items[0]).toMatchObject({ thing: 'hidden' })
  })

  test('T28 those who came only now, and those who are mostly wrong, hide nothing; what hosts wrote stays', async () => {
    const id = await rows.post(board, ache)
    const fresh: Id[] = []
    for (const name of ['新号一', '新号二', '新号三']) {
      const member = await rows.member(name)
      await rows.join(group, member)
      await many(
        sql`update member set joined_at = ${now}::timestamptz - interval '1 hour' where id = ${member}::bigint`,
      )
      fresh.push(member)
    }
    for (const who of fresh) await reportPost(who, id)
    expect(await stateOf('post', id)).toBe('published')

    const wrong = crowd[4]!
    for (let index = 0; index < 4; index++) {
      const other = await rows.post(board, ache)
      await reportPost(wrong, other)
      await decideReports(
        team(),
        { post: await accessPost(team(), audience, other) },
        { ...decision, upheld: false },
      )
    }
    for (const who of [crowd[0]!, crowd[1]!, wrong]) await reportPost(who, id)
    expect(await stateOf('post', id)).toBe('published')
    await reportPost(crowd[2]!, id)
    expect(await stateOf('post', id)).toBe('hidden')

    const ofHost = await rows.post(board, host)
    for (const who of crowd) await reportPost(who, ofHost)
    expect(await stateOf('post', ofHost)).toBe('published')
  })

  test('how many it takes is set by the team; with none nothing goes by itself', async () => {
    const id = await rows.post(board, ache)
    await setHideReports(team(), 1)
    await reportPost(crowd[0]!, id)
    expect(await stateOf('post', id)).toBe('hidden')
    await setHideReports(team(), null)
    const other = await rows.post(board, ache)
    for (const who of crowd) await reportPost(who, other)
    expect(await stateOf('post', other)).toBe('published')
    await setHideReports(team(), 3)
    const audited = await many(
      sql`select action from audit_entry where action = 'content.report_setting_changed'`,
    )
    expect(audited).toHaveLength(3)
  })
})

describe('deciding', () => {
  test('right: it is taken away with the reason, everybody who reported is told, and it is written down', async () => {
    const id = await rows.post(board, ache)
    for (const who of crowd.slice(0, 2)) await reportPost(who, id)
    const post = await accessPost(team(), audience, id)
    await expect(decideReports(team(), { post }, { ...decision, act: 'remove' })).rejects.toMatchObject({
      code: 'reason_missing',
    })
    await decideReports(
      team(),
      { post },
      { ...decision, act: 'remove', reason: '广告', answer: '已处理，谢谢' },
    )
    expect(await stateOf('post', id)).toBe('removed')
    const told = await many(sql<{ member: Id; upheld: boolean }>`
      select member_id as member, (props ->> 'upheld')::boolean as upheld from event_log
       where name = 'report.decided' and object_id = ${id}::bigint order by tx, seq`)
    expect(told).toEqual(crowd.slice(0, 2).map((member) => ({ member, upheld: true })))
    await expect(decideReports(team(), { post }, decision)).rejects.toMatchObject({
      code: 'nothing_reported',
    })
    const done = await findCases(team(), { state: 'decided' }, { after: undefined, limit: 10 })
    expect(done.items).toMatchObject([
      { postId: id, state: 'upheld', answer: '已处理，谢谢', decidedBy: 'account:1' },
    ])
    expect((await open()).items).toEqual([])
    const audited = await many(sql<{ action: string }>`
      select action from audit_entry where object_kind = 'post' and object_id = ${id} order by id`)
    expect(audited.map((row) => row.action)).toEqual(['content.post_removed', 'content.report_decided'])
  })

  test('not right: what the reports had hidden is seen again, and the same people cannot hide it once more', async () => {
    const id = await rows.post(board, ache)
    for (const who of crowd.slice(0, 3)) await reportPost(who, id)
    expect(await stateOf('post', id)).toBe('hidden')
    await decideReports(
      team(),
      { post: await accessPost(team(), audience, id) },
      { ...decision, upheld: false, answer: '没有违规' },
    )
    expect(await stateOf('post', id)).toBe('published')
    for (const who of crowd.slice(3)) await reportPost(who, id)
    const extra = await rows.member('又一个')
    await rows.join(group, extra)
    await reportPost(extra, id)
    expect(await stateOf('post', id)).toBe('published')
  })

  test('G33 nobody decides who does not look after the board; a host does for his own', async () => {
    const id = await rows.post(board, ache)
    await reportPost(crowd[0]!, id)
    await expect(
      decideReports(as(crowd[1]!), { post: await accessPost(as(crowd[1]!), audience, id) }, decision),
    ).rejects.toMatchObject({ code: 'may_not_moderate' })
    await decideReports(as(host), { post: await accessPost(as(host), audience, id) }, decision)
    expect(await countCases(team(), { state: 'open' })).toBe(0)
  })
})

describe('the queue', () => {
  test('T4 each case once, longest waiting first, whatever the size of a page; one statement for all of it', async () => {
    const ids: Id[] = []
    for (let index = 0; index < 7; index++) {
      const id = await rows.post(board, ache, { title: `帖子 ${index}` })
      ids.push(id)
      for (const who of crowd.slice(0, 2)) await reportPost(who, id)
    }
    const paged: Id[] = []
    for (let after: Awaited<ReturnType<typeof open>>['next'] | undefined; ; ) {
      const page = await findCases(team(), { state: 'open' }, { after: after ?? undefined, limit: 3 })
      paged.push(...page.items.map((row) => row.postId))
      if (!page.next) break
      after = page.next
    }
    expect(paged).toEqual(ids)
    expect(await statementsOf(database(), open)).toHaveLength(1)
    const work = await reportsToDecide.find(team(), { limit: 3 })
    expect(work.total).toBe(7)
    expect(work.items).toHaveLength(3)
    expect(work.items[0]!.title.values).toMatchObject({ name: '阿澈', count: 2 })
  })

  test('what is against the law comes first in Today', async () => {
    const id = await rows.post(board, ache)
    await reportPost(crowd[0]!, id, 'illegal')
    const { items } = await reportsToDecide.find(team(), { limit: 10 })
    expect(items[0]).toMatchObject({ urgent: true, path: `/content/reports?case=${id}` })
  })
})
