/** Goals over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { hear } from '#base/declarations/said.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, moment, pageQuery } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { openAsking } from '../asking.ts'
import { type FoundMetric, loadMetrics } from '../metrics/find-metric.ts'
import { metricRef, metricUnits } from '../metrics/metric.ts'
import type { InsightParts } from '../parts.ts'
import { insightProblems } from '../problems.ts'
import { scope } from '../shapes.ts'
import { inStageOrder } from '../stage/focus.ts'
import { findStage } from '../stage/stages.ts'
import { forecastOf } from './forecast.ts'
import { type GoalDraft, goalDraft, type Reading, standingOf, targetModes, targetOf } from './goal.ts'
import {
  changeGoal,
  closeGoal,
  findClosedGoals,
  findReadings,
  findRunningGoals,
  type Goal,
  getGoal,
  outcomes,
  setGoal,
} from './goals.ts'
import { findBefore, paceOf, readGoalsJob } from './readings.ts'
import { checkSmart, letters } from './smart.ts'
import { scenarios } from './templates.ts'

const tag = 'insight'
const read = permitted('insight.read')
const edit = permitted('insight.edit')
const day = z.iso.date()

const reading = z.object({ day, value: z.number().nullable() })
const forecast = z.object({
  day,
  value: z.number(),
  low: z.number(),
  high: z.number(),
  points: z.int().describe('Readings that it rests on'),
})

export const goalAnswer = z.object({
  id: z.string(),
  name: z.string(),
  why: z.string(),
  metric: metricRef,
  metricName: z.string(),
  unit: z.enum(metricUnits),
  formula: z.string().describe('口径 of the metric'),
  scope,
  days: z.int().nullable(),
  better: z.enum(['more', 'less']),
  baselineFrom: day,
  baselineTo: day,
  baseline: z.number().nullable(),
  mode: z.enum(targetModes),
  amount: z.number(),
  target: z.number(),
  startsOn: day,
  dueOn: day,
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  createdAt: moment,
  closedAt: moment.nullable(),
  outcome: z.enum(outcomes).nullable(),
  lesson: z.string(),
  standing: z.object({
    pace: z.enum(['ahead', 'on', 'behind', 'unknown']),
    day: day.nullable(),
    value: z.number().nullable(),
    expected: z.number().nullable(),
    gap: z.number().nullable().describe('Better than expected is positive'),
    progress: z.number().nullable(),
    reached: z.boolean(),
  }),
  forecast: forecast.nullable(),
  readings: z.array(reading).describe('One a day since the start; of a list one a week'),
  can: z.object({ edit: z.boolean() }),
})

const fields = {
  name: z.string().trim().min(1).max(60),
  why: z.string().trim().min(1).max(300),
  ownerId: id.nullable().default(null),
}

function present(
  ctx: Ctx,
  goal: Goal,
  readings: readonly Reading[],
  known: ReadonlyMap<string, FoundMetric>,
  every: number,
): z.input<typeof goalAnswer> {
  const metric = typeof goal.metric === 'string' ? known.get(goal.metric) : undefined
  const unit = metric?.unit ?? 'number'
  const since = readings.filter((each) => each.day >= goal.startsOn)
  return {
    ...goal,
    metricName: metric?.name ?? goal.name,
    unit,
    formula: metric?.formula ?? '',
    createdAt: goal.createdAt.toISOString(),
    closedAt: goal.closedAt?.toISOString() ?? null,
    standing: standingOf(goal, readings),
    forecast: (goal.closedAt ? undefined : forecastOf(goal, readings, { share: unit === 'share' })) ?? null,
    // Counted from the latest, so that it is always among them.
    readings: since
      .filter((_, at) => (since.length - 1 - at) % every === 0)
      .map(({ day: on, value }) => ({ day: on, value })),
    can: { edit: goal.closedAt === null && may(ctx.actor, 'insight.edit') },
  }
}

const presentAll = async (ctx: Ctx, goals: readonly Goal[], every: number) => {
  const [readings, known] = await Promise.all([
    findReadings(
      ctx,
      goals.map(({ id: goalId }) => goalId),
    ),
    loadMetrics(ctx),
  ])
  return goals.map((goal) => present(ctx, goal, readings.get(goal.id) ?? [], known, every))
}
/** A goal as JSON, with every reading. */
export const presentOne = async (ctx: Ctx, goal: Goal) => (await presentAll(ctx, [goal], 1))[0]!

export const smartAnswer = z.object({
  letter: z.enum(letters),
  verdict: z.enum(['yes', 'warn', 'no']),
  reason: z.string(),
})

