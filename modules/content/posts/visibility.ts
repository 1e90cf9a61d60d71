/** Out of sight and back: hiding, removing with a reason, restoring, and what waits for the team. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Document } from '#base/html/document.ts'
import { findMentioned } from '../mentioned.ts'
import { contentProblems } from '../problems.ts'
import { readWords } from '../words.ts'
import { type HeldPost, lockPost, tellChange } from './locking.ts'
import { postProblems } from './problems.ts'
import { tellPublished } from './publish.ts'
import { countTopics } from './topics.ts'

/** Who took away what went with an account. */
export const accountClosed = 'system:account_closed'

/** Puts a post out of sight until somebody has looked. Throws `state_unfit`. */
export const hidePost = (ctx: Ctx, postId: Id, reason: string): Promise<void> =>
  leave(ctx, postId, 'hidden', reason)

/** Takes a post away; the author reads why. Of one that waits this is the refusal. */
export const removePost = (ctx: Ctx, postId: Id, reason: string): Promise<void> =>
  leave(ctx, postId, 'removed', reason)

async function leave(ctx: Ctx, postId: Id, to: 'hidden' | 'removed', reason: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const post = await lockPost(tx, postId)
    if (post.state === to) return
    if (post.state === 'merged' || (to === 'hidden' && post.state !== 'published'))
      throw postProblems.stateUnfit()
    await setState(tx, post, to, reason)
    await tx.db.updateTable('post').set({ left_state: post.state }).where('id', '=', postId).execute()
    if (post.state === 'published') await countTopics(tx, postId, -1)
    await tellChange(tx, post, post.state === 'pending' ? 'rejected' : to, { reason })
  })
}

/**
 * Brings a hidden or removed post back, and lets one that waits be seen. Whatever its author took away himself
 * only he brings back; what went with his account nobody does. Throws `state_unfit`, `removed_by_author`.
 */
export async function restorePost(ctx: Ctx, postId: Id, reason = ''): Promise<void> {
  await transact(ctx, async (tx) => {
    const post = await lockPost(tx, postId)
    if (post.state === 'published') return
    if (post.state === 'merged' || post.state === 'scheduled') throw postProblems.stateUnfit()
    const author = await accountOf(tx, post.authorId)
    const byAuthor = author !== null && post.stateBy === `account:${author}`
    const closed = post.stateBy === accountClosed
    if (post.state === 'removed' && (closed || (byAuthor && describeActor(tx.actor) !== post.stateBy)))
      throw postProblems.removedByAuthor()
    await bringIntoSight(tx, post, reason)
    await tellChange(tx, post, post.state === 'pending' ? 'approved' : 'restored', { reason })
  })
}

/**
 * An author brings back what he took away himself, to where it stood: what waited for its hour or for the team
 * waits again, and what was hidden waits for the team. Throws `state_unfit`, `may_not_moderate`.
 */
export async function returnPost(ctx: Ctx, postId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const post = await lockPost(tx, postId)
    if (post.state === 'published') return
    if (post.state !== 'removed' && post.state !== 'hidden') throw postProblems.stateUnfit()
    if (post.stateBy !== describeActor(tx.actor)) throw contentProblems.mayNotModerate()
    const before = post.leftState ?? (post.publishedAt === null ? 'pending' : 'published')
    if (before === 'published') await bringIntoSight(tx, post)
    else await setState(tx, post, before === 'scheduled' ? 'scheduled' : 'pending', '')
    await tellChange(
      tx,
      post,
      before === 'published' ? 'restored' : before === 'scheduled' ? 'scheduled' : 'pending',
    )
  })
}

/**
 * The post is in public: at its hour, approved, or back. The first time it is announced as published. The
 * caller holds its lock.
 */
export async function bringIntoSight(tx: Ctx, post: HeldPost, reason = ''): Promise<void> {
  await sql`
    update post set state = 'published', publish_at = null,
                    published_at = coalesce(published_at, ${tx.now}), active_at = coalesce(active_at, ${tx.now}),
                    state_reason = ${reason}, state_by = ${describeActor(tx.actor)}, state_at = ${tx.now}
     where id = ${post.id}::bigint`.execute(tx.db)
  await countTopics(tx, post.id, 1)
  if (post.publishedAt !== null) return
  const body = await tx.db
    .selectFrom('post_body')
    .select('document')
    .where('post_id', '=', post.id)
    .executeTakeFirstOrThrow()
  const words = readWords(body.document as unknown as Document)
  await tellPublished(tx, post, await findMentioned(tx, words, post.authorId))
}

export async function setState(
  tx: Ctx,
  post: Pick<HeldPost, 'id'>,
  state: 'hidden' | 'removed' | 'pending' | 'scheduled',
  reason: string,
): Promise<void> {
  await tx.db
    .updateTable('post')
    .set({
      state,
      state_reason: reason,
      state_by: describeActor(tx.actor),
      state_at: tx.now,
      // What is out of sight is not shown at the top either, nor when it comes back.
      ...(state === 'pending' ? {} : { pinned_at: null, pinned_to: null }),
    })
    .where('id', '=', post.id)
    .execute()
}

async function accountOf(ctx: Ctx, memberId: Id): Promise<Id | null> {
  const row = await ctx.db
    .selectFrom('member')
    .select('account_id')
    .where('id', '=', memberId)
    .executeTakeFirst()
  return row?.account_id ?? null
}
