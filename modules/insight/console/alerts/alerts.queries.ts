import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { conditioned } from '#ui/console/condition/queries.ts'
import { take } from '#ui/console/problem.ts'
import type { alertChange, alertDraft, ruleAnswer, signalAnswer } from '../../alerts/shapes.ts'
import type { MetricUnit } from '../../metrics/metric.ts'
import { post } from '../frame/post.ts'

export type Rule = z.output<typeof ruleAnswer>
export type Signal = z.output<typeof signalAnswer>
export type Point = Signal['series'][number]
export type RuleDraft = z.input<typeof alertDraft>
export type RuleFields = z.input<typeof alertChange>

export interface Tried {
  readonly metricName: string
  readonly metricUnit: MetricUnit
  readonly things: readonly {
    readonly groupId: string | null
    readonly groupName: string | null
    readonly line: number | null
    readonly series: readonly Point[]
    readonly raised: readonly string[]
  }[]
}

/** Why alerts are not looked at. */
export interface Missed {
  readonly reason: 'away' | 'behind'
  readonly since: string
  readonly last: string
}

export const alertsQuery = queryOptions({
  queryKey: ['alerts'],
  queryFn: async ({ signal }) =>
    await take<{ items: Rule[]; missed: Missed | null }>(
      conditioned(api.GET('/api/insight/alerts', { signal })),
    ),
})

export const signalsQuery = (open: boolean) =>
  queryOptions({
    queryKey: ['signals', open],
    queryFn: ({ signal }) =>
      take<{ items: Signal[]; next: string | null; open: number }>(
        conditioned(
          api.GET('/api/insight/signals', {
            params: { query: { open: String(open) as 'true', limit: 50 } },
            signal,
          }),
        ),
      ),
  })

export const signalQuery = (id: string) =>
  queryOptions({
    queryKey: ['signals', id],
    queryFn: ({ signal }) =>
      take<Signal>(conditioned(api.GET('/api/insight/signals/{id}', { params: { path: { id } }, signal }))),
  })

export const triedQuery = (draft: RuleDraft) =>
  queryOptions({
    queryKey: ['alerts', 'tried', draft],
    queryFn: ({ signal }) => take<Tried>(post('/api/insight/alerts/preview', draft, signal)),
    retry: false,
  })

const at = (id: string) => ({ params: { path: { id } } })

type AlertBody = paths['/api/insight/alerts/{id}']['put']['requestBody']['content']['application/json']

export const makeAlert = (fields: RuleFields) => take<Rule>(post('/api/insight/alerts', fields))
export const changeAlert = (id: string, body: RuleFields) =>
  take<Rule>(conditioned(api.PUT('/api/insight/alerts/{id}', { ...at(id), body: body as AlertBody })))
export const removeAlert = (id: string) => take(api.DELETE('/api/insight/alerts/{id}', at(id)))
export const pauseAlert = (id: string, paused: boolean) =>
  take<unknown>(conditioned(api.PUT('/api/insight/alerts/{id}/pause', { ...at(id), body: { paused } })))
export const snoozeAlert = (id: string, days: number) =>
  take<unknown>(conditioned(api.PUT('/api/insight/alerts/{id}/snooze', { ...at(id), body: { days } })))
export const takeSignal = (id: string, taken: boolean) =>
  take<unknown>(conditioned(api.PUT('/api/insight/signals/{id}/taken', { ...at(id), body: { taken } })))
export const closeSignal = (
  id: string,
  body: { outcome: 'handled' | 'dismissed'; reason: string; improvementId?: string },
) => take<unknown>(conditioned(api.POST('/api/insight/signals/{id}/close', { ...at(id), body })))

export interface Robot {
  readonly kind: 'wecom' | 'feishu' | 'dingtalk' | 'webhook'
  readonly url: string
  readonly secret?: string
}
export const connectRobot = (id: string, robot: Robot | null) =>
  take<unknown>(conditioned(api.PUT('/api/insight/alerts/{id}/robot', { ...at(id), body: { robot } })))
