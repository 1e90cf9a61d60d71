/** Goals: set, changed, ended. Readings are taken by `readings.ts`; nothing that was read is ever written over by hand. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { cutPage, type Place } from '#base/http/cursor.ts'
import type { Day } from '#base/time/calendar.ts'
import { audit } from '#modules/identity/api.ts'
import { requireColleagues } from '#modules/team/api.ts'
import { goalChanged, goalClosed, goalSet } from '../facts.ts'
import type { MetricRef } from '../metrics/metric.ts'
import { insightProblems } from '../problems.ts'
import { type Scope, toldScope } from '../shapes.ts'
import type { Course, Reading, TargetMode } from './goal.ts'

export const outcomes = ['met', 'missed', 'dropped'] as const
export type Outcome = (typeof outcomes)[number]

export interface Goal extends Course {
  readonly id: Id
  readonly name: string
  readonly why: string
  readonly metric: MetricRef
  readonly scope: Scope
  readonly better: 'more' | 'less'
  readonly baselineFrom: Day
  readonly baselineTo: Day
  readonly mode: TargetMode
  readonly amount: number
  readonly ownerId: Id | null
  readonly ownerName: string | null
  readonly createdAt: Date
  readonly closedAt: Date | null
  readonly outcome: Outcome | null
  readonly lesson: string
}

const goals = (ctx: Ctx) =>
  ctx.db
    .selectFrom('goal as g')
    .leftJoin('account as a', 'a.id', 'g.owner_id')
    .select([
      'g.id',
      'g.name',
      'g.why',
      sql<MetricRef>`g.metric`.as('metric'),
      sql<Scope>`g.scope`.as('scope'),
      'g.days',
      sql<'more' | 'less'>`g.better`.as('better'),
      sql<Day>`g.baseline_from::text`.as('baselineFrom'),
      sql<Day>`g.baseline_to::text`.as('baselineTo'),
      'g.baseline',
      sql<TargetMode>`g.mode`.as('mode'),
      'g.amount',
      'g.target',
      sql<Day>`g.starts_on::text`.as('startsOn'),
      sql<Day>`g.due_on::text`.as('dueOn'),
      'g.owner_id as ownerId',
      'a.name as ownerName',
      'g.created_at as createdAt',
      'g.closed_at as closedAt',
      sql<Outcome | null>`g.outcome`.as('outcome'),
      'g.lesson',
    ])

/** More running goals than these nobody pursues. */
export const mostRunning = 60

/** All that run, the nearest deadline first. */
export const findRunningGoals = (ctx: Ctx): Promise<Goal[]> =>
  goals(ctx).where('g.closed_at', 'is', null).orderBy('g.due_on').orderBy('g.id').limit(mostRunning).execute()

