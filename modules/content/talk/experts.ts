/**
 * Who is likely to know (answer routing): those whose answers were accepted and thanked for on the same board
 * and in the same topics, who are around, and whom nobody else is asking. Every part of the score is said.
 */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { render } from '#base/i18n/messages.ts'
import type { Audience } from '#modules/audience/api.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import { audit } from '#modules/identity/api.ts'
import type { AccessedPost } from '../access.ts'
import { answerRequested } from '../facts.ts'
import { contentProblems } from '../problems.ts'
import { isQuestion } from '../shapes.ts'
import { talkProblems } from './problems.ts'
import { expertWords as words } from './talk.messages.ts'

export interface Expert {
  readonly memberId: Id
  readonly token: string
  readonly name: string
  readonly face: string | null
  readonly role: string
  readonly accepted: number
  readonly thanked: number
  readonly answers: number
  readonly lastSeenAt: Date | null
  readonly open: number
  readonly askedAt: Date | null
  readonly score: number
}

/** How far back, and over how many of the newest questions, it looks. */
const days = 180
const mostQuestions = 1_000
/** Nobody is asked more than this at once. */
const mostOpen = 3

/**
 * At most ten people, most likely first; those who have answered already and who was never here in the last
 * 30 days are left out. Bounded: it reads the newest thousand questions of the board and the topics.
 */
export async function findExperts(ctx: Ctx, post: AccessedPost): Promise<Expert[]> {
  const { rows } = await sql<Expert>`
    with near as (
      (select q.id, q.accepted_comment_id, q.author_id from post q
        where q.board_id = ${post.boardId}::bigint and q.state = 'published' and q.id <> ${post.id}::bigint
          and q.kind in ('question', 'picture_question')
          and q.published_at > ${ctx.now}::timestamptz - make_interval(days => ${days})
        order by q.published_at desc, q.id desc limit ${mostQuestions})
      union
      (select q.id, q.accepted_comment_id, q.author_id from post_topic mine
         join post_topic other on other.topic_id = mine.topic_id and other.post_id <> mine.post_id
         join post q on q.id = other.post_id
        where mine.post_id = ${post.id}::bigint and q.group_id = ${post.groupId}::bigint and q.state = 'published'
          and q.kind in ('question', 'picture_question')
          and q.published_at > ${ctx.now}::timestamptz - make_interval(days => ${days})
        order by q.id desc limit ${mostQuestions})),
    given as (
      select c.author_id, count(distinct c.post_id)::int as answers, sum(c.reaction_count)::int as thanked,
             count(*) filter (where c.id = near.accepted_comment_id)::int as accepted
        from near join comment c on c.post_id = near.id and c.parent_id is null and c.state = 'published'
       where c.author_id <> near.author_id
       group by c.author_id)
    select m.id as "memberId", m.token, coalesce(nullif(s.card_name, ''), m.nickname) as name, face.token as face,
           s.role, coalesce(given.accepted, 0) as accepted, coalesce(given.thanked, 0) as thanked,
           coalesce(given.answers, 0) as answers, m.last_seen_at as "lastSeenAt", waiting.open, asked.asked_at as "askedAt",
           (5 * coalesce(given.accepted, 0) + least(coalesce(given.thanked, 0), 20) * 0.5
             + least(coalesce(given.answers, 0), 10) * 0.4 + case when s.role = 'expert' then 4 else 0 end)
           * case when m.last_seen_at > ${ctx.now}::timestamptz - interval '7 days' then 1 else 0.5 end
           / (1 + waiting.open) as score
      from group_membership s
      join member m on m.id = s.member_id
      left join given on given.author_id = s.member_id
      left join file face on face.id = m.avatar_file_id
      left join answer_request asked on asked.post_id = ${post.id}::bigint and asked.member_id = m.id
     cross join lateral (
       select count(*)::int as open from answer_request r
        where r.member_id = m.id and r.answered_at is null and r.post_id <> ${post.id}::bigint
          and r.asked_at > ${ctx.now}::timestamptz - interval '14 days') as waiting
     where s.group_id = ${post.groupId}::bigint and s.left_at is null
       and (given.author_id is not null or s.role = 'expert')
       and m.id <> ${post.authorId}::bigint
       and m.last_seen_at > ${ctx.now}::timestamptz - interval '30 days'
       and waiting.open < ${mostOpen}
       and not exists (select from comment done where done.post_id = ${post.id}::bigint
             and done.author_id = m.id and done.state = 'published')
     order by score desc, m.id limit 10`.execute(ctx.db)
  return rows.filter((row) => row.score > 0).map((row) => ({ ...row, score: Number(row.score) }))
}

/** Why somebody is likely to know, in words; the strongest first. */
export function sayWhy(ctx: Ctx, expert: Expert): string[] {
  const say = (message: (typeof words)[keyof typeof words], values = {}) =>
    render(message, ctx.locale, values)
  const away = expert.lastSeenAt
    ? Math.floor((ctx.now.getTime() - expert.lastSeenAt.getTime()) / 86_400_000)
    : null
  return [
    ...(expert.accepted > 0 ? [say(words.accepted, { count: expert.accepted })] : []),
    ...(expert.role === 'expert' ? [say(words.expert)] : []),
    ...(expert.thanked > 0 ? [say(words.thanked, { count: expert.thanked })] : []),
    ...(expert.accepted === 0 && expert.answers > 0 ? [say(words.answered, { count: expert.answers })] : []),
    ...(away === null ? [] : [away <= 0 ? say(words.today) : say(words.recently, { days: away })]),
    expert.open === 0 ? say(words.free) : say(words.busy, { count: expert.open }),
  ]
}

/**
 * Asks a member to answer a question; he is told. Again is no news. Throws `not_question`,
 * `post_not_found`, and `cannot_answer` for who may not see or answer there.
 */
export async function askExpert(
  ctx: Ctx,
  audience: Audience,
  post: AccessedPost,
  memberId: Id,
): Promise<void> {
  if (!isQuestion(post.kind)) throw talkProblems.notQuestion()
  if (post.state !== 'published') throw contentProblems.postNotFound()
  const board = (await findBoardStandings(ctx, audience, { boardIds: [post.boardId], as: memberId })).get(
    post.boardId,
  )
  if (memberId === post.authorId || !board?.may.has('reply')) throw talkProblems.cannotAnswer()
  await transact(ctx, async (tx) => {
    const made = await tx.db
      .insertInto('answer_request')
      .values({
        post_id: post.id,
        member_id: memberId,
        asked_by: describeActor(tx.actor),
        asked_at: tx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('post_id')
      .executeTakeFirst()
    if (!made) return
    await announce(
      tx,
      answerRequested,
      { kind: post.kind, boardId: post.boardId, authorId: post.authorId },
      { memberId, groupId: post.groupId, object: { kind: 'post', id: post.id } },
    )
    await audit(tx, 'content.answer_requested', { kind: 'post', id: post.id }, { memberId })
  })
}
