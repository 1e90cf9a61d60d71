/** Questions that wait, against what their boards promise, and who is likely to know. */
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import type { Audience } from '#modules/audience/api.ts'
import { documentOf } from '#test/coffee-room.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { memberActor, postRows, quietAudience } from '#test/post-rows.ts'
import { statementsOf } from '#test/queries.ts'
import { accessPost } from '../access.ts'
import { askExpert, findExperts, sayWhy } from './experts.ts'
import { postComment } from './posting.ts'
import { stalledQuestions, unansweredQuestions } from './talk.work.ts'
import { findWaiting, previewPromise } from './waiting.ts'

const database = useDatabase()
// A Monday, 11:00 in Shanghai; the team works from 09:30 to 18:30, as it does unless it says otherwise.
const now = new Date('2026-11-23T03:00:00Z')

let audience: Audience
let rows: ReturnType<typeof postRows>
let ache: Id
let xulaoshi: Id
let zhouzhou: Id
let ye: Id
let group: Id
let board: Id
let quiet: Id

const ctx = (): Ctx => testCtx(database(), { kind: 'system', name: 'team' }, now)
const many = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(database().db)).rows
const titled = async (source: typeof unansweredQuestions) =>
  (await source.find(ctx(), { limit: 20 })).items.map((item) => [
    item.kind ?? source.kind,
    render(item.title.message, 'zh-CN', item.title.values),
    render(item.note.message, 'zh-CN', item.note.values),
  ])

beforeAll(async () => {
  rows = postRows(database(), now)
  audience = quietAudience(database())
  ache = await rows.member('阿澈')
  xulaoshi = await rows.member('许老师')
  zhouzhou = await rows.member('舟舟')
  ye = await rows.member('野')
  group = await rows.group('手冲研究所')
  board = await rows.board(group, '提问')
  quiet = await rows.board(group, '闲聊')
  for (const id of [ache, xulaoshi, zhouzhou, ye]) await rows.join(group, id)
  await many(sql`insert into board_setting (board_id, answer_minutes) values (${board}::bigint, 120)`)
  await many(sql`delete from working_hours`)
  await many(sql`insert into working_hours (weekday, opens, closes)
    select day, '09:30', '18:30' from generate_series(1, 5) as day`)
})
beforeEach(async () => {
  await many(
    sql`update post set state = 'removed', state_by = 'test', state_at = ${now} where state = 'published'`,
  )
})

