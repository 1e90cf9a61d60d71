/** Improvements as they are read. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { cutPage, type Place } from '#base/http/cursor.ts'
import type { Day } from '#base/time/calendar.ts'
import type { MetricRef } from '../metrics/metric.ts'
import { insightProblems } from '../problems.ts'
import type { Scope } from '../shapes.ts'
import type { Evidence, MeasuredEffect, Verdict } from './improvement.ts'

export interface Improvement {
  readonly id: Id
  readonly name: string
  readonly signalId: Id | null
  readonly goalId: Id | null
  readonly questionId: Id | null
  readonly evidence: Evidence
  readonly doing: string
  readonly whom: Scope
  readonly links: readonly { readonly name: string; readonly path: string }[]
  readonly experimentId: Id | null
  readonly metric: MetricRef
  readonly scope: Scope
  readonly against: Scope | null
  readonly days: number
  readonly success: string
  readonly ownerId: Id | null
  readonly ownerName: string | null
  readonly followsId: Id | null
  readonly nextId: Id | null
  readonly round: number
  readonly createdAt: Date
  readonly createdByName: string | null
  readonly startsOn: Day | null
  readonly measured: MeasuredEffect | null
  readonly measuredAt: Date | null
  readonly decidedAt: Date | null
  readonly verdict: Verdict | null
  readonly reason: string
  readonly effect: MeasuredEffect | null
}

const improvements = (ctx: Ctx) =>
  ctx.db
    .selectFrom('improvement as i')
    .leftJoin('account as a', 'a.id', 'i.owner_id')
    .leftJoin('improvement as next', 'next.follows_id', 'i.id')
    .select([
      'i.id',
      'i.name',
      'i.signal_id as signalId',
      'i.goal_id as goalId',
      'i.question_id as questionId',
      sql<Evidence>`i.evidence`.as('evidence'),
      'i.doing',
      sql<Scope>`i.whom`.as('whom'),
      sql<Improvement['links']>`i.links`.as('links'),
      'i.experiment_id as experimentId',
      sql<MetricRef>`i.metric`.as('metric'),
      sql<Scope>`i.scope`.as('scope'),
      sql<Scope | null>`i.against`.as('against'),
      'i.days',
      'i.success',
      'i.owner_id as ownerId',
      'a.name as ownerName',
      'i.follows_id as followsId',
      'next.id as nextId',
      'i.round',
      'i.created_at as createdAt',
      sql<
        string | null
      >`(select c.name from account c where c.id = substring(i.created_by from '^account:(\\d+)$')::bigint)`.as(
        'createdByName',
      ),
      sql<Day | null>`i.starts_on::text`.as('startsOn'),
      sql<MeasuredEffect | null>`i.measured`.as('measured'),
      'i.measured_at as measuredAt',
      'i.decided_at as decidedAt',
      sql<Verdict | null>`i.verdict`.as('verdict'),
      'i.reason',
      sql<MeasuredEffect | null>`i.effect`.as('effect'),
    ])

/** More at a time nobody carries through. */
export const mostOpen = 60

/** All that nothing was decided about, the newest first. */
export const findOpenImprovements = (ctx: Ctx): Promise<Improvement[]> =>
  improvements(ctx)
    .where('i.decided_at', 'is', null)
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(mostOpen)
    .execute()

/** Those that were decided, the latest first. */
export async function findDecidedImprovements(
  ctx: Ctx,
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ items: Improvement[]; next: Place | null }> {
  let query = improvements(ctx)
    .select(sql<string>`i.decided_at::text`.as('place'))
    .where('i.decided_at', 'is not', null)
  if (after)
    query = query.where(
      sql<boolean>`(i.decided_at, i.id) < (${after.value}::timestamptz, ${after.id}::bigint)`,
    )
  const rows = await query
    .orderBy('i.decided_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = cutPage(rows, limit, ({ place, id }) => ({ value: place, id }))
  return { ...page, items: page.items.map(({ place: _, ...row }) => row) }
}

/** Those that began with a signal or a goal, the newest first. */
export const findImprovementsOf = (
  ctx: Ctx,
  of: { readonly signal: Id } | { readonly goal: Id },
): Promise<Improvement[]> =>
  improvements(ctx)
    .where('signal' in of ? 'i.signal_id' : 'i.goal_id', '=', 'signal' in of ? of.signal : of.goal)
    .orderBy('i.id', 'desc')
    .limit(20)
    .execute()

/** Decided within some instants, the first first; of one group, those judged in it. */
export async function findDecidedWithin(
  ctx: Ctx,
  { from, to }: { readonly from: Date; readonly to: Date },
  group: Id | null,
): Promise<Improvement[]> {
  let query = improvements(ctx).where('i.decided_at', '>=', from).where('i.decided_at', '<', to)
  if (group) query = query.where(sql<boolean>`i.scope ->> 'group' = ${group}`)
  return await query.orderBy('i.decided_at').orderBy('i.id').limit(60).execute()
}

/** Started, not decided, and all their days over; not those of groups that were archived. */
export const findToReview = (ctx: Ctx, today: Day, limit: number): Promise<Improvement[]> =>
  improvements(ctx)
    .where('i.decided_at', 'is', null)
    .where(sql<boolean>`i.starts_on + i.days <= ${today}::date`)
    .where(
      sql<boolean>`not exists (select from community_group g
                     where g.id = (i.scope ->> 'group')::bigint and g.archived_at is not null)`,
    )
    .orderBy(sql`i.starts_on + i.days`)
    .orderBy('i.id')
    .limit(limit)
    .execute()

/** Throws `improvement_not_found`. */
export async function getImprovement(ctx: Ctx, id: Id): Promise<Improvement> {
  const found = await improvements(ctx).where('i.id', '=', id).executeTakeFirst()
  if (!found) throw insightProblems.improvementNotFound()
  return found
}

/** All rounds of what an improvement belongs to, the first first; at most a hundred. */
export async function findRounds(ctx: Ctx, id: Id): Promise<Improvement[]> {
  const { rows } = await sql<{ id: Id }>`
    with recursive up (id, follows_id, n) as (
      select id, follows_id, 1 from improvement where id = ${id}::bigint
      union all
      select i.id, i.follows_id, n + 1 from improvement i join up on i.id = up.follows_id where n < 100),
    first as (select id from up order by n desc limit 1),
    down (id, n) as (
      select id, 1 from first
      union all
      select i.id, n + 1 from improvement i join down on i.follows_id = down.id where n < 100)
    select id from down`.execute(ctx.db)
  return await improvements(ctx)
    .where(
      'i.id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('i.round')
    .execute()
}