export const goalRoutes = (parts: InsightParts) => {
  const look = async (ctx: Ctx, draft: GoalDraft, why: string, signal: AbortSignal) => {
    const asking = await openAsking(ctx, parts, signal)
    const before = await findBefore(asking, draft)
    const { better, unit } = before.metric
    const smart = checkSmart(draft, { ...before, better, unit, why })
    return { before, smart, target: targetOf(draft, before.baseline, { unit, better }) }
  }
  return [
    route(
      {
        method: 'get',
        path: '/api/insight/goals',
        summary: 'List goals: those that run, or those that ended',
        tag,
        access: read,
        query: pageQuery.extend({ closed: z.stringbool().default(false) }),
        answer: z.object({ items: z.array(goalAnswer), next: z.string().nullable() }),
      },
      async (ctx, { query: { closed, cursor, limit } }) => {
        if (!closed) return { items: await presentAll(ctx, await findRunningGoals(ctx), 7), next: null }
        const page = await findClosedGoals(ctx, { after: readCursor('goals', cursor), limit })
        return { items: await presentAll(ctx, page.items, 7), next: writeCursor('goals', page.next) }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/insight/goal-templates',
        summary: 'List targets that the trade sets, those for the stage of the product first',
        tag,
        access: read,
        answer: z.object({
          items: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              scenario: z.enum(scenarios),
              metric: z.string(),
              metricName: z.string(),
              unit: z.enum(metricUnits),
              mode: z.enum(targetModes),
              amount: z.number(),
              days: z.int().nullable(),
              months: z.int(),
              place: z
                .int()
                .nullable()
                .describe('Among those for the stage of the product; null: not of them'),
            }),
          ),
        }),
      },
      async (ctx) => {
        const known = await loadMetrics(ctx)
        return {
          items: inStageOrder((await findStage(ctx))?.stage).flatMap((template) => {
            const metric = known.get(template.metric)
            return metric && !metric.archived
              ? [
                  {
                    ...template,
                    name: render(template.name, ctx.locale),
                    metricName: metric.name,
                    unit: metric.unit,
                  },
                ]
              : []
          }),
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/insight/goals/check',
        summary: 'Check a goal before it is set: its baseline, its target, and whether it is SMART',
        tag,
        access: read,
        limit: { max: 60, perSeconds: 60 },
        idempotency: 'none',
        body: goalDraft.and(z.object({ why: z.string().trim().max(300).default('') })),
        answer: z.object({
          metricName: z.string(),
          unit: z.enum(metricUnits),
          better: z.enum(['more', 'less']),
          baselineFrom: day,
          baselineTo: day,
          baseline: z.number().nullable(),
          target: z.number().nullable(),
          smart: z.array(smartAnswer),
          history: z.array(reading),
        }),
      },
      async (ctx, { body: { why, ...draft }, request: { signal } }) => {
        const { before, smart, target } = await look(ctx, draft, why, signal)
        return {
          metricName: before.metric.name,
          unit: before.metric.unit,
          better: before.metric.better,
          baselineFrom: before.from,
          baselineTo: before.to,
          baseline: before.baseline,
          target: target ?? null,
          smart: smart.map(({ reason, ...each }) => ({ ...each, reason: hear(reason, ctx.locale) })),
          history: before.history.map(({ day: on, value }) => ({ day: on, value })),
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/insight/goals',
        summary: 'Set a goal',
        tag,
        access: edit,
        body: goalDraft.and(z.object(fields)),
        status: 201,
        answer: goalAnswer,
      },
      async (ctx, { body: { name, why, ownerId, ...draft }, request: { signal } }) => {
        const { before, smart, target } = await look(ctx, draft, why, signal)
        const refused = smart.filter(({ verdict }) => verdict === 'no')
        if (refused.length > 0 || target === undefined)
          throw insightProblems.goalNotSmart({
            values: { reasons: refused.map(({ reason }) => hear(reason, ctx.locale)).join('; ') },
          })
        const goal = await setGoal(ctx, {
          name,
          why,
          ownerId,
          metric: draft.metric,
          scope: draft.scope,
          days: draft.days,
          mode: draft.mode,
          amount: draft.amount,
          startsOn: draft.startsOn,
          dueOn: draft.dueOn,
          better: before.metric.better,
          baselineFrom: before.from,
          baselineTo: before.to,
          baseline: before.baseline,
          target,
        })
        await parts.jobs.enqueue(ctx, readGoalsJob(parts), { goalId: goal.id }, { key: `goal:${goal.id}` })
        return await presentOne(ctx, goal)
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/insight/goals/{id}',
        summary: 'See a goal: every reading, its pace and where it is heading',
        tag,
        access: read,
        params: idParams,
        answer: goalAnswer.extend({
          pace: z.array(z.object({ day, expected: z.number() })),
          history: z.array(reading).describe('Before the start'),
        }),
      },
      async (ctx, { params }) => {
        const goal = await getGoal(ctx, params.id)
        const readings = (await findReadings(ctx, [goal.id])).get(goal.id) ?? []
        return {
          ...present(ctx, goal, readings, await loadMetrics(ctx), 1),
          pace: paceOf(goal, readings),
          history: readings
            .filter((each) => each.day < goal.startsOn)
            .map(({ day: on, value }) => ({ day: on, value })),
        }
      },
    ),
    route(
      {
        method: 'patch',
        path: '/api/insight/goals/{id}',
        summary: 'Change what a goal is called, why it is pursued and who answers for it',
        tag,
        access: edit,
        params: idParams,
        body: z.object({
          name: fields.name.optional(),
          why: fields.why.optional(),
          ownerId: id.nullable().optional(),
        }),
        answer: goalAnswer,
      },
      async (ctx, { params, body }) => await presentOne(ctx, await changeGoal(ctx, params.id, body)),
    ),
    route(
      {
        method: 'post',
        path: '/api/insight/goals/{id}/close',
        summary: 'End a goal with what was learned',
        tag,
        access: edit,
        params: idParams,
        body: z.object({ outcome: z.enum(outcomes), lesson: z.string().trim().max(500).default('') }),
        answer: goalAnswer,
      },
      async (ctx, { params, body }) => await presentOne(ctx, await closeGoal(ctx, params.id, body)),
    ),
  ]
}
