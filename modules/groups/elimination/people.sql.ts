import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Person } from '../memberships/memberships.sql.ts'

/** These members as people are mentioned, by id. */
export async function findPeople(
  ctx: Ctx,
  ids: readonly Id[],
): Promise<Map<Id, Person & { readonly lastSeenAt: Date | null }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Person & { lastSeenAt: Date | null }>`
    select m.id as "memberId", m.token, m.nickname, face.token as "avatarToken", m.city, m.last_seen_at as "lastSeenAt"
      from member m left join file face on face.id = m.avatar_file_id
     where m.id = any(${[...ids]}::bigint[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.memberId, row]))
}
