/** Segments that a condition asks for: found, checked, and written down, so that what is used is not removed. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Condition, Definition } from '../conditions/condition.ts'
import { audienceProblems } from '../problems.ts'

/** Ids of the segments that a definition asks for, each once. */
export function segmentsOf(definition: Definition): Id[] {
  const found = new Set<Id>()
  const visit = (condition: Condition): void => {
    switch (condition.kind) {
      case 'all':
      case 'any':
        for (const each of condition.of) visit(each)
        return
      case 'not':
        visit(condition.of)
        return
      case 'segment':
        found.add(condition.segment)
        return
      default:
        return
    }
  }
  visit(definition.who)
  return [...found]
}

export interface ConditionUser {
  /** What kind of thing asks: `tag_rule`, `groups.admission`. */
  readonly by: string
  readonly id: Id
  /** How people know it, and where it is below `/console`. */
  readonly name: string
  readonly path: string
}

/**
 * Writes down which segments a stored condition asks for, in the transaction that stores it; `undefined` when
 * the condition goes. Whoever stores conditions calls it: the database then refuses to remove those segments.
 * Throws `segment_not_found`.
 */
export async function keepSegmentUses(
  ctx: Ctx,
  user: ConditionUser,
  definition: Definition | undefined,
): Promise<void> {
  const ids = definition ? segmentsOf(definition) : []
  if (ids.length > 0) {
    const known = await ctx.db
      .selectFrom('segment')
      .select('id')
      .where('id', 'in', ids)
      .forKeyShare()
      .execute()
    if (known.length < ids.length) throw audienceProblems.segmentNotFound()
  }
  await ctx.db
    .deleteFrom('segment_use')
    .where('used_by', '=', user.by)
    .where('object_id', '=', user.id)
    .$if(ids.length > 0, (query) => query.where('segment_id', 'not in', ids))
    .execute()
  if (ids.length === 0) return
  await ctx.db
    .insertInto('segment_use')
    .values(
      ids.map((segmentId) => ({
        segment_id: segmentId,
        used_by: user.by,
        object_id: user.id,
        name: user.name,
        path: user.path,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['segment_id', 'used_by', 'object_id'])
        .doUpdateSet({ name: user.name, path: user.path }),
    )
    .execute()
}

export interface SegmentUse {
  readonly by: string
  readonly id: Id
  readonly name: string
  readonly path: string
}

/** Who asks for a segment, at most a hundred. */
export const findSegmentUses = async (ctx: Ctx, segmentId: Id): Promise<SegmentUse[]> =>
  await ctx.db
    .selectFrom('segment_use')
    .select(['used_by as by', 'object_id as id', 'name', 'path'])
    .where('segment_id', '=', segmentId)
    .orderBy('used_by')
    .orderBy('object_id')
    .limit(100)
    .execute()

/** Throws `segment_in_use` with the names of who asks. */
export async function refuseWhileUsed(ctx: Ctx, segmentId: Id): Promise<void> {
  const uses = await findSegmentUses(ctx, segmentId)
  if (uses.length > 0)
    throw audienceProblems.segmentInUse({
      values: {
        count: uses.length,
        names: uses
          .slice(0, 3)
          .map((use) => `「${use.name}」`)
          .join(''),
      },
    })
}
