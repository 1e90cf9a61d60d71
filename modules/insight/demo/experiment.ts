/**
 * The experiment of the demo brand: everybody who joined in some weeks met one of two welcome letters on joining. The
 * simulation knows of no letter, so the truth is that it moves nothing: whoever finds a difference was fooled.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { armOf } from '../experiments/assignment.ts'
import { experimentDefinition } from '../experiments/experiment.ts'
import {
  decideExperiment,
  makeExperiment,
  startExperiment,
  stopExperiment,
} from '../experiments/experiments.ts'
import { experimentExposed } from '../facts.ts'
import type { ToldExperiment } from './story.ts'

/** Days of its life, as contexts of who did it. */
interface Days {
  readonly made: Ctx
  readonly stopped: Ctx
  readonly decided: Ctx
}

/** Makes it, lets the joiners in, stops and decides it; once. In the transaction of the caller. */
export async function tryOut(told: ToldExperiment, { made, stopped, decided }: Days): Promise<void> {
  const there = await made.db
    .selectFrom('experiment')
    .select('id')
    .where('key', '=', told.key)
    .executeTakeFirst()
  if (there) return
  const { id, salt, definition } = await makeExperiment(made, {
    key: told.key,
    name: told.name,
    hypothesis: told.hypothesis,
    definition: experimentDefinition.parse(told.definition),
  })
  await startExperiment(made, id)
  const joiners = await made.db
    .selectFrom('member')
    .select(['id', 'joined_at as at'])
    .where('seed_run_id', 'is not', null)
    .where('joined_at', '>=', made.now)
    .where('joined_at', '<', stopped.now)
    .orderBy('id')
    .execute()
  await expose(
    made,
    id,
    joiners.map(({ id: member, at }) => ({
      member,
      at,
      variant: armOf(salt, definition.variants, member).key,
    })),
  )
  await stopExperiment(stopped, id, told.stopReason)
  await decideExperiment(decided, id, told.decision, told.decisionReason)
}

/** As `assign` does it, for many at moments that are past; these lines of the log leave with the simulation. */
async function expose(
  ctx: Ctx,
  id: Id,
  met: readonly { readonly member: Id; readonly at: Date; readonly variant: string }[],
): Promise<void> {
  if (met.length === 0) return
  const rows = sql`unnest(${met.map(({ member }) => member)}::bigint[], ${met.map(({ at }) => at.toISOString())}::timestamptz[],
    ${met.map(({ variant }) => variant)}::text[]) as met (member_id, at, variant)`
  await sql`
    insert into experiment_member (experiment_id, member_id, variant, assigned_at, exposed_at)
    select ${id}::bigint, member_id, variant, at, at from ${rows}`.execute(ctx.db)
  await sql`
    insert into event_log (name, source, actor, occurred_at, member_id, object_kind, object_id, props)
    select ${experimentExposed.name}, 'seed', 'system:seed', at, member_id, 'experiment', ${id}::bigint,
           jsonb_build_object('experiment', ${id}::text, 'variant', variant)
      from ${rows}`.execute(ctx.db)
}
