/** What the screen of value reads and does; shapes as the API answers them. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import type { Definition } from '#ui/console/condition/condition.ts'
import { take } from '#ui/console/problem.ts'
import type { Breakdown } from '../frame/question.ts'

export interface ValueQuestion {
  readonly who?: Definition | undefined
  readonly breakdown?: Breakdown | undefined
}

export interface Sum {
  readonly members: number
  readonly alive: number
  readonly purchases: number
  readonly revenue: number
  readonly low: number | null
  readonly high: number | null
}

export interface Holdout {
  readonly cut: string
  readonly buyers: number
  readonly expected: number
  readonly actual: number
  readonly weeks: readonly { readonly week: number; readonly expected: number; readonly actual: number }[]
  readonly byPast: readonly {
    readonly x: number
    readonly orMore: boolean
    readonly buyers: number
    readonly expected: number
    readonly actual: number
  }[]
}

export interface ValueAnswer {
  readonly state: 'never' | 'fitted' | 'too_few' | 'not_converged' | 'no_mean'
  readonly least: number
  readonly buyers: number
  readonly repeaters: number
  readonly asOf: string | null
  readonly madeAt: string | null
  readonly model: {
    readonly buying: {
      readonly r: number
      readonly alpha: number
      readonly a: number
      readonly b: number
    } | null
    readonly spend: { readonly p: number; readonly q: number; readonly gamma: number } | null
    readonly correlation: number | null
    readonly discountPerYear: number
  } | null
  readonly total: Sum | null
  readonly alive: readonly { readonly bin: number; readonly members: number; readonly revenue: number }[]
  readonly by: readonly (Sum & { readonly value: string; readonly label: string; readonly rest: boolean })[]
  readonly holdout: Holdout | null
}

export const standingQuery = queryOptions({
  queryKey: ['value', 'standing'],
  queryFn: ({ signal }) => take(api.GET('/api/insight/value/standing', { signal })),
})
export type Standing = Awaited<ReturnType<NonNullable<typeof standingQuery.queryFn>>>

export const goingQuery = queryOptions({
  queryKey: ['value', 'going'],
  queryFn: ({ signal }) =>
    take(api.GET('/api/insight/value/members', { params: { query: { limit: 8 } }, signal })),
})

export const memberValueQuery = (id: string) =>
  queryOptions({
    queryKey: ['value', 'member', id],
    queryFn: ({ signal }) => take(api.GET('/api/members/{id}/value', { params: { path: { id } }, signal })),
  })

export const compute = () => take(api.POST('/api/insight/value/runs', { body: {} }))

export interface TierTrend {
  readonly tiers: readonly { readonly key: string; readonly name: string; readonly strategy: string }[]
  readonly points: readonly {
    readonly day: string
    readonly tiers: readonly { readonly tier: string; readonly members: number; readonly amount: number }[]
  }[]
}

export const tierTrendQuery = queryOptions({
  queryKey: ['rfm', 'trend'],
  queryFn: ({ signal }): Promise<TierTrend> =>
    take(api.GET('/api/insight/rfm-trend', { params: { query: {} }, signal })),
  staleTime: 300_000,
})
