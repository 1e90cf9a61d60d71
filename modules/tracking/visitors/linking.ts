/**
 * Which member a browser belongs to. Only two things prove it: the member's own session, or a server
 * key that vouches for him. A page or a write-only key proves nothing, so nobody can attach his
 * browser, or invented events, to someone else.
 */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { keepFirstTouch } from '#modules/members/api.ts'
import { visitorIdentified } from '../facts.ts'
import type { Touch } from '../ingest/batch.ts'

/** Links a browser to a member; the first proof holds. Returns whether this was the first. */
export async function linkVisitor(
  ctx: Ctx,
  link: {
    readonly anonymousId: string
    readonly memberId: Id
    readonly proof: 'session' | 'server'
    readonly firstTouch: Touch | undefined
  },
): Promise<boolean> {
  return await transact(ctx, async (tx) => {
    const first = await tx.db
      .insertInto('identity_link')
      .values({
        anonymous_id: link.anonymousId,
        member_id: link.memberId,
        linked_at: ctx.now,
        proof: link.proof,
      })
      .onConflict((conflict) => conflict.column('anonymous_id').doNothing())
      .returning('anonymous_id')
      .executeTakeFirst()
    if (link.firstTouch) await keepFirstTouch(tx, link.memberId, { ...link.firstTouch })
    if (!first) return false
    await announce(
      tx,
      visitorIdentified,
      { anonymousId: link.anonymousId, proof: link.proof },
      { memberId: link.memberId },
    )
    return true
  })
}

/** The member that a browser was proved to belong to, if any. */
export async function findMemberOfVisitor(ctx: Ctx, anonymousId: string): Promise<Id | undefined> {
  const link = await ctx.db
    .selectFrom('identity_link')
    .select('member_id')
    .where('anonymous_id', '=', anonymousId)
    .executeTakeFirst()
  return link?.member_id
}
