/** What becomes of a comment after it was posted: edited, removed, hidden, approved, restored. */
import { sql } from 'kysely'
import { describeActor, type Id, may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Document } from '#base/html/document.ts'
import { audit } from '#modules/identity/api.ts'
import type { AccessedComment } from '../access.ts'
import { commentChanged } from '../facts.ts'
import { findMentioned } from '../mentioned.ts'
import { contentProblems } from '../problems.ts'
import type { CommentState } from '../shapes.ts'
import { requireTrust } from '../trust/limits.ts'
import { readWords } from '../words.ts'
import { keepFiles } from './comment-files.ts'
import { askToPublish, readSomething, weigh } from './posting.ts'
import { talkProblems } from './problems.ts'
import { countIn, countOut, factOf, type LockedPost, lockPost, release, type SeenComment } from './release.ts'

interface LockedComment extends SeenComment {
  readonly state: CommentState
  readonly version: number
  readonly document: unknown
  readonly writtenAt: Date
  readonly stateBy: string | null
  /** Held back before anybody saw it; null once it was seen. */
  readonly heldAt: Date | null
}

/** Post and comment, locked in this order. Throws `comment_not_found`. */
async function lockComment(tx: Ctx, { id, postId }: Pick<AccessedComment, 'id' | 'postId'>) {
  const post = await lockPost(tx, postId)
  const { rows } = await sql<LockedComment>`
    select c.id, c.author_id as "authorId", c.parent_id as "parentId", c.root_id as "rootId",
           (select above.author_id from comment above where above.id = c.parent_id) as "parentAuthorId",
           c.created_at as at, c.state, c.version, c.document, coalesce(c.edited_at, c.created_at) as "writtenAt",
           c.state_by as "stateBy", c.held_at as "heldAt"
      from comment c where c.id = ${id}::bigint and c.post_id = ${postId}::bigint for no key update`.execute(
    tx.db,
  )
  if (!post || !rows[0]) throw contentProblems.commentNotFound()
  return { post, comment: rows[0] }
}

const aboutComment = (post: LockedPost, comment: SeenComment) => ({
  memberId: comment.authorId,
  groupId: post.groupId,
  object: { kind: 'comment', id: comment.id },
})

/**
 * Changes the words of one's own comment; how it read before is kept. `version` is the one that was looked
 * at. Throws `not_yours`, `post_locked`, `changed_meanwhile`, `empty`, `refused_by_team`, the limits of trust.
 */
export async function editComment(
  ctx: Ctx,
  comment: AccessedComment,
  { document, version }: { readonly document: Document; readonly version?: number | undefined },
): Promise<void> {
  if (!comment.own || comment.state === 'removed' || comment.state === 'hidden') throw talkProblems.notYours()
  const { board, moderates } = comment.post
  if (!moderates && !board.may.has('reply'))
    throw contentProblems.mayNotReply({ values: { board: board.name } })
  const words = readSomething(document)
  const held = await askToPublish(ctx, comment.post, comment.authorId, words)
  await transact(ctx, async (tx) => {
    if (!moderates)
      await requireTrust(tx, { memberId: comment.authorId, what: 'comment', again: true, ...weigh(words) })
    const { post, comment: before } = await lockComment(tx, comment)
    if (post.lockedAt) throw contentProblems.postLocked()
    if (before.state === 'removed' || before.state === 'hidden') throw talkProblems.notYours()
    if (version !== undefined && version !== before.version) throw talkProblems.changedMeanwhile()
    await tx.db
      .insertInto('comment_version')
      .values({
        comment_id: before.id,
        version: before.version,
        document: JSON.stringify(before.document),
        written_by: `member:${before.authorId}`,
        written_at: before.writtenAt,
      })
      .execute()
    const state = held ? 'pending' : before.state
    await tx.db
      .updateTable('comment')
      .set({
        document: JSON.stringify(words.document),
        html: words.html,
        plain: words.plain,
        version: before.version + 1,
        edited_at: tx.now,
        state,
      })
      .where('id', '=', before.id)
      .execute()
    await keepFiles(tx, before.id, words.files)
    if (before.state === 'published' && state === 'pending') await countOut(tx, post, before)
    const known = new Set(await findMentioned(tx, readWords(before.document as Document), before.authorId))
    const mentionIds = (await findMentioned(tx, words, before.authorId)).filter((id) => !known.has(id))
    await announce(
      tx,
      commentChanged,
      { ...factOf(post, before), how: state === 'pending' ? 'pending' : 'edited', mentionIds },
      aboutComment(post, before),
    )
  })
}

