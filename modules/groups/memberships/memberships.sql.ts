/** Reads of memberships. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Place } from '#base/http/cursor.ts'
import type { Tier } from '../groups/groups.sql.ts'
import type { Badge } from '../groups/present.ts'
import type { LeavingWay, Role } from './shapes.ts'

export interface Person {
  readonly memberId: Id
  readonly token: string
  readonly nickname: string
  readonly avatarToken: string | null
  readonly city: string
}

export interface Membership extends Person {
  readonly id: Id
  readonly groupId: Id
  readonly number: number
  readonly role: Role
  readonly tier: Tier | null
  readonly cardName: string
  readonly introduction: string
  readonly joinedAt: Date
  readonly way: string
  readonly lastSeenAt: Date | null
  readonly answeredAt: Date | null
  readonly rulesVersion: number | null
  readonly leftAt: Date | null
  readonly leftHow: LeavingWay | null
  readonly leftReason: string
  readonly leftBy: string | null
}

export const tierJson = sql<Tier | null>`case when t.id is null then null else json_build_object(
  'id', t.id::text, 'key', t.key, 'name', t.name, 'promise', t.promise, 'rank', t.rank) end`

const memberships = (ctx: Ctx) =>
  ctx.db
    .selectFrom('group_membership as s')
    .innerJoin('member as m', 'm.id', 's.member_id')
    .leftJoin('file as face', 'face.id', 'm.avatar_file_id')
    .leftJoin('group_tier as t', 't.id', 's.tier_id')
    .select([
      's.id',
      's.group_id as groupId',
      's.member_id as memberId',
      'm.token',
      'm.nickname',
      'face.token as avatarToken',
      'm.city',
      's.number',
      sql<Role>`s.role`.as('role'),
      tierJson.as('tier'),
      's.card_name as cardName',
      's.introduction',
      's.joined_at as joinedAt',
      's.way',
      'm.last_seen_at as lastSeenAt',
      's.answered_at as answeredAt',
      sql<number | null>`(select max(version) from rules_consent c
        where c.group_id = s.group_id and c.member_id = s.member_id)`.as('rulesVersion'),
      's.left_at as leftAt',
      sql<LeavingWay | null>`s.left_how`.as('leftHow'),
      's.left_reason as leftReason',
      's.left_by as leftBy',
    ])

export const findMembership = async (ctx: Ctx, id: Id): Promise<Membership | undefined> =>
  await memberships(ctx).where('s.id', '=', id).executeTakeFirst()

export interface MembershipFilter {
  readonly q?: string | undefined
  readonly role?: Role | undefined
  readonly tier?: Id | undefined
  readonly state: 'in' | 'left'
  readonly silentDays?: number | undefined
}

const filtered = (ctx: Ctx, groupId: Id, filter: MembershipFilter) => {
  let query = memberships(ctx)
    .where('s.group_id', '=', groupId)
    .where('s.left_at', filter.state === 'in' ? 'is' : 'is not', null)
  if (filter.q)
    query = query.where(
      sql<boolean>`(position(lower(${filter.q}) in lower(m.nickname)) > 0
        or position(lower(${filter.q}) in lower(s.card_name)) > 0)`,
    )
  if (filter.role) query = query.where('s.role', '=', filter.role)
  if (filter.tier) query = query.where('s.tier_id', '=', filter.tier)
  if (filter.silentDays)
    query = query.where(
      sql<boolean>`coalesce(m.last_seen_at, s.joined_at)
        < ${ctx.now}::timestamptz - make_interval(days => ${filter.silentDays})`,
    )
  return query
}

/** Newest first; by when they left for those who did. */
export async function findMemberships(
  ctx: Ctx,
  groupId: Id,
  filter: MembershipFilter,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: readonly Membership[]; next: Place | null }> {
  const column = sql.ref(filter.state === 'in' ? 's.joined_at' : 's.left_at')
  let query = filtered(ctx, groupId, filter).select(sql<string>`${column}::text`.as('place'))
  if (after)
    query = query.where(sql<boolean>`(${column}, s.id) < (${after.value}::timestamptz, ${after.id}::bigint)`)
  const rows = await query
    .orderBy(column, 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { value: last.place, id: last.id } : null,
  }
}

export async function countMemberships(ctx: Ctx, groupId: Id, filter: MembershipFilter): Promise<number> {
  const { count } = await ctx.db
    .selectFrom(filtered(ctx, groupId, filter).as('found'))
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Members for each other: hosts first, then the newest. The place is the rank of the role and the number. */
export async function findFellows(
  ctx: Ctx,
  groupId: Id,
  filter: { readonly q?: string | undefined; readonly role?: Role | undefined },
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: readonly Membership[]; next: Place | null }> {
  const rank = sql<number>`case s.role when 'owner' then 4 when 'moderator' then 3 when 'expert' then 2 else 1 end`
  let query = filtered(ctx, groupId, { ...filter, state: 'in' }).select(
    sql<string>`(${rank})::text`.as('place'),
  )
  if (after) query = query.where(sql<boolean>`(${rank}, s.id) < (${after.value}::int, ${after.id}::bigint)`)
  const rows = await query
    .orderBy(rank, 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { value: last.place, id: last.id } : null,
  }
}

export interface StayOfMember {
  readonly membershipId: Id
  readonly group: Badge
  readonly role: Role
  readonly tier: Tier | null
  readonly cardName: string
  readonly number: number
  readonly way: string
  readonly joinedAt: Date
  readonly leftAt: Date | null
  readonly leftHow: LeavingWay | null
  readonly leftReason: string
}

/** Every stay of a member anywhere, newest first, at most 200. */
export async function findStaysOfMember(ctx: Ctx, memberId: Id): Promise<StayOfMember[]> {
  return await ctx.db
    .selectFrom('group_membership as s')
    .innerJoin('community_group as g', 'g.id', 's.group_id')
    .leftJoin('file as picture', 'picture.id', 'g.picture_file_id')
    .leftJoin('group_tier as t', 't.id', 's.tier_id')
    .select([
      's.id as membershipId',
      badgeJson.as('group'),
      sql<Role>`s.role`.as('role'),
      tierJson.as('tier'),
      's.card_name as cardName',
      's.number',
      's.way',
      's.joined_at as joinedAt',
      's.left_at as leftAt',
      sql<LeavingWay | null>`s.left_how`.as('leftHow'),
      's.left_reason as leftReason',
    ])
    .where('s.member_id', '=', memberId)
    .orderBy('s.joined_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(200)
    .execute()
}

/** A group's badge from `community_group as g` and `file as picture`. */
export const badgeJson = sql<Badge>`json_build_object('id', g.id::text, 'slug', g.slug, 'name', g.name,
  'glyph', g.glyph, 'colour', g.colour, 'pictureToken', picture.token)`
