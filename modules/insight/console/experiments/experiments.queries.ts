/** What the screens of experiments read and do. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import type { Definition } from '#ui/console/condition/condition.ts'
import { conditioned } from '#ui/console/condition/queries.ts'
import { take } from '#ui/console/problem.ts'

export type State = 'draft' | 'running' | 'stopped' | 'decided'

export interface Variant {
  readonly key: string
  readonly name: string
  readonly weight: number
}

export interface ExperimentDefinition {
  readonly version: 1
  readonly variants: readonly Variant[]
  readonly who?: Definition | undefined
  readonly metric: string | object
  readonly guardrails: readonly (string | object)[]
  readonly windowDays: number | null
  readonly lookBackDays: number
  readonly alpha: number
  readonly effect: number
  readonly power: number
}

export interface Experiment {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly hypothesis: string
  readonly definition: ExperimentDefinition
  readonly state: State
  readonly createdAt: string
  readonly startedAt: string | null
  readonly stoppedAt: string | null
  readonly stopReason: string
  readonly decidedAt: string | null
  readonly decision: string | null
  readonly decisionReason: string
  readonly whoSays: string
  readonly metricName: string
  readonly assigned: number
  readonly exposed: number
  readonly can: {
    readonly change: boolean
    readonly start: boolean
    readonly stop: boolean
    readonly decide: boolean
    readonly remove: boolean
  }
}

export interface Effect {
  readonly arm: string
  readonly difference: number | null
  readonly low: number | null
  readonly high: number | null
  readonly relative: number | null
  readonly relativeLow: number | null
  readonly relativeHigh: number | null
  readonly pValue: number | null
  readonly chance: number | null
  readonly verdict: 'better' | 'worse' | 'unknown'
  readonly toSettle: number | null
}

export interface Figure {
  readonly role: 'goal' | 'guardrail'
  readonly metric: {
    readonly key: string | null
    readonly name: string
    readonly unit: 'times' | 'members' | 'share' | 'money' | 'minutes' | 'days' | 'number' | 'score'
    readonly better: 'more' | 'less'
    readonly formula: string
  }
  readonly ratio: boolean
  readonly explained: number | null
  readonly arms: readonly {
    readonly key: string
    readonly members: number
    readonly value: number | null
    readonly low: number | null
    readonly high: number | null
  }[]
  readonly effects: readonly Effect[]
}

export interface ExperimentAnswer {
  readonly name: string
  readonly state: State
  readonly startedAt: string | null
  readonly stoppedAt: string | null
  readonly look: 'anytime' | 'once'
  readonly alpha: number
  readonly windowDays: number | null
  readonly cut: boolean
  readonly lookBackDays: number
  readonly arms: readonly (Variant & { readonly members: number })[]
  readonly balance: { readonly pValue: number; readonly everyDay: number; readonly broken: boolean }
  readonly crossed: number
  readonly unfinished: number
  readonly arrivals: readonly { readonly day: string; readonly members: readonly number[] }[]
  readonly figures: readonly Figure[]
}

export interface ExperimentQuestion {
  readonly experiment: string
  readonly look?: 'anytime' | 'once' | undefined
}

interface Page {
  readonly items: readonly Experiment[]
  readonly next: string | null
}

const idPath = (id: string) => ({ params: { path: { id } } })

export const experimentsQuery = (state: State | undefined) =>
  infiniteQueryOptions({
    queryKey: ['experiments', 'list', state ?? ''],
    queryFn: ({ pageParam, signal }) =>
      take<Page>(
        conditioned<{ data?: Page; error?: unknown; response: Response }>(
          api.GET('/api/insight/experiments', {
            params: { query: { ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
            signal,
          }),
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page: Page) => page.next,
  })

export const experimentQuery = (id: string) =>
  queryOptions({
    queryKey: ['experiments', id],
    queryFn: ({ signal }) =>
      take<Experiment>(
        conditioned<{ data?: Experiment; error?: unknown; response: Response }>(
          api.GET('/api/insight/experiments/{id}', { ...idPath(id), signal }),
        ),
      ),
  })

export const metricsQuery = queryOptions({
  queryKey: ['experiments', 'metrics'],
  queryFn: ({ signal }) => take(api.GET('/api/insight/experiment-metrics', { signal })),
  staleTime: 60_000,
})

export const holdoutQuery = queryOptions({
  queryKey: ['experiments', 'holdout'],
  queryFn: ({ signal }) => take(api.GET('/api/insight/experiment-holdout', { signal })),
})

export const setHoldout = (share: number, reason: string) =>
  take(api.PUT('/api/insight/experiment-holdout', { body: { share, reason } }))

export interface Draft {
  readonly name: string
  readonly hypothesis: string
  readonly definition: ExperimentDefinition
}

const sent = <T>(body: T) => body as never

export const makeExperiment = (body: Draft & { readonly key: string }) =>
  take<{ id: string }>(
    conditioned<{ data?: { id: string }; error?: unknown; response: Response }>(
      api.POST('/api/insight/experiments', { body: sent(body) }),
    ),
  )
export const changeExperiment = (id: string, body: Draft) =>
  take<{ id: string }>(
    conditioned<{ data?: { id: string }; error?: unknown; response: Response }>(
      api.PUT('/api/insight/experiments/{id}', { ...idPath(id), body: sent(body) }),
    ),
  )
export const removeExperiment = (id: string) => take(api.DELETE('/api/insight/experiments/{id}', idPath(id)))
export const startExperiment = (id: string) =>
  take(api.PUT('/api/insight/experiments/{id}/start', idPath(id)))
export const stopExperiment = (id: string, reason: string) =>
  take(api.PUT('/api/insight/experiments/{id}/stop', { ...idPath(id), body: { reason } }))
export const decideExperiment = (id: string, variant: string, reason: string) =>
  take(api.PUT('/api/insight/experiments/{id}/decision', { ...idPath(id), body: { variant, reason } }))

export interface PlanAsked {
  readonly who?: Definition | undefined
  readonly metric: string
  readonly windowDays: number | null
  readonly arms: number
  readonly alpha: number
  readonly effect: number
  readonly power: number
}

export const planQuery = (asked: PlanAsked | undefined) =>
  queryOptions({
    queryKey: ['experiments', 'plan', JSON.stringify(asked ?? null)],
    queryFn: ({ signal }) => take(api.POST('/api/insight/experiment-plan', { body: sent(asked), signal })),
    enabled: asked !== undefined,
    staleTime: 60_000,
    retry: false,
  })
