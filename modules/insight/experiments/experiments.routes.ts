import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { cutPage, readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { idParams, moment, pageOf, pageQuery } from '#base/http/schemas.ts'
import { definition } from '#modules/audience/api.ts'
import { openAsking } from '../asking.ts'
import { loadMetrics, resolveFrom } from '../metrics/find-metric.ts'
import { metricRef, metricUnits } from '../metrics/metric.ts'
import type { InsightParts } from '../parts.ts'
import { perMemberFrom } from './experiment.analysis.ts'
import { experimentDefinition, experimentKey, experimentStates } from './experiment.ts'
import {
  changeExperiment,
  countMembers,
  decideExperiment,
  type Experiment,
  findExperiments,
  findHoldout,
  getExperiment,
  makeExperiment,
  removeExperiment,
  setHoldout,
  startExperiment,
  stopExperiment,
} from './experiments.ts'
import { perMemberOf } from './per-member.sql.ts'
import { planExperiment } from './planning.ts'

const tag = 'insight'
const path = '/api/insight/experiments'
const read = permitted('insight.read')
const edit = permitted('insight.edit')
const reason = z.string().trim().min(1).max(300)

const answer = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  hypothesis: z.string(),
  definition: experimentDefinition,
  state: z.enum(experimentStates),
  createdAt: moment,
  startedAt: moment.nullable(),
  stoppedAt: moment.nullable(),
  stopReason: z.string(),
  decidedAt: moment.nullable(),
  decision: z.string().nullable(),
  decisionReason: z.string(),
  /** Who takes part, in words; empty: every member. */
  whoSays: z.string(),
  metricName: z.string(),
  assigned: z.int(),
  exposed: z.int(),
  can: z.object({
    change: z.boolean(),
    start: z.boolean(),
    stop: z.boolean(),
    decide: z.boolean(),
    remove: z.boolean(),
  }),
})

const draft = {
  name: z.string().trim().min(1).max(60),
  hypothesis: z.string().trim().max(500).default(''),
  definition: experimentDefinition,
}

async function present(
  ctx: Ctx,
  { audience }: InsightParts,
  some: readonly Experiment[],
): Promise<z.input<typeof answer>[]> {
  const counts = await countMembers(
    ctx,
    some.map(({ id }) => id),
  )
  const known = await loadMetrics(ctx)
  const mayEdit = may(ctx.actor, 'insight.edit')
  return await Promise.all(
    some.map(async ({ salt: _, by: __, createdAt, startedAt, stoppedAt, decidedAt, ...rest }) => {
      const { who, metric } = rest.definition
      return {
        ...rest,
        createdAt: createdAt.toISOString(),
        startedAt: startedAt?.toISOString() ?? null,
        stoppedAt: stoppedAt?.toISOString() ?? null,
        decidedAt: decidedAt?.toISOString() ?? null,
        whoSays: who ? await audience.say(ctx, who) : '',
        metricName: typeof metric === 'string' ? (known.get(metric)?.name ?? metric) : '',
        ...(counts.get(rest.id) ?? { assigned: 0, exposed: 0 }),
        can: {
          change: mayEdit && rest.state === 'draft',
          start: mayEdit && rest.state === 'draft',
          stop: mayEdit && rest.state === 'running',
          decide: mayEdit && (rest.state === 'stopped' || rest.state === 'decided'),
          remove: mayEdit && rest.state === 'draft',
        },
      }
    }),
  )
}

