/**
 * Moving everybody to the stage where they belong: conditions in the warehouse, the state machine here,
 * and only what differs is written, with a fact for everyone who moved. A range of ids is one
 * transaction; killed anywhere, the next computation finds the rest to do. Whoever begins later takes over: an
 * earlier computation that still runs stops before it writes again.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announceMany } from '#base/facts/announce-many.ts'
import { announce } from '#base/facts/fact.ts'
import type { JobRun } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '../audience.ts'
import { findToday, rangesOf } from '../ranges.ts'
import { between, type Fitting, findFitting } from './fitting.ts'
import { decide, type LifeDefinition } from './model.ts'
import { lifecycleChanged, lifecycleComputed } from './stages.facts.ts'
import { keepLifeInForce, type LifeVersion } from './versions.ts'

/** Members of one step. */
const step = 20_000

export interface Computed {
  readonly asOf: string
  readonly members: number
  readonly moved: number
}

/** Undefined when somebody else took over, or the model was archived meanwhile. */
export async function computeStages(
  ctx: Ctx,
  warehouse: Pick<Parts['warehouse'], 'query'>,
  audience: Pick<Audience, 'sql'>,
  modelId: Id,
  run: Pick<JobRun, 'signal' | 'progress'>,
  size = step,
): Promise<Computed | undefined> {
  const writer = randomUUID()
  await ctx.db.updateTable('life_model').set({ run: writer }).where('id', '=', modelId).execute()
  const version = await keepLifeInForce(ctx, modelId)
  const asOf = await findToday(ctx)
  const fitting = await findFitting(ctx, warehouse, audience, version.definition)
  let done = 0
  for await (const range of rangesOf(ctx, size)) {
    run.signal.throwIfAborted()
    if (!(await moveRange(ctx, { modelId, writer, version, asOf, fitting, range }))) return undefined
    done += size
    await run.progress(Math.min(done, fitting.ids.length), fitting.ids.length)
  }
  return await conclude(ctx, { modelId, writer, version, asOf })
}

interface Writing {
  readonly modelId: Id
  readonly writer: string
  readonly version: LifeVersion & { readonly id: Id }
  readonly asOf: string
}
interface Step extends Writing {
  readonly fitting: Fitting
  readonly range: readonly [Id, Id]
}

