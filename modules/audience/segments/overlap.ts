/** How segments overlap: one pass over their members, whatever the number of pairs. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { audienceProblems } from '../problems.ts'

export const mostOverlapping = 8

export interface Overlap {
  readonly segments: readonly { readonly id: Id; readonly name: string; readonly members: number }[]
  /** Everyone who is in at least one. */
  readonly together: number
  /** For each combination that anybody is in: which segments (as places in `segments`), and how many are in exactly these. */
  readonly parts: readonly { readonly of: readonly number[]; readonly members: number }[]
  /** Members in both, by places: `both[0][1]`; the diagonal is the size. */
  readonly both: readonly (readonly number[])[]
}

/** The overlap of two to eight segments as they were last computed. Throws `segment_not_found`. */
export async function findOverlap(ctx: Ctx, ids: readonly Id[]): Promise<Overlap> {
  const rows = await ctx.db
    .selectFrom('segment')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  const named = ids.map((id) => {
    const found = rows.find((row) => row.id === id)
    if (!found) throw audienceProblems.segmentNotFound()
    return found
  })
  const { rows: masks } = await sql<{ mask: number; members: string }>`
    select mask, count(*) as members from (
      select bit_or(1 << (array_position(${[...ids]}::bigint[], segment_id) - 1)) as mask
        from segment_member where segment_id = any(${[...ids]}::bigint[]) group by member_id) as each
     group by mask order by members desc, mask`.execute(ctx.db)
  const parts = masks.map((row) => ({
    of: ids.flatMap((_, place) => (row.mask & (1 << place) ? [place] : [])),
    members: Number(row.members),
  }))
  const inBoth = (a: number, b: number) =>
    parts.reduce((sum, part) => (part.of.includes(a) && part.of.includes(b) ? sum + part.members : sum), 0)
  const both = ids.map((_, a) => ids.map((_, b) => inBoth(a, b)))
  return {
    segments: named.map((segment, place) => ({ ...segment, members: both[place]?.[place] ?? 0 })),
    together: parts.reduce((sum, part) => sum + part.members, 0),
    parts,
    both,
  }
}
