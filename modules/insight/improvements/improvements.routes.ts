/** Improvements over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, moment, pageQuery } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { addToDay, type Day } from '#base/time/calendar.ts'
import { readClock } from '#modules/audience/api.ts'
import { openAsking } from '../asking.ts'
import { effectAnswer } from '../effect/effect.ts'
import { findExperiment } from '../experiments/experiments.ts'
import { findResolved, loadMetrics } from '../metrics/find-metric.ts'
import { metricRef, metricUnits } from '../metrics/metric.ts'
import { sayMetric } from '../metrics/say.ts'
import type { InsightParts } from '../parts.ts'
import { insightProblems } from '../problems.ts'
import { scope } from '../shapes.ts'
import { freezeFinding } from './finding.ts'
import {
  evidence,
  foundIn,
  improvementChange,
  improvementDraft,
  measuredEffect,
  reviewOn,
  stageOf,
  stages,
  verdicts,
} from './improvement.ts'
import { changeImprovement, decideImprovement, makeImprovement, startImprovement } from './improvements.ts'
import { measureAtLast, measureImprovement, questionFor } from './measuring.ts'
import {
  findDecidedImprovements,
  findImprovementsOf,
  findOpenImprovements,
  findRounds,
  getImprovement,
  type Improvement,
} from './reading.ts'

const tag = 'insight'
const read = permitted('insight.read')
const edit = permitted('insight.edit')

const shownEvidence = evidence.extend({ says: z.string(), note: z.string() })
const shownEffect = measuredEffect.extend({ says: z.string() })

export const improvementAnswer = z.object({
  id: z.string(),
  name: z.string(),
  stage: z.enum(stages),
  evidence: shownEvidence,
  signalId: z.string().nullable(),
  goalId: z.string().nullable(),
  doing: z.string(),
  whom: scope,
  links: z.array(z.object({ name: z.string(), path: z.string() })),
  experimentId: z.string().nullable(),
  metric: metricRef,
  metricName: z.string(),
  unit: z.enum(metricUnits),
  scope,
  against: scope.nullable(),
  days: z.int(),
  success: z.string(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  round: z.int(),
  followsId: z.string().nullable(),
  nextId: z.string().nullable(),
  createdAt: moment,
  createdByName: z.string().nullable(),
  startsOn: day.nullable(),
  reviewOn: day.nullable().describe('The first day on which all its days are over'),
  effect: shownEffect.nullable().describe('As it was decided; before that, as it was measured last'),
  measuredAt: moment.nullable(),
  decidedAt: moment.nullable(),
  verdict: z.enum(verdicts).nullable(),
  reason: z.string(),
  can: z.object({ edit: z.boolean(), start: z.boolean(), decide: z.boolean() }),
})

export const wholeAnswer = improvementAnswer.extend({
  whomSays: z.string().nullable(),
  scopeSays: z.string().nullable(),
  againstSays: z.string().nullable(),
  experimentName: z.string().nullable(),
  /** What the screen of effects asks. */
  question: z.record(z.string(), z.unknown()).nullable(),
  rounds: z.array(
    z.object({
      id: z.string(),
      round: z.int(),
      doing: z.string(),
      stage: z.enum(stages),
      verdict: z.enum(verdicts).nullable(),
      reason: z.string(),
      says: z.string().nullable().describe('What was measured'),
    }),
  ),
})

