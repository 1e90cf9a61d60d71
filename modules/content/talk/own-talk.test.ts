/** What becomes of what somebody said: handed out, erased with the numbers right, given to another profile and back. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Audience } from '#modules/audience/api.ts'
import { documentOf } from '#test/coffee-room.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { memberActor, postRows, quietAudience } from '#test/post-rows.ts'
import { accessComment, accessPost } from '../access.ts'
import { bookmark } from './bookmarks.ts'
import { changeCommentState } from './editing.ts'
import { follow } from './follows.ts'
import { talkData } from './personal.ts'
import { vote } from './polls.ts'
import { postComment } from './posting.ts'
import { react } from './reactions.ts'
import { report } from './reporting.ts'

const database = useDatabase()
const now = new Date('2026-11-22T11:30:00Z')

let audience: Audience
let rows: ReturnType<typeof postRows>
let group: Id
let board: Id
let host: Id

const as = (id: Id): Ctx => testCtx(database(), memberActor(id), now)
const system = (): Ctx => testCtx(database(), { kind: 'system', name: 'test' }, now)
const many = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(database().db)).rows
const eachOf = async <T>(act: (data: (typeof talkData)[number]) => Promise<T>) => {
  const answers: T[] = []
  for (const data of talkData) answers.push(await act(data))
  return answers
}
const somebody = async (name: string) => {
  const id = await rows.member(name)
  await rows.join(group, id)
  return id
}
const say = async (who: Id, postId: Id, words: string, parentId: Id | null = null) =>
  (await postComment(as(who), { audience }, { postId, parentId, document: documentOf(words) })).id

/** Everything that one may do: said, answered, tapped, kept, followed, voted, reported. */
async function live(who: Id) {
  const question = await rows.post(board, host, { kind: 'question', topics: ['水质'] })
  const answered = await say(who, question, '我家的水很硬')
  await say(host, question, '那就用软水壶', answered)
  const unanswered = await say(who, question, '没人理我')
  const poll = await rows.post(board, host, { kind: 'poll' })
  await many(sql`insert into poll (post_id, shown) values (${poll}::bigint, 'always')`)
  const [option] = await many(sql<{ id: Id }>`
    insert into poll_option (post_id, position, label) values (${poll}::bigint, 1, '是') returning id`)
  const post = await accessPost(as(who), audience, question)
  await react(as(who), { post }, 'like')
  await bookmark(as(who), post)
  await follow(as(who), audience, 'topic', '水质', false)
  await vote(as(who), await accessPost(as(who), audience, poll), [option!.id])
  await report(as(who), { post }, { reason: 'other', note: '我的名字在里面' })
  await rows.read(question, who)
  return { question, poll, answered, unanswered }
}

const numbersOf = async (question: Id, poll: Id) =>
  (
    await many(sql<Record<string, number>>`
      select p.comment_count as comments, p.reaction_count as reactions, p.bookmark_count as bookmarks,
             l.voter_count as voters, t.follower_count as followers
        from post p join post_topic pt on pt.post_id = p.id join topic t on t.id = pt.topic_id,
             poll l where p.id = ${question}::bigint and l.post_id = ${poll}::bigint`)
  )[0]

beforeAll(async () => {
  rows = postRows(database(), now)
  audience = quietAudience(database())
  group = await rows.group('手冲研究所')
  board = await rows.board(group, '提问')
  host = await rows.member('许老师')
  await rows.join(group, host, 'owner')
})

test('L-12 a copy holds what was said, tapped and reported', async () => {
  const who = await somebody('阿澈')
  await live(who)
  const copy = JSON.stringify(await eachOf((data) => data.copy(as(who), who)))
  for (const words of ['我家的水很硬', '水质', '我的名字在里面', '"kind":"like"'])
    expect(copy).toContain(words)
})

test('L-13 with the account the words go, what others answered keeps an empty place, and every number is right', async () => {
  const who = await somebody('要走的人')
  const { question, poll, answered, unanswered } = await live(who)
  expect(await numbersOf(question, poll)).toMatchObject({
    comments: 3,
    reactions: 1,
    bookmarks: 1,
    voters: 1,
  })
  const followers = (await numbersOf(question, poll))!.followers!
  for (let round = 0; round < 2; round++) await eachOf((data) => data.erase(system(), who))
  expect(await numbersOf(question, poll)).toEqual({
    comments: 1,
    reactions: 0,
    bookmarks: 0,
    voters: 0,
    followers: followers - 1,
  })
  const left = await many(
    sql`select id, state, plain, html from comment where author_id = ${who}::bigint order by id`,
  )
  expect(left).toEqual([answered, unanswered].map((id) => ({ id, state: 'removed', plain: '', html: '' })))
  expect(JSON.stringify(await eachOf((data) => data.copy(system(), who)))).not.toMatch(/硬|水质|名字/)
  await expect(
    changeCommentState(as(host), await accessComment(as(host), audience, answered), 'published'),
  ).rejects.toMatchObject({ code: 'removed_by_author' })
  // What the host answered is the only answer now; he asked himself, so nobody has answered.
  const [post] = await many(sql<{ first: Date | null }>`
    select first_answer_at as first from post where id = ${question}::bigint`)
  expect(post!.first).toBeNull()
})

test('L-13 a double gives all of it to the profile that remains and gets it back; where both have one, each keeps its own', async () => {
  const double = await somebody('双份')
  const rest = await somebody('留下的')
  const { question, answered } = await live(double)
  await react(as(rest), { post: await accessPost(as(rest), audience, question) }, 'thanks')
  const owned = (id: Id) =>
    many(sql`select (select count(*)::int from comment where author_id = ${id}::bigint) as comments,
                    (select count(*)::int from reaction where member_id = ${id}::bigint) as reactions,
                    (select count(*)::int from follow where member_id = ${id}::bigint) as follows,
                    (select count(*)::int from poll_vote where member_id = ${id}::bigint) as votes,
                    (select count(*)::int from content_report where reporter_id = ${id}::bigint) as reports,
                    (select count(*)::int from post_read where member_id = ${id}::bigint) as reads`)
  const before = [await owned(double), await owned(rest)]
  const moved = await eachOf((data) => data.merge(system(), double, rest))
  expect(await owned(rest)).toEqual([
    { comments: 2, reactions: 1, follows: 2, votes: 1, reports: 1, reads: 1 },
  ])
  expect(await owned(double)).toMatchObject([{ comments: 0, reactions: 1 }])
  const [author] = await many(
    sql<{ id: Id }>`select author_id as id from comment where id = ${answered}::bigint`,
  )
  expect(author!.id).toBe(rest)
  for (const [index, data] of talkData.entries()) await data.unmerge(system(), double, rest, moved[index]!)
  expect([await owned(double), await owned(rest)]).toEqual(before)
})
