/** Rows that go from a double to the member that remains, and back again. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'

/** Ids that `merge` kept under a name. */
export const movedIds = (moved: Readonly<Record<string, unknown>>, name: string): Id[] => {
  const kept = moved[name]
  return Array.isArray(kept) ? kept.filter((id): id is Id => typeof id === 'string') : []
}

/** Gives rows of a table to another member, those for which `unless` does not hold; returns their `key`. */
export async function moveRows(
  ctx: Ctx,
  table: string,
  key: string,
  from: Id,
  into: Id,
  unless?: RawBuilder<boolean>,
): Promise<Id[]> {
  const { rows } = await sql<{ key: Id }>`
    update ${sql.table(table)} as mine set member_id = ${into}
     where mine.member_id = ${from} ${unless ? sql`and not (${unless})` : sql``}
    returning ${sql.ref(`mine.${key}`)}::text as key`.execute(ctx.db)
  return rows.map((row) => row.key)
}

/** Gives rows back by their keys. */
export async function giveBack(
  ctx: Ctx,
  table: string,
  key: string,
  from: Id,
  into: Id,
  keys: readonly Id[],
): Promise<void> {
  if (keys.length === 0) return
  await sql`update ${sql.table(table)} set member_id = ${from}
             where member_id = ${into} and ${sql.ref(key)} = any(${[...keys]}::bigint[])`.execute(ctx.db)
}
