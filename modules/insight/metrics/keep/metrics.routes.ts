import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { Problem } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { day, moment } from '#base/http/schemas.ts'
import { addToDay } from '#base/time/calendar.ts'
import { vocabularyOf } from '#modules/audience/api.ts'
import { type Asking, openAsking } from '../../asking.ts'
import { findFreshness, freshness } from '../../freshness.ts'
import type { InsightParts } from '../../parts.ts'
import { range, scope, unit } from '../../shapes.ts'
import { families } from '../catalogue/catalogue.ts'
import { type FoundMetric, loadMetrics } from '../find-metric.ts'
import { measure, measureAll } from '../measure.ts'
import { metricDefinition, metricKey, metricUnits } from '../metric.ts'
import { sayExpression } from '../say.ts'
import { laterDay } from '../spans.ts'
import {
  archiveMetric,
  changeMetric,
  createMetric,
  findVersions,
  getMetric,
  type WantedMetric,
} from './keep.ts'
import { findSeen, recentDays, type SeenEvent, sources } from './sources.ts'

const tag = 'insight'
const limit = { max: 120, perSeconds: 60 }
const familyNames = Object.keys(families) as [keyof typeof families]

const answer = z.object({
  key: z.string(),
  name: z.string(),
  unit: z.enum(metricUnits),
  better: z.enum(['more', 'less']),
  formula: z.string().describe('How it is worked out, in words (口径)'),
  says: z.string().describe('The definition as a sentence'),
  definition: metricDefinition,
  ids: z.array(z.string()).describe('Requirements that ask for it'),
  family: z.enum(familyNames).nullable().describe('Part of the catalogue; null: made by operators'),
  version: z.int().describe('0: as the product brings it'),
  archived: z.boolean(),
  events: z.array(z.string()),
  sources: z.array(z.enum(sources)).describe('Where its events of the last 90 days came from'),
  lastDay: day
    .nullable()
    .describe('Last day with such an event; null: there is no data yet, or nobody knows'),
  can: z.object({ edit: z.boolean() }),
})

const point = z.object({ start: day, value: z.number().nullable(), running: z.boolean() })
const figures = z.object({
  points: z.array(point),
  value: z.number().nullable(),
  over: z.number().nullable(),
  under: z.number().nullable(),
})

const wanted = {
  name: z.string().trim().min(1).max(40),
  formula: z.string().trim().max(400),
  unit: z.enum(metricUnits),
  better: z.enum(['more', 'less']),
  definition: metricDefinition,
}

/** What is asked of the warehouse besides a metric; without it the catalogue is there all the same. */
async function seenOr(asking: Asking): Promise<ReadonlyMap<string, SeenEvent>> {
  try {
    return await findSeen(asking, addToDay(asking.clock.today, -recentDays, 'day'))
  } catch (error) {
    if (error instanceof Problem) return new Map()
    throw error
  }
}

function present(
  ctx: Ctx,
  parts: InsightParts,
  metric: FoundMetric,
  known: ReadonlyMap<string, FoundMetric>,
  seen: ReadonlyMap<string, SeenEvent>,
): z.input<typeof answer> {
  const names = metric.events.includes('*') ? [...seen.keys()] : metric.events
  const events = names.flatMap((name) => seen.get(name) ?? [])
  const lastDay = events.reduce((last, each) => laterDay(last, each.lastDay), '')
  return {
    ...metric,
    key: metric.key ?? '',
    ids: [...metric.ids],
    events: [...metric.events],
    says: sayExpression(metric.definition.how, known, vocabularyOf(ctx.locale, parts.declared, [])),
    sources: [...new Set(events.flatMap((each) => each.sources))],
    lastDay: lastDay || null,
    can: { edit: may(ctx.actor, 'insight.edit') },
  }
}

