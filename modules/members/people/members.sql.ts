/** Reads of members. */
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { DB } from '#base/db/tables.generated.ts'
import { memberProblems } from '../problems.ts'
import { membersWhere, type Understood } from './filter.ts'
import type { Source } from './members.ts'

export interface Member {
  readonly id: Id
  readonly token: string
  readonly accountId: Id | null
  readonly nickname: string
  readonly avatarFileId: Id | null
  readonly city: string
  readonly bio: string
  readonly joinedAt: Date
  readonly lastSeenAt: Date | null
  readonly source: Partial<Source>
  readonly channel: string
  /** Names, in alphabetical order. */
  readonly tags: readonly string[]
}

const people = (ctx: Ctx) =>
  ctx.db
    .selectFrom('member')
    .select((row) => [
      'member.id',
      'member.token',
      'member.account_id as accountId',
      'member.nickname',
      'member.avatar_file_id as avatarFileId',
      'member.city',
      'member.bio',
      'member.joined_at as joinedAt',
      'member.last_seen_at as lastSeenAt',
      sql<Partial<Source>>`member.source`.as('source'),
      sql<string>`member.channel`.as('channel'),
      sql<string[]>`array(${row
        .selectFrom('member_tag')
        .innerJoin('tag', 'tag.id', 'member_tag.tag_id')
        .select('tag.name')
        .whereRef('member_tag.member_id', '=', 'member.id')
        .orderBy('tag.name')})`.as('tags'),
    ])

export const findMember = async (ctx: Ctx, id: Id): Promise<Member | undefined> =>
  await people(ctx).where('member.id', '=', id).executeTakeFirst()

export async function getMember(ctx: Ctx, id: Id): Promise<Member> {
  const member = await findMember(ctx, id)
  if (!member) throw memberProblems.memberNotFound()
  return member
}

/**
 * The member of an account; for whoever finds out who calls, before there is a `ctx`. Whose profile was merged
 * into another acts as the one that remains.
 */
export async function findMemberIdOfAccount(db: Ctx['db'], accountId: Id): Promise<Id | undefined> {
  const row = await db
    .selectFrom('member')
    .select(sql<Id>`coalesce(merged_into, id)`.as('id'))
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.id
}

/** Those of the ids that are members. */
export async function findMemberIds(ctx: Ctx, ids: readonly Id[]): Promise<Set<Id>> {
  const rows = await ctx.db
    .selectFrom('member')
    .select('id')
    .where('id', '=', sql<string>`any(${ids}::bigint[])`)
    .execute()
  return new Set(rows.map((row) => row.id))
}

export const sorts = ['-joinedAt', 'joinedAt', '-lastSeenAt', 'nickname'] as const
export type Sort = (typeof sorts)[number]

/** Where a page ended: the sort value of its last row (null: never seen) and its id. */
export interface Place {
  readonly value: string | null
  readonly id: Id
}

export interface Page {
  readonly items: readonly Member[]
  readonly next: Place | null
}

/** One page of the members that fit, in an order that new members do not disturb. */
export async function findMembers(
  ctx: Ctx,
  filter: Understood,
  { sort, after, limit }: { sort: Sort; after: Place | undefined; limit: number },
): Promise<Page> {
  const rows = await inOrder(people(ctx).where(membersWhere(filter, ctx.now)), sort, after)
    .select(orderedBy[sort].as('place'))
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: last.place, id: last.id } : null }
}

/** How many fit. */
export async function countMembers(ctx: Ctx, filter: Understood): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('member')
    .select(sql<string>`count(*)`.as('count'))
    .where(membersWhere(filter, ctx.now))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What a list is ordered by, as PostgreSQL writes it: JavaScript has fewer digits of a time and other small letters. */
const orderedBy: Record<Sort, RawBuilder<string | null>> = {
  '-joinedAt': sql<string>`member.joined_at::text`,
  joinedAt: sql<string>`member.joined_at::text`,
  '-lastSeenAt': sql<string | null>`member.last_seen_at::text`,
  nickname: sql<string>`lower(member.nickname)`,
}

function inOrder<Row>(
  query: SelectQueryBuilder<DB, 'member', Row>,
  sort: Sort,
  after: Place | undefined,
): SelectQueryBuilder<DB, 'member', Row> {
  switch (sort) {
    case '-joinedAt': {
      const ordered = query.orderBy('member.joined_at', 'desc').orderBy('member.id', 'desc')
      return after
        ? ordered.where(
            sql<boolean>`(member.joined_at, member.id) < (${after.value}::timestamptz, ${after.id}::bigint)`,
          )
        : ordered
    }
    case 'joinedAt': {
      const ordered = query.orderBy('member.joined_at').orderBy('member.id')
      return after
        ? ordered.where(
            sql<boolean>`(member.joined_at, member.id) > (${after.value}::timestamptz, ${after.id}::bigint)`,
          )
        : ordered
    }
    case '-lastSeenAt': {
      const ordered = query
        .orderBy('member.last_seen_at', (column) => column.desc().nullsLast())
        .orderBy('member.id', 'desc')
      if (!after) return ordered
      return after.value === null
        ? ordered.where(sql<boolean>`member.last_seen_at is null and member.id < ${after.id}::bigint`)
        : ordered.where(
            sql<boolean>`((member.last_seen_at, member.id) < (${after.value}::timestamptz, ${after.id}::bigint)
              or member.last_seen_at is null)`,
          )
    }
    case 'nickname': {
      const name = sql`lower(member.nickname) collate "C"`
      const ordered = query.orderBy(name).orderBy('member.id')
      return after
        ? ordered.where(
            sql<boolean>`(${name}, member.id) > (${after.value} collate "C", ${after.id}::bigint)`,
          )
        : ordered
    }
  }
}
