/** Invite codes: made by the team, used once per member who comes in. */
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Place } from '#base/http/cursor.ts'
import { audit } from '#modules/identity/api.ts'
import { lockOpenGroup } from '../groups/lock.ts'
import { groupProblems } from '../problems.ts'

export interface Invitation {
  readonly id: Id
  readonly groupId: Id
  readonly slug: string
  readonly code: string
  readonly note: string
  readonly straight: boolean
  readonly most: number | null
  readonly used: number
  readonly endsAt: Date | null
  readonly endedAt: Date | null
  readonly createdAt: Date
}

/** Without letters and digits that look alike; typed in capitals or not. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const newCode = () => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('')

const invitations = (ctx: Ctx) =>
  ctx.db
    .selectFrom('group_invitation as i')
    .innerJoin('community_group as g', 'g.id', 'i.group_id')
    .select([
      'i.id',
      'i.group_id as groupId',
      'g.slug',
      'i.code',
      'i.note',
      'i.straight',
      'i.most',
      'i.used',
      'i.ends_at as endsAt',
      'i.ended_at as endedAt',
      'i.created_at as createdAt',
    ])

export const stateOf = (invitation: Invitation, now: Date): 'usable' | 'usedUp' | 'ended' => {
  if (invitation.endedAt || (invitation.endsAt && invitation.endsAt <= now)) return 'ended'
  return invitation.most !== null && invitation.used >= invitation.most ? 'usedUp' : 'usable'
}

/** Newest first. */
export async function findInvitations(
  ctx: Ctx,
  groupId: Id,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: readonly Invitation[]; next: Place | null }> {
  let query = invitations(ctx)
    .select(sql<string>`i.created_at::text`.as('place'))
    .where('i.group_id', '=', groupId)
  if (after)
    query = query.where(
      sql<boolean>`(i.created_at, i.id) < (${after.value}::timestamptz, ${after.id}::bigint)`,
    )
  const rows = await query
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { value: last.place, id: last.id } : null,
  }
}

export async function invite(
  ctx: Ctx,
  groupId: Id,
  wanted: {
    readonly note: string
    readonly straight: boolean
    readonly most: number | null
    readonly endsAt: Date | null
    /** Chosen for the demo and for tests; random otherwise. */
    readonly code?: string
  },
): Promise<Invitation> {
  return await transact(ctx, async (tx) => {
    await lockOpenGroup(tx, groupId)
    const { id } = await tx.db
      .insertInto('group_invitation')
      .values({
        group_id: groupId,
        code: wanted.code ?? newCode(),
        note: wanted.note,
        straight: wanted.straight,
        most: wanted.most,
        ends_at: wanted.endsAt,
        created_at: tx.now,
        created_by: describeActor(tx.actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    // The code is a key: the audit log keeps its number only.
    await audit(
      tx,
      'group.invitation_made',
      { kind: 'group', id: groupId },
      { invitationId: id, straight: wanted.straight, most: wanted.most },
    )
    return await invitations(tx).where('i.id', '=', id).executeTakeFirstOrThrow()
  })
}

export async function endInvitation(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const ended = await tx.db
      .updateTable('group_invitation')
      .set({ ended_at: tx.now, ended_by: describeActor(tx.actor) })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('group_id')
      .executeTakeFirst()
    if (!ended) throw groupProblems.invitationNotFound()
    await audit(tx, 'group.invitation_ended', { kind: 'group', id: ended.group_id }, { invitationId: id })
  })
}

/** A code that opens something now; undefined for every other. */
export async function findUsable(ctx: Ctx, code: string): Promise<Invitation | undefined> {
  const found = await invitations(ctx)
    .where('i.code', '=', code)
    .where('g.archived_at', 'is', null)
    .executeTakeFirst()
  return found && stateOf(found, ctx.now) === 'usable' ? found : undefined
}

/** Throws `code_wrong` for no code of this group, `code_used_up` for one that is over. */
export async function requireUsable(ctx: Ctx, groupId: Id, code: string): Promise<Invitation> {
  const found = await invitations(ctx)
    .where('i.code', '=', code)
    .where('i.group_id', '=', groupId)
    .executeTakeFirst()
  if (!found) throw groupProblems.codeWrong()
  if (stateOf(found, ctx.now) !== 'usable') throw groupProblems.codeUsedUp()
  return found
}

/** Counts one use, in one statement: the last one is given once. False when there is none left. */
export async function countUse(tx: Ctx, id: Id): Promise<boolean> {
  const used = await tx.db
    .updateTable('group_invitation')
    .set((row) => ({ used: row('used', '+', 1) }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('ends_at', 'is', null), where('ends_at', '>', tx.now)]))
    .where((where) => where.or([where('most', 'is', null), where('used', '<', where.ref('most'))]))
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}
