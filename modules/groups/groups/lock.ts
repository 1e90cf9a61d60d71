/** The lock of a group. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { groupProblems } from '../problems.ts'

export interface LockedGroup {
  readonly id: Id
  readonly name: string
  readonly capacity: number | null
  readonly memberCount: number
  readonly archived: boolean
}

/** Whoever changes who is in a group takes this lock first; then applications, invitations, memberships. */
export async function lockGroup(tx: Ctx, id: Id): Promise<LockedGroup> {
  const row = await tx.db
    .selectFrom('community_group')
    .select(['id', 'name', 'capacity', 'member_count', 'archived_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw groupProblems.groupNotFound()
  const { capacity, member_count: memberCount, archived_at, name } = row
  return { id: row.id, name, capacity, memberCount, archived: archived_at !== null }
}

/** Throws `group_archived`. */
export async function lockOpenGroup(tx: Ctx, id: Id): Promise<LockedGroup> {
  const group = await lockGroup(tx, id)
  if (group.archived) throw groupProblems.groupArchived()
  return group
}
