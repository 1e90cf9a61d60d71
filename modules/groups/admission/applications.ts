/** Applications in the hands of the team: reading and deciding. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Place } from '#base/http/cursor.ts'
import { render } from '#base/i18n/messages.ts'
import { audit } from '#modules/identity/api.ts'
import { groupApplicationDecided } from '../facts.ts'
import { lockOpenGroup } from '../groups/lock.ts'
import type { Badge } from '../groups/present.ts'
import { badgeJson, type Person } from '../memberships/memberships.sql.ts'
import { findStay } from '../memberships/memberships.ts'
import { groupProblems } from '../problems.ts'
import { lockCurrent, setState } from './application.ts'
import { admit } from './joining.ts'
import { findSteps } from './settings.ts'
import type { ApplicationState } from './shapes.ts'
import { standingWords } from './steps.messages.ts'

export interface Application {
  readonly id: Id
  readonly groupId: Id
  readonly group: Badge
  readonly person: Person
  readonly state: ApplicationState
  readonly code: string | null
  readonly startedAt: Date
  readonly submittedAt: Date | null
  readonly waitingSince: Date | null
  readonly dueAt: Date | null
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly reason: string
  readonly note: string
}

const applications = (ctx: Ctx) =>
  ctx.db
    .selectFrom('group_application as a')
    .innerJoin('community_group as g', 'g.id', 'a.group_id')
    .innerJoin('member as m', 'm.id', 'a.member_id')
    .leftJoin('file as picture', 'picture.id', 'g.picture_file_id')
    .leftJoin('file as face', 'face.id', 'm.avatar_file_id')
    .leftJoin('group_invitation as i', 'i.id', 'a.invitation_id')
    .select([
      'a.id',
      'a.group_id as groupId',
      badgeJson.as('group'),
      sql<Person>`json_build_object('memberId', m.id::text, 'token', m.token, 'nickname', m.nickname,
        'avatarToken', face.token, 'city', m.city)`.as('person'),
      sql<ApplicationState>`a.state`.as('state'),
      'i.code',
      'a.started_at as startedAt',
      'a.submitted_at as submittedAt',
      'a.waiting_since as waitingSince',
      sql<Date | null>`case when a.state = 'review' then a.submitted_at + make_interval(hours =>
        coalesce((select (s.settings ->> 'promiseHours')::int from admission_step s
          where s.group_id = a.group_id and s.kind = 'review' and s.archived_at is null), 48)) end`.as(
        'dueAt',
      ),
      'a.decided_at as decidedAt',
      'a.decided_by as decidedBy',
      'a.reason',
      'a.note',
    ])

export interface ApplicationFilter {
  readonly group?: Id | undefined
  readonly state: ApplicationState
}

/** What is to be decided and who waits: oldest first; the others newest first. */
export async function findApplications(
  ctx: Ctx,
  { group, state }: ApplicationFilter,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: readonly Application[]; next: Place | null }> {
  const oldestFirst = state === 'review' || state === 'waiting'
  const column = sql.ref(
    state === 'review' ? 'a.submitted_at' : state === 'waiting' ? 'a.waiting_since' : 'a.started_at',
  )
  let query = applications(ctx).select(sql<string>`${column}::text`.as('place')).where('a.state', '=', state)
  if (group) query = query.where('a.group_id', '=', group)
  if (after) {
    const beyond = sql`(${after.value}::timestamptz, ${after.id}::bigint)`
    query = query.where(
      oldestFirst ? sql<boolean>`(${column}, a.id) > ${beyond}` : sql<boolean>`(${column}, a.id) < ${beyond}`,
    )
  }
  const way = oldestFirst ? 'asc' : 'desc'
  const rows = await query
    .orderBy(column, way)
    .orderBy('a.id', way)
    .limit(limit + 1)
    .execute()
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { value: last.place, id: last.id } : null,
  }
}

export async function countApplications(ctx: Ctx, { group, state }: ApplicationFilter): Promise<number> {
  let query = ctx.db
    .selectFrom('group_application')
    .select(sql<string>`count(*)`.as('count'))
    .where('state', '=', state)
  if (group) query = query.where('group_id', '=', group)
  return Number((await query.executeTakeFirstOrThrow()).count)
}

/** Throws `application_not_found`. */
export async function getApplication(ctx: Ctx, id: Id): Promise<Application> {
  const found = await applications(ctx).where('a.id', '=', id).executeTakeFirst()
  if (!found) throw groupProblems.applicationNotFound()
  return found
}

export interface Decision {
  readonly accept: boolean
  /** What the member is told; needed to refuse. */
  readonly reason: string
  readonly note: string
  readonly againAfterDays?: number | undefined
}

/**
 * Accepts or refuses, each by itself. One that somebody else decided meanwhile, or that is not handed in,
 * is skipped. Who waits for a place can only be refused. Throws `answer_incomplete` without a reason.
 */
export async function decide(
  ctx: Ctx,
  ids: readonly Id[],
  decision: Decision,
): Promise<{ accepted: number; waiting: number; refused: number; skipped: number }> {
  if (!decision.accept && decision.reason === '')
    throw groupProblems.answerIncomplete({
      fields: [{ path: 'body.reason', message: render(standingWords.reasonNeeded, ctx.locale) }],
    })
  const counts = { accepted: 0, waiting: 0, refused: 0, skipped: 0 }
  // Groups are locked in the order of their ids, as everywhere.
  const places = await ctx.db
    .selectFrom('group_application')
    .select(['id', 'group_id', 'member_id'])
    .where('id', 'in', [...ids])
    .orderBy('group_id')
    .orderBy('id')
    .execute()
  counts.skipped = new Set(ids).size - places.length
  await transact(ctx, async (tx) => {
    for (const place of places) {
      const outcome = await decideOne(tx, place.group_id, place.member_id, place.id, decision)
      counts[outcome] += 1
      if (outcome !== 'skipped')
        await audit(
          tx,
          `group.application_${outcome}`,
          { kind: 'group', id: place.group_id },
          { applicationId: place.id, reason: decision.reason },
        )
    }
  })
  return counts
}

async function decideOne(
  tx: Ctx,
  groupId: Id,
  memberId: Id,
  id: Id,
  decision: Decision,
): Promise<'accepted' | 'waiting' | 'refused' | 'skipped'> {
  const group = await lockOpenGroup(tx, groupId)
  const held = await lockCurrent(tx, groupId, memberId)
  if (held?.id !== id || held.state === 'open') return 'skipped'
  if (decision.accept) {
    if (held.state !== 'review' || (await findStay(tx, groupId, memberId))) return 'skipped'
    await tx.db
      .updateTable('group_application')
      .set({ reason: decision.reason, note: decision.note })
      .where('id', '=', id)
      .execute()
    return await admit(tx, group, held)
  }
  const days = decision.againAfterDays ?? (await againAfterDays(tx, groupId))
  await setState(tx, id, {
    state: 'refused',
    decided_at: tx.now,
    decided_by: describeActor(tx.actor),
    reason: decision.reason,
    note: decision.note,
    again_after: days > 0 ? new Date(tx.now.getTime() + days * 86_400_000) : null,
  })
  await announce(tx, groupApplicationDecided, { applicationId: id, state: 'refused' }, { groupId, memberId })
  return 'refused'
}

async function againAfterDays(tx: Ctx, groupId: Id): Promise<number> {
  const review = (await findSteps(tx, groupId)).find((step) => step.kind === 'review')
  return review?.kind === 'review' ? review.settings.againAfterDays : 0
}
