/** Models of the life cycle: types of users, their versions, drafts and trials. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import { audit } from '#modules/identity/api.ts'
import { namesOf } from '../actors.ts'
import type { Audience } from '../audience.ts'
import { findToday } from '../ranges.ts'
import { tryStages } from './compute.ts'
import { findIntervals, usualIntervals } from './intervals.ts'
import type { computeStagesJob } from './jobs.ts'
import { type LifeDefinition, lifeDefinition } from './model.ts'
import {
  lifeVersionAnswer,
  modelName,
  presentLifeVersion,
  presentStages,
  sizeAnswer,
  stageAnswer,
} from './present.ts'
import { communityPreset, contentPreset, privateDomainPreset, tradePreset } from './presets.ts'
import { findLastRun, findLifeSizes } from './reading.ts'
import { presetWords, stageLabels } from './stages.messages.ts'
import {
  archiveModel,
  createModel,
  discardLifeDraft,
  findLifeDraft,
  findLifeVersions,
  findModels,
  getLifeInForce,
  getModel,
  type LifeModel,
  publishLifeDraft,
  saveLifeDraft,
} from './versions.ts'

const tag = 'audience'
const access = permitted('audience.read')
const edit = permitted('audience.edit')
const path = '/api/audience/lifecycle/{id}'

const run = z
  .object({
    asOf: z.iso.date(),
    computedAt: z.iso.datetime(),
    moved: z.int(),
    counts: z.record(z.string(), z.int()),
  })
  .nullable()
const summary = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  number: z.int(),
  drafted: z.boolean(),
  stages: z.array(stageAnswer),
  run,
  can: z.object({ edit: z.boolean(), archive: z.boolean() }),
})
const detail = summary.extend({
  who: z.string().describe('Whose life it is, in words'),
  inForce: lifeVersionAnswer,
  draft: lifeVersionAnswer.nullable(),
  versions: z.array(lifeVersionAnswer),
  sizes: z.array(sizeAnswer).describe('The last 90 days on which it was computed'),
})

/** Every condition of a model is one that can be asked. */
async function check(ctx: Ctx, audience: Audience, definition: LifeDefinition): Promise<void> {
  await audience.check(ctx, definition.who, ['body', 'definition', 'who'])
  for (const [place, stage] of definition.stages.entries())
    await audience.check(ctx, stage.when, ['body', 'definition', 'stages', place, 'when'])
}

