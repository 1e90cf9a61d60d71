/** How a post stands: pinned, featured, locked, closed, in sight or not. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Id, may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { type AccessedPost, askerOf } from '../access.ts'
import { postFeatured } from '../facts.ts'
import { contentProblems } from '../problems.ts'
import { auditPost, type HeldPost, lockPost, tellChange } from './locking.ts'
import { postProblems } from './problems.ts'
import type { Standing, standingAnswer } from './shapes.ts'
import { hidePost, removePost, restorePost, returnPost } from './visibility.ts'

/**
 * Changes how a post stands, all of it or nothing. Those who look after the board may everything; an author may
 * close his own, remove it, and bring back what he removed. Throws `may_not_moderate`, `reason_missing`, `state_unfit`.
 */
export async function changeStanding(ctx: Ctx, post: AccessedPost, change: Standing): Promise<void> {
  requireMay(post, change)
  const foreign = !post.own
  const goes = change.state === 'hidden' || change.state === 'removed'
  if (goes && foreign && change.reason === '') throw postProblems.reasonMissing()
  await transact(ctx, async (tx) => {
    const held = await lockPost(tx, post.id)
    if (change.pinned !== undefined) await pin(tx, held, change.pinned)
    if (change.featured !== undefined) await feature(tx, held, change.featured)
    if (change.locked !== undefined) await lock(tx, held, change.locked)
    if (change.closed !== undefined) await close(tx, held, change.closed, change.closedBecause ?? '')
    if (change.state === 'hidden') await hidePost(tx, post.id, change.reason)
    else if (change.state === 'removed') await removePost(tx, post.id, change.reason)
    else if (change.state === 'published') {
      // Approving what was not looked at would let through whatever its author made of it meanwhile.
      if (change.version !== undefined && change.version !== held.version)
        throw postProblems.changedMeanwhile()
      // Nobody lets through what of his own was held back or taken away by others; the team may.
      const asAuthor = post.own && !may(tx.actor, 'content.moderate')
      if (asAuthor && held.state === 'pending') throw contentProblems.mayNotModerate()
      if (post.moderates && !asAuthor) await restorePost(tx, post.id, change.reason)
      // What the team took away its author does not bring back.
      else await returnPost(tx, post.id)
    }
  })
}

function requireMay(post: AccessedPost, change: Standing): void {
  if (post.moderates) return
  const { closed: _, closedBecause: __, reason: ___, version: ____, state, ...rest } = change
  const others = Object.values(rest).some((value) => value !== undefined)
  const ownState =
    state === undefined || state === 'removed' || (state === 'published' && post.state === 'removed')
  if (!post.own || others || !ownState) throw contentProblems.mayNotModerate()
}

async function pin(tx: Ctx, post: HeldPost, to: 'board' | 'group' | null): Promise<void> {
  if (post.pinnedTo === to) return
  if (to !== null && post.state !== 'published') throw postProblems.stateUnfit()
  await tx.db
    .updateTable('post')
    .set({ pinned_to: to, pinned_at: to === null ? null : tx.now })
    .where('id', '=', post.id)
    .execute()
  await tellChange(tx, post, to === null ? 'unpinned' : 'pinned', to === null ? {} : { to })
}

async function feature(tx: Ctx, post: HeldPost, featured: boolean): Promise<void> {
  if ((post.featuredAt !== null) === featured) return
  if (featured && post.state !== 'published') throw postProblems.stateUnfit()
  await tx.db
    .updateTable('post')
    .set({ featured_at: featured ? tx.now : null })
    .where('id', '=', post.id)
    .execute()
  if (!featured) return await tellChange(tx, post, 'unfeatured')
  const { kind, boardId, authorId, groupId } = post
  await announce(
    tx,
    postFeatured,
    { kind, boardId, authorId },
    { memberId: askerOf(tx) ?? null, groupId, object: { kind: 'post', id: post.id } },
  )
  await auditPost(tx, post, 'featured')
}

async function lock(tx: Ctx, post: HeldPost, locked: boolean): Promise<void> {
  if ((post.lockedAt !== null) === locked) return
  await tx.db
    .updateTable('post')
    .set({ locked_at: locked ? tx.now : null })
    .where('id', '=', post.id)
    .execute()
  await tellChange(tx, post, locked ? 'locked' : 'unlocked')
}

async function close(tx: Ctx, post: HeldPost, closed: boolean, because: string): Promise<void> {
  await tx.db
    .updateTable('post')
    .set({
      closed_at: closed ? sql`coalesce(closed_at, ${tx.now})` : null,
      closed_because: closed ? because : '',
    })
    .where('id', '=', post.id)
    .execute()
  if ((post.closedAt !== null) !== closed) await tellChange(tx, post, closed ? 'closed' : 'reopened')
}

export async function findStanding(ctx: Ctx, postId: Id): Promise<z.input<typeof standingAnswer>> {
  const { rows } = await sql<z.input<typeof standingAnswer>>`
    select id, state, pinned_to as pinned, featured_at is not null as featured, locked_at is not null as locked,
           closed_at is not null as closed, state_reason as "stateReason"
      from post where id = ${postId}::bigint`.execute(ctx.db)
  return rows[0]!
}
