/** What the screens of metrics read. */
import { queryOptions, skipToken } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { conditioned } from '#ui/console/condition/queries.ts'
import { take } from '#ui/console/problem.ts'
import type { Expression, MetricUnit } from '../../metrics/metric.ts'

export const families = ['growth', 'activity', 'retention', 'content', 'revenue', 'loops'] as const
export type Family = (typeof families)[number]
export type Source = 'own' | 'import' | 'wecom' | 'track'

export interface Metric {
  readonly key: string
  readonly name: string
  readonly unit: MetricUnit
  readonly better: 'more' | 'less'
  /** 口径. */
  readonly formula: string
  readonly says: string
  readonly definition: { readonly version: 1; readonly how: Expression }
  readonly ids: readonly string[]
  readonly family: Family | null
  readonly version: number
  readonly archived: boolean
  readonly events: readonly string[]
  readonly sources: readonly Source[]
  readonly lastDay: string | null
  readonly can: { readonly edit: boolean }
}

export interface MetricList {
  readonly items: readonly Metric[]
  readonly freshTo: string | null
}

export interface WholeMetric extends Metric {
  readonly versions: readonly {
    readonly version: number
    readonly name: string
    readonly formula: string
    readonly says: string
    readonly changedBy: string
    readonly changedAt: string
  }[]
}

export interface Figures {
  readonly points: readonly {
    readonly start: string
    readonly value: number | null
    readonly running: boolean
  }[]
  readonly value: number | null
  readonly over: number | null
  readonly under: number | null
}

type Body = NonNullable<paths['/api/insight/metrics']['post']['requestBody']>['content']['application/json']
type Sent = Body['definition']['how']
/** The same as the API declares it: read-only here, since the screen changes an expression by making a new one. */
export const sent = (how: Expression): Sent => how as Sent

export const metricsQuery = (archived: boolean) =>
  queryOptions({
    queryKey: ['metrics', archived],
    queryFn: ({ signal }) =>
      take<MetricList>(
        conditioned(
          api.GET('/api/insight/metrics', {
            params: { query: { archived: archived ? 'true' : 'false' } },
            signal,
          }),
        ),
      ),
  })

export const metricQuery = (key: string) =>
  queryOptions({
    queryKey: ['metrics', 'one', key],
    queryFn: ({ signal }) =>
      take<WholeMetric>(
        conditioned(api.GET('/api/insight/metrics/{key}', { params: { path: { key } }, signal })),
      ),
  })

/** Figures of the last eight weeks; at most 24 metrics at once. */
export const figuresQuery = (metrics: readonly string[]) =>
  queryOptions({
    queryKey: ['metrics', 'figures', ...metrics],
    queryFn: async ({ signal }) => {
      const { items } = await take<{ items: readonly (Figures & { readonly key: string })[] }>(
        conditioned(
          api.POST('/api/insight/metrics/figures', {
            body: { metrics: [...metrics], range: { last: 8, unit: 'week' }, unit: 'week', scope: {} },
            signal,
          }),
        ),
      )
      return new Map(items.map((each) => [each.key, each]))
    },
    enabled: metrics.length > 0,
    refetchInterval: 120_000,
  })

export const previewQuery = (how: Expression | undefined) =>
  queryOptions({
    queryKey: ['metrics', 'preview', how],
    queryFn:
      how === undefined
        ? skipToken
        : ({ signal }) =>
            take<Figures & { readonly says: string }>(
              conditioned(
                api.POST('/api/insight/metrics/preview', {
                  body: {
                    definition: { version: 1, how: sent(how) },
                    range: { last: 30, unit: 'day' },
                    unit: 'day',
                    scope: {},
                  },
                  signal,
                }),
              ),
            ),
    retry: false,
  })
