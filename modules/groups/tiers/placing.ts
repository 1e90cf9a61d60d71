/** Putting members on tiers, by hand and by rule. A rule moves nobody who stands elsewhere by now. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { memberTierAtRisk, memberTierChanged } from '../course.facts.ts'
import { lockGroup } from '../groups/lock.ts'
import { changeStay } from '../memberships/memberships.ts'
import type { Notify } from '../notices/notices.ts'
import type { Move, Standing } from './decide.ts'
import type { RuledTier } from './tiers.ts'

const dayMs = 86_400_000

export interface Counts {
  rose: number
  noticed: number
  fell: number
  kept: number
}
export const nothing = (): Counts => ({ rose: 0, noticed: 0, fell: 0, kept: 0 })

/** Where somebody stands; in a group with the stay that is changed. */
export type Found = Standing & { readonly membershipId: Id | null }

/** One member and what the rules make of him. */
export interface Decided {
  readonly found: Found
  readonly move: Move
}

interface Scene {
  readonly tiers: readonly RuledTier[]
  readonly groupId: Id | null
  readonly notify: Notify
}

/**
 * Carries out what was decided, in the transaction of `tx`. Who left, was merged, or was put elsewhere since it was
 * decided is skipped.
 */
export async function carryOut(
  tx: Ctx,
  scene: Scene,
  decided: readonly Decided[],
  counts: Counts,
): Promise<void> {
  const still = await lockStanding(
    tx,
    scene.groupId,
    decided.map(({ found }) => found),
  )
  for (const { found, move } of decided)
    if (still.has(found.memberId)) await carryOutOne(tx, scene, found, move, counts)
}

/** Those who still stand where they were found, locked there until the transaction ends. */
async function lockStanding(tx: Ctx, groupId: Id | null, all: readonly Found[]): Promise<ReadonlySet<Id>> {
  const ids = all.map(({ memberId }) => memberId)
  if (groupId) await lockGroup(tx, groupId)
  const { rows } = groupId
    ? await sql<{ memberId: Id; tierId: Id | null }>`
        select s.member_id as "memberId", s.tier_id as "tierId"
          from group_membership s join member m on m.id = s.member_id and m.merged_into is null
         where s.group_id = ${groupId} and s.left_at is null and s.member_id = any(${ids}::bigint[])
           and s.role not in ('owner', 'moderator')
         order by s.id for update of s`.execute(tx.db)
    : await sql<{ memberId: Id; tierId: Id | null }>`
        select m.id as "memberId", h.tier_id as "tierId"
          from member m left join tier_holding h on h.member_id = m.id
         where m.id = any(${ids}::bigint[]) and m.merged_into is null and h.held is not true
         order by m.id for share of m`.execute(tx.db)
  const tierOf = new Map(rows.map((row) => [row.memberId, row.tierId]))
  return new Set(all.flatMap(({ memberId, tierId }) => (tierOf.get(memberId) === tierId ? [memberId] : [])))
}

async function carryOutOne(tx: Ctx, scene: Scene, found: Found, move: Move, counts: Counts): Promise<void> {
  const tierOf = (id: Id | null) => scene.tiers.find((tier) => tier.id === id) ?? null
  switch (move.kind) {
    case 'none':
      return
    case 'rise':
      if (!(await place(tx, scene, found, tierOf(move.to)))) return
      await endNotice(tx, found, 'cancelled')
      counts.rose++
      return
    case 'kept':
      await endNotice(tx, found, 'kept')
      counts.kept++
      return
    case 'notice': {
      const tier = tierOf(move.from)
      if (tier && (await giveNotice(tx, scene, found.memberId, tier))) counts.noticed++
      return
    }
    case 'fall':
      if (!(await place(tx, scene, found, tierOf(move.to)))) return
      await endNotice(tx, found, 'fell')
      counts.fell++
  }
}