export const improvementRoutes = (parts: InsightParts) => {
  const present = async (ctx: Ctx, items: readonly Improvement[]) => {
    const [known, { today }] = await Promise.all([loadMetrics(ctx), readClock(ctx)])
    const shown: z.input<typeof improvementAnswer>[] = []
    for (const item of items) shown.push(await presentOne(ctx, item, known, today))
    return shown
  }
  const presentOne = async (
    ctx: Ctx,
    { measured, questionId: _, ...item }: Improvement,
    known: Awaited<ReturnType<typeof loadMetrics>>,
    today: Day,
  ): Promise<z.input<typeof improvementAnswer>> => {
    const metric = typeof item.metric === 'string' ? known.get(item.metric) : undefined
    const effect = item.decidedAt ? item.effect : measured
    const editable = item.decidedAt === null && may(ctx.actor, 'insight.edit')
    return {
      ...item,
      stage: stageOf(item, today),
      evidence: {
        ...item.evidence,
        says: render(item.evidence.says, ctx.locale),
        note: render(item.evidence.note, ctx.locale),
      },
      links: [...item.links],
      metricName: await sayMetric({ ctx, parts }, item.metric),
      unit: metric?.unit ?? effect?.unit ?? 'number',
      reviewOn: item.startsOn && reviewOn(item.startsOn, item.days),
      effect: effect && { ...effect, says: render(effect.says, ctx.locale) },
      createdAt: item.createdAt.toISOString(),
      measuredAt: item.measuredAt?.toISOString() ?? null,
      decidedAt: item.decidedAt?.toISOString() ?? null,
      can: { edit: editable, start: editable && item.startsOn === null, decide: editable },
    }
  }
  const presentWhole = async (ctx: Ctx, item: Improvement): Promise<z.input<typeof wholeAnswer>> => {
    const [[shown], rounds, { today }] = await Promise.all([
      present(ctx, [item]),
      findRounds(ctx, item.id),
      readClock(ctx),
    ])
    // What a condition asks for may be gone; then its words are, too.
    const says = async (who: Improvement['scope']['who']) =>
      who ? await parts.audience.say(ctx, who).catch(() => null) : null
    const experiment = item.experimentId ? await findExperiment(ctx, item.experimentId) : undefined
    return {
      ...shown!,
      whomSays: await says(item.whom.who),
      scopeSays: await says(item.scope.who),
      againstSays: await says(item.against?.who),
      experimentName: experiment?.name ?? null,
      question: { ...questionFor(item) },
      rounds: rounds.map((each) => {
        const effect = each.decidedAt ? each.effect : each.measured
        return {
          id: each.id,
          round: each.round,
          doing: each.doing,
          stage: stageOf(each, today),
          verdict: each.verdict,
          reason: each.reason,
          says: effect ? render(effect.says, ctx.locale) : null,
        }
      }),
    }
  }
  /** What a metric and conditions ask for must be there, and the caller's to ask. */
  const check = async (
    ctx: Ctx,
    { metric, whom, scope: judgedIn, against }: z.output<typeof improvementChange>,
  ) => {
    if (metric !== undefined) await findResolved(ctx, metric)
    for (const [name, part] of Object.entries({ whom, scope: judgedIn, against }))
      if (part?.who) await parts.audience.check(ctx, part.who, [name, 'who'])
  }
  return [
    route(
      {
        method: 'get',
        path: '/api/insight/improvements',
        summary:
          'List improvements: those that are not decided, those that are, or those of a signal or a goal',
        tag,
        access: read,
        query: pageQuery.extend({
          decided: z.stringbool().default(false),
          signal: id.optional(),
          goal: id.optional(),
        }),
        answer: z.object({ items: z.array(improvementAnswer), next: z.string().nullable() }),
      },
      async (ctx, { query: { decided, signal, goal, cursor, limit } }) => {
        if (signal || goal)
          return {
            items: await present(ctx, await findImprovementsOf(ctx, signal ? { signal } : { goal: goal! })),
            next: null,
          }
        if (!decided) return { items: await present(ctx, await findOpenImprovements(ctx)), next: null }
        const page = await findDecidedImprovements(ctx, {
          after: readCursor('improvements', cursor),
          limit,
        })
        return { items: await present(ctx, page.items), next: writeCursor('improvements', page.next) }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/insight/improvement-finding',
        summary:
          'See what an improvement would begin with, as it would be kept, and what it may be judged by',
        tag,
        access: read,
        query: z.object({ of: z.enum(foundIn).exclude(['words']), id }),
        answer: z.object({ evidence: shownEvidence, metric: metricRef.nullable(), scope }),
      },
      async (ctx, { query, request: { signal } }) => {
        const finding = await freezeFinding(await openAsking(ctx, parts, signal), query)
        return {
          evidence: {
            ...finding.evidence,
            says: render(finding.evidence.says, ctx.locale),
            note: render(finding.evidence.note, ctx.locale),
          },
          metric: finding.metric,
          scope: finding.scope,
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/insight/improvements',
        summary: 'Make an improvement of what was found',
        tag,
        access: edit,
        body: improvementDraft,
        status: 201,
        answer: wholeAnswer,
      },
      async (ctx, { body: { found, ...draft }, request: { signal } }) => {
        await check(ctx, { ...draft })
        const {
          metric: _,
          scope: __,
          ...finding
        } = await freezeFinding(await openAsking(ctx, parts, signal), found)
        return await presentWhole(ctx, await makeImprovement(ctx, { ...draft, ...finding }))
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/insight/improvements/{id}',
        summary: 'See an improvement with its evidence and all its rounds',
        tag,
        access: read,
        params: idParams,
        answer: wholeAnswer,
      },
      async (ctx, { params }) => await presentWhole(ctx, await getImprovement(ctx, params.id)),
    ),
    route(
      {
        method: 'get',
        path: '/api/insight/improvements/{id}/effect',
        summary: 'Measure what an improvement did so far',
        tag,
        access: read,
        limit: { max: 120, perSeconds: 60 },
        params: idParams,
        answer: z.object({ measured: shownEffect.nullable(), answer: effectAnswer.nullable() }),
      },
      async (ctx, { params, request: { signal } }) => {
        const improvement = await getImprovement(ctx, params.id)
        const found = await measureImprovement(await openAsking(ctx, parts, signal), improvement)
        return {
          measured: found ? { ...found.measured, says: render(found.measured.says, ctx.locale) } : null,
          answer: found?.answer ?? null,
        }
      },
    ),
    route(
      {
        method: 'patch',
        path: '/api/insight/improvements/{id}',
        summary: 'Change an improvement; how it is judged only before it starts',
        tag,
        access: edit,
        params: idParams,
        body: improvementChange,
        answer: wholeAnswer,
      },
      async (ctx, { params, body }) => {
        await check(ctx, body)
        return await presentWhole(ctx, await changeImprovement(ctx, params.id, body))
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/insight/improvements/{id}/start',
        summary: 'Say since when it is done',
        tag,
        access: edit,
        params: idParams,
        body: z.object({ on: day.optional().describe('Today when left out; not later, nor a year ago') }),
        answer: wholeAnswer,
      },
      async (ctx, { params, body }) => {
        const { today } = await readClock(ctx)
        const on = body.on ?? today
        if (on > today || on < addToDay(today, -12, 'month')) throw insightProblems.improvementStart()
        return await presentWhole(ctx, await startImprovement(ctx, params.id, on))
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/insight/improvements/{id}/decide',
        summary: 'Decide: keep it, adjust it in a next round, or drop it; with what was measured',
        tag,
        access: edit,
        params: idParams,
        body: z.object({ verdict: z.enum(verdicts), reason: z.string().trim().min(2).max(500) }),
        answer: wholeAnswer,
      },
      async (ctx, { params, body, request: { signal } }) => {
        const improvement = await getImprovement(ctx, params.id)
        if (improvement.decidedAt) throw insightProblems.improvementIsDecided()
        const effect = await measureAtLast(await openAsking(ctx, parts, signal), improvement)
        return await presentWhole(ctx, await decideImprovement(ctx, params.id, body, effect))
      },
    ),
  ]
}
