/** The poll of a post, as it is sent and kept; voting is talk's. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { PollInput, PostKind } from '../shapes.ts'
import { postProblems } from './problems.ts'

/** The poll to keep, or null. Throws `poll_missing`, `poll_unfit`. What the system writes may be closed already. */
export function requirePoll(ctx: Ctx, kind: PostKind, poll: PollInput | null): PollInput | null {
  if (kind === 'poll' && !poll) throw postProblems.pollMissing()
  if (!poll) return null
  const past = ctx.actor.kind !== 'system' && poll.closesAt !== null && new Date(poll.closesAt) <= ctx.now
  const double = new Set(poll.options).size < poll.options.length
  if (double || past || poll.choices > poll.options.length) throw postProblems.pollUnfit()
  return poll
}

export async function keepPoll(tx: Ctx, postId: Id, poll: PollInput): Promise<void> {
  await tx.db
    .insertInto('poll')
    .values({
      post_id: postId,
      question: poll.question,
      choices: poll.choices,
      closes_at: poll.closesAt === null ? null : new Date(poll.closesAt),
      shown: poll.shown,
    })
    .execute()
  await tx.db
    .insertInto('poll_option')
    .values(poll.options.map((label, position) => ({ post_id: postId, position, label })))
    .execute()
}