async function giveNotice(
  tx: Ctx,
  { groupId, notify }: Scene,
  memberId: Id,
  tier: RuledTier,
): Promise<boolean> {
  const until = new Date(tx.now.getTime() + (tier.rule?.graceDays ?? 7) * dayMs)
  const made = await tx.db
    .insertInto('tier_notice')
    .values({ tier_id: tier.id, member_id: memberId, noticed_at: tx.now, effective_at: until })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  await announce(tx, memberTierAtRisk, { tier: tier.key, until: until.toISOString() }, { memberId, groupId })
  await notify.tierAtRisk(tx, { memberId, groupId, tier, until })
  return true
}

const endNotice = (tx: Ctx, { memberId, tierId }: Found, outcome: 'kept' | 'fell' | 'cancelled') =>
  tx.db
    .updateTable('tier_notice')
    .set({ ended_at: tx.now, outcome })
    .where('member_id', '=', memberId)
    .where('tier_id', '=', tierId ?? '0')
    .where('ended_at', 'is', null)
    .execute()

/** By rule; the stay of a group is locked and looked at already. False when the member stands elsewhere by now. */
async function place(
  tx: Ctx,
  { tiers, groupId }: Scene,
  found: Found,
  to: RuledTier | null,
): Promise<boolean> {
  if (groupId && found.membershipId) {
    await changeStay(tx, found.membershipId, { tierId: to?.id ?? null, reason: 'rule' })
    return true
  }
  const from = tiers.find((tier) => tier.id === found.tierId) ?? null
  if (!(await replaceHolding(tx, found, to))) return false
  await keepChange(tx, found.memberId, from, to, 'rule')
  return true
}

/** Changes the holding that the rule saw, and no other: what a person set meanwhile stays. */
async function replaceHolding(tx: Ctx, { memberId, tierId }: Found, to: RuledTier | null): Promise<boolean> {
  const row = to && {
    tier_id: to.id,
    since: tx.now,
    held: false,
    reason: 'rule',
    by: describeActor(tx.actor),
  }
  if (tierId === null) {
    if (!row) return false
    const made = await tx.db
      .insertInto('tier_holding')
      .values({ member_id: memberId, ...row })
      .onConflict((conflict) => conflict.column('member_id').doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  if (!row) {
    const gone = await tx.db
      .deleteFrom('tier_holding')
      .where('member_id', '=', memberId)
      .where('tier_id', '=', tierId)
      .where('held', '=', false)
      .executeTakeFirst()
    return gone.numDeletedRows === 1n
  }
  const changed = await tx.db
    .updateTable('tier_holding')
    .set(row)
    .where('member_id', '=', memberId)
    .where('tier_id', '=', tierId)
    .where('held', '=', false)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** A person puts a member on a tier of the community; null for the lowest. */
export async function placeMember(
  tx: Ctx,
  memberId: Id,
  { from, to, held, reason }: { from: RuledTier | null; to: RuledTier | null; held: boolean; reason: string },
): Promise<void> {
  if (to) {
    const row = { tier_id: to.id, since: tx.now, held, reason, by: describeActor(tx.actor) }
    await tx.db
      .insertInto('tier_holding')
      .values({ member_id: memberId, ...row })
      .onConflict((conflict) => conflict.column('member_id').doUpdateSet(row))
      .execute()
  } else {
    await tx.db.deleteFrom('tier_holding').where('member_id', '=', memberId).execute()
  }
  if (from?.id !== to?.id) await keepChange(tx, memberId, from, to, reason)
}

async function keepChange(
  tx: Ctx,
  memberId: Id,
  from: RuledTier | null,
  to: RuledTier | null,
  reason: string,
): Promise<void> {
  const up = (to?.rank ?? 0) > (from?.rank ?? 0)
  await tx.db
    .insertInto('tier_change')
    .values({
      member_id: memberId,
      from_id: from?.id ?? null,
      to_id: to?.id ?? null,
      rose: up,
      at: tx.now,
      by: describeActor(tx.actor),
      reason,
    })
    .execute()
  await announce(tx, memberTierChanged, { from: from?.key ?? null, to: to?.key ?? null, up }, { memberId })
}