export const lifeModelRoutes = (
  { warehouse, jobs }: Pick<Parts, 'warehouse' | 'jobs'>,
  audience: Audience,
  compute: ReturnType<typeof computeStagesJob>,
) => {
  const summarise = async (ctx: Ctx, model: LifeModel) => {
    const [inForce, draft, last] = await Promise.all([
      getLifeInForce(ctx, model.id),
      findLifeDraft(ctx, model.id),
      findLastRun(ctx, model.id),
    ])
    const edits = may(ctx.actor, 'audience.edit')
    return {
      id: model.id,
      name: modelName(model, ctx.locale),
      note: model.note,
      number: inForce.number ?? 1,
      drafted: draft !== undefined,
      stages: await presentStages(ctx, audience, inForce.definition),
      run: last
        ? {
            asOf: last.day,
            computedAt: last.computedAt.toISOString(),
            moved: last.moved,
            counts: { ...last.counts },
          }
        : null,
      can: { edit: edits, archive: edits && model.name !== null },
    }
  }
  const describe = async (ctx: Ctx, model: LifeModel) => {
    const [inForce, draft, versions, sizes] = await Promise.all([
      getLifeInForce(ctx, model.id),
      findLifeDraft(ctx, model.id),
      findLifeVersions(ctx, model.id),
      findLifeSizes(ctx, model.id, 90),
    ])
    const names = await namesOf(
      ctx,
      [...versions, ...(draft ? [draft] : [])].map((version) => version.by),
    )
    return {
      ...(await summarise(ctx, model)),
      who: await audience.say(ctx, inForce.definition.who),
      inForce: presentLifeVersion(inForce, names),
      draft: draft ? presentLifeVersion(draft, names) : null,
      versions: versions.map((version) => presentLifeVersion(version, names)),
      sizes: sizes.map((size) => ({ ...size, counts: { ...size.counts } })),
    }
  }
  return [
    route(
      {
        method: 'get',
        path: '/api/audience/lifecycle',
        summary: 'List models of the life cycle',
        tag,
        access,
        answer: z.object({ items: z.array(summary), next: z.null() }),
      },
      async (ctx) => {
        const models = await findModels(ctx)
        return { items: await Promise.all(models.map((model) => summarise(ctx, model))), next: null }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/audience/lifecycle-presets',
        summary: 'List rule sets to begin with',
        tag,
        access,
        answer: z.object({
          items: z.array(
            z.object({ key: z.string(), name: z.string(), note: z.string(), definition: lifeDefinition }),
          ),
          next: z.null(),
        }),
      },
      async (ctx) => {
        const say = (key: keyof typeof presetWords, values = {}) =>
          render(presetWords[key], ctx.locale, values)
        // Without the warehouse the usual figures stand.
        const found = await findIntervals(warehouse, 'order.paid', await findToday(ctx)).catch(
          () => usualIntervals,
        )
        const { warning, churn } = found
        const lost = render(stageLabels.lost, ctx.locale)
        return {
          items: [
            {
              key: 'community',
              name: say('community'),
              note: say('communityNote'),
              definition: communityPreset,
            },
            { key: 'content', name: say('content'), note: say('contentNote'), definition: contentPreset },
            {
              key: 'trade',
              name: say('trade'),
              note: say('tradeNote', { warning, churn }),
              definition: tradePreset({ warning, churn }, { lost }),
            },
            {
              key: 'privateDomain',
              name: say('privateDomain'),
              note: say('privateDomainNote'),
              definition: privateDomainPreset,
            },
          ],
          next: null,
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/audience/lifecycle',
        summary: 'Make a model for a type of user',
        tag,
        access: edit,
        body: z.object({
          name: z.string().trim().min(1).max(40),
          note: z.string().trim().max(200).default(''),
          definition: lifeDefinition,
        }),
        answer: detail,
        status: 201,
      },
      async (ctx, { body }) => {
        await check(ctx, audience, body.definition)
        return await transact(ctx, async (tx) => {
          const id = await createModel(tx, body)
          await jobs.enqueue(tx, compute, { modelId: id })
          return await describe(tx, await getModel(tx, id))
        })
      },
    ),
    route(
      {
        method: 'get',
        path,
        summary: 'See a model of the life cycle',
        tag,
        access,
        params: idParams,
        answer: detail,
      },
      async (ctx, { params }) => await describe(ctx, await getModel(ctx, params.id)),
    ),
    route(
      {
        method: 'delete',
        path,
        summary: 'Put a model of the life cycle away',
        tag,
        access: edit,
        params: idParams,
      },
      async (ctx, { params }) => {
        await archiveModel(ctx, params.id)
        return undefined
      },
    ),
    route(
      {
        method: 'put',
        path: `${path}/draft`,
        summary: 'Save the draft of a life cycle',
        tag,
        access: edit,
        params: idParams,
        body: z.object({ definition: lifeDefinition }),
      },
      async (ctx, { params, body }) => {
        const model = await getModel(ctx, params.id)
        await check(ctx, audience, body.definition)
        await saveLifeDraft(ctx, model.id, body.definition)
        return undefined
      },
    ),
    route(
      {
        method: 'delete',
        path: `${path}/draft`,
        summary: 'Throw the draft of a life cycle away',
        tag,
        access: edit,
        params: idParams,
      },
      async (ctx, { params }) => {
        const model = await getModel(ctx, params.id)
        await discardLifeDraft(ctx, model.id)
        return undefined
      },
    ),
    route(
      {
        method: 'post',
        path: `${path}/publication`,
        summary: 'Put the draft of a life cycle in force',
        tag,
        access: edit,
        params: idParams,
        body: z.object({ note: z.string().trim().max(200).default('') }),
        answer: z.object({ number: z.int(), jobId: z.string() }),
        status: 201,
      },
      async (ctx, { params, body }) =>
        await transact(ctx, async (tx) => {
          const model = await getModel(tx, params.id)
          const jobId = await jobs.enqueue(tx, compute, { modelId: model.id })
          return { number: await publishLifeDraft(tx, model.id, body.note), jobId }
        }),
    ),
    route(
      {
        method: 'post',
        path: `${path}/trial`,
        summary: 'Try a life cycle without keeping it',
        tag,
        access,
        limit: { max: 60, perSeconds: 60 },
        seconds: 60,
        params: idParams,
        body: z.object({ definition: lifeDefinition }),
        answer: z.object({
          members: z.int(),
          moved: z.int().describe('Who would be in another stage than now'),
          counts: z.record(z.string(), z.int()),
          stages: z.array(stageAnswer),
        }),
      },
      async (ctx, { params, body: { definition } }) => {
        const model = await getModel(ctx, params.id)
        await check(ctx, audience, definition)
        const { counts, ...rest } = await tryStages(ctx, warehouse, audience, model.id, definition)
        return {
          ...rest,
          counts: Object.fromEntries(counts),
          stages: await presentStages(ctx, audience, definition),
        }
      },
    ),
    route(
      {
        method: 'post',
        path: `${path}/runs`,
        summary: 'Compute stages of life now',
        tag,
        access: edit,
        limit: { max: 10, perSeconds: 60 },
        params: idParams,
        answer: z.object({ jobId: z.string() }),
        status: 202,
      },
      async (ctx, { params }) =>
        await transact(ctx, async (tx) => {
          const model = await getModel(tx, params.id)
          const jobId = await jobs.enqueue(tx, compute, { modelId: model.id })
          await audit(tx, 'lifecycle.computed', { kind: 'life_model', id: model.id })
          return { jobId }
        }),
    ),
  ]
}
