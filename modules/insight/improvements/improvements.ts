/** Improvements: made, changed, started, decided. What was found and what was measured then is never written over. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Day } from '#base/time/calendar.ts'
import { audit } from '#modules/identity/api.ts'
import { requireColleagues } from '#modules/team/api.ts'
import { improvementChanged, improvementDecided, improvementStarted } from '../facts.ts'
import { insightProblems } from '../problems.ts'
import { type Scope, toldScope } from '../shapes.ts'
import {
  type Evidence,
  type ImprovementChange,
  type ImprovementDraft,
  judged,
  type MeasuredEffect,
  type Verdict,
} from './improvement.ts'
import { getImprovement, type Improvement, mostOpen } from './reading.ts'

interface New extends Omit<ImprovementDraft, 'found'> {
  readonly evidence: Evidence
  readonly signalId: Id | null
  readonly goalId: Id | null
  readonly questionId: Id | null
  readonly follows?: { readonly id: Id; readonly round: number }
}

async function insert(tx: Ctx, wanted: New): Promise<Id> {
  // Not the table: whoever decides has written in it by now, and two of them would wait for each other.
  await sql`select pg_advisory_xact_lock(hashtextextended('improvements', 0))`.execute(tx.db)
  const { open } = await tx.db
    .selectFrom('improvement')
    .select(sql<number>`count(*)::int`.as('open'))
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (open >= mostOpen) throw insightProblems.tooManyImprovements({ values: { most: mostOpen } })
  await requireThings(tx, wanted)
  const { id } = await tx.db
    .insertInto('improvement')
    .values({
      ...columns(wanted),
      name: wanted.name,
      doing: wanted.doing,
      metric: JSON.stringify(wanted.metric),
      days: wanted.days,
      success: wanted.success,
      signal_id: wanted.signalId,
      goal_id: wanted.goalId,
      question_id: wanted.questionId,
      evidence: JSON.stringify(wanted.evidence),
      follows_id: wanted.follows?.id ?? null,
      round: (wanted.follows?.round ?? 0) + 1,
      created_at: tx.now,
      created_by: describeActor(tx.actor),
      changed_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Throws `owner_unknown`, `experiment_not_found`, `improvement_group_gone`. */
async function requireThings(
  tx: Ctx,
  { ownerId, experimentId, whom, scope, against }: ImprovementChange,
): Promise<void> {
  if (ownerId) await requireColleagues(tx, [ownerId])
  if (experimentId) {
    const there = await tx.db
      .selectFrom('experiment')
      .select('id')
      .where('id', '=', experimentId)
      .executeTakeFirst()
    if (!there) throw insightProblems.experimentNotFound()
  }
  const groups = [
    ...new Set([whom, scope, against].map((each) => each?.group).filter((group) => group !== undefined)),
  ]
  if (groups.length === 0) return
  const { length } = await tx.db
    .selectFrom('community_group')
    .select('id')
    .where('id', 'in', groups)
    .where('archived_at', 'is', null)
    .execute()
  if (length < groups.length) throw insightProblems.improvementGroupGone()
}

const columns = (of: ImprovementChange) => ({
  ...(of.name === undefined ? {} : { name: of.name }),
  ...(of.doing === undefined ? {} : { doing: of.doing }),
  ...(of.whom === undefined ? {} : { whom: JSON.stringify(of.whom) }),
  ...(of.links === undefined ? {} : { links: JSON.stringify(of.links) }),
  ...(of.experimentId === undefined ? {} : { experiment_id: of.experimentId }),
  ...(of.metric === undefined ? {} : { metric: JSON.stringify(of.metric) }),
  ...(of.scope === undefined ? {} : { scope: JSON.stringify(of.scope) }),
  ...(of.against === undefined ? {} : { against: of.against && JSON.stringify(of.against) }),
  ...(of.days === undefined ? {} : { days: of.days }),
  ...(of.success === undefined ? {} : { success: of.success }),
  ...(of.ownerId === undefined ? {} : { owner_id: of.ownerId }),
})

const told = ({ whom, scope, against, ...rest }: ImprovementChange) => ({
  ...rest,
  ...(whom === undefined ? {} : { whom: toldScope(whom) }),
  ...(scope === undefined ? {} : { scope: toldScope(scope) }),
  ...(against === undefined ? {} : { against: against && toldScope(against) }),
})

/** Throws `too_many_improvements`, `owner_unknown`, `experiment_not_found`, `improvement_group_gone`. */
export async function makeImprovement(ctx: Ctx, wanted: New): Promise<Improvement> {
  return await transact(ctx, async (tx) => {
    const id = await insert(tx, wanted)
    await announce(tx, improvementChanged, { how: 'made' }, { object: { kind: 'improvement', id } })
    const { evidence: _, ...rest } = wanted
    await audit(tx, 'insight.improvement_made', { kind: 'improvement', id }, told(rest))
    return await getImprovement(tx, id)
  })
}