export const experimentRoutes = (parts: InsightParts) => {
  const one = async (ctx: Ctx, experiment: Experiment) => (await present(ctx, parts, [experiment]))[0]!
  /** What is asked must be askable: throws `condition_invalid`, `metric_not_found`, `metric_not_per_member`. */
  const check = async (ctx: Ctx, { who, metric, guardrails }: z.output<typeof experimentDefinition>) => {
    if (who) await parts.audience.check(ctx, who, ['definition', 'who'])
    const known = await loadMetrics(ctx)
    for (const ref of [metric, ...guardrails]) perMemberFrom({ ctx }, known, ref)
  }
  return [
    route(
      {
        method: 'get',
        path,
        summary: 'List experiments',
        tag,
        access: read,
        query: pageQuery.extend({ state: z.enum(experimentStates).optional() }),
        answer: pageOf(answer),
      },
      async (ctx, { query: { cursor, limit, state } }) => {
        const after = readCursor('experiments', cursor)?.id
        const found = await findExperiments(ctx, { after, limit: limit + 1, state })
        const { items, next } = cutPage(found, limit, ({ id }) => ({ value: null, id }))
        return { items: await present(ctx, parts, items), next: writeCursor('experiments', next) }
      },
    ),
    route(
      {
        method: 'post',
        path,
        summary: 'Make an experiment',
        tag,
        access: edit,
        idempotency: 'required',
        body: z.object({ key: experimentKey, ...draft }),
        status: 201,
        answer,
      },
      async (ctx, { body }) => {
        await check(ctx, body.definition)
        return await one(ctx, await makeExperiment(ctx, body))
      },
    ),
    route(
      {
        method: 'get',
        path: `${path}/{id}`,
        summary: 'Read an experiment',
        tag,
        access: read,
        params: idParams,
        answer,
      },
      async (ctx, { params: { id } }) => await one(ctx, await getExperiment(ctx, id)),
    ),
    route(
      {
        method: 'put',
        path: `${path}/{id}`,
        summary: 'Change an experiment that has not begun',
        tag,
        access: edit,
        params: idParams,
        body: z.object(draft),
        answer,
      },
      async (ctx, { params: { id }, body }) => {
        await check(ctx, body.definition)
        return await one(ctx, await changeExperiment(ctx, id, body))
      },
    ),
    route(
      {
        method: 'delete',
        path: `${path}/{id}`,
        summary: 'Remove an experiment that has not begun',
        tag,
        access: edit,
        params: idParams,
      },
      async (ctx, { params: { id } }) => {
        await removeExperiment(ctx, id)
        return undefined
      },
    ),
    route(
      {
        method: 'put',
        path: `${path}/{id}/start`,
        summary: 'Start an experiment',
        tag,
        access: edit,
        params: idParams,
        answer,
      },
      async (ctx, { params: { id } }) => await one(ctx, await startExperiment(ctx, id)),
    ),
    route(
      {
        method: 'put',
        path: `${path}/{id}/stop`,
        summary: 'Stop an experiment',
        tag,
        access: edit,
        params: idParams,
        body: z.object({ reason }),
        answer,
      },
      async (ctx, { params: { id }, body }) => await one(ctx, await stopExperiment(ctx, id, body.reason)),
    ),
    route(
      {
        method: 'put',
        path: `${path}/{id}/decision`,
        summary: 'Decide which arm of an experiment everybody gets',
        tag,
        access: edit,
        params: idParams,
        body: z.object({ variant: z.string().max(20), reason }),
        answer,
      },
      async (ctx, { params: { id }, body }) =>
        await one(ctx, await decideExperiment(ctx, id, body.variant, body.reason)),
    ),
    route(
      {
        method: 'get',
        path: '/api/insight/experiment-metrics',
        summary: 'List metrics by which arms of an experiment can be compared',
        tag,
        access: read,
        answer: z.object({
          items: z.array(
            z.object({
              key: z.string(),
              name: z.string(),
              unit: z.enum(metricUnits),
              better: z.enum(['more', 'less']),
              formula: z.string(),
            }),
          ),
        }),
      },
      async (ctx) => {
        const known = await loadMetrics(ctx)
        const items = [...known.values()].flatMap(({ key, name, unit, better, formula, archived }) => {
          if (key === null || archived) return []
          return perMemberOf(resolveFrom(ctx, known, key).node) ? [{ key, name, unit, better, formula }] : []
        })
        return { items }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/insight/experiment-plan',
        summary: 'Work out how many members an experiment needs',
        tag,
        access: read,
        limit: { max: 60, perSeconds: 60 },
        idempotency: 'none',
        body: z.object({
          who: definition.optional(),
          metric: metricRef,
          windowDays: z.int().min(1).max(180).nullable(),
          arms: z.int().min(2).max(6),
          alpha: z.number().min(0.001).max(0.2),
          effect: z.number().min(0.001).max(5),
          power: z.number().min(0.5).max(0.99),
        }),
        answer: z.object({
          eligible: z.int(),
          mean: z.number().nullable(),
          perArm: z.int().nullable(),
          perArmAnytime: z.int().nullable(),
          smallest: z.number().nullable(),
        }),
      },
      async (ctx, { body, request: { signal } }) =>
        await planExperiment(await openAsking(ctx, parts, signal), body),
    ),
    route(
      {
        method: 'get',
        path: '/api/insight/experiment-holdout',
        summary: 'Read the global control group',
        tag,
        access: read,
        answer: z.object({
          share: z.number(),
          reason: z.string(),
          setAt: moment.nullable(),
          can: z.object({ change: z.boolean() }),
        }),
      },
      async (ctx) => {
        const { setAt, ...rest } = await findHoldout(ctx)
        return {
          ...rest,
          setAt: setAt?.toISOString() ?? null,
          can: { change: may(ctx.actor, 'insight.edit') },
        }
      },
    ),
    route(
      {
        method: 'put',
        path: '/api/insight/experiment-holdout',
        summary: 'Change the global control group',
        tag,
        access: edit,
        body: z.object({ share: z.number().min(0).max(0.3), reason }),
      },
      async (ctx, { body }) => {
        await setHoldout(ctx, body.share, body.reason)
        return undefined
      },
    ),
  ]
}
