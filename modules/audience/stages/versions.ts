/** Models of the life cycle, one per type of user, and their versions: a draft at most, the highest number in force. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announceMany } from '#base/facts/announce-many.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { keepSegmentUses } from '../segments/references.ts'
import { type LifeDefinition, lifeDefinition } from './model.ts'
import { modelName } from './present.ts'
import { communityPreset } from './presets.ts'
import { lifecycleChanged, lifecycleModelChanged } from './stages.facts.ts'
import { stageProblems } from './stages.problems.ts'

export interface LifeModel {
  readonly id: Id
  /** Null: all members, named in the reader's language. */
  readonly name: string | null
  readonly note: string
}

export interface LifeVersion {
  /** Null: shipped, and not computed with yet. */
  readonly id: Id | null
  readonly number: number | null
  readonly definition: LifeDefinition
  readonly note: string
  readonly at: Date | null
  readonly by: string
}

export const mostModels = 20

const modelsOf = (ctx: Ctx) =>
  ctx.db.selectFrom('life_model').select(['id', 'name', 'note']).where('archived_at', 'is', null)

export const findModels = async (ctx: Ctx): Promise<LifeModel[]> =>
  await modelsOf(ctx).orderBy('id').limit(mostModels).execute()

export async function getModel(ctx: Ctx, id: Id): Promise<LifeModel> {
  const model = await modelsOf(ctx).where('id', '=', id).executeTakeFirst()
  if (!model) throw stageProblems.lifeModelNotFound()
  return model
}

const versionsOf = (ctx: Ctx, modelId: Id) =>
  ctx.db
    .selectFrom('life_version')
    .select([
      'id',
      'number',
      sql<unknown>`definition`.as('definition'),
      'note',
      sql<Date>`coalesce(published_at, saved_at)`.as('at'),
      sql<string>`coalesce(published_by, saved_by)`.as('by'),
    ])
    .where('model_id', '=', modelId)

const read = (row: Omit<LifeVersion, 'definition'> & { definition: unknown }): LifeVersion => ({
  ...row,
  definition: lifeDefinition.parse(row.definition),
})

export async function getLifeInForce(ctx: Ctx, modelId: Id): Promise<LifeVersion> {
  const row = await versionsOf(ctx, modelId)
    .where('number', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row) return read(row)
  return { id: null, number: 1, definition: communityPreset, note: '', at: null, by: 'system:setup' }
}

export async function findLifeDraft(ctx: Ctx, modelId: Id): Promise<LifeVersion | undefined> {
  const row = await versionsOf(ctx, modelId).where('number', 'is', null).executeTakeFirst()
  return row && read(row)
}

/** Published versions, newest first, at most a hundred. */
export async function findLifeVersions(ctx: Ctx, modelId: Id): Promise<LifeVersion[]> {
  const rows = await versionsOf(ctx, modelId)
    .where('number', 'is not', null)
    .orderBy('number', 'desc')
    .limit(100)
    .execute()
  return rows.length > 0 ? rows.map(read) : [await getLifeInForce(ctx, modelId)]
}

