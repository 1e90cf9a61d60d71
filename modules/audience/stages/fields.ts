/** The stage of life as a field of conditions, one for each type of user. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { FieldOption, FieldSource, FieldValue } from '#base/declarations/fields.ts'
import { stageLabel } from './present.ts'
import { stageLabels } from './stages.messages.ts'
import { findModels, getLifeInForce } from './versions.ts'

const keys = { stage: 'lifecycle.stage', since: 'lifecycle.since' } as const

export const stageFields: FieldSource = {
  name: 'lifecycle',
  describe: async (ctx) => {
    const models = await findModels(ctx)
    const definitions = await Promise.all(models.map(({ id }) => getLifeInForce(ctx, id)))
    const stages = new Map<string, FieldOption>()
    for (const { definition } of definitions)
      for (const stage of definition.stages)
        if (!stages.has(stage.key)) stages.set(stage.key, { value: stage.key, label: stageLabel(stage) })
    const of = {
      label: stageLabels.model,
      options: models.map(({ id, name }) => ({ value: id, label: name ?? stageLabels.everyone })),
    }
    const section = stageLabels.section
    return [
      {
        key: keys.stage,
        label: stageLabels.stage,
        type: 'choice',
        section,
        teamOnly: true,
        of,
        options: [...stages.values()],
      },
      { key: keys.since, label: stageLabels.since, type: 'day', section, teamOnly: true, of },
    ]
  },
  read: async (ctx, memberIds) => {
    const rows = await ctx.db
      .selectFrom('life_standing')
      .select(['member_id as id', 'model_id as model', 'stage', sql<string>`since::text`.as('since')])
      .where('member_id', 'in', [...memberIds])
      .execute()
    const values = new Map<Id, Record<string, FieldValue>>()
    for (const { id, model, stage, since } of rows)
      values.set(id, {
        ...values.get(id),
        [`${keys.stage}:${model}`]: stage,
        [`${keys.since}:${model}`]: since,
      })
    return values
  },
}
