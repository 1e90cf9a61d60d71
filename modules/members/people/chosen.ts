/** The members that a filter chooses, for changes of many at once. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { memberProblems } from '../problems.ts'
import { type MemberFilter, membersWhere } from './filter.ts'
import { type FilterParts, understandFilter } from './understand-filter.ts'

/** Their ids. Throws `too_many_members` above the limit. */
export async function findChosen(
  ctx: Ctx,
  parts: FilterParts,
  given: MemberFilter,
  limit: number,
): Promise<Id[]> {
  const filter = await understandFilter(ctx, parts, given)
  const rows = await ctx.db
    .selectFrom('member')
    .select(sql<Id>`member.id`.as('id'))
    .where(membersWhere(filter, ctx.now))
    .limit(limit + 1)
    .execute()
  if (rows.length > limit) throw memberProblems.tooManyMembers({ values: { limit, count: `> ${limit}` } })
  return rows.map((row) => row.id)
}
