/** Comments as those who read them see them, with what each of them may do. */
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addressOf } from '#base/files/files.ts'
import { writeCursor } from '#base/http/cursor.ts'
import { type AccessedPost, askerOf } from '../access.ts'
import { type CommentAnswer, isQuestion } from '../shapes.ts'
import { type CommentRow, findFirstReplies, placeOf, repliesShown } from './comments.sql.ts'
import type { ThreadAnswer } from './shapes.ts'

export const repliesOrder = 'replies of a comment'

export function presentComment(ctx: Ctx, post: AccessedPost, row: CommentRow): CommentAnswer {
  const asker = askerOf(ctx)
  const own = row.authorId === asker
  const visible = row.state === 'published'
  const mayKnow = own || post.moderates
  const open = post.state === 'published' && !post.lockedAt
  return {
    id: row.id,
    postId: row.postId,
    parentId: row.parentId,
    rootId: row.rootId,
    state: row.state,
    author: {
      token: row.author.token,
      name: row.author.name,
      avatarUrl: row.author.face === null ? null : addressOf(row.author.face, 'small'),
      role: row.author.role,
      gone: row.author.gone,
    },
    to: row.to,
    html: visible || post.moderates || (own && row.state !== 'removed') ? row.html : '',
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    accepted: row.id === post.acceptedCommentId,
    replyCount: row.replyCount,
    reactionCount: row.reactionCount,
    stateReason: mayKnow ? row.stateReason : '',
    you: asker ? { reaction: row.reaction } : null,
    can: {
      reply: visible && open && post.board.may.has('reply'),
      react: visible && post.state === 'published' && post.board.may.has('react'),
      edit:
        own &&
        (visible || row.state === 'pending') &&
        !post.lockedAt &&
        (post.moderates || post.board.may.has('reply')),
      remove: row.state !== 'removed' && (own || post.moderates),
      accept: visible && mayAccept(post),
      report: asker !== undefined && !own && visible,
      moderate: post.moderates,
    },
  }
}

/** Who asked, and those who look after the board. */
export const mayAccept = (post: AccessedPost): boolean =>
  isQuestion(post.kind) && post.state === 'published' && (post.own || post.moderates)

/** Heads of threads with the first of their replies: one query for all of them. */
export async function presentThreads(
  ctx: Ctx,
  post: AccessedPost,
  heads: readonly CommentRow[],
): Promise<ThreadAnswer[]> {
  const replies = Map.groupBy(
    await findFirstReplies(
      ctx,
      post,
      heads.flatMap((head) => (head.replyCount > 0 || mayHide(ctx, post) ? head.id : [])),
    ),
    (reply) => reply.rootId,
  )
  return heads.map((head) => {
    const below = replies.get(head.id) ?? []
    const last = below[repliesShown - 1]
    return {
      ...presentComment(ctx, post, head),
      replies: below.slice(0, repliesShown).map((reply) => presentComment(ctx, post, reply)),
      more: writeCursor(repliesOrder, below.length > repliesShown && last ? placeOf(last) : null),
    }
  })
}

/** Somebody for whom there may be replies that do not count: his own that wait, or those that he looks after. */
const mayHide = (ctx: Ctx, post: AccessedPost): boolean =>
  post.moderates || askerOf(ctx) !== undefined || may(ctx.actor, 'content.read')
