/** What operators set about health: the lines of the lights and the ladder. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { describeActor } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { audit } from '#modules/identity/api.ts'
import { groupProblems } from '../problems.ts'
import type { Level } from './ladder.ts'
import type { Lines } from './lights.ts'

/** Throws `group_not_found`. */
export async function requireGroup(ctx: Ctx, groupId: Id): Promise<{ id: Id; name: string; slug: string }> {
  const group = await ctx.db
    .selectFrom('community_group')
    .select(['id', 'name', 'slug'])
    .where('id', '=', groupId)
    .executeTakeFirst()
  if (!group) throw groupProblems.groupNotFound()
  return group
}

/** Moves the lines of a group, or of the community (`null`); lines of `null` give a group those of the community again. */
export async function moveLines(ctx: Ctx, groupId: Id | null, lines: Lines | null): Promise<void> {
  await transact(ctx, async (tx) => {
    if (groupId) await requireGroup(tx, groupId)
    if (lines === null) {
      await sql`delete from health_lines where group_id is not distinct from ${groupId}::bigint`.execute(
        tx.db,
      )
    } else {
      await sql`
        insert into health_lines (group_id, lines, updated_at, updated_by)
        values (${groupId}::bigint, ${JSON.stringify(lines)}::jsonb, ${tx.now}, ${describeActor(tx.actor)})
        on conflict (group_id) do update
           set lines = excluded.lines, updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(
        tx.db,
      )
    }
    const object = groupId ? { kind: 'group', id: groupId } : undefined
    await audit(tx, 'groups.health_lines_moved', object, { lines })
  })
}

/** Replaces the ladder. */
export async function buildLadder(ctx: Ctx, levels: readonly Level[]): Promise<void> {
  await transact(ctx, async (tx) => {
    await sql`lock table group_level in share row exclusive mode`.execute(tx.db)
    await tx.db.deleteFrom('group_level').execute()
    const by = { updated_at: tx.now, updated_by: describeActor(tx.actor) }
    await tx.db
      .insertInto('group_level')
      .values(levels.map((level) => ({ ...level, needs: JSON.stringify(level.needs), ...by })))
      .execute()
    await audit(tx, 'groups.ladder_built', undefined, { levels })
  })
}
