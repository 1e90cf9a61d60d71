/** Which profiles are the same person: the one that remains, and the doubles that were merged into it. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'

/** The member and his doubles, whichever of them is asked for; the remaining one first. */
export async function findSameIds(ctx: Ctx, memberId: Id): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    with remains as materialized (select coalesce(merged_into, id) as id from member where id = ${memberId})
    select id from (
      select id, 0 as place from remains
      union all
      select member.id, 1 from member join remains on member.merged_into = remains.id) as same
     order by place, id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
