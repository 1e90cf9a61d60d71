/** Comments as those who read them see them, with what each of them may do. */
import type { Ctx } from '#base/context.ts'
import { addressOf } from '#base/files/files.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { type AccessedPost, askerOf } from '../access.ts'
import { type CommentAnswer, isQuestion } from '../shapes.ts'
import { type CommentRow, findThreads, placeOf, repliesShown, type Threads } from './comments.sql.ts'
import type { CommentSort, ThreadAnswer, ThreadPage } from './shapes.ts'

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
      token: row.authorToken,
      name: row.authorName,
      avatarUrl: row.authorFace === null ? null : addressOf(row.authorFace, 'small'),
      role: row.authorRole,
      gone: row.authorGone,
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

/** Heads of threads with the first of their replies; the accepted answer apart. */
export function presentThreads(
  ctx: Ctx,
  post: AccessedPost,
  { accepted, heads, replies }: Threads,
): Pick<ThreadPage, 'accepted' | 'items'> {
  const present = (head: CommentRow): ThreadAnswer => {
    const below = replies.get(head.id) ?? []
    const last = below[repliesShown - 1]
    return {
      ...presentComment(ctx, post, head),
      replies: below.slice(0, repliesShown).map((reply) => presentComment(ctx, post, reply)),
      more: writeCursor(repliesOrder, below.length > repliesShown && last ? placeOf(last) : null),
    }
  }
  return { accepted: accepted ? present(accepted) : null, items: heads.map(present) }
}

/** A page of the comments of a post, as the API answers it. One query. */
export async function readThreads(
  ctx: Ctx,
  post: AccessedPost,
  { sort, cursor, limit }: { sort: CommentSort; cursor?: string | undefined; limit: number },
): Promise<ThreadPage> {
  const order = `comments by ${sort}`
  const found = await findThreads(ctx, post, { sort, after: readCursor(order, cursor), limit })
  return { ...presentThreads(ctx, post, found), next: writeCursor(order, found.next) }
}
