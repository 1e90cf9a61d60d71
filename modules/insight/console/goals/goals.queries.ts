import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#ui/api.ts'
import { conditioned } from '#ui/console/condition/queries.ts'
import { take } from '#ui/console/problem.ts'
import type { GoalDraft } from '../../goals/goal.ts'
import type { goalAnswer, smartAnswer } from '../../goals/goals.routes.ts'
import type { FoundMetric } from '../../metrics/find-metric.ts'
import type { MetricUnit } from '../../metrics/metric.ts'
import { post } from '../frame/post.ts'

export type Goal = z.output<typeof goalAnswer>
export interface WholeGoal extends Goal {
  readonly pace: readonly { readonly day: string; readonly expected: number }[]
  readonly history: Goal['readings']
}
export type Smart = z.output<typeof smartAnswer>

export interface Checked {
  readonly metricName: string
  readonly unit: MetricUnit
  readonly better: 'more' | 'less'
  readonly baselineFrom: string
  readonly baselineTo: string
  readonly baseline: number | null
  readonly target: number | null
  readonly smart: readonly Smart[]
  readonly history: Goal['readings']
}

export interface Template {
  readonly id: string
  readonly name: string
  readonly scenario: 'any' | 'fast' | 'durable' | 'saas'
  readonly metric: string
  readonly metricName: string
  readonly unit: MetricUnit
  readonly mode: GoalDraft['mode']
  readonly amount: number
  readonly days: number | null
  readonly months: number
  /** Among those for the stage of the product; null: not of them. */
  readonly place: number | null
}

export const goalsQuery = queryOptions({
  queryKey: ['goals'],
  queryFn: async ({ signal }) =>
    (await take<{ items: Goal[] }>(conditioned(api.GET('/api/insight/goals', { signal })))).items,
})

export const closedGoalsQuery = queryOptions({
  queryKey: ['goals', 'closed'],
  queryFn: async ({ signal }) =>
    (
      await take<{ items: Goal[] }>(
        conditioned(
          api.GET('/api/insight/goals', { params: { query: { closed: 'true', limit: 100 } }, signal }),
        ),
      )
    ).items,
})

export const goalQuery = (id: string) =>
  queryOptions({
    queryKey: ['goals', id],
    queryFn: ({ signal }) =>
      take<WholeGoal>(conditioned(api.GET('/api/insight/goals/{id}', { params: { path: { id } }, signal }))),
  })

export const templatesQuery = queryOptions({
  queryKey: ['goals', 'templates'],
  queryFn: async ({ signal }) =>
    (await take<{ items: Template[] }>(api.GET('/api/insight/goal-templates', { signal }))).items,
  staleTime: 3_600_000,
})

export type MetricChoice = Pick<FoundMetric, 'name' | 'unit' | 'better' | 'formula' | 'family'> & {
  readonly key: string
}

export const metricChoicesQuery = queryOptions({
  queryKey: ['metrics', 'choices'],
  queryFn: async ({ signal }) =>
    (await take<{ items: MetricChoice[] }>(conditioned(api.GET('/api/insight/metrics', { signal })))).items,
  staleTime: 60_000,
})

export const checkQuery = (draft: GoalDraft, why: string) =>
  queryOptions({
    queryKey: ['goals', 'check', draft, why],
    queryFn: ({ signal }) => take<Checked>(post('/api/insight/goals/check', { ...draft, why }, signal)),
    retry: false,
  })

export const setGoal = (draft: GoalDraft & { name: string; why: string; ownerId: string | null }) =>
  take<Goal>(post('/api/insight/goals', draft))
