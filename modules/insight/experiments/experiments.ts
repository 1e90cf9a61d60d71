/** Experiments: made, started, stopped, decided. What runs is not changed any more: it would be another experiment. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { experimentChanged, holdoutChanged } from '../facts.ts'
import { insightProblems } from '../problems.ts'
import {
  type ExperimentDefinition,
  type ExperimentState,
  experimentDefinition,
  stateOf,
} from './experiment.ts'

export interface Experiment {
  readonly id: Id
  readonly key: string
  readonly name: string
  readonly hypothesis: string
  readonly salt: string
  readonly definition: ExperimentDefinition
  readonly state: ExperimentState
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly stoppedAt: Date | null
  readonly stopReason: string
  readonly decidedAt: Date | null
  readonly decision: string | null
  readonly decisionReason: string
  /** As the log names actors. */
  readonly by: string
}

const experiments = (ctx: Ctx) =>
  ctx.db
    .selectFrom('experiment')
    .select([
      'id',
      'key',
      'name',
      'hypothesis',
      'salt',
      sql<unknown>`definition`.as('definition'),
      'created_at as createdAt',
      'started_at as startedAt',
      'stopped_at as stoppedAt',
      'stop_reason as stopReason',
      'decided_at as decidedAt',
      'decision',
      'decision_reason as decisionReason',
      'created_by as by',
    ])

const read = (
  row: Omit<Experiment, 'definition' | 'state'> & { readonly definition: unknown },
): Experiment => ({
  ...row,
  definition: experimentDefinition.parse(row.definition),
  state: stateOf(row),
})

export async function findExperiment(ctx: Ctx, id: Id): Promise<Experiment | undefined> {
  const row = await experiments(ctx).where('id', '=', id).executeTakeFirst()
  return row && read(row)
}

/** Throws `experiment_not_found`. */
export async function getExperiment(ctx: Ctx, id: Id): Promise<Experiment> {
  const found = await findExperiment(ctx, id)
  if (!found) throw insightProblems.experimentNotFound()
  return found
}

export async function findExperimentByKey(ctx: Ctx, key: string): Promise<Experiment | undefined> {
  const row = await experiments(ctx).where('key', '=', key).executeTakeFirst()
  return row && read(row)
}

/** Newest first, below an id. */
export async function findExperiments(
  ctx: Ctx,
  {
    after,
    limit,
    state,
  }: {
    readonly after?: Id | undefined
    readonly limit: number
    readonly state?: ExperimentState | undefined
  },
): Promise<Experiment[]> {
  let query = experiments(ctx).orderBy('id', 'desc').limit(limit)
  if (after) query = query.where('id', '<', after)
  if (state === 'draft') query = query.where('started_at', 'is', null)
  if (state === 'running') query = query.where('started_at', 'is not', null).where('stopped_at', 'is', null)
  if (state === 'stopped') query = query.where('stopped_at', 'is not', null).where('decided_at', 'is', null)
  if (state === 'decided') query = query.where('decided_at', 'is not', null)
  return (await query.execute()).map(read)
}

/** How many are in it and how many met it, by experiment. */
export async function countMembers(
  ctx: Ctx,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, { assigned: number; exposed: number }>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('experiment_member')
    .select([
      'experiment_id as id',
      sql<number>`count(*)::int`.as('assigned'),
      sql<number>`count(exposed_at)::int`.as('exposed'),
    ])
    .where('experiment_id', 'in', [...ids])
    .groupBy('experiment_id')
    .execute()
  return new Map(rows.map(({ id, assigned, exposed }) => [id, { assigned, exposed }]))
}

export interface Draft {
  readonly key: string
  readonly name: string
  readonly hypothesis: string
  readonly definition: ExperimentDefinition
}

