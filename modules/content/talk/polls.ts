/** Votes: cast, changed and taken back until the poll closes; who sees the figures and when. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { type AccessedPost, askerOf, requireAsker } from '../access.ts'
import { pollVoted, postChanged } from '../facts.ts'
import { contentProblems } from '../problems.ts'
import { talkProblems } from './problems.ts'
import type { PollAnswer } from './shapes.ts'

interface Poll {
  readonly question: string
  readonly choices: number
  readonly closesAt: Date | null
  readonly shown: 'always' | 'voted' | 'closed'
  readonly voters: number
  readonly options: readonly { id: Id; label: string; votes: number; yours: boolean }[]
}

async function findPoll(ctx: Ctx, postId: Id): Promise<Poll | undefined> {
  const { rows } = await sql<Poll>`
    select l.question, l.choices, l.closes_at as "closesAt", l.shown, l.voter_count as voters,
           (select json_agg(json_build_object('id', o.id::text, 'label', o.label, 'votes', o.vote_count,
                     'yours', exists (select from poll_vote v where v.post_id = o.post_id and v.option_id = o.id
                                         and v.member_id = ${askerOf(ctx) ?? null}::bigint)) order by o.position)
              from poll_option o where o.post_id = l.post_id) as options
      from poll l where l.post_id = ${postId}::bigint`.execute(ctx.db)
  return rows[0]
}

/** The poll of a post as the one who asks may see it. Throws `no_poll`. */
export async function readPoll(ctx: Ctx, post: AccessedPost): Promise<PollAnswer> {
  const poll = await findPoll(ctx, post.id)
  if (!poll) throw talkProblems.noPoll()
  const open = isOpen(ctx, poll) && post.closedAt === null
  const voted = poll.options.some((option) => option.yours)
  const figures =
    poll.shown === 'always' || !open || (poll.shown === 'voted' && (voted || post.moderates)) || post.own
  return {
    question: poll.question,
    choices: poll.choices,
    closesAt: poll.closesAt?.toISOString() ?? null,
    open,
    shown: poll.shown,
    voters: poll.voters,
    options: poll.options.map(({ id, label, votes, yours }) => ({
      id,
      label,
      votes: figures ? votes : null,
      share: figures ? (poll.voters === 0 ? 0 : votes / poll.voters) : null,
      yours,
    })),
    can: { vote: open && mayVote(post), close: open && (post.own || post.moderates) },
  }
}

const isOpen = (ctx: Ctx, { closesAt }: Pick<Poll, 'closesAt'>) => closesAt === null || closesAt > ctx.now

const mayVote = (post: AccessedPost) => post.state === 'published' && post.board.may.has('react')

/**
 * Votes for these options, instead of those before; none takes the vote back. Throws `no_poll`,
 * `poll_closed`, `may_not_react`, `option_unknown`, `too_many_choices`.
 */
export async function vote(ctx: Ctx, post: AccessedPost, optionIds: readonly Id[]): Promise<void> {
  const memberId = requireAsker(ctx)
  if (!mayVote(post)) throw contentProblems.mayNotReact({ values: { board: post.board.name } })
  const wanted = [...new Set(optionIds)]
  await transact(ctx, async (tx) => {
    await sql`select from poll where post_id = ${post.id}::bigint for no key update`.execute(tx.db)
    const poll = await findPoll(tx, post.id)
    if (!poll) throw talkProblems.noPoll()
    if (!isOpen(tx, poll) || post.closedAt) throw talkProblems.pollClosed()
    if (wanted.some((id) => !poll.options.some((option) => option.id === id)))
      throw talkProblems.optionUnknown()
    if (wanted.length > poll.choices) throw talkProblems.tooManyChoices({ values: { most: poll.choices } })
    const before = poll.options.filter((option) => option.yours).map((option) => option.id)
    const gone = before.filter((id) => !wanted.includes(id))
    const added = wanted.filter((id) => !before.includes(id))
    if (gone.length === 0 && added.length === 0) return
    await sql`
      with gone as (
        delete from poll_vote where post_id = ${post.id}::bigint and member_id = ${memberId}::bigint
           and option_id = any(${gone}::bigint[])),
      added as (
        insert into poll_vote (post_id, option_id, member_id, voted_at)
        select ${post.id}::bigint, id, ${memberId}::bigint, ${tx.now}::timestamptz from unnest(${added}::bigint[]) as id),
      counted as (
        update poll_option set vote_count = vote_count + case when id = any(${added}::bigint[]) then 1 else -1 end
         where post_id = ${post.id}::bigint and id = any(${[...gone, ...added]}::bigint[]))
      update poll set voter_count = voter_count + ${Number(wanted.length > 0) - Number(before.length > 0)}
       where post_id = ${post.id}::bigint`.execute(tx.db)
    if (before.length === 0)
      await announce(
        tx,
        pollVoted,
        { kind: post.kind, boardId: post.boardId, authorId: post.authorId },
        { memberId, groupId: post.groupId, object: { kind: 'post', id: post.id } },
      )
  })
}

/** Ends a poll now: its author, or who looks after the board; what is announced here its hour need not tell. */
export async function closePoll(ctx: Ctx, post: AccessedPost): Promise<void> {
  if (!post.own && !post.moderates) throw contentProblems.mayNotModerate()
  await transact(ctx, async (tx) => {
    await sql`select from poll where post_id = ${post.id}::bigint for no key update`.execute(tx.db)
    const poll = await findPoll(tx, post.id)
    if (!poll) throw talkProblems.noPoll()
    if (!isOpen(tx, poll)) return
    await tx.db
      .updateTable('poll')
      .set({ closes_at: tx.now, told_at: tx.now })
      .where('post_id', '=', post.id)
      .execute()
    await announce(
      tx,
      postChanged,
      { kind: post.kind, boardId: post.boardId, authorId: post.authorId, how: 'poll_closed' },
      { memberId: askerOf(tx) ?? null, groupId: post.groupId, object: { kind: 'post', id: post.id } },
    )
    if (!post.own) await audit(tx, 'content.poll_closed', { kind: 'post', id: post.id })
  })
}
