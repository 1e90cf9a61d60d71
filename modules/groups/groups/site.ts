/** What the member site says of groups: cards for lists, and the page of one. */
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import type { Audience } from '#modules/audience/api.ts'
import { findLatest } from '../admission/application.ts'
import { findUsable } from '../admission/invitations.ts'
import { findBoards, type Visitor, whatMay } from '../boards/boards.ts'
import { postingWords } from '../boards/posting.ts'
import { kindLabels } from '../groups.messages.ts'
import { tierJson } from '../memberships/memberships.sql.ts'
import type { Role } from '../memberships/shapes.ts'
import { groupProblems } from '../problems.ts'
import { presentRules } from '../rules/present.ts'
import { findRules, mustAgree } from '../rules/rules.ts'
import type { Tier } from './groups.sql.ts'
import { findGroupBySlug, type Group } from './groups.sql.ts'
import { pictureUrl, presentBadge, presentTier } from './present.ts'
import type { groupCard, groupPage } from './site-shapes.ts'

type Card = z.input<typeof groupCard>
type StandingName = Card['standing']

/** The member who asks; undefined for strangers and for operators who are none. */
export const askerOf = (ctx: Ctx): Id | undefined =>
  ctx.actor.kind === 'account' ? ctx.actor.memberId : undefined

/** The member of a route whose access is `member`. */
export function requireAsker(ctx: Ctx): Id {
  const memberId = askerOf(ctx)
  if (!memberId) throw groupProblems.notMember()
  return memberId
}

