/** Pushes that are due, taken for a while: a process that dies with them in hand gives them back by itself. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { NoticeRow } from '../inbox/showing.ts'

/** Longest time that sending one batch takes, with room. */
const leaseMinutes = 10

export interface Claim {
  readonly id: Id
  readonly memberId: Id
  readonly noticeId: Id | null
  readonly urgent: boolean
  /** This try counted. */
  readonly attempts: number
}

/** Takes the oldest of what is due, and whatever else is due for the same members, so that it leaves as one. */
export async function claimDue(ctx: Ctx, limit: number): Promise<readonly Claim[]> {
  const { rows } = await sql<Claim>`
    with first as (
      select id, member_id from push_delivery where state = 'waiting' and due_at <= ${ctx.now}::timestamptz
       order by due_at, id limit ${limit} for update skip locked),
    rest as (
      select d.id from push_delivery d
       where d.state = 'waiting' and d.due_at <= ${ctx.now}::timestamptz
         and d.member_id in (select member_id from first) limit ${limit * 10} for update skip locked)
    update push_delivery d
       set attempts = d.attempts + 1, due_at = ${ctx.now}::timestamptz + make_interval(mins => ${leaseMinutes})
     where d.id in (select id from first union select id from rest)
    returning d.id, d.member_id as "memberId", d.notice_id as "noticeId", d.urgent, d.attempts`.execute(
    ctx.db,
  )
  return rows
}

/** The notices as they are now; read, put away and deleted ones are no news. */
export async function findUnread(ctx: Ctx, ids: readonly Id[]): Promise<ReadonlyMap<Id, NoticeRow>> {
  const { rows } = await sql<NoticeRow>`
    select n.id, n.source, n.actor_ids[1:5] as "actorIds", n.actor_ids as "allActors", n.count,
           n.object_kind as "objectKind", n.object_id as "objectId", n.group_id as "groupId", n.props
      from notice n where n.id = any(${[...ids]}::bigint[]) and n.read_at is null and n.archived_at is null`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export interface HeldSubscription {
  readonly id: Id
  readonly memberId: Id
  readonly sealed: string
}

export async function findSubscriptions(
  ctx: Ctx,
  memberIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly HeldSubscription[]>> {
  const rows = await ctx.db
    .selectFrom('push_subscription')
    .select(['id', 'member_id as memberId', 'sealed'])
    .where('member_id', 'in', [...memberIds])
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, (row) => row.memberId)
}

export type Ended = 'sent' | 'failed' | 'dropped'

/** Notes how it ended; a push that somebody else ended meanwhile stays so. */
export const endClaims = (ctx: Ctx, ids: readonly Id[], state: Ended, reason = '') =>
  onWaiting(ctx, ids, sql`state = ${state}, reason = ${reason}, ended_at = ${ctx.now}::timestamptz`)

/** Gives them back for later. `counted`: the try counts, because something went wrong. */
export const putOff = (ctx: Ctx, ids: readonly Id[], until: Date, counted: boolean, reason = '') =>
  onWaiting(
    ctx,
    ids,
    sql`due_at = ${until}::timestamptz, reason = ${reason}, attempts = attempts - ${counted ? 0 : 1}::int`,
  )

const onWaiting = async (ctx: Ctx, ids: readonly Id[], set: RawBuilder<unknown>): Promise<void> =>
  void (await sql`update push_delivery set ${set} where id = any(${[...ids]}::bigint[]) and state = 'waiting'`.execute(
    ctx.db,
  ))