/** How a comment read before each change, newest first; the present words are not among them. */
export async function findCommentVersions(ctx: Ctx, commentId: Id) {
  return await ctx.db
    .selectFrom('comment_version')
    .select(['version', 'document', 'written_at as writtenAt'])
    .where('comment_id', '=', commentId)
    .orderBy('version', 'desc')
    .limit(100)
    .execute()
}

/**
 * Moves a comment to another state: `published` approves or restores it, `hidden` and `removed` take it out
 * of sight. Those who look after the board say why when it is somebody else's; its author may only remove
 * it. `version`: the one that was looked at, when a waiting one is approved. The same again changes nothing.
 * Throws `may_not_moderate`, `reason_missing`, `removed_by_author`, `changed_meanwhile`.
 */
export async function changeCommentState(
  ctx: Ctx,
  comment: AccessedComment,
  to: Exclude<CommentState, 'pending'>,
  reason = '',
  version?: number,
): Promise<void> {
  const { moderates } = comment.post
  if (!moderates && !(comment.own && to === 'removed')) throw contentProblems.mayNotModerate()
  if (to !== 'published' && !comment.own && reason === '') throw talkProblems.reasonMissing()
  const author = `member:${comment.authorId}`
  await transact(ctx, async (tx) => {
    const { post, comment: before } = await lockComment(tx, comment)
    if (before.state === to) return
    const approved = to === 'published' && before.state === 'pending'
    if (approved && version !== undefined && version !== before.version) throw talkProblems.changedMeanwhile()
    // Nobody lets through what of his own was held back or taken away by others; the team may.
    const others = before.stateBy !== author && before.stateBy !== describeActor(tx.actor)
    if (to === 'published' && comment.own && others && !may(tx.actor, 'content.moderate'))
      throw contentProblems.mayNotModerate()
    // What its author took away, or what went with his account, nobody brings back.
    const gone = before.stateBy === author || before.stateBy === 'system:account_closed'
    if (before.state === 'removed' && gone && !comment.own) throw talkProblems.removedByAuthor()
    if (before.state === 'removed' && !moderates) throw contentProblems.mayNotModerate()
    await moveComment(tx, post, before, to, {
      reason,
      by: comment.own && to === 'removed' ? author : describeActor(tx.actor),
    })
    if (moderates && !comment.own)
      await audit(
        tx,
        `content.comment_${to === 'published' ? (before.state === 'pending' ? 'approved' : 'restored') : to}`,
        { kind: 'comment', id: comment.id },
        { postId: comment.postId, reason },
      )
  })
}

/** The same for the product itself: what many people reported goes out of sight until the team has looked. */
export async function hideComment(tx: Ctx, comment: Pick<AccessedComment, 'id' | 'postId'>, reason: string) {
  const { post, comment: before } = await lockComment(tx, comment)
  if (before.state !== 'published') return
  await moveComment(tx, post, before, 'hidden', { reason, by: describeActor(tx.actor) })
}

async function moveComment(
  tx: Ctx,
  post: LockedPost,
  before: LockedComment,
  to: Exclude<CommentState, 'pending'>,
  { reason, by }: { readonly reason: string; readonly by: string },
): Promise<void> {
  await tx.db
    .updateTable('comment')
    .set({
      state: to,
      state_reason: reason,
      state_by: by,
      state_at: tx.now,
      ...(to === 'published' ? { held_at: null } : {}),
    })
    .where('id', '=', before.id)
    .execute()
  const seenBefore = before.state === 'published'
  // In sight for the first time: who is to hear of it has not heard of it yet. What came in as it was (a
  // demo, an import) has no mark, and waits unchanged.
  const first = before.heldAt !== null || (before.state === 'pending' && before.version === 1)
  if (to === 'published' && first) {
    const words = readWords(before.document as Document)
    await release(tx, post, before, {
      length: words.plain.length,
      mentionIds: await findMentioned(tx, words, before.authorId),
    })
  } else if (to === 'published') await countIn(tx, post, before)
  else if (seenBefore) await countOut(tx, post, before)
  const how =
    to === 'published'
      ? before.state === 'pending'
        ? 'approved'
        : 'restored'
      : before.state === 'pending'
        ? 'rejected'
        : to
  await announce(tx, commentChanged, { ...factOf(post, before), how }, aboutComment(post, before))
}
