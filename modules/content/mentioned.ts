/** Who is mentioned in what people write. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Words } from './words.ts'

/** Ids of those who are mentioned, nobody twice and without the author himself; of merged members what they became. */
export async function findMentioned(
  ctx: Ctx,
  { mentions }: Pick<Words, 'mentions'>,
  authorId: Id,
): Promise<Id[]> {
  if (mentions.length === 0) return []
  const { rows } = await sql<{ id: Id }>`
    select distinct coalesce(merged_into, id) as id from member
     where token = any(${[...mentions]}::text[]) and coalesce(merged_into, id) <> ${authorId}::bigint
     order by id`.execute(ctx.db)
  return rows.map((row) => row.id)
}
