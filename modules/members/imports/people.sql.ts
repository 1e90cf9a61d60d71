/** Members whom rows of a list are about: in which row before, and who may be one person. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'

/** Members that earlier rows of this list were about, with the row. */
export async function findTouched(
  ctx: Ctx,
  importId: Id,
  memberIds: readonly Id[],
): Promise<Map<Id, number>> {
  if (memberIds.length === 0) return new Map()
  const { rows } = await sql<{ memberId: Id; row: string }>`
    select member_id as "memberId", min(row) as row from member_import_change
     where import_id = ${importId} and member_id = any(${[...memberIds]}::bigint[]) group by member_id`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ memberId, row }) => [memberId, Number(row)]))
}

/** Keys of one row belong to different members: they may be one person. */
export async function keepDoubles(
  ctx: Ctx,
  importId: Id,
  row: number,
  by: ReadonlyMap<Id, string>,
): Promise<void> {
  const [first, ...others] = [...by.keys()].sort((a, b) => Number(BigInt(a) - BigInt(b)))
  for (const other of others)
    await sql`
      insert into member_double (low_id, high_id, reason, found_at, import_id, row)
      values (${first}, ${other}, ${by.get(other)}, ${ctx.now}, ${importId}, ${row})
      on conflict (low_id, high_id) do nothing`.execute(ctx.db)
}

/** What undoing needs names people and what was known of them. */
export async function forgetChanges(ctx: Ctx, importIds: readonly Id[]): Promise<void> {
  await ctx.db
    .deleteFrom('member_import_change')
    .where('import_id', 'in', [...importIds])
    .execute()
}