/** Whether this computation still is the one that writes; the others wait until its transaction ends. */
async function mayWrite(ctx: Ctx, modelId: Id, writer: string): Promise<boolean> {
  const held = await ctx.db
    .selectFrom('life_model')
    .select('id')
    .where('id', '=', modelId)
    .where('run', '=', writer)
    .where('archived_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return held !== undefined
}

/** Writes one range; false when somebody else took over. */
async function moveRange(
  ctx: Ctx,
  { modelId, writer, version, asOf, fitting, range: [low, high] }: Step,
): Promise<boolean> {
  return await transact(ctx, async (tx) => {
    if (!(await mayWrite(tx, modelId, writer))) return false
    const here = await findCurrent(tx, modelId, low, high)
    const { rows: known } = await sql<{ id: Id }>`
      select id from member where id between ${low}::bigint and ${high}::bigint`.execute(tx.db)
    const alive = new Set(known.map(({ id }) => id))
    const moves: Move[] = []
    for (const [id, mask] of between(fitting, low, high)) {
      if (!alive.has(id)) continue
      const from = here.get(id) ?? null
      const to = stageOf(version.definition, from, mask)
      here.delete(id)
      if (to !== from) moves.push({ id, from, to })
    }
    // Who is left is no longer of this type of user.
    for (const [id, from] of here) moves.push({ id, from, to: null })
    await write(tx, { modelId, versionId: version.id, asOf, moves })
    return true
  })
}

interface Move {
  readonly id: Id
  readonly from: string | null
  readonly to: string | null
}

export const stageOf = (definition: LifeDefinition, from: string | null, mask: number): string =>
  decide(definition.stages, from, (place) => (mask & (1 << place)) !== 0)

/** Where the members of a range are now. */
export async function findCurrent(ctx: Ctx, modelId: Id, low: Id, high: Id): Promise<Map<Id, string>> {
  const rows = await ctx.db
    .selectFrom('life_standing')
    .select(['member_id as id', 'stage'])
    .where('model_id', '=', modelId)
    .where('member_id', '>=', low)
    .where('member_id', '<=', high)
    .execute()
  return new Map(rows.map(({ id, stage }) => [id, stage]))
}

async function write(
  ctx: Ctx,
  { modelId, versionId, asOf, moves }: { modelId: Id; versionId: Id; asOf: string; moves: readonly Move[] },
): Promise<void> {
  if (moves.length === 0) return
  const columns = sql`unnest(${moves.map(({ id }) => id)}::bigint[], ${moves.map(({ from }) => from)}::text[],
    ${moves.map(({ to }) => to)}::text[]) as moved (member_id, from_stage, to_stage)`
  await sql`
    insert into life_standing (model_id, member_id, stage, since, version_id)
    select ${modelId}::bigint, member_id, to_stage, ${asOf}::date, ${versionId}::bigint from ${columns} where to_stage is not null
    on conflict (model_id, member_id) do update
       set stage = excluded.stage, since = excluded.since, version_id = excluded.version_id`.execute(ctx.db)
  await sql`
    delete from life_standing using ${columns}
     where life_standing.model_id = ${modelId}::bigint and life_standing.member_id = moved.member_id
       and moved.to_stage is null`.execute(ctx.db)
  await sql`
    insert into life_change (model_id, member_id, as_of, from_stage, to_stage, version_id)
    select ${modelId}::bigint, member_id, ${asOf}::date, from_stage, to_stage, ${versionId}::bigint from ${columns}`.execute(
    ctx.db,
  )
  for (const people of Map.groupBy(moves, ({ from, to }) => `${from} ${to}`).values()) {
    const { from, to } = people[0]!
    await announceMany(
      ctx,
      lifecycleChanged,
      { modelId, from, to },
      people.map(({ id }) => id),
    )
  }
}

async function conclude(
  ctx: Ctx,
  { modelId, writer, version, asOf }: Writing,
): Promise<Computed | undefined> {
  return await transact(ctx, async (tx) => {
    if (!(await mayWrite(tx, modelId, writer))) return undefined
    const rows = await tx.db
      .selectFrom('life_standing')
      .select(['stage', sql<number>`count(*)::int`.as('members')])
      .where('model_id', '=', modelId)
      .groupBy('stage')
      .execute()
    const { moved } = await tx.db
      .selectFrom('life_change')
      .select(sql<number>`count(*)::int`.as('moved'))
      .where('model_id', '=', modelId)
      .where('as_of', '=', sql<Date>`${asOf}::date`)
      .executeTakeFirstOrThrow()
    const values = {
      version_id: version.id,
      counts: JSON.stringify(Object.fromEntries(rows.map((row) => [row.stage, row.members]))),
      moved,
      computed_at: ctx.now,
    }
    await tx.db
      .insertInto('life_run')
      .values({ model_id: modelId, as_of: asOf, ...values })
      .onConflict((conflict) => conflict.columns(['model_id', 'as_of']).doUpdateSet(values))
      .execute()
    await tx.db.updateTable('life_model').set({ run: null }).where('id', '=', modelId).execute()
    const members = rows.reduce((sum, row) => sum + row.members, 0)
    await announce(tx, lifecycleComputed, { modelId, asOf, members, moved })
    return { asOf, members, moved }
  })
}

/** What a model would say, without keeping anything: how many in each stage, and who would move. */
export async function tryStages(
  ctx: Ctx,
  warehouse: Pick<Parts['warehouse'], 'query'>,
  audience: Pick<Audience, 'sql'>,
  modelId: Id,
  definition: LifeDefinition,
): Promise<{
  readonly counts: ReadonlyMap<string, number>
  readonly moved: number
  readonly members: number
}> {
  const fitting = await findFitting(ctx, warehouse, audience, definition)
  const counts = new Map<string, number>(definition.stages.map((stage) => [stage.key, 0]))
  let moved = 0
  for await (const [low, high] of rangesOf(ctx, step)) {
    const here = await findCurrent(ctx, modelId, low, high)
    for (const [id, mask] of between(fitting, low, high)) {
      const from = here.get(id) ?? null
      const to = stageOf(definition, from, mask)
      counts.set(to, (counts.get(to) ?? 0) + 1)
      if (to !== from) moved++
    }
  }
  return { counts, moved, members: fitting.ids.length }
}
