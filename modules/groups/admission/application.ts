/** The row of an application: one open at a time for a member and a group. */
import { sql, type Updateable } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { GroupApplication } from '#base/db/tables.generated.ts'
import type { ApplicationState } from './shapes.ts'

export interface Held {
  readonly id: Id
  readonly memberId: Id
  readonly state: ApplicationState
  readonly invitationId: Id | null
  readonly straight: boolean
}

const current = (ctx: Ctx, groupId: Id, memberId: Id) =>
  ctx.db
    .selectFrom('group_application as a')
    .select([
      'a.id',
      'a.member_id as memberId',
      sql<ApplicationState>`a.state`.as('state'),
      'a.invitation_id as invitationId',
      sql<boolean>`coalesce((select straight from group_invitation i where i.id = a.invitation_id), false)`.as(
        'straight',
      ),
    ])
    .where('a.group_id', '=', groupId)
    .where('a.member_id', '=', memberId)
    .where('a.state', 'in', ['open', 'review', 'waiting'])

export const findCurrent = async (ctx: Ctx, groupId: Id, memberId: Id): Promise<Held | undefined> =>
  await current(ctx, groupId, memberId).executeTakeFirst()

export const lockCurrent = async (tx: Ctx, groupId: Id, memberId: Id): Promise<Held | undefined> =>
  await current(tx, groupId, memberId).forUpdate().executeTakeFirst()

export interface Latest {
  readonly id: Id
  readonly state: ApplicationState
  readonly reason: string
  readonly againAfter: Date | null
  readonly submittedAt: Date | null
  readonly waitingSince: Date | null
}

/** The newest application, decided or not. */
export const findLatest = async (ctx: Ctx, groupId: Id, memberId: Id): Promise<Latest | undefined> =>
  await ctx.db
    .selectFrom('group_application')
    .select([
      'id',
      sql<ApplicationState>`state`.as('state'),
      'reason',
      'again_after as againAfter',
      'submitted_at as submittedAt',
      'waiting_since as waitingSince',
    ])
    .where('group_id', '=', groupId)
    .where('member_id', '=', memberId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function openApplication(tx: Ctx, groupId: Id, memberId: Id): Promise<Held> {
  const { id } = await tx.db
    .insertInto('group_application')
    .values({ group_id: groupId, member_id: memberId, state: 'open', started_at: tx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, memberId, state: 'open', invitationId: null, straight: false }
}

export async function setState(
  tx: Ctx,
  id: Id,
  change: Updateable<GroupApplication> & { readonly state: ApplicationState },
): Promise<void> {
  await tx.db.updateTable('group_application').set(change).where('id', '=', id).execute()
}

/** The how-manieth in the queue. */
export async function findPlace(ctx: Ctx, groupId: Id, latest: Latest): Promise<number> {
  const { rows } = await sql<{ place: number }>`
    select count(*)::int as place from group_application
     where group_id = ${groupId}::bigint and state = 'waiting'
       and (waiting_since, id) <= (${latest.waitingSince}::timestamptz, ${latest.id}::bigint)`.execute(ctx.db)
  return rows[0]!.place
}