describe('first answers', () => {
  test('old questions that nobody promised anything are one row of Today as soon as they are many', async () => {
    for (const days of [9, 10, 11, 12])
      await rows.post(quiet, ache, { kind: 'question', title: `问了 ${days} 天`, hours: 24 * days })
    await rows.post(quiet, ache, { kind: 'question', title: '前几天问的', hours: 24 * 3 })
    const { total, items } = await unansweredQuestions.find(ctx(), { limit: 20 })
    expect(total).toBe(2)
    expect(items.map(({ title }) => render(title.message, 'zh-CN', title.values))).toEqual([
      '「前几天问的」还没有人回答',
      '另有 4 个一周以上的提问没有人回答',
    ])
  })

  test('T35 a promise is tried before it is made: when a question would be due now, and how many lately kept it', async () => {
    // Asked on Friday at 15:00 and answered an hour later; the other one is still waiting.
    const answered = await rows.post(board, ache, { kind: 'question', title: '很快有人答', hours: 68 })
    await many(
      sql`update post set first_answer_at = published_at + interval '1 hour' where id = ${answered}::bigint`,
    )
    await rows.post(board, ache, { kind: 'question', title: '还没人答', hours: 68 })
    const within = await previewPromise(ctx(), board, 60)
    expect(within).toMatchObject({ questions: 2, kept: 1 })
    expect(within.dueAt.toISOString()).toBe('2026-11-23T04:00:00.000Z')
    expect(await previewPromise(ctx(), board, 30)).toMatchObject({ questions: 2, kept: 0 })
    expect(await previewPromise(ctx(), quiet, 60)).toMatchObject({ questions: 0, kept: 0 })
  })

  test('T35 a weekend counts for nothing: asked on Friday evening it is due on Monday, overdue only after two working hours', async () => {
    // Friday 18:00: half an hour of that day, the rest on Monday from 09:30.
    await rows.post(board, ache, { kind: 'question', title: '周五傍晚问的', hours: 65 })
    // Friday 15:00: due at 17:00 of the same day.
    await rows.post(board, ache, { kind: 'question', title: '周五下午问的', hours: 68 })
    expect(await titled(unansweredQuestions)).toEqual([
      [
        'overdue',
        '「周五下午问的」还没有人回答',
        '手冲研究所 · 提问 · 已等 5 小时工作时间，超过承诺的 2 小时工作时间',
      ],
      [
        'overdue',
        '「周五傍晚问的」还没有人回答',
        '手冲研究所 · 提问 · 已等 2 小时工作时间，超过承诺的 2 小时工作时间',
      ],
    ])
    const { items } = await findWaiting(ctx(), { what: 'unanswered' }, { after: undefined, limit: 5 })
    expect(items.map((each) => each.dueAt?.toISOString())).toEqual([
      '2026-11-20T09:00:00.000Z',
      '2026-11-23T03:00:00.000Z',
    ])
  })

  test('a board that promises nothing is looked at after a day; other kinds of posts never wait', async () => {
    await rows.post(quiet, ache, { kind: 'question', title: '今天问的', hours: 3 })
    await rows.post(quiet, ache, { kind: 'question', title: '前天问的', hours: 50 })
    await rows.post(board, ache, { kind: 'discussion', title: '随便聊聊', hours: 50 })
    expect(await titled(unansweredQuestions)).toEqual([
      ['answer', '「前天问的」还没有人回答', '手冲研究所 · 闲聊 · 发布 2 天'],
    ])
  })

  test('an answer takes it off the list at once, and one settled or locked does not wait', async () => {
    const one = await rows.post(board, ache, { kind: 'question', title: '甲', hours: 30 })
    const two = await rows.post(board, ache, { kind: 'question', title: '乙', hours: 30 })
    const three = await rows.post(board, ache, { kind: 'question', title: '丙', hours: 30 })
    await postComment(
      testCtx(database(), memberActor(zhouzhou), now),
      { audience },
      { postId: one, document: documentOf('试试 92 度') },
    )
    await many(sql`update post set closed_at = ${now} where id = ${two}::bigint`)
    await many(sql`update post set locked_at = ${now} where id = ${three}::bigint`)
    expect(await titled(unansweredQuestions)).toEqual([])
  })

  test('a question that was answered but has no end after a week without a word is stalled', async () => {
    const id = await rows.post(quiet, ache, { kind: 'question', title: '磨豆机怎么选', hours: 24 * 12 })
    await rows.comment(id, zhouzhou, 24 * 9)
    expect(await titled(stalledQuestions)).toEqual([
      [
        'answer',
        '「磨豆机怎么选」9 天没有动静，还没有采纳的回答',
        '手冲研究所 · 闲聊 · 1 条回复，可以提醒提问的人采纳，或补一句结论',
      ],
    ])
    await rows.comment(id, zhouzhou, 2)
    expect(await titled(stalledQuestions)).toEqual([])
  })

  test('T4 each waiting question once, page by page, in three statements', async () => {
    for (let index = 0; index < 7; index++)
      await rows.post(board, ache, {
        kind: 'question',
        title: `问 ${index}`,
        hours: 40 - Math.floor(index / 2),
      })
    const paged: Id[] = []
    for (let after: Awaited<ReturnType<typeof findWaiting>>['next'] | undefined; ; ) {
      const page = await findWaiting(ctx(), { what: 'unanswered' }, { after: after ?? undefined, limit: 3 })
      paged.push(...page.items.map((row) => row.id))
      if (!page.next) break
      after = page.next
    }
    expect(new Set(paged).size).toBe(7)
    const statements = await statementsOf(database(), () => unansweredQuestions.find(ctx(), { limit: 20 }))
    // The list, and the calendar of the team: community, hours, holidays, exceptions.
    expect(statements.length).toBeLessThanOrEqual(5)
  })
})