/** Throws `experiment_key_taken`. */
export const makeExperiment = (ctx: Ctx, { key, name, hypothesis, definition }: Draft): Promise<Experiment> =>
  transact(ctx, async (tx) => {
    const made = await tx.db
      .insertInto('experiment')
      .values({
        key,
        name,
        hypothesis,
        salt: randomBytes(9).toString('base64url'),
        definition: JSON.stringify(definition),
        created_at: ctx.now,
        created_by: describeActor(ctx.actor),
        changed_at: ctx.now,
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw insightProblems.experimentKeyTaken()
    await tell(tx, made.id, 'made')
    return await getExperiment(tx, made.id)
  })

async function tell(ctx: Ctx, id: Id, how: string, changes: Record<string, string> = {}): Promise<void> {
  await announce(ctx, experimentChanged, { how }, { object: { kind: 'experiment', id } })
  await audit(ctx, `experiment.${how}`, { kind: 'experiment', id }, changes)
}

/** The experiment, locked until the transaction ends, when it is in one of the states. */
async function hold(ctx: Ctx, id: Id, states: readonly ExperimentState[]): Promise<Experiment> {
  await ctx.db.selectFrom('experiment').select('id').where('id', '=', id).forUpdate().execute()
  const found = await getExperiment(ctx, id)
  if (!states.includes(found.state)) throw insightProblems.experimentState()
  return found
}

/** Throws `experiment_state` for one that has begun. */
export const changeExperiment = (
  ctx: Ctx,
  id: Id,
  { name, hypothesis, definition }: Omit<Draft, 'key'>,
): Promise<Experiment> =>
  transact(ctx, async (tx) => {
    await hold(tx, id, ['draft'])
    await tx.db
      .updateTable('experiment')
      .set({ name, hypothesis, definition: JSON.stringify(definition), changed_at: ctx.now })
      .where('id', '=', id)
      .execute()
    await tell(tx, id, 'changed')
    return await getExperiment(tx, id)
  })

export const removeExperiment = (ctx: Ctx, id: Id): Promise<void> =>
  transact(ctx, async (tx) => {
    await hold(tx, id, ['draft'])
    await tx.db.deleteFrom('experiment').where('id', '=', id).execute()
    await tell(tx, id, 'removed')
  })

export const startExperiment = (ctx: Ctx, id: Id): Promise<Experiment> =>
  transact(ctx, async (tx) => {
    await hold(tx, id, ['draft'])
    await tx.db
      .updateTable('experiment')
      .set({ started_at: ctx.now, started_by: describeActor(ctx.actor), changed_at: ctx.now })
      .where('id', '=', id)
      .execute()
    await tell(tx, id, 'started')
    return await getExperiment(tx, id)
  })

/** Nobody new comes in; who is in an arm is treated as everybody again. */
export const stopExperiment = (ctx: Ctx, id: Id, reason: string): Promise<Experiment> =>
  transact(ctx, async (tx) => {
    await hold(tx, id, ['running'])
    await tx.db
      .updateTable('experiment')
      .set({
        stopped_at: ctx.now,
        stopped_by: describeActor(ctx.actor),
        stop_reason: reason,
        changed_at: ctx.now,
      })
      .where('id', '=', id)
      .execute()
    await tell(tx, id, 'stopped', { reason })
    return await getExperiment(tx, id)
  })

/** From now on everybody gets this arm. Throws `experiment_arm_unknown`. */
export const decideExperiment = (ctx: Ctx, id: Id, variant: string, reason: string): Promise<Experiment> =>
  transact(ctx, async (tx) => {
    const { definition } = await hold(tx, id, ['stopped', 'decided'])
    if (!definition.variants.some(({ key }) => key === variant)) throw insightProblems.experimentArmUnknown()
    await tx.db
      .updateTable('experiment')
      .set({
        decided_at: ctx.now,
        decided_by: describeActor(ctx.actor),
        decision: variant,
        decision_reason: reason,
        changed_at: ctx.now,
      })
      .where('id', '=', id)
      .execute()
    await tell(tx, id, 'decided', { variant, reason })
    return await getExperiment(tx, id)
  })

export interface Holdout {
  readonly share: number
  readonly reason: string
  readonly setAt: Date | null
}

/** The share of members who are held out of everything. */
export async function findHoldout(ctx: Ctx): Promise<Holdout> {
  const row = await ctx.db
    .selectFrom('experiment_holdout')
    .select(['share', 'reason', 'set_at as setAt'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { share: 0, reason: '', setAt: null }
}

/** A smaller share keeps some of those who are held out, a larger one all of them. */
export const setHoldout = (ctx: Ctx, share: number, reason: string): Promise<Holdout> =>
  transact(ctx, async (tx) => {
    await tx.db
      .insertInto('experiment_holdout')
      .values({ share, reason, set_at: ctx.now, set_by: describeActor(ctx.actor) })
      .execute()
    await announce(tx, holdoutChanged, { share })
    await audit(tx, 'holdout.changed', { kind: 'holdout', id: 'global' }, { share: String(share), reason })
    return await findHoldout(tx)
  })
