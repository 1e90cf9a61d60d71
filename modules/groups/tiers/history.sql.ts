import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Tier } from '../groups/groups.sql.ts'
import type { Person } from '../memberships/memberships.sql.ts'

export interface TierMove extends Person {
  readonly from: Tier | null
  readonly to: Tier | null
  readonly rose: boolean
  readonly at: Date
  readonly by: string
}

const tierJson = (
  alias: string,
) => sql<Tier | null>`case when ${sql.ref(`${alias}.id`)} is null then null else
  json_build_object('id', ${sql.ref(`${alias}.id`)}::text, 'key', ${sql.ref(`${alias}.key`)}, 'name', ${sql.ref(`${alias}.name`)},
    'promise', ${sql.ref(`${alias}.promise`)}, 'rank', ${sql.ref(`${alias}.rank`)}) end`

/** The latest moves between tiers of the community. */
export async function findTierHistory(ctx: Ctx, limit: number): Promise<TierMove[]> {
  const { rows } = await sql<TierMove>`
    select m.id as "memberId", m.token, m.nickname, face.token as "avatarToken", m.city, c.rose, c.at, c.by,
           ${tierJson('f')} as "from", ${tierJson('t')} as "to"
      from tier_change c join member m on m.id = c.member_id
      left join file face on face.id = m.avatar_file_id
      left join group_tier f on f.id = c.from_id left join group_tier t on t.id = c.to_id
     order by c.at desc, c.id desc limit ${limit}`.execute(ctx.db)
  return rows
}

/** The tier of the community on which a member stands; undefined for none. */
export async function findHolding(
  ctx: Ctx,
  memberId: Id,
): Promise<{ readonly tierId: Id; readonly since: Date } | undefined> {
  return await ctx.db
    .selectFrom('tier_holding')
    .select(['tier_id as tierId', 'since'])
    .where('member_id', '=', memberId)
    .executeTakeFirst()
}

/** When the open notice of a member for a tier takes effect. */
export async function findNotice(ctx: Ctx, tierId: Id, memberId: Id): Promise<Date | undefined> {
  const row = await ctx.db
    .selectFrom('tier_notice')
    .select('effective_at')
    .where('tier_id', '=', tierId)
    .where('member_id', '=', memberId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.effective_at
}