describe('who is likely to know', () => {
  const past = async (topic: string, by: Id, { accepted = false, thanked = 0 } = {}) => {
    const asked = await rows.post(quiet, zhouzhou, { kind: 'question', hours: 200, topics: [topic] })
    const answer = await rows.comment(asked, by, 190)
    await many(sql`update comment set reaction_count = ${thanked} where id = ${answer}::bigint`)
    if (accepted)
      await many(sql`update post set accepted_comment_id = ${answer}::bigint where id = ${asked}::bigint`)
  }
  const seen = (id: Id, hoursAgo: number) =>
    many(sql`update member set last_seen_at = ${rows.ago(hoursAgo)}::timestamptz where id = ${id}::bigint`)
  const experts = async (id: Id) => await findExperts(ctx(), await accessPost(ctx(), audience, id))

  test('those whose answers in the same topic were accepted and thanked for, with the reasons; not the absent and not the busy', async () => {
    await past('水质', xulaoshi, { accepted: true, thanked: 4 })
    await past('水质', ye, { thanked: 1 })
    await past('拉花', ache, { accepted: true })
    await seen(xulaoshi, 1)
    await seen(ye, 30)
    await seen(ache, 1)
    const asked = await rows.post(board, zhouzhou, { kind: 'question', title: '用什么水', topics: ['水质'] })
    const found = await experts(asked)
    expect(found.map((each) => each.memberId)).toEqual([xulaoshi, ye])
    expect(sayWhy(ctx(), found[0]!)).toEqual([
      '同类问题被采纳 1 次',
      '同类回答获得 4 次表态',
      '今天来过',
      '手上没有待答的邀请',
    ])
    await seen(ye, 24 * 40)
    expect((await experts(asked)).map((each) => each.memberId)).toEqual([xulaoshi])
    for (let index = 0; index < 3; index++) {
      const other = await rows.post(quiet, zhouzhou, { kind: 'question' })
      await askExpert(ctx(), audience, await accessPost(ctx(), audience, other), xulaoshi)
    }
    expect(await experts(asked)).toEqual([])
  })

  test('who is asked is told once, and his answer settles the request; who may not answer is not asked', async () => {
    await past('豆单', ye, { accepted: true })
    await seen(ye, 1)
    const asked = await rows.post(board, zhouzhou, { kind: 'question', topics: ['豆单'] })
    const post = await accessPost(ctx(), audience, asked)
    await askExpert(ctx(), audience, post, ye)
    await askExpert(ctx(), audience, post, ye)
    const told = await many(sql<{ member: Id }>`select member_id as member from event_log
      where name = 'answer.requested' and object_id = ${asked}::bigint`)
    expect(told).toEqual([{ member: ye }])
    expect((await experts(asked))[0]).toMatchObject({ memberId: ye, open: 0 })
    await postComment(
      testCtx(database(), memberActor(ye), now),
      { audience },
      { postId: asked, document: documentOf('看豆单最后一页') },
    )
    const [request] = await many(sql<{ done: Date | null }>`
      select answered_at as done from answer_request where post_id = ${asked}::bigint`)
    expect(request!.done).toEqual(now)
    const inner = await rows.post(await rows.board(group, '只给群里', 'members'), zhouzhou, {
      kind: 'question',
    })
    await expect(
      askExpert(ctx(), audience, await accessPost(ctx(), audience, inner), await rows.member('路人')),
    ).rejects.toMatchObject({ code: 'cannot_answer' })
  })
})