/** Where a member stands with each of these groups, and what he has not read; in two queries. */
async function findStandingOf(
  ctx: Ctx,
  groupIds: readonly Id[],
  memberId: Id | undefined,
): Promise<ReadonlyMap<Id, { standing: StandingName; unread: number }>> {
  if (!memberId || groupIds.length === 0) return new Map()
  const { rows } = await sql<{ id: Id; standing: StandingName; unread: number }>`
    select g.id,
           case when s.id is not null then 'member'
                else coalesce((select case a.state when 'accepted' then 'none' when 'withdrawn' then 'none' else a.state end
                                 from group_application a where a.group_id = g.id and a.member_id = ${memberId}::bigint
                                order by a.started_at desc, a.id desc limit 1), 'none') end as standing,
           case when s.id is null then 0 else (
             select count(*)::int from announcement n
              where n.group_id = g.id and n.withdrawn_at is null and n.must_read
                and not exists (select from announcement_receipt r
                      where r.announcement_id = n.id and r.member_id = ${memberId}::bigint)) end as unread
      from community_group g
      left join group_membership s on s.group_id = g.id and s.member_id = ${memberId}::bigint and s.left_at is null
     where g.id = any(${[...groupIds]}::bigint[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

export async function presentCards(
  ctx: Ctx,
  groups: readonly Group[],
  memberId = askerOf(ctx),
): Promise<Card[]> {
  const standings = await findStandingOf(
    ctx,
    groups.map((group) => group.id),
    memberId,
  )
  return groups.map((group) => presentCard(ctx, group, standings.get(group.id)))
}

const presentCard = (
  ctx: Ctx,
  group: Group,
  own: { standing: StandingName; unread: number } | undefined,
): Card => ({
  ...presentBadge(group),
  summary: group.summary,
  coverUrl: pictureUrl(group.coverToken, 'large'),
  kind: group.kind,
  kindName: render(kindLabels[group.kind], ctx.locale),
  tier: presentTier(ctx, group.tier),
  city: group.city,
  memberCount: group.memberCount,
  full: group.capacity !== null && group.memberCount >= group.capacity,
  ways: [...group.ways],
  standing: own?.standing ?? 'none',
  unread: own?.unread ?? 0,
})

/** Groups in which the member is, or into which he is on his way. */
export async function findOwnGroupIds(ctx: Ctx, memberId: Id): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from (
      select s.group_id as id, s.joined_at as at, 0 as after from group_membership s
       where s.member_id = ${memberId}::bigint and s.left_at is null
      union all
      select a.group_id, a.started_at, 1 from group_application a
       where a.member_id = ${memberId}::bigint and a.state in ('open', 'review', 'waiting')) as own
     order by after, at limit 200`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/**
 * The group at an address, for the one who asks: private ones are seen by those who are inside, on their
 * way in, or hold a code. Throws `group_not_found` for what one may not see.
 */
export async function accessGroup(ctx: Ctx, slug: string, code?: string): Promise<Group> {
  const group = await findGroupBySlug(ctx, slug)
  if (!group || (group.archivedAt && !(await isInside(ctx, group)))) throw groupProblems.groupNotFound()
  if (group.visibility !== 'private' || (await isInside(ctx, group))) return group
  const invitation = code ? await findUsable(ctx, code) : undefined
  if (invitation?.groupId === group.id) return group
  throw groupProblems.groupNotFound()
}

async function isInside(ctx: Ctx, group: Group): Promise<boolean> {
  const memberId = askerOf(ctx)
  if (!memberId) return false
  const own = await ctx.db
    .selectFrom('group_membership')
    .select('id')
    .where('group_id', '=', group.id)
    .where('member_id', '=', memberId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (own) return true
  const latest = await findLatest(ctx, group.id, memberId)
  return latest !== undefined && !['accepted', 'withdrawn'].includes(latest.state)
}

interface OwnStay {
  readonly membershipId: Id
  readonly role: Role
  readonly tier: Tier | null
  readonly number: number
  readonly cardName: string
  readonly introduction: string
  readonly joinedAt: Date
}

async function findOwnStay(ctx: Ctx, groupId: Id, memberId: Id | undefined): Promise<OwnStay | undefined> {
  if (!memberId) return undefined
  return await ctx.db
    .selectFrom('group_membership as s')
    .leftJoin('group_tier as t', 't.id', 's.tier_id')
    .select([
      's.id as membershipId',
      sql<Role>`s.role`.as('role'),
      tierJson.as('tier'),
      's.number',
      's.card_name as cardName',
      's.introduction',
      's.joined_at as joinedAt',
    ])
    .where('s.group_id', '=', groupId)
    .where('s.member_id', '=', memberId)
    .where('s.left_at', 'is', null)
    .executeTakeFirst()
}

/** How long one is new: the checklist is shown for that long. */
export const newcomerDays = 7
const dayMs = 86_400_000

export async function presentPage(
  ctx: Ctx,
  audience: Audience,
  group: Group,
): Promise<z.input<typeof groupPage>> {
  const memberId = askerOf(ctx)
  const [cards, own, rules, boards, people, counts] = await Promise.all([
    presentCards(ctx, [group]),
    findOwnStay(ctx, group.id, memberId),
    findRules(ctx, group.id),
    findBoards(ctx, group.id),
    findFaces(ctx, group.id),
    countLife(ctx, group.id),
  ])
  const allowed = await whatMay(ctx, audience, boards, await visitorOf(ctx, memberId, own))
  const posting = await postingWords(ctx, boards)
  return {
    ...cards[0]!,
    forWhom: group.forWhom,
    situation: group.situation,
    coreValue: group.coreValue,
    valuePromise: group.valuePromise,
    connection: group.connection,
    brandScenario: group.brandScenario,
    industry: group.industry,
    visibility: group.visibility,
    capacity: group.capacity,
    ...counts,
    hosts: people.hosts.map(({ token, name, avatarToken, role }) => ({
      token,
      name,
      avatarUrl: pictureUrl(avatarToken),
      role,
    })),
    // Faces and names of members are for members.
    freshFaces: own
      ? people.fresh.map(({ token, name, avatarToken }) => ({
          token,
          name,
          avatarUrl: pictureUrl(avatarToken),
        }))
      : [],
    rules: rules ? presentRules(rules) : null,
    boards: boards
      .filter((board) => (allowed.get(board.id) ?? []).includes('see') || !own)
      .map((board) => ({
        id: board.id,
        name: board.name,
        summary: board.summary,
        rules: board.rules,
        may: [...(allowed.get(board.id) ?? [])],
        posting: posting.get(board.id) ?? '',
      })),
    you: own
      ? {
          membershipId: own.membershipId,
          role: own.role,
          tier: own.tier && presentTier(ctx, own.tier),
          number: own.number,
          cardName: own.cardName,
          introduction: own.introduction,
          joinedAt: own.joinedAt.toISOString(),
          rulesToAgree: await mustAgree(ctx, group.id, memberId!),
          newcomer: ctx.now.getTime() - own.joinedAt.getTime() < newcomerDays * dayMs,
          mayLeave: true,
        }
      : null,
  }
}

/** Tiers within the group and of the community count alike. */
async function visitorOf(ctx: Ctx, memberId: Id | undefined, own: OwnStay | undefined): Promise<Visitor> {
  if (!memberId || !own) return { memberId, tierIds: [] }
  const held = await ctx.db
    .selectFrom('tier_holding')
    .select('tier_id')
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return { memberId, role: own.role, tierIds: [own.tier?.id, held?.tier_id].flatMap((id) => id ?? []) }
}

interface Face {
  readonly token: string
  readonly name: string
  readonly avatarToken: string | null
}

/** The hosts (at most six) and the newest members (five). */
async function findFaces(
  ctx: Ctx,
  groupId: Id,
): Promise<{ hosts: (Face & { role: 'owner' | 'moderator' | 'expert' })[]; fresh: Face[] }> {
  const faces = () =>
    ctx.db
      .selectFrom('group_membership as s')
      .innerJoin('member as m', 'm.id', 's.member_id')
      .leftJoin('file as face', 'face.id', 'm.avatar_file_id')
      .select([
        'm.token',
        sql<string>`coalesce(nullif(s.card_name, ''), m.nickname)`.as('name'),
        'face.token as avatarToken',
        sql<'owner' | 'moderator' | 'expert'>`s.role`.as('role'),
      ])
      .where('s.group_id', '=', groupId)
      .where('s.left_at', 'is', null)
  const [hosts, fresh] = await Promise.all([
    faces()
      .where('s.role', 'in', ['owner', 'moderator', 'expert'])
      .orderBy(sql`array_position(array['owner', 'moderator', 'expert'], s.role)`)
      .orderBy('s.id')
      .limit(6)
      .execute(),
    faces()
      .where('s.joined_at', '>', sql<Date>`${ctx.now}::timestamptz - interval '7 days'`)
      .orderBy('s.joined_at', 'desc')
      .orderBy('s.id', 'desc')
      .limit(5)
      .execute(),
  ])
  return { hosts, fresh }
}

async function countLife(ctx: Ctx, groupId: Id) {
  const { rows } = await sql<{
    seenThisWeek: number
    joinedThisWeek: number
    silentNewcomers: number
    hostCount: number
  }>`
    select (count(*) filter (where m.last_seen_at > ${ctx.now}::timestamptz - interval '7 days'))::int as "seenThisWeek",
           (count(*) filter (where s.joined_at > ${ctx.now}::timestamptz - interval '7 days'))::int as "joinedThisWeek",
           (count(*) filter (where s.joined_at > ${ctx.now}::timestamptz - interval '7 days'
              and s.answered_at is null))::int as "silentNewcomers",
           (count(*) filter (where s.role in ('owner', 'moderator', 'expert')))::int as "hostCount"
      from group_membership s join member m on m.id = s.member_id
     where s.group_id = ${groupId}::bigint and s.left_at is null`.execute(ctx.db)
  return rows[0]!
}
