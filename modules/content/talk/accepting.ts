/** 采纳: which answer settled a question (T3). */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { type AccessedPost, askerOf } from '../access.ts'
import { answerAccepted, answerChosen, commentChanged, postChanged } from '../facts.ts'
import { contentProblems } from '../problems.ts'
import { isQuestion } from '../shapes.ts'
import { mayAccept } from './present.ts'
import { talkProblems } from './problems.ts'
import { factOf, lockPost, type SeenComment } from './release.ts'

/**
 * Accepts an answer, instead of the one before; null takes it back. The same again changes nothing.
 * Throws `not_question`, `may_not_accept`, `comment_not_found`.
 */
export async function acceptAnswer(ctx: Ctx, post: AccessedPost, commentId: Id | null): Promise<void> {
  if (!isQuestion(post.kind)) throw talkProblems.notQuestion()
  if (!mayAccept(post)) throw talkProblems.mayNotAccept()
  await transact(ctx, async (tx) => {
    const locked = await lockPost(tx, post.id)
    if (!locked) throw contentProblems.postNotFound()
    if (locked.acceptedCommentId === commentId) return
    const comment = commentId === null ? undefined : await findSeen(tx, post.id, commentId)
    const before = locked.acceptedCommentId && (await findSeen(tx, post.id, locked.acceptedCommentId))
    if (commentId !== null && !comment) throw contentProblems.commentNotFound()
    await tx.db
      .updateTable('post')
      .set({ accepted_comment_id: commentId })
      .where('id', '=', post.id)
      .execute()
    const object = { kind: 'post', id: post.id }
    if (before)
      await announce(
        tx,
        commentChanged,
        { ...factOf(locked, before), how: 'unaccepted' },
        { memberId: before.authorId, groupId: locked.groupId, object: { kind: 'comment', id: before.id } },
      )
    if (comment) {
      const about = { groupId: locked.groupId, object: { kind: 'comment', id: comment.id } }
      await announce(
        tx,
        answerAccepted,
        { ...factOf(locked, comment), commentAuthorId: comment.authorId },
        { ...about, memberId: askerOf(tx) ?? null },
      )
      await announce(
        tx,
        answerChosen,
        { postId: post.id, boardId: locked.boardId, kind: locked.kind },
        { ...about, memberId: comment.authorId },
      )
    } else
      await announce(
        tx,
        postChanged,
        { kind: locked.kind, boardId: locked.boardId, authorId: locked.authorId, how: 'unaccepted' },
        { memberId: askerOf(tx) ?? null, groupId: locked.groupId, object },
      )
    if (!post.own) await audit(tx, 'content.answer_accepted', object, { commentId })
  })
}

async function findSeen(tx: Ctx, postId: Id, commentId: Id): Promise<SeenComment | undefined> {
  return await tx.db
    .selectFrom('comment as c')
    .leftJoin('comment as above', 'above.id', 'c.parent_id')
    .select([
      'c.id',
      'c.author_id as authorId',
      'c.parent_id as parentId',
      'c.root_id as rootId',
      'above.author_id as parentAuthorId',
      'c.created_at as at',
    ])
    .where('c.id', '=', commentId)
    .where('c.post_id', '=', postId)
    .where('c.state', '=', 'published')
    .executeTakeFirst()
}