/** The version in force as a row, for what is computed with it to point at. */
export async function keepLifeInForce(ctx: Ctx, modelId: Id): Promise<LifeVersion & { readonly id: Id }> {
  const version = await getLifeInForce(ctx, modelId)
  if (version.id !== null) return { ...version, id: version.id }
  const by = 'system:setup'
  await ctx.db
    .insertInto('life_version')
    .values({
      ...saved(version.definition, by, ctx.now),
      model_id: modelId,
      number: 1,
      ...published(by, ctx.now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return await keepLifeInForce(ctx, modelId)
}

const saved = (definition: LifeDefinition, by: string, at: Date) => ({
  definition: JSON.stringify(definition),
  saved_at: at,
  saved_by: by,
})
const published = (by: string, at: Date) => ({ published_at: at, published_by: by })

const changed = async (
  ctx: Ctx,
  modelId: Id,
  change: 'made' | 'renamed' | 'drafted' | 'discarded' | 'published' | 'archived',
  detail: Record<string, unknown> = {},
) => {
  await announce(ctx, lifecycleModelChanged, { modelId, change })
  await audit(ctx, `lifecycle.${change}`, { kind: 'life_model', id: modelId }, detail)
}

/** Notes which segments the version in force, or the draft, asks for; `undefined` when it is asked no more. */
async function keepUses(
  ctx: Ctx,
  by: 'lifecycle' | 'lifecycle_draft',
  modelId: Id,
  definition: LifeDefinition | undefined,
): Promise<void> {
  const model = await getModel(ctx, modelId)
  await keepSegmentUses(
    ctx,
    { by, id: modelId, name: modelName(model, ctx.locale), path: `/lifecycle/${modelId}` },
    definition && {
      version: 1,
      who: {
        kind: 'all',
        of: [definition.who, ...definition.stages.map(({ when }) => when)].map(({ who }) => who),
      },
    },
  )
}

/** A model for a type of user (S2-30), with a rule set in force at once. */
export const createModel = (
  ctx: Ctx,
  { name, note, definition }: { name: string; note: string; definition: LifeDefinition },
): Promise<Id> =>
  transact(ctx, async (tx) => {
    const by = describeActor(ctx.actor)
    const { models } = await tx.db
      .selectFrom('life_model')
      .select(sql<number>`count(*)::int`.as('models'))
      .where('archived_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (models >= mostModels) throw stageProblems.tooManyLifeModels({ values: { limit: mostModels } })
    const made = await tx.db
      .insertInto('life_model')
      .values({ name, note, created_at: ctx.now, created_by: by })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw stageProblems.lifeModelNameTaken({ values: { name } })
    await tx.db
      .insertInto('life_version')
      .values({ ...saved(definition, by, ctx.now), model_id: made.id, number: 1, ...published(by, ctx.now) })
      .execute()
    await keepUses(tx, 'lifecycle', made.id, definition)
    await changed(tx, made.id, 'made', { name })
    return made.id
  })

/** No longer computed; what was stays in the history. */
export const archiveModel = (ctx: Ctx, id: Id): Promise<void> =>
  transact(ctx, async (tx) => {
    const model = await getModel(tx, id)
    if (model.name === null) throw stageProblems.lifeModelStays()
    await keepUses(tx, 'lifecycle', id, undefined)
    await keepUses(tx, 'lifecycle_draft', id, undefined)
    await tx.db
      .updateTable('life_model')
      .set({ archived_at: ctx.now, archived_by: describeActor(ctx.actor) })
      .where('id', '=', id)
      .execute()
    const gone = await tx.db
      .deleteFrom('life_standing')
      .where('model_id', '=', id)
      .returning(['member_id as memberId', 'stage'])
      .execute()
    for (const [from, people] of Map.groupBy(gone, (row) => row.stage))
      await announceMany(
        tx,
        lifecycleChanged,
        { modelId: id, from, to: null },
        people.map((row) => row.memberId),
      )
    await changed(tx, id, 'archived', { name: model.name })
  })

/** Keeps a draft, in place of the one there was. */
export const saveLifeDraft = (ctx: Ctx, modelId: Id, definition: LifeDefinition): Promise<void> =>
  transact(ctx, async (tx) => {
    const values = saved(definition, describeActor(ctx.actor), ctx.now)
    await tx.db
      .insertInto('life_version')
      .values({ ...values, model_id: modelId })
      .onConflict((conflict) => conflict.column('model_id').where('number', 'is', null).doUpdateSet(values))
      .execute()
    await keepUses(tx, 'lifecycle_draft', modelId, definition)
    await changed(tx, modelId, 'drafted')
  })

export const discardLifeDraft = (ctx: Ctx, modelId: Id): Promise<void> =>
  transact(ctx, async (tx) => {
    const gone = await tx.db
      .deleteFrom('life_version')
      .where('model_id', '=', modelId)
      .where('number', 'is', null)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw stageProblems.noLifeDraft()
    await keepUses(tx, 'lifecycle_draft', modelId, undefined)
    await changed(tx, modelId, 'discarded')
  })

/** Puts the draft in force. Resolves to its number; computing with it is a job of its own. */
export const publishLifeDraft = (ctx: Ctx, modelId: Id, note: string): Promise<number> =>
  transact(ctx, async (tx) => {
    const before = await keepLifeInForce(tx, modelId)
    const done = await tx.db
      .updateTable('life_version')
      .set({
        number: sql`(select max(number) + 1 from life_version where model_id = ${modelId})`,
        note,
        ...published(describeActor(ctx.actor), ctx.now),
      })
      .where('model_id', '=', modelId)
      .where('number', 'is', null)
      .returning('number')
      .executeTakeFirst()
    if (!done?.number) throw stageProblems.noLifeDraft()
    await keepUses(tx, 'lifecycle', modelId, (await getLifeInForce(tx, modelId)).definition)
    await keepUses(tx, 'lifecycle_draft', modelId, undefined)
    await changed(tx, modelId, 'published', { number: [before.number, done.number], note })
    return done.number
  })
