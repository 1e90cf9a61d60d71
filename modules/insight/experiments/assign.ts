/** Which arm a member gets. Asked by whatever tries something: journeys, campaigns, activities, boards. */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Audience } from '#modules/audience/api.ts'
import { experimentExposed } from '../facts.ts'
import { armOf, isHeldOut } from './assignment.ts'
import { type Experiment, findExperimentByKey, findHoldout } from './experiments.ts'

/** The salt of the global holdout: one for ever, so that the same people stay out of everything. */
const holdoutSalt = 'global holdout'

export interface Assignment {
  readonly experimentId: Id | null
  /** The arm to give him; null: what there is without any experiment. */
  readonly variant: string | null
  /**
   * `assigned`: he takes part · `decided`: it is over, everybody gets this · `held_out`: of the global control group ·
   * `not_eligible`: he does not fit the condition · `not_running`: unknown, not begun, or stopped without a decision.
   */
  readonly because: 'assigned' | 'decided' | 'held_out' | 'not_eligible' | 'not_running'
}

/**
 * The arm of a member, the same whenever it is asked. The first time he is kept in it; with `exposing` (the default)
 * the log also hears, once, that he met it: ask without when it is decided long before he sees anything, and `expose`
 * then.
 */
export async function assign(
  ctx: Ctx,
  audience: Pick<Audience, 'matches'>,
  key: string,
  memberId: Id,
  { exposing = true }: { readonly exposing?: boolean } = {},
): Promise<Assignment> {
  const experiment = await findExperimentByKey(ctx, key)
  const none = (because: Assignment['because']): Assignment => ({
    experimentId: experiment?.id ?? null,
    variant: null,
    because,
  })
  if (!experiment || experiment.state === 'draft' || experiment.state === 'stopped')
    return none('not_running')
  if (experiment.state === 'decided')
    return { experimentId: experiment.id, variant: experiment.decision, because: 'decided' }
  const kept = await findArm(ctx, experiment.id, memberId)
  if (!kept) {
    if (isHeldOut(holdoutSalt, (await findHoldout(ctx)).share, memberId)) return none('held_out')
    const { who } = experiment.definition
    if (who && !(await audience.matches(ctx, who, memberId))) return none('not_eligible')
  }
  const variant = kept ?? (await keepArm(ctx, experiment, memberId))
  if (exposing) await markExposed(ctx, experiment.id, memberId)
  return { experimentId: experiment.id, variant, because: 'assigned' }
}

/** Says that a member met what he was assigned to; once, however often it is said. Nothing for who is in no arm. */
export async function expose(ctx: Ctx, key: string, memberId: Id): Promise<void> {
  const experiment = await findExperimentByKey(ctx, key)
  if (experiment?.state === 'running') await markExposed(ctx, experiment.id, memberId)
}

async function findArm(ctx: Ctx, experimentId: Id, memberId: Id): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('experiment_member')
    .select('variant')
    .where('experiment_id', '=', experimentId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row?.variant
}

/** The arm that the hash says; of two that ask at once both get the same. */
async function keepArm(ctx: Ctx, { id, salt, definition }: Experiment, memberId: Id): Promise<string> {
  const { key: variant } = armOf(salt, definition.variants, memberId)
  await ctx.db
    .insertInto('experiment_member')
    .values({ experiment_id: id, member_id: memberId, variant, assigned_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await findArm(ctx, id, memberId)) ?? variant
}

const markExposed = (ctx: Ctx, experimentId: Id, memberId: Id): Promise<void> =>
  transact(ctx, async (tx) => {
    const first = await tx.db
      .updateTable('experiment_member')
      .set({ exposed_at: ctx.now })
      .where('experiment_id', '=', experimentId)
      .where('member_id', '=', memberId)
      .where('exposed_at', 'is', null)
      .returning('variant')
      .executeTakeFirst()
    if (!first) return
    await announce(
      tx,
      experimentExposed,
      { experiment: experimentId, variant: first.variant },
      { memberId, object: { kind: 'experiment', id: experimentId } },
    )
  })
