/** Reads of groups. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Place } from '#base/http/cursor.ts'
import { groupProblems } from '../problems.ts'
import type { GroupFields, GroupKind } from './shapes.ts'

export interface Tier {
  readonly id: Id
  readonly key: string
  /** Empty: the product's words for the key. */
  readonly name: string
  readonly promise: string
  readonly rank: number
}

export interface Group extends Omit<GroupFields, 'tierId'> {
  readonly id: Id
  readonly tier: Tier
  readonly pictureToken: string | null
  readonly coverToken: string | null
  readonly memberCount: number
  readonly waiting: number
  readonly toReview: number
  readonly rulesVersion: number | null
  readonly ways: readonly string[]
  readonly createdAt: Date
  readonly archivedAt: Date | null
  readonly archiveReason: string | null
}

export const allGroups = (ctx: Ctx) =>
  ctx.db
    .selectFrom('community_group as g')
    .innerJoin('group_tier as t', 't.id', 'g.tier_id')
    .leftJoin('file as picture', 'picture.id', 'g.picture_file_id')
    .leftJoin('file as cover', 'cover.id', 'g.cover_file_id')
    .leftJoin('tag', 'tag.id', 'g.interest_tag_id')
    .select([
      'g.id',
      'g.slug',
      'g.name',
      'g.summary',
      'g.glyph',
      sql<GroupFields['colour']>`g.colour`.as('colour'),
      'g.picture_file_id as pictureFileId',
      'g.cover_file_id as coverFileId',
      'picture.token as pictureToken',
      'cover.token as coverToken',
      sql<GroupKind>`g.kind`.as('kind'),
      sql<GroupFields['template']>`g.template`.as('template'),
      sql<Tier>`json_build_object('id', t.id::text, 'key', t.key, 'name', t.name, 'promise', t.promise, 'rank', t.rank)`.as(
        'tier',
      ),
      'g.for_whom as forWhom',
      'g.situation',
      sql<GroupFields['coreValue']>`g.core_value`.as('coreValue'),
      'g.value_promise as valuePromise',
      sql<GroupFields['connection']>`g.connection`.as('connection'),
      'g.brand_scenario as brandScenario',
      'g.industry',
      'g.city',
      'tag.name as interestTag',
      sql<GroupFields['visibility']>`g.visibility`.as('visibility'),
      'g.capacity',
      'g.member_count as memberCount',
      sql<number>`(select count(*)::int from group_application a where a.group_id = g.id and a.state = 'waiting')`.as(
        'waiting',
      ),
      sql<number>`(select count(*)::int from group_application a where a.group_id = g.id and a.state = 'review')`.as(
        'toReview',
      ),
      sql<number | null>`(select max(version) from group_rules r where r.group_id = g.id)`.as('rulesVersion'),
      sql<
        string[]
      >`array(select s.kind from admission_step s where s.group_id = g.id and s.archived_at is null order by s.position)`.as(
        'ways',
      ),
      'g.created_at as createdAt',
      'g.archived_at as archivedAt',
      'g.archive_reason as archiveReason',
    ])

export const findGroup = async (ctx: Ctx, id: Id): Promise<Group | undefined> =>
  await allGroups(ctx).where('g.id', '=', id).executeTakeFirst()

export const findGroupBySlug = async (ctx: Ctx, slug: string): Promise<Group | undefined> =>
  await allGroups(ctx).where('g.slug', '=', slug).executeTakeFirst()

/** Throws `group_not_found`. */
export async function getGroup(ctx: Ctx, id: Id): Promise<Group> {
  const group = await findGroup(ctx, id)
  if (!group) throw groupProblems.groupNotFound()
  return group
}

export interface GroupFilter {
  readonly q?: string | undefined
  readonly kind?: GroupKind | undefined
  readonly tier?: string | undefined
  readonly state: 'open' | 'archived'
  /** What the member site lists. */
  readonly listed?: boolean
}

const filtered = (ctx: Ctx, filter: GroupFilter) => {
  let query = allGroups(ctx).where('g.archived_at', filter.state === 'open' ? 'is' : 'is not', null)
  if (filter.q) query = query.where(sql<boolean>`position(lower(${filter.q}) in lower(g.name)) > 0`)
  if (filter.kind) query = query.where('g.kind', '=', filter.kind)
  if (filter.tier) query = query.where('t.key', '=', filter.tier)
  if (filter.listed) query = query.where('g.visibility', '=', 'public')
  return query
}

/** Newest first; on the member site the largest first. */
export async function findGroups(
  ctx: Ctx,
  filter: GroupFilter,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ readonly items: readonly Group[]; readonly next: Place | null }> {
  const order = filter.listed ? sql<string>`g.member_count::text` : sql<string>`g.created_at::text`
  let query = filtered(ctx, filter).select(order.as('place'))
  if (filter.listed) {
    query = query.orderBy('g.member_count', 'desc').orderBy('g.id', 'desc')
    if (after)
      query = query.where(sql<boolean>`(g.member_count, g.id) < (${after.value}::int, ${after.id}::bigint)`)
  } else {
    query = query.orderBy('g.created_at', 'desc').orderBy('g.id', 'desc')
    if (after)
      query = query.where(
        sql<boolean>`(g.created_at, g.id) < (${after.value}::timestamptz, ${after.id}::bigint)`,
      )
  }
  const rows = await query.limit(limit + 1).execute()
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { value: last.place, id: last.id } : null,
  }
}

export async function countGroups(ctx: Ctx, filter: GroupFilter): Promise<number> {
  const { count } = await ctx.db
    .selectFrom(filtered(ctx, filter).as('found'))
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Tiers of the community, lowest first, with how many open groups stand on each. */
export async function findCommunityTiers(ctx: Ctx): Promise<(Tier & { groups: number })[]> {
  const { rows } = await sql<Tier & { groups: number }>`
    select t.id, t.key, t.name, t.promise, t.rank,
           (select count(*)::int from community_group g where g.tier_id = t.id and g.archived_at is null) as groups
      from group_tier t where t.group_id is null order by t.rank`.execute(ctx.db)
  return rows
}
