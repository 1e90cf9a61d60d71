/**
 * What a comment counts for while it is seen: the numbers of its post and thread, the first answer, who
 * hears of it. Comments come into sight when they are posted, approved or restored, and go out of it when
 * they are held back, hidden or removed. The caller holds the lock of the post.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { commentPosted, questionAnswered } from '../facts.ts'
import { isQuestion, type PostKind } from '../shapes.ts'

/** A post as those who talk on it hold it, locked. */
export interface LockedPost {
  readonly id: Id
  readonly groupId: Id
  readonly boardId: Id
  readonly authorId: Id
  readonly kind: PostKind
  readonly state: string
  readonly publishedAt: Date | null
  readonly lockedAt: Date | null
  readonly closedAt: Date | null
  readonly acceptedCommentId: Id | null
  readonly firstAnswerAt: Date | null
}

/** The post, locked for a change of its numbers; undefined when there is none. Posts before comments, always. */
export async function lockPost(tx: Ctx, postId: Id): Promise<LockedPost | undefined> {
  return await tx.db
    .selectFrom('post')
    .select([
      'id',
      'group_id as groupId',
      'board_id as boardId',
      'author_id as authorId',
      sql<PostKind>`kind`.as('kind'),
      'state',
      'published_at as publishedAt',
      'locked_at as lockedAt',
      'closed_at as closedAt',
      'accepted_comment_id as acceptedCommentId',
      'first_answer_at as firstAnswerAt',
    ])
    .where('id', '=', postId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export interface SeenComment {
  readonly id: Id
  readonly authorId: Id
  readonly parentId: Id | null
  readonly rootId: Id | null
  readonly parentAuthorId: Id | null
  readonly at: Date
}

/** What facts about a comment carry. */
export const factOf = (post: LockedPost, comment: SeenComment) => ({
  postId: post.id,
  boardId: post.boardId,
  kind: post.kind,
  authorId: post.authorId,
  parentId: comment.parentId,
  parentAuthorId: comment.parentAuthorId,
})

/** Counts a comment that came into sight. */
export async function countIn(tx: Ctx, post: LockedPost, comment: SeenComment): Promise<void> {
  if (comment.rootId) await countReply(tx, comment.rootId, 1)
  const first = post.firstAnswerAt === null && comment.authorId !== post.authorId
  await sql`
    update post set comment_count = comment_count + 1,
                    active_at = greatest(active_at, ${comment.at}::timestamptz),
                    first_answer_at = ${first ? comment.at : post.firstAnswerAt}::timestamptz
     where id = ${post.id}::bigint`.execute(tx.db)
}

/** Takes a comment that went out of sight from the numbers; whoever answered next was the first. */
export async function countOut(tx: Ctx, post: LockedPost, comment: SeenComment): Promise<void> {
  if (comment.rootId) await countReply(tx, comment.rootId, -1)
  const wasFirst =
    post.firstAnswerAt?.getTime() === comment.at.getTime() && comment.authorId !== post.authorId
  await sql`
    update post p set comment_count = comment_count - 1,
           accepted_comment_id = nullif(accepted_comment_id, ${comment.id}::bigint),
           first_answer_at = case when ${wasFirst} then (
             select min(c.created_at) from comment c
              where c.post_id = p.id and c.state = 'published' and c.author_id <> p.author_id
                and c.id <> ${comment.id}::bigint) else first_answer_at end
     where p.id = ${post.id}::bigint`.execute(tx.db)
}

const countReply = async (tx: Ctx, rootId: Id, by: 1 | -1): Promise<void> => {
  await sql`update comment set reply_count = reply_count + ${by} where id = ${rootId}::bigint`.execute(tx.db)
}

/**
 * A comment is there for the first time: it counts, its author follows the post unless he muted it, who was
 * asked to answer has answered, and everybody may hear of it.
 */
export async function release(
  tx: Ctx,
  post: LockedPost,
  comment: SeenComment,
  words: { readonly length: number; readonly mentionIds: readonly Id[] },
): Promise<void> {
  await countIn(tx, post, comment)
  await sql`
    with asked as (
      update answer_request set answered_at = ${comment.at}::timestamptz
       where post_id = ${post.id}::bigint and member_id = ${comment.authorId}::bigint and answered_at is null)
    insert into follow (member_id, post_id, by_itself, created_at)
    values (${comment.authorId}::bigint, ${post.id}::bigint, true, ${comment.at}::timestamptz)
    on conflict do nothing`.execute(tx.db)
  const about = {
    memberId: comment.authorId,
    groupId: post.groupId,
    object: { kind: 'comment', id: comment.id },
    occurredAt: comment.at,
  }
  await announce(
    tx,
    commentPosted,
    { ...factOf(post, comment), length: words.length, mentionIds: [...words.mentionIds] },
    about,
  )
  const answers = isQuestion(post.kind) && post.firstAnswerAt === null && comment.authorId !== post.authorId
  if (answers)
    await announce(
      tx,
      questionAnswered,
      { ...factOf(post, comment), commentId: comment.id },
      {
        memberId: comment.authorId,
        groupId: post.groupId,
        object: { kind: 'post', id: post.id },
        value: post.publishedAt && Math.round((comment.at.getTime() - post.publishedAt.getTime()) / 60_000),
        occurredAt: comment.at,
      },
    )
}
