/** Newcomers and the kind words that greet them: a first impression forms within 24 hours (S3-41). */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Place } from '#base/http/cursor.ts'
import { audit } from '#modules/identity/api.ts'
import { groupGreeted } from '../facts.ts'
import type { Badge } from '../groups/present.ts'
import { badgeJson, type Person } from '../memberships/memberships.sql.ts'
import { groupProblems } from '../problems.ts'

export interface Newcomer extends Person {
  readonly membershipId: Id
  readonly group: Badge
  readonly cardName: string
  readonly joinedAt: Date
  readonly introduction: string
  readonly answeredAt: Date | null
  readonly stepsDone: number
  readonly steps: number
}

const newcomers = (ctx: Ctx) =>
  ctx.db
    .selectFrom('group_membership as s')
    .innerJoin('member as m', 'm.id', 's.member_id')
    .innerJoin('community_group as g', 'g.id', 's.group_id')
    .leftJoin('file as picture', 'picture.id', 'g.picture_file_id')
    .leftJoin('file as face', 'face.id', 'm.avatar_file_id')
    .select([
      's.id as membershipId',
      badgeJson.as('group'),
      's.member_id as memberId',
      'm.token',
      'm.nickname',
      'face.token as avatarToken',
      'm.city',
      's.card_name as cardName',
      's.joined_at as joinedAt',
      's.introduction',
      's.answered_at as answeredAt',
      sql<number>`(select count(*)::int from newcomer_done d join newcomer_step n on n.id = d.step_id
        where d.membership_id = s.id and n.archived_at is null)`.as('stepsDone'),
      sql<number>`(select count(*)::int from newcomer_step n
        where n.group_id = s.group_id and n.archived_at is null)`.as('steps'),
    ])
    .where('s.left_at', 'is', null)
    .where('g.archived_at', 'is', null)
    .where('s.joined_at', '>', sql<Date>`${ctx.now}::timestamptz - interval '30 days'`)

export interface NewcomerFilter {
  readonly group?: Id | undefined
  readonly answered?: 'yes' | 'no' | undefined
  /** Only those who came before that moment. */
  readonly before?: Date
  /** Only those who came at that moment or later. */
  readonly since?: Date
}

const filtered = (ctx: Ctx, { group, answered, before, since }: NewcomerFilter) => {
  let query = newcomers(ctx)
  if (group) query = query.where('s.group_id', '=', group)
  if (answered) query = query.where('s.answered_at', answered === 'yes' ? 'is not' : 'is', null)
  if (before) query = query.where('s.joined_at', '<', before)
  if (since) query = query.where('s.joined_at', '>=', since)
  return query
}

/** Newcomers of the last 30 days, newest first. */
export async function findNewcomers(
  ctx: Ctx,
  filter: NewcomerFilter,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: readonly Newcomer[]; next: Place | null }> {
  let query = filtered(ctx, filter).select(sql<string>`s.joined_at::text`.as('place'))
  if (after)
    query = query.where(
      sql<boolean>`(s.joined_at, s.id) < (${after.value}::timestamptz, ${after.id}::bigint)`,
    )
  const rows = await query
    .orderBy('s.joined_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { value: last.place, id: last.membershipId } : null,
  }
}

export const findNewcomer = async (ctx: Ctx, membershipId: Id): Promise<Newcomer | undefined> =>
  await newcomers(ctx).where('s.id', '=', membershipId).executeTakeFirst()

/** Those to whom nobody has spoken, longest ago first. */
export async function findUnanswered(
  ctx: Ctx,
  joined: { readonly since: Date; readonly before: Date },
  limit: number,
): Promise<Newcomer[]> {
  return await filtered(ctx, { answered: 'no', ...joined })
    .orderBy('s.joined_at')
    .orderBy('s.id')
    .limit(limit)
    .execute()
}

export async function countNewcomers(ctx: Ctx, filter: NewcomerFilter): Promise<number> {
  const { count } = await ctx.db
    .selectFrom(filtered(ctx, filter).as('found'))
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * Greets a newcomer: another member of the group, or an operator. One word from each; the first of them is
 * the human answer that the newcomer waited for. Throws `membership_not_found`, `cannot_greet_oneself`.
 */
export async function greet(
  ctx: Ctx,
  membershipId: Id,
  words: string,
  { memberId, groupId }: { readonly memberId?: Id; readonly groupId?: Id } = {},
): Promise<void> {
  await transact(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('group_membership')
      .select(['group_id', 'member_id', 'answered_at'])
      .where('id', '=', membershipId)
      .where('left_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!row || (groupId && row.group_id !== groupId)) throw groupProblems.membershipNotFound()
    if (row.member_id === memberId) throw groupProblems.cannotGreetOneself()
    const by = memberId ? `member:${memberId}` : describeActor(tx.actor)
    const made = await tx.db
      .insertInto('group_greeting')
      .values({ membership_id: membershipId, member_id: memberId ?? null, by, words, at: tx.now })
      .onConflict((conflict) => conflict.columns(['membership_id', 'by']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return
    const first = row.answered_at === null
    if (first)
      await tx.db
        .updateTable('group_membership')
        .set({ answered_at: tx.now, answered_by: by })
        .where('id', '=', membershipId)
        .execute()
    await announce(
      tx,
      groupGreeted,
      { first },
      { groupId: row.group_id, memberId: row.member_id, object: { kind: 'group', id: row.group_id } },
    )
    if (!memberId)
      await audit(tx, 'group.newcomer_greeted', { kind: 'group', id: row.group_id }, { membershipId })
  })
}

export interface Greeting {
  readonly membershipId: Id
  readonly name: string
  readonly avatarToken: string | null
  readonly words: string
  readonly memberId: Id | null
  readonly count: number
  readonly byAsker: boolean
}

/** The three newest greetings of each newcomer, with how many there are and whether the asker greeted. */
export async function findGreetings(
  ctx: Ctx,
  membershipIds: readonly Id[],
  asker: Id | undefined,
): Promise<Greeting[]> {
  if (membershipIds.length === 0) return []
  const { rows } = await sql<Greeting>`
    select * from (
      select w.membership_id as "membershipId",
             coalesce(nullif(s.card_name, ''), m.nickname, c.name, '') as name,
             face.token as "avatarToken", w.words, w.member_id as "memberId",
             count(*) over (partition by w.membership_id)::int as count,
             bool_or(w.member_id = ${asker ?? null}::bigint) over (partition by w.membership_id) as "byAsker",
             row_number() over (partition by w.membership_id order by w.at desc, w.id desc) as place
        from group_greeting w
        join group_membership n on n.id = w.membership_id
        left join member m on m.id = w.member_id
        left join group_membership s on s.group_id = n.group_id and s.member_id = m.id and s.left_at is null
        left join file face on face.id = m.avatar_file_id
        left join community c on m.id is null
       where w.membership_id = any(${[...membershipIds]}::bigint[])) as greetings
     where place <= 3 order by "membershipId", place`.execute(ctx.db)
  return rows.map((row) => ({ ...row, byAsker: row.byAsker ?? false }))
}