/** Those that ended, the latest first. */
export async function findClosedGoals(
  ctx: Ctx,
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ items: Goal[]; next: Place | null }> {
  let query = goals(ctx)
    .select(sql<string>`g.closed_at::text`.as('place'))
    .where('g.closed_at', 'is not', null)
  if (after)
    query = query.where(
      sql<boolean>`(g.closed_at, g.id) < (${after.value}::timestamptz, ${after.id}::bigint)`,
    )
  const rows = await query
    .orderBy('g.closed_at', 'desc')
    .orderBy('g.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = cutPage(rows, limit, ({ place, id }) => ({ value: place, id }))
  return { ...page, items: page.items.map(({ place: _, ...row }) => row) }
}

/** Throws `goal_not_found`. */
export async function getGoal(ctx: Ctx, id: Id): Promise<Goal> {
  const goal = await goals(ctx).where('g.id', '=', id).executeTakeFirst()
  if (!goal) throw insightProblems.goalNotFound()
  return goal
}

/** Readings of goals, oldest first, by goal; at most the days of two years each. */
export async function findReadings(
  ctx: Ctx,
  goalIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Reading[]>> {
  if (goalIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('goal_reading')
    .select(['goal_id as goalId', sql<Day>`day::text`.as('day'), 'value'])
    .where('goal_id', 'in', [...goalIds])
    .orderBy('goal_id')
    .orderBy('day')
    .execute()
  return Map.groupBy(rows, ({ goalId }) => goalId)
}

export interface NewGoal extends Course {
  readonly name: string
  readonly why: string
  readonly metric: MetricRef
  readonly scope: Scope
  readonly better: 'more' | 'less'
  readonly baselineFrom: Day
  readonly baselineTo: Day
  readonly mode: TargetMode
  readonly amount: number
  readonly ownerId: Id | null
}

/** Sets a goal that was checked. Throws `too_many_goals`, `owner_unknown`. */
export async function setGoal(ctx: Ctx, wanted: NewGoal): Promise<Goal> {
  return await transact(ctx, async (tx) => {
    await sql`lock table goal in share row exclusive mode`.execute(tx.db)
    const { running } = await tx.db
      .selectFrom('goal')
      .select(sql<number>`count(*)::int`.as('running'))
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (running >= mostRunning) throw insightProblems.tooManyGoals({ values: { most: mostRunning } })
    if (wanted.ownerId) await requireColleagues(tx, [wanted.ownerId])
    const { id } = await tx.db
      .insertInto('goal')
      .values({
        name: wanted.name,
        why: wanted.why,
        metric: JSON.stringify(wanted.metric),
        scope: JSON.stringify(wanted.scope),
        days: wanted.days,
        better: wanted.better,
        baseline_from: sql<Date>`${wanted.baselineFrom}::date`,
        baseline_to: sql<Date>`${wanted.baselineTo}::date`,
        baseline: wanted.baseline,
        mode: wanted.mode,
        amount: wanted.amount,
        target: wanted.target,
        starts_on: sql<Date>`${wanted.startsOn}::date`,
        due_on: sql<Date>`${wanted.dueOn}::date`,
        owner_id: wanted.ownerId,
        created_at: tx.now,
        created_by: describeActor(tx.actor),
        changed_at: tx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await announce(
      tx,
      goalSet,
      { target: wanted.target, dueOn: wanted.dueOn },
      { object: { kind: 'goal', id } },
    )
    await audit(tx, 'insight.goal_set', { kind: 'goal', id }, { ...wanted, scope: toldScope(wanted.scope) })
    return await getGoal(tx, id)
  })
}

export interface GoalChange {
  readonly name?: string | undefined
  readonly why?: string | undefined
  readonly ownerId?: Id | null | undefined
}

/**
 * Changes what a goal is called, why, and whose it is. What is to be reached, and when, stays: another target is
 * another goal. Throws `goal_not_found`, `goal_is_closed`, `owner_unknown`.
 */
export async function changeGoal(ctx: Ctx, id: Id, change: GoalChange): Promise<Goal> {
  return await transact(ctx, async (tx) => {
    await requireRunning(tx, id)
    if (change.ownerId) await requireColleagues(tx, [change.ownerId])
    await tx.db
      .updateTable('goal')
      .set({
        ...(change.name === undefined ? {} : { name: change.name }),
        ...(change.why === undefined ? {} : { why: change.why }),
        ...(change.ownerId === undefined ? {} : { owner_id: change.ownerId }),
        changed_at: tx.now,
      })
      .where('id', '=', id)
      .execute()
    await announce(tx, goalChanged, { fields: Object.keys(change) }, { object: { kind: 'goal', id } })
    await audit(tx, 'insight.goal_changed', { kind: 'goal', id }, { ...change })
    return await getGoal(tx, id)
  })
}

/** Ends a goal with what was learned. Its open signal ends with it. Throws `goal_not_found`, `goal_is_closed`. */
export async function closeGoal(
  ctx: Ctx,
  id: Id,
  { outcome, lesson }: { readonly outcome: Outcome; readonly lesson: string },
): Promise<Goal> {
  return await transact(ctx, async (tx) => {
    await requireRunning(tx, id)
    const closed = { closed_at: tx.now, closed_by: describeActor(tx.actor) }
    await tx.db
      .updateTable('goal')
      .set({ ...closed, outcome, lesson, changed_at: tx.now })
      .where('id', '=', id)
      .execute()
    await tx.db
      .updateTable('signal')
      .set({ ...closed, outcome: 'handled' })
      .where('goal_id', '=', id)
      .where('closed_at', 'is', null)
      .execute()
    await announce(tx, goalClosed, { outcome }, { object: { kind: 'goal', id } })
    await audit(tx, 'insight.goal_closed', { kind: 'goal', id }, { outcome, lesson })
    return await getGoal(tx, id)
  })
}

async function requireRunning(tx: Ctx, id: Id): Promise<void> {
  const goal = await tx.db
    .selectFrom('goal')
    .select('closed_at')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!goal) throw insightProblems.goalNotFound()
  if (goal.closed_at !== null) throw insightProblems.goalIsClosed()
}