/**
 * Changes an improvement; how it is judged only before it starts. Throws `improvement_not_found`,
 * `improvement_is_decided`, `improvement_is_running`, and as `makeImprovement`.
 */
export async function changeImprovement(ctx: Ctx, id: Id, change: ImprovementChange): Promise<Improvement> {
  return await transact(ctx, async (tx) => {
    const { startsOn } = await lockOpen(tx, id)
    if (startsOn && judged.some((part) => change[part] !== undefined))
      throw insightProblems.improvementIsRunning()
    await requireThings(tx, change)
    await tx.db
      .updateTable('improvement')
      .set({ ...columns(change), changed_at: tx.now })
      .where('id', '=', id)
      .execute()
    await announce(tx, improvementChanged, { how: 'changed' }, { object: { kind: 'improvement', id } })
    await audit(tx, 'insight.improvement_changed', { kind: 'improvement', id }, told(change))
    return await getImprovement(tx, id)
  })
}

/**
 * It is done from a day on: today, or one that is past. Throws `improvement_not_found`, `improvement_is_decided`,
 * `improvement_is_running`, `improvement_group_gone`.
 */
export async function startImprovement(ctx: Ctx, id: Id, on: Day): Promise<Improvement> {
  return await transact(ctx, async (tx) => {
    const { startsOn } = await lockOpen(tx, id)
    if (startsOn) throw insightProblems.improvementIsRunning()
    const { whom, scope, against } = await getImprovement(tx, id)
    await requireThings(tx, { whom, scope, against })
    await tx.db
      .updateTable('improvement')
      .set({
        starts_on: sql<Date>`${on}::date`,
        started_at: tx.now,
        started_by: describeActor(tx.actor),
        changed_at: tx.now,
      })
      .where('id', '=', id)
      .execute()
    await announce(tx, improvementStarted, {}, about(id, scope))
    await audit(tx, 'insight.improvement_started', { kind: 'improvement', id }, { on })
    return await getImprovement(tx, id)
  })
}

const about = (id: Id, { group }: Scope) => ({
  object: { kind: 'improvement', id },
  ...(group ? { groupId: group } : {}),
})

/**
 * Decides an improvement, with what was measured. Adjusted, it has a next round, which begins as this one was; that
 * it may be a round too many throws `too_many_improvements`. Throws `improvement_not_found`, `improvement_is_decided`,
 * `improvement_not_started` for what was never done and is not dropped.
 */
export async function decideImprovement(
  ctx: Ctx,
  id: Id,
  { verdict, reason }: { readonly verdict: Verdict; readonly reason: string },
  effect: MeasuredEffect | null,
): Promise<Improvement> {
  return await transact(ctx, async (tx) => {
    const { startsOn } = await lockOpen(tx, id)
    if (!startsOn && verdict !== 'dropped') throw insightProblems.improvementNotStarted()
    await tx.db
      .updateTable('improvement')
      .set({
        decided_at: tx.now,
        decided_by: describeActor(tx.actor),
        verdict,
        reason,
        effect: effect && JSON.stringify(effect),
        changed_at: tx.now,
      })
      .where('id', '=', id)
      .execute()
    const decided = await getImprovement(tx, id)
    if (verdict === 'adjusted') await goOn(tx, decided)
    await announce(tx, improvementDecided, { verdict }, about(id, decided.scope))
    await audit(tx, 'insight.improvement_decided', { kind: 'improvement', id }, { verdict, reason })
    return await getImprovement(tx, id)
  })
}

/** The next round: the same matter, to be done otherwise. */
async function goOn(tx: Ctx, before: Improvement): Promise<void> {
  const next = await insert(tx, {
    ...before,
    links: [...before.links],
    experimentId: null,
    ownerId: before.ownerId && (await stillHere(tx, before.ownerId)),
    follows: before,
  })
  await announce(tx, improvementChanged, { how: 'made' }, { object: { kind: 'improvement', id: next } })
  await audit(
    tx,
    'insight.improvement_made',
    { kind: 'improvement', id: next },
    { name: before.name, follows: before.id },
  )
}

/** Who left the team takes on no next round. */
async function stillHere(tx: Ctx, accountId: Id): Promise<Id | null> {
  const there = await tx.db
    .selectFrom('operator')
    .select('account_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return there ? accountId : null
}

/** Keeps what was measured of one that is not decided yet. */
export async function keepMeasured(ctx: Ctx, id: Id, measured: MeasuredEffect): Promise<void> {
  await ctx.db
    .updateTable('improvement')
    .set({ measured: JSON.stringify(measured), measured_at: ctx.now })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .execute()
}

async function lockOpen(tx: Ctx, id: Id): Promise<{ readonly startsOn: Day | null }> {
  const row = await tx.db
    .selectFrom('improvement')
    .select(['decided_at', sql<Day | null>`starts_on::text`.as('startsOn')])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw insightProblems.improvementNotFound()
  if (row.decided_at !== null) throw insightProblems.improvementIsDecided()
  return row
}
