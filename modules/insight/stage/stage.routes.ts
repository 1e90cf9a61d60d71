/** The stage of the product over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { Problem } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { id, moment, pageOf, pageQuery } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { addToDay } from '#base/time/calendar.ts'
import { alertTest } from '../alerts/judging.ts'
import { openAsking } from '../asking.ts'
import { templateIds } from '../dashboards/templates.ts'
import { metricUnits } from '../metrics/units.ts'
import type { InsightParts } from '../parts.ts'
import { unit } from '../shapes.ts'
import { findPlan } from './plan.ts'
import { readSuggestion } from './reading.ts'
import { evidenceWords } from './say.ts'
import { stageFocus, stageNames } from './stage.messages.ts'
import { stage, suggestion } from './stage.ts'
import { type ChosenStage, chooseStage, findStages, findStanding } from './stages.ts'

const tag = 'insight'
const read = permitted('insight.read')
const edit = permitted('insight.edit')

const chosenAnswer = z.object({
  id: z.string(),
  stage,
  name: z.string(),
  focus: z.string(),
  why: z.string(),
  against: stage.nullable().describe('What the figures suggested then'),
  chosenAt: moment,
  by: z.string().nullable(),
})

const present = (ctx: Ctx, { byName, ...chosen }: ChosenStage): z.input<typeof chosenAnswer> => ({
  ...chosen,
  name: render(stageNames[chosen.stage], ctx.locale),
  focus: render(stageFocus[chosen.stage], ctx.locale),
  chosenAt: chosen.chosenAt.toISOString(),
  by: byName,
})

export const stageAnswer = z.object({
  chosen: chosenAnswer.nullable(),
  suggestion: suggestion
    .extend({ says: z.string().describe('What the figures say') })
    .nullable()
    .describe('Null while the figures cannot be had'),
  differing: z
    .object({ suggested: stage, since: z.iso.date(), weeks: z.int() })
    .nullable()
    .describe('What the figures have suggested instead, week after week'),
  can: z.object({ choose: z.boolean() }),
})

const made = z.string().nullable().describe('Id of what is there already')

export const planAnswer = z.object({
  figures: z.array(z.object({ metric: z.string(), name: z.string(), unit: z.enum(metricUnits) })),
  goals: z.array(z.object({ template: z.string(), name: z.string(), done: made })),
  alerts: z.array(
    z.object({
      name: z.string(),
      done: z.boolean(),
      paused: z.string().nullable(),
      make: z
        .object({ metric: z.string(), unit, test: alertTest, leastBase: z.int(), cooldown: z.int() })
        .nullable(),
    }),
  ),
  dashboards: z.array(
    z.object({ template: z.enum(templateIds), name: z.string(), note: z.string(), done: made }),
  ),
  analyses: z.array(
    z.object({
      analysis: z.string(),
      name: z.string(),
      why: z.string(),
      question: z.record(z.string(), z.unknown()),
      done: made,
    }),
  ),
})

export const stageRoutes = (parts: InsightParts) => {
  /** The choice is there also while the warehouse is away. */
  const suggested = async (ctx: Ctx, signal: AbortSignal) => {
    try {
      const asking = await openAsking(ctx, parts, signal)
      return await readSuggestion(asking, addToDay(asking.clock.today, -1, 'day'))
    } catch (error) {
      if (error instanceof Problem && ['warehouse_unavailable', 'timeout'].includes(error.code)) return null
      throw error
    }
  }
  return [
    route(
      {
        method: 'get',
        path: '/api/insight/product-stage',
        summary: 'See the stage of the product: the one chosen, and the one that the figures suggest',
        tag,
        access: read,
        limit: { max: 120, perSeconds: 60 },
        answer: stageAnswer,
      },
      async (ctx, { request: { signal } }) => {
        const { chosen, differing } = await findStanding(ctx)
        const found = await suggested(ctx, signal)
        return {
          chosen: chosen ? present(ctx, chosen) : null,
          suggestion: found && { ...found, says: evidenceWords(found, () => undefined, ctx.locale) },
          differing: differing ?? null,
          can: { choose: may(ctx.actor, 'insight.edit') },
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/insight/product-stage',
        summary: 'Choose the stage of the product, or keep it against what the figures suggest',
        tag,
        access: edit,
        body: z.object({
          stage,
          why: z.string().trim().min(1).max(300),
          after: id.nullable().describe('The choice that was seen'),
        }),
        status: 201,
        answer: chosenAnswer,
      },
      async (ctx, { body }) => present(ctx, await chooseStage(ctx, body)),
    ),
    route(
      {
        method: 'get',
        path: '/api/insight/product-stage/history',
        summary: 'List every choice of the stage, the latest first',
        tag,
        access: read,
        query: pageQuery,
        answer: pageOf(chosenAnswer),
      },
      async (ctx, { query: { cursor, limit } }) => {
        const page = await findStages(ctx, { after: readCursor('product stages', cursor), limit })
        return {
          items: page.items.map((each) => present(ctx, each)),
          next: writeCursor('product stages', page.next),
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/insight/product-stage/plan',
        summary: 'See what a stage is worked with, and what of it is set up',
        tag,
        access: read,
        query: z.object({ stage }),
        answer: planAnswer,
      },
      async (ctx, { query }) => {
        const plan = await findPlan(ctx, query.stage)
        return {
          figures: [...plan.figures],
          goals: [...plan.goals],
          alerts: [...plan.alerts],
          dashboards: [...plan.dashboards],
          analyses: plan.analyses.map((each) => ({ ...each, question: { ...each.question } })),
        }
      },
    ),
  ]
}
