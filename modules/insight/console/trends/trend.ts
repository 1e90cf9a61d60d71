/** What the trend screen asks and is answered, as the API has it. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import type { Happening } from '#ui/console/condition/condition.ts'
import { conditioned } from '#ui/console/condition/queries.ts'
import { take } from '#ui/console/problem.ts'
import type { Breakdown, Range, Scope, Unit } from '../frame/question.ts'

export interface Counted {
  readonly of: 'count' | 'members' | 'days' | 'sum' | 'average'
}

/** An event counted in some way: what is written out where no metric of the catalogue is meant. */
export interface WrittenMetric {
  readonly version: 1
  readonly how: Happening & { readonly kind: 'events'; readonly counted: Counted }
}
export type Metric = string | WrittenMetric

export interface TrendQuestion {
  readonly of: readonly { readonly metric: Metric; readonly name?: string | undefined }[]
  readonly range: Range
  readonly unit: Unit
  readonly rolling?: number | undefined
  readonly compare?: 'previous' | 'year' | undefined
  readonly cumulative?: boolean | undefined
  readonly per?: 'active' | 'member' | undefined
  readonly breakdown?: Breakdown | undefined
  readonly scope: Scope
  readonly formula?: string | undefined
}

export const mostSeries = 6
export const letters = 'abcdef'

export const firstTrend: TrendQuestion = {
  of: [{ metric: 'weekly_actives' }],
  range: { last: 12, unit: 'week' },
  unit: 'week',
  compare: 'previous',
  scope: {},
}

/** What somebody wrote into the address by hand may be anything; the server looks closer. */
export const isTrend = ({ of, range, unit, scope }: TrendQuestion): boolean =>
  Array.isArray(of) &&
  of.length >= 1 &&
  of.length <= mostSeries &&
  typeof range === 'object' &&
  ['day', 'week', 'month'].includes(unit) &&
  typeof scope === 'object'

/** Every series names what it counts. */
export const isFinished = ({ of }: Pick<TrendQuestion, 'of'>): boolean =>
  of.every(({ metric }) => (typeof metric === 'string' ? metric !== '' : metric.how.event !== ''))

export type MetricUnit = 'times' | 'members' | 'share' | 'money' | 'minutes' | 'days' | 'number' | 'score'

interface Figure {
  readonly value: number | null
  readonly over?: number | null
  readonly under?: number | null
}
export interface Point extends Figure {
  readonly start: string
  readonly to: string
  readonly running: boolean
}
export interface Series {
  readonly letter: string
  readonly metric: string | null
  readonly name: string
  readonly unit: MetricUnit
  readonly better: 'more' | 'less'
  readonly formula: string
  readonly part: { readonly key: string; readonly label: string } | null
  readonly points: readonly Point[]
  readonly total: Figure
  readonly before: { readonly points: readonly Point[]; readonly total: Figure } | null
}
export interface TrendAnswer {
  readonly days: { readonly from: string; readonly to: string }
  readonly before: { readonly from: string; readonly to: string } | null
  readonly unit: Unit
  readonly series: readonly Series[]
}

export interface KnownMetric {
  readonly key: string
  readonly name: string
  readonly unit: MetricUnit
  readonly formula: string
}

export const metricsQuery = queryOptions({
  queryKey: ['insight', 'metrics', 'known'],
  queryFn: async ({ signal }) =>
    (
      await take<{ items: readonly KnownMetric[] }>(
        conditioned(api.GET('/api/insight/metrics', { params: { query: {} }, signal })),
      )
    ).items,
  staleTime: 60_000,
})
