/**
 * What people say to posts and comments with one tap. One row for each member and thing; the numbers beside
 * the thing change in the same transaction, under its lock, so that they are what the rows say.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { type AccessedPost, askerOf, requireAsker } from '../access.ts'
import { reactionGiven, reactionWithdrawn } from '../facts.ts'
import { contentProblems } from '../problems.ts'
import { type ReactionKind, reactionKinds } from '../shapes.ts'
import { requireTrust } from '../trust/limits.ts'
import { talkProblems } from './problems.ts'
import type { ReactionState } from './shapes.ts'

/** What is reacted to: a post, or one of its comments. */
export interface Reactable {
  readonly post: AccessedPost
  readonly comment?: { readonly id: Id; readonly authorId: Id } | undefined
}

/**
 * Says something to a post or comment, instead of what was said before; the same again changes nothing.
 * Throws `may_not_react`, `not_open`, `enough_for_today`.
 */
export async function react(ctx: Ctx, { post, comment }: Reactable, kind: ReactionKind): Promise<void> {
  const memberId = requireAsker(ctx)
  if (post.state !== 'published') throw talkProblems.notOpen()
  if (!post.board.may.has('react')) throw contentProblems.mayNotReact({ values: { board: post.board.name } })
  await transact(ctx, async (tx) => {
    if (await isSaid(tx, { post, comment }, memberId, kind)) return
    if (!post.moderates) await requireTrust(tx, { memberId, what: 'reaction' })
    if (!(await lockThing(tx, { post, comment }))) throw talkProblems.notOpen()
    const { rows } = await sql<{ made: boolean }>`
      insert into reaction as mine (post_id, comment_id, member_id, kind, created_at)
      values (${post.id}::bigint, ${comment?.id ?? null}::bigint, ${memberId}::bigint, ${kind}, ${tx.now}::timestamptz)
      on conflict (post_id, comment_id, member_id) do update set kind = excluded.kind
        where mine.kind <> excluded.kind
      returning xmax = 0 as made`.execute(tx.db)
    if (!rows[0]) return
    if (rows[0].made) await count(tx, { post, comment }, 1)
    await announce(
      tx,
      reactionGiven,
      {
        postId: post.id,
        boardId: post.boardId,
        commentId: comment?.id ?? null,
        authorId: comment?.authorId ?? post.authorId,
        reaction: kind,
      },
      { memberId, groupId: post.groupId, object: objectOf({ post, comment }) },
    )
  })
}

/** Takes back what was said; when nothing was, nothing happens. */
export async function withdrawReaction(ctx: Ctx, { post, comment }: Reactable): Promise<void> {
  const memberId = requireAsker(ctx)
  await transact(ctx, async (tx) => {
    await lockThing(tx, { post, comment })
    const gone = await tx.db
      .deleteFrom('reaction')
      .where('post_id', '=', post.id)
      .where('comment_id', comment ? '=' : 'is', comment?.id ?? null)
      .where('member_id', '=', memberId)
      .returning('id')
      .executeTakeFirst()
    if (!gone) return
    await count(tx, { post, comment }, -1)
    await announce(
      tx,
      reactionWithdrawn,
      { postId: post.id, commentId: comment?.id ?? null, authorId: comment?.authorId ?? post.authorId },
      { memberId, groupId: post.groupId, object: objectOf({ post, comment }) },
    )
  })
}

const objectOf = ({ post, comment }: Reactable) =>
  comment ? { kind: 'comment', id: comment.id } : { kind: 'post', id: post.id }

/** A second tap on the same button costs one read and no place among the day's reactions. */
async function isSaid(tx: Ctx, { post, comment }: Reactable, memberId: Id, kind: ReactionKind) {
  const row = await tx.db
    .selectFrom('reaction')
    .select('id')
    .where('post_id', '=', post.id)
    .where('comment_id', comment ? '=' : 'is', comment?.id ?? null)
    .where('member_id', '=', memberId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Posts before comments, always; of a comment its post is only kept from going away. False for what went out of
 * sight, or to another post, since it was fetched.
 */
async function lockThing(tx: Ctx, { post, comment }: Reactable): Promise<boolean> {
  if (comment) await sql`select from post where id = ${post.id}::bigint for key share`.execute(tx.db)
  const { rows } = comment
    ? await sql`select from comment where id = ${comment.id}::bigint and post_id = ${post.id}::bigint
                   and state = 'published' for no key update`.execute(tx.db)
    : await sql`select from post where id = ${post.id}::bigint and state = 'published' for no key update`.execute(
        tx.db,
      )
  return rows.length > 0
}

const count = async (tx: Ctx, { post, comment }: Reactable, by: 1 | -1): Promise<void> => {
  if (comment)
    await sql`update comment set reaction_count = reaction_count + ${by} where id = ${comment.id}::bigint`.execute(
      tx.db,
    )
  else
    await sql`update post set reaction_count = reaction_count + ${by} where id = ${post.id}::bigint`.execute(
      tx.db,
    )
}

/** What was said to a post or comment, by kind. */
export async function findReactions(ctx: Ctx, { post, comment }: Reactable): Promise<ReactionState> {
  const { rows } = await sql<{ kind: ReactionKind; count: number; yours: boolean }>`
    select kind, count(*)::int as count,
           coalesce(bool_or(member_id = ${askerOf(ctx) ?? null}::bigint), false) as yours
      from reaction
     where post_id = ${post.id}::bigint and comment_id is not distinct from ${comment?.id ?? null}::bigint
     group by kind`.execute(ctx.db)
  const counts = new Map(rows.map((row) => [row.kind, row.count]))
  return {
    count: rows.reduce((sum, row) => sum + row.count, 0),
    kinds: Object.fromEntries(reactionKinds.map((kind) => [kind, counts.get(kind) ?? 0])) as Record<
      ReactionKind,
      number
    >,
    yours: rows.find((row) => row.yours)?.kind ?? null,
  }
}
