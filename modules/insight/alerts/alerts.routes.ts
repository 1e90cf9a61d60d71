/** Rules of alerts over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { idParams, moment } from '#base/http/schemas.ts'
import { robotAddress } from '#base/robots/robots.ts'
import { openAsking } from '../asking.ts'
import { loadMetrics } from '../metrics/find-metric.ts'
import { metricUnits } from '../metrics/metric.ts'
import type { InsightParts } from '../parts.ts'
import { judgedSeries } from './looking.ts'
import { findMissed } from './missed.ts'
import { presentRule } from './present.ts'
import {
  changeRule,
  connectRobot,
  findRules,
  makeRule,
  pauseRule,
  type Rule,
  removeRule,
  snoozeRule,
} from './rules.ts'
import { alertBody, alertChange, alertDraft, point, ruleAnswer } from './shapes.ts'
import { countOpenByRule } from './signals.ts'
import { robotSealer } from './tell.ts'

const tag = 'insight'
const read = permitted('insight.read')
const edit = permitted('insight.edit')

/** Rules with how many of their signals are open, in two reads. */
const present = async (ctx: Ctx, rules: readonly Rule[]) => {
  const [known, open] = await Promise.all([loadMetrics(ctx), countOpenByRule(ctx)])
  return rules.map((rule) => presentRule(ctx, rule, known, open.get(rule.id) ?? 0))
}
const presentOne = async (ctx: Ctx, rule: Rule) => (await present(ctx, [rule]))[0]!

export const alertRoutes = (parts: InsightParts) => [
  route(
    {
      method: 'get',
      path: '/api/insight/alerts',
      summary: 'List alerts',
      tag,
      access: read,
      answer: z.object({
        items: z.array(ruleAnswer),
        missed: z
          .object({ reason: z.enum(['away', 'behind']), since: moment, last: moment })
          .nullable()
          .describe('Why alerts are not looked at now, and since when'),
      }),
    },
    async (ctx) => {
      const missed = await findMissed(ctx)
      return {
        items: await present(ctx, await findRules(ctx)),
        missed: missed
          ? { ...missed, since: missed.since.toISOString(), last: missed.last.toISOString() }
          : null,
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/alerts',
      summary: 'Make an alert',
      tag,
      access: edit,
      body: alertBody,
      status: 201,
      answer: ruleAnswer,
    },
    async (ctx, { body, request: { signal } }) => {
      // What cannot be measured cannot be watched.
      await judgedSeries(await openAsking(ctx, parts, signal), body)
      return await presentOne(ctx, await makeRule(ctx, body))
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/alerts/preview',
      summary: 'Preview an alert: its figures, and when it would have raised a signal',
      tag,
      access: read,
      limit: { max: 60, perSeconds: 60 },
      idempotency: 'none',
      body: alertDraft,
      answer: z.object({
        things: z.array(
          z.object({
            groupId: z.string().nullable(),
            groupName: z.string().nullable(),
            line: z.number().nullable(),
            series: z.array(point),
            raised: z.array(z.iso.date()).describe('First days of the buckets that would have raised one'),
          }),
        ),
        metricName: z.string(),
        metricUnit: z.enum(metricUnits),
      }),
    },
    async (ctx, { body, request: { signal } }) => {
      const { metric, things } = await judgedSeries(await openAsking(ctx, parts, signal), body)
      const shown = { day: 60, week: 26, month: 13 }[body.unit]
      return {
        metricName: metric.name,
        metricUnit: metric.unit,
        things: things.slice(0, 30).map(({ group, topic, series, verdicts }) => ({
          groupId: group?.id ?? null,
          groupName: group?.name ?? topic?.word ?? null,
          line: verdicts.at(-1)?.line ?? null,
          series: series.slice(-shown),
          raised: series.flatMap(({ start }, at) =>
            at >= series.length - shown && verdicts[at]?.raised ? [start] : [],
          ),
        })),
      }
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/insight/alerts/{id}',
      summary: 'Change an alert',
      tag,
      access: edit,
      params: idParams,
      body: alertChange,
      answer: ruleAnswer,
    },
    async (ctx, { params, body, request: { signal } }) => {
      await judgedSeries(await openAsking(ctx, parts, signal), body)
      return await presentOne(ctx, await changeRule(ctx, params.id, body))
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/insight/alerts/{id}',
      summary: 'Remove an alert',
      tag,
      access: edit,
      params: idParams,
    },
    async (ctx, { params }) => {
      await removeRule(ctx, params.id)
      return undefined
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/insight/alerts/{id}/pause',
      summary: 'Pause an alert, or let it look again',
      tag,
      access: edit,
      params: idParams,
      body: z.object({ paused: z.boolean() }),
      answer: ruleAnswer,
    },
    async (ctx, { params, body }) => await presentOne(ctx, await pauseRule(ctx, params.id, body.paused)),
  ),
  route(
    {
      method: 'put',
      path: '/api/insight/alerts/{id}/snooze',
      summary: 'Keep an alert quiet for some days',
      tag,
      access: edit,
      params: idParams,
      body: z.object({ days: z.int().min(0).max(90).describe('0 ends it') }),
      answer: ruleAnswer,
    },
    async (ctx, { params, body: { days } }) => {
      const until = days === 0 ? null : new Date(ctx.now.getTime() + days * 86_400_000)
      return await presentOne(ctx, await snoozeRule(ctx, params.id, until))
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/insight/alerts/{id}/robot',
      summary: 'Say which robot tells of an alert; its address is never shown again',
      tag,
      access: edit,
      params: idParams,
      body: z.object({ robot: robotAddress.nullable() }),
      answer: ruleAnswer,
    },
    async (ctx, { params, body: { robot } }) => {
      const sealed = robot && {
        kind: robot.kind,
        sealed: robotSealer(parts).seal(JSON.stringify(robot)),
      }
      return await presentOne(ctx, await connectRobot(ctx, params.id, sealed))
    },
  ),
]
