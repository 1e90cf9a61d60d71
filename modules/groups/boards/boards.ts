/** Boards of a group and who may do what on them (T1). */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Audience } from '#modules/audience/api.ts'
import { audit } from '#modules/identity/api.ts'
import { groupChanged } from '../facts.ts'
import { lockOpenGroup } from '../groups/lock.ts'
import type { Role } from '../memberships/shapes.ts'
import { groupProblems } from '../problems.ts'
import { type BoardAction, type BoardPermissions, boardActions, type Grant } from './shapes.ts'

export interface Board {
  readonly id: Id
  readonly name: string
  readonly summary: string
  readonly rules: string
  readonly permissions: BoardPermissions
}

/** Boards in use, in order. */
export async function findBoards(ctx: Ctx, groupId: Id): Promise<Board[]> {
  const boards = await ctx.db
    .selectFrom('board')
    .select(['id', 'name', 'summary', 'rules'])
    .where('group_id', '=', groupId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  if (boards.length === 0) return []
  const grants = await ctx.db
    .selectFrom('board_grant')
    .selectAll()
    .where(
      'board_id',
      'in',
      boards.map((board) => board.id),
    )
    .orderBy('id')
    .execute()
  return boards.map((board) => ({
    ...board,
    permissions: Object.fromEntries(
      boardActions.map((action) => [
        action,
        grants.filter((row) => row.board_id === board.id && row.action === action).map(grantOf),
      ]),
    ) as BoardPermissions,
  }))
}

function grantOf(row: {
  who: string
  role: string | null
  tier_id: Id | null
  segment_id: Id | null
}): Grant {
  switch (row.who) {
    case 'role':
      return { who: 'role', role: row.role as 'expert' }
    case 'tier':
      return { who: 'tier', tierId: row.tier_id! }
    case 'segment':
      return { who: 'segment', segmentId: row.segment_id! }
    case 'anyone':
      return { who: 'anyone' }
    default:
      return { who: 'members' }
  }
}

export interface WantedBoard extends Omit<Board, 'id'> {
  readonly id?: Id | undefined
}

/** Saves the boards as they shall be, in this order. Throws `board_not_found`, `tier_unknown`. */
export async function saveBoards(ctx: Ctx, groupId: Id, wanted: readonly WantedBoard[]): Promise<Board[]> {
  return await transact(ctx, async (tx) => {
    await lockOpenGroup(tx, groupId)
    const before = await findBoards(tx, groupId)
    const known = new Set(before.map((board) => board.id))
    if (wanted.some((board) => board.id !== undefined && !known.has(board.id)))
      throw groupProblems.boardNotFound()
    await requireTiers(tx, groupId, wanted)
    const kept = new Set(wanted.flatMap((board) => board.id ?? []))
    for (const id of known)
      if (!kept.has(id))
        await tx.db.updateTable('board').set({ archived_at: tx.now }).where('id', '=', id).execute()
    // Two boards may swap their names: the old ones step aside first.
    if (kept.size > 0)
      await tx.db
        .updateTable('board')
        .set({ name: sql<string>`'~' || id` })
        .where('id', 'in', [...kept])
        .execute()
    for (const [position, board] of wanted.entries()) {
      const words = { name: board.name, summary: board.summary, rules: board.rules, position }
      const id =
        board.id ??
        (
          await tx.db
            .insertInto('board')
            .values({ group_id: groupId, ...words, created_at: tx.now })
            .returning('id')
            .executeTakeFirstOrThrow()
        ).id
      if (board.id) await tx.db.updateTable('board').set(words).where('id', '=', id).execute()
      await saveGrants(tx, id, board.permissions)
    }
    const after = await findBoards(tx, groupId)
    await announce(tx, groupChanged, { fields: ['boards'] }, { groupId })
    await audit(
      tx,
      'group.boards_saved',
      { kind: 'group', id: groupId },
      { boards: after.map((board) => board.name) },
    )
    return after
  })
}

async function requireTiers(tx: Ctx, groupId: Id, wanted: readonly WantedBoard[]): Promise<void> {
  const asked = new Set(
    wanted.flatMap((board) =>
      boardActions.flatMap((action) =>
        board.permissions[action].flatMap((grant) => (grant.who === 'tier' ? grant.tierId : [])),
      ),
    ),
  )
  if (asked.size === 0) return
  const found = await tx.db
    .selectFrom('group_tier')
    .select('id')
    .where('id', 'in', [...asked])
    .where((where) => where.or([where('group_id', 'is', null), where('group_id', '=', groupId)]))
    .execute()
  if (found.length < asked.size) throw groupProblems.tierUnknown()
}

async function saveGrants(tx: Ctx, boardId: Id, permissions: BoardPermissions): Promise<void> {
  await tx.db.deleteFrom('board_grant').where('board_id', '=', boardId).execute()
  const rows = boardActions.flatMap((action) =>
    permissions[action].map((grant) => ({
      board_id: boardId,
      action,
      who: grant.who,
      role: grant.who === 'role' ? grant.role : null,
      tier_id: grant.who === 'tier' ? grant.tierId : null,
      segment_id: grant.who === 'segment' ? grant.segmentId : null,
    })),
  )
  if (rows.length > 0)
    await tx.db
      .insertInto('board_grant')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Who asks what he may do on boards: a stranger has neither member nor stay. */
export interface Visitor {
  readonly memberId?: Id | undefined
  readonly role?: Role | undefined
  /** Tier within the group, and of the community. */
  readonly tierIds: readonly Id[]
}

/**
 * What a visitor may do on each board. Owners and moderators may everything; a tier includes the higher
 * ones; segments are asked once each.
 */
export async function whatMay(
  ctx: Ctx,
  audience: Audience,
  boards: readonly Board[],
  visitor: Visitor,
): Promise<ReadonlyMap<Id, readonly BoardAction[]>> {
  if (visitor.role === 'owner' || visitor.role === 'moderator')
    return new Map(boards.map((board) => [board.id, boardActions]))
  const grants = boards.flatMap((board) => boardActions.flatMap((action) => board.permissions[action]))
  const tiers = await tiersBelow(ctx, grants.some((grant) => grant.who === 'tier') ? visitor.tierIds : [])
  const segments = new Map<Id, boolean>()
  if (visitor.memberId && visitor.role)
    for (const grant of grants)
      if (grant.who === 'segment' && !segments.has(grant.segmentId))
        segments.set(grant.segmentId, await isIn(ctx, audience, grant.segmentId, visitor.memberId))
  const passes = (grant: Grant): boolean => {
    if (grant.who === 'anyone') return true
    if (!visitor.role) return false
    switch (grant.who) {
      case 'members':
        return true
      case 'role':
        return grant.role === visitor.role
      case 'tier':
        return tiers.has(grant.tierId)
      case 'segment':
        return segments.get(grant.segmentId) ?? false
    }
  }
  return new Map(
    boards.map((board) => [
      board.id,
      boardActions.filter((action) => board.permissions[action].some(passes)),
    ]),
  )
}

/** A segment that is gone, or cannot be asked now, opens nothing. */
async function isIn(ctx: Ctx, audience: Audience, segment: Id, memberId: Id): Promise<boolean> {
  try {
    return await audience.matches(ctx, { version: 1, who: { kind: 'segment', segment } }, memberId)
  } catch {
    return false
  }
}

/** These tiers and those below them on the same ladder. */
async function tiersBelow(ctx: Ctx, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: Id }>`
    select low.id from group_tier high
      join group_tier low on low.group_id is not distinct from high.group_id and low.rank <= high.rank
     where high.id = any(${[...ids]}::bigint[])`.execute(ctx.db)
  return new Set(rows.map((row) => row.id))
}
