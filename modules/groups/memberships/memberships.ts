/** Who is in a group: coming in, going, and what one is there. Each stay is a row of its own. */
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { groupIntroduced, groupJoined, groupLeft, groupRoleChanged, groupTierChanged } from '../facts.ts'
import { type LockedGroup, lockGroup, lockOpenGroup } from '../groups/lock.ts'
import { groupProblems } from '../problems.ts'
import type { LeavingWay, Role } from './shapes.ts'

export type Way = 'open' | 'invitation' | 'admission' | 'waiting_list' | 'operator' | 'return' | 'import'

export interface Stay {
  readonly id: Id
  readonly groupId: Id
  readonly memberId: Id
  readonly role: Role
  readonly tierId: Id | null
  readonly joinedAt: Date
  readonly answeredAt: Date | null
}

/** The present stay of a member in a group. */
export async function findStay(ctx: Ctx, groupId: Id, memberId: Id): Promise<Stay | undefined> {
  const row = await ctx.db
    .selectFrom('group_membership')
    .selectAll()
    .where('group_id', '=', groupId)
    .where('member_id', '=', memberId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return row && stayOf(row)
}

const stayOf = (row: {
  id: Id
  group_id: Id
  member_id: Id
  role: string
  tier_id: Id | null
  joined_at: Date
  answered_at: Date | null
}): Stay => ({
  id: row.id,
  groupId: row.group_id,
  memberId: row.member_id,
  role: row.role as Role,
  tierId: row.tier_id,
  joinedAt: row.joined_at,
  answeredAt: row.answered_at,
})

/** Throws `not_member`. */
export async function requireStay(ctx: Ctx, groupId: Id, memberId: Id | undefined): Promise<Stay> {
  const stay = memberId && (await findStay(ctx, groupId, memberId))
  if (!stay) throw groupProblems.notMember()
  return stay
}

/**
 * Lets a member in under the lock of the group. Throws `already_member`, `group_full`: the last place is
 * given once, however many ask for it at the same moment.
 */
export async function enter(
  tx: Ctx,
  group: LockedGroup,
  memberId: Id,
  as: { readonly way: Way; readonly role?: Role; readonly invitationId?: Id | null },
): Promise<Id> {
  if (group.capacity !== null && group.memberCount >= group.capacity)
    throw groupProblems.groupFull({ values: { capacity: group.capacity } })
  const before = await tx.db
    .selectFrom('group_membership')
    .select(['number', 'left_at'])
    .where('group_id', '=', group.id)
    .where('member_id', '=', memberId)
    .orderBy('joined_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (before && before.left_at === null) throw groupProblems.alreadyMember()
  const counted = await tx.db
    .updateTable('community_group')
    .set((row) => ({
      member_count: row('member_count', '+', 1),
      ...(before ? {} : { next_number: row('next_number', '+', 1) }),
    }))
    .where('id', '=', group.id)
    .returning('next_number')
    .executeTakeFirstOrThrow()
  const lowest = await tx.db
    .selectFrom('group_tier')
    .select('id')
    .where('group_id', '=', group.id)
    .orderBy('rank')
    .executeTakeFirst()
  const { id } = await tx.db
    .insertInto('group_membership')
    .values({
      group_id: group.id,
      member_id: memberId,
      number: before?.number ?? counted.next_number - 1,
      role: as.role ?? 'member',
      tier_id: lowest?.id ?? null,
      tier_since: lowest ? tx.now : null,
      joined_at: tx.now,
      way: as.way,
      invitation_id: as.invitationId ?? null,
      added_by: describeActor(tx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await announce(
    tx,
    groupJoined,
    { way: as.way, membershipId: id },
    { groupId: group.id, memberId, object: { kind: 'group', id: group.id } },
  )
  return id
}

/** Puts members into a group without asking them anything. Those for whom there is no place stay outside. */
export async function addMembers(
  ctx: Ctx,
  groupId: Id,
  memberIds: readonly Id[],
  { role = 'member', way = 'operator' }: { readonly role?: Role; readonly way?: Way } = {},
): Promise<{ added: number; already: number; full: number }> {
  return await transact(ctx, async (tx) => {
    let group = await lockOpenGroup(tx, groupId)
    const wanted = [...new Set(memberIds)].sort((a, b) => Number(BigInt(a) - BigInt(b)))
    const known = await tx.db.selectFrom('member').select('id').where('id', 'in', wanted).execute()
    const inside = await tx.db
      .selectFrom('group_membership')
      .select('member_id')
      .where('group_id', '=', groupId)
      .where('left_at', 'is', null)
      .where('member_id', 'in', wanted)
      .execute()
    const already = new Set(inside.map((row) => row.member_id))
    const outside = known.filter(({ id }) => !already.has(id))
    const room = group.capacity === null ? outside.length : Math.max(0, group.capacity - group.memberCount)
    for (const { id } of outside.slice(0, room)) {
      await enter(tx, group, id, { way, role })
      group = { ...group, memberCount: group.memberCount + 1 }
    }
    const added = Math.min(room, outside.length)
    await audit(tx, 'group.members_added', { kind: 'group', id: groupId }, { added, role })
    return { added, already: already.size, full: outside.length - added }
  })
}

/** Locks the group and then the stay. Throws `membership_not_found`, also for a stay that has ended. */
async function lockStay(tx: Ctx, membershipId: Id): Promise<Stay> {
  const found = await tx.db
    .selectFrom('group_membership')
    .select('group_id')
    .where('id', '=', membershipId)
    .executeTakeFirst()
  if (!found) throw groupProblems.membershipNotFound()
  await lockGroup(tx, found.group_id)
  const row = await tx.db
    .selectFrom('group_membership')
    .selectAll()
    .where('id', '=', membershipId)
    .where('left_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw groupProblems.membershipNotFound()
  return stayOf(row)
}

/**
 * Ends a stay. Who waits for the place is let in by an effect of `group.left`. Throws
 * `membership_not_found`, and `last_owner` for the only owner who goes by himself while others stay.
 */
export async function endStay(
  ctx: Ctx,
  membershipId: Id,
  { how, reason = '' }: { readonly how: LeavingWay; readonly reason?: string },
): Promise<Stay> {
  return await transact(ctx, async (tx) => {
    const stay = await lockStay(tx, membershipId)
    if (how === 'left' && stay.role === 'owner') await refuseLastOwner(tx, stay)
    await tx.db
      .updateTable('group_membership')
      .set({ left_at: tx.now, left_how: how, left_reason: reason, left_by: describeActor(tx.actor) })
      .where('id', '=', membershipId)
      .execute()
    await tx.db
      .updateTable('community_group')
      .set((row) => ({ member_count: row('member_count', '-', 1) }))
      .where('id', '=', stay.groupId)
      .execute()
    await announce(
      tx,
      groupLeft,
      { how, membershipId },
      { groupId: stay.groupId, memberId: stay.memberId, object: { kind: 'group', id: stay.groupId } },
    )
    if (how === 'removed')
      await audit(
        tx,
        'group.member_removed',
        { kind: 'group', id: stay.groupId },
        { membershipId, memberId: stay.memberId, reason },
      )
    return stay
  })
}

async function refuseLastOwner(tx: Ctx, stay: Stay): Promise<void> {
  const others = await tx.db
    .selectFrom('group_membership')
    .select('role')
    .where('group_id', '=', stay.groupId)
    .where('left_at', 'is', null)
    .where('id', '<>', stay.id)
    .orderBy((row) => row.case().when('role', '=', 'owner').then(0).else(1).end())
    .limit(1)
    .execute()
  if (others.length > 0 && others[0]!.role !== 'owner') throw groupProblems.lastOwner()
}

/** Changes role or tier of a stay, and keeps who did it and why. Says nothing when nothing changes. */
export async function changeStay(
  ctx: Ctx,
  membershipId: Id,
  change: { readonly role?: Role; readonly tierId?: Id | null; readonly reason?: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const stay = await lockStay(tx, membershipId)
    const about = { groupId: stay.groupId, memberId: stay.memberId }
    const keep = async (what: 'role' | 'tier', before: string | null, after: string | null) => {
      await tx.db
        .insertInto('membership_change')
        .values({
          membership_id: membershipId,
          what,
          before,
          after,
          reason: change.reason ?? '',
          at: tx.now,
          by: describeActor(tx.actor),
        })
        .execute()
      await audit(
        tx,
        `group.member_${what}_changed`,
        { kind: 'group', id: stay.groupId },
        { membershipId, memberId: stay.memberId, [what]: [before, after], reason: change.reason ?? '' },
      )
    }
    if (change.role !== undefined && change.role !== stay.role) {
      await tx.db
        .updateTable('group_membership')
        .set({ role: change.role })
        .where('id', '=', membershipId)
        .execute()
      await announce(tx, groupRoleChanged, { from: stay.role, to: change.role }, about)
      await keep('role', stay.role, change.role)
    }
    if (change.tierId !== undefined && change.tierId !== stay.tierId) {
      const tiers = await tx.db
        .selectFrom('group_tier')
        .select(['id', 'key', 'rank'])
        .where('group_id', '=', stay.groupId)
        .execute()
      const from = tiers.find((tier) => tier.id === stay.tierId)
      const to = tiers.find((tier) => tier.id === change.tierId)
      if (change.tierId !== null && !to) throw groupProblems.tierUnknown()
      await tx.db
        .updateTable('group_membership')
        .set({ tier_id: to?.id ?? null, tier_since: to ? tx.now : null })
        .where('id', '=', membershipId)
        .execute()
      const moved = {
        from: from?.key ?? null,
        to: to?.key ?? null,
        up: (to?.rank ?? 0) > (from?.rank ?? 0),
      }
      await announce(tx, groupTierChanged, moved, about)
      await keep('tier', moved.from, moved.to)
    }
  })
}

/** How a member calls and introduces himself in a group. */
export async function editCard(
  ctx: Ctx,
  stay: Stay,
  { cardName, introduction }: { readonly cardName?: string; readonly introduction?: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await tx.db
      .selectFrom('group_membership')
      .select(['card_name', 'introduction'])
      .where('id', '=', stay.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const speaks = introduction !== undefined && introduction !== before.introduction
    await tx.db
      .updateTable('group_membership')
      .set({
        card_name: cardName ?? before.card_name,
        introduction: introduction ?? before.introduction,
        ...(speaks ? { introduced_at: introduction === '' ? null : tx.now } : {}),
      })
      .where('id', '=', stay.id)
      .execute()
    if (speaks && introduction !== '')
      await announce(tx, groupIntroduced, {}, { groupId: stay.groupId, memberId: stay.memberId })
  })
}