export function metricRoutes(parts: InsightParts) {
  const read = permitted('insight.read')
  const edit = permitted('insight.edit')

  /** A metric as it is answered after it was changed. */
  async function presentOne(ctx: Ctx, metric: FoundMetric, signal: AbortSignal) {
    const asking = await openAsking(ctx, parts, signal)
    return present(ctx, parts, metric, await loadMetrics(ctx), await seenOr(asking))
  }

  return [
    route(
      {
        method: 'get',
        path: '/api/insight/metrics',
        summary: 'List metrics, with where their data comes from',
        tag,
        access: read,
        limit,
        query: z.object({
          q: z
            .string()
            .trim()
            .min(1)
            .max(60)
            .optional()
            .describe('Part of the name, the words or a requirement'),
          family: z.enum([...familyNames, 'own']).optional(),
          archived: z.stringbool().default(false),
        }),
        answer: z.object({ items: z.array(answer), ...freshness.shape }),
      },
      async (ctx, { query: { q, family, archived }, request: { signal } }) => {
        const known = await loadMetrics(ctx)
        const asking = await openAsking(ctx, parts, signal)
        const [seen, age] = await Promise.all([seenOr(asking), findFreshness(parts.warehouse)])
        const text = q?.toLowerCase()
        const items = [...known.values()].filter(
          (metric) =>
            metric.archived === archived &&
            (family === undefined || (metric.family ?? 'own') === family) &&
            (!text ||
              [metric.name, metric.formula, metric.key ?? '', ...metric.ids].some((each) =>
                each.toLowerCase().includes(text),
              )),
        )
        return { items: items.map((metric) => present(ctx, parts, metric, known, seen)), ...age }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/insight/metrics/{key}',
        summary: 'Read a metric and what it said before',
        tag,
        access: read,
        limit,
        params: z.object({ key: metricKey }),
        answer: answer.extend({
          versions: z.array(
            z.object({
              version: z.int(),
              name: z.string(),
              formula: z.string(),
              says: z.string(),
              changedBy: z.string(),
              changedAt: moment,
            }),
          ),
        }),
      },
      async (ctx, { params: { key }, request: { signal } }) => {
        const metric = await getMetric(ctx, key)
        const known = await loadMetrics(ctx)
        const vocabulary = vocabularyOf(ctx.locale, parts.declared, [])
        return {
          ...(await presentOne(ctx, metric, signal)),
          versions: (await findVersions(ctx, key)).map(({ definition, changedAt, ...version }) => ({
            ...version,
            says: sayExpression(definition.how, known, vocabulary),
            changedAt: changedAt.toISOString(),
          })),
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/insight/metrics/figures',
        summary: 'Read figures of several metrics at once',
        tag,
        access: read,
        limit,
        idempotency: 'none',
        body: z.object({
          metrics: z.array(metricKey).min(1).max(24),
          range: range.default({ last: 8, unit: 'week' }),
          unit: unit.default('week'),
          scope: scope.default({}),
        }),
        answer: z.object({ items: z.array(figures.extend({ key: z.string() })), ...freshness.shape }),
      },
      async (ctx, { body: { metrics, ...question }, request: { signal } }) => {
        const asking = await openAsking(ctx, parts, signal)
        const age = await findFreshness(parts.warehouse)
        const measured = await measureAll(
          asking,
          metrics.map((ref) => ({ ref, question })),
        )
        return {
          items: measured.map(({ points, total }, at) => ({
            key: metrics[at]!,
            ...figuresOf(points, total),
          })),
          ...age,
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/insight/metrics/preview',
        summary: 'Say and work out a definition that is not kept yet',
        tag,
        access: read,
        limit,
        idempotency: 'none',
        body: z.object({
          definition: metricDefinition,
          range: range.default({ last: 30, unit: 'day' }),
          unit: unit.default('day'),
          scope: scope.default({}),
        }),
        answer: z.object({ says: z.string(), ...figures.shape, ...freshness.shape }),
      },
      async (ctx, { body: { definition, ...question }, request: { signal } }) => {
        const asking = await openAsking(ctx, parts, signal)
        const age = await findFreshness(parts.warehouse)
        const { points, total } = await measure(asking, definition, question)
        const known = await loadMetrics(ctx)
        return {
          says: sayExpression(definition.how, known, vocabularyOf(ctx.locale, parts.declared, [])),
          ...figuresOf(points, total),
          ...age,
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/insight/metrics',
        summary: 'Make a metric',
        tag,
        access: edit,
        limit: { max: 30, perSeconds: 60 },
        idempotency: 'honoured',
        body: z.object({
          ...wanted,
          formula: wanted.formula.default(''),
          better: wanted.better.default('more'),
        }),
        status: 201,
        answer,
      },
      async (ctx, { body, request: { signal } }) =>
        await presentOne(ctx, await createMetric(ctx, body), signal),
    ),
    route(
      {
        method: 'patch',
        path: '/api/insight/metrics/{key}',
        summary: 'Change a metric; what it said before stays as a version',
        tag,
        access: edit,
        limit: { max: 60, perSeconds: 60 },
        params: z.object({ key: metricKey }),
        body: z
          .object(wanted)
          .partial()
          .extend({ version: z.int().min(0).describe('The one that was looked at') }),
        answer,
      },
      async (ctx, { params: { key }, body: { version, ...change }, request: { signal } }) => {
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
        return await presentOne(
          ctx,
          await changeMetric(ctx, key, given as Partial<WantedMetric>, version),
          signal,
        )
      },
    ),
    route(
      {
        method: 'put',
        path: '/api/insight/metrics/{key}/archived',
        summary: 'Put a metric away, or take it out again',
        tag,
        access: edit,
        limit: { max: 60, perSeconds: 60 },
        params: z.object({ key: metricKey }),
        body: z.object({ archived: z.boolean() }),
        answer,
      },
      async (ctx, { params: { key }, body: { archived }, request: { signal } }) =>
        await presentOne(ctx, await archiveMetric(ctx, key, archived), signal),
    ),
  ]
}

const figuresOf = (
  points: readonly { start: string; value: number | null; running: boolean }[],
  { value, over = null, under = null }: { value: number | null; over?: number | null; under?: number | null },
): z.input<typeof figures> => ({
  points: points.map(({ start, value: each, running }) => ({ start, value: each, running })),
  value,
  over,
  under,
})
