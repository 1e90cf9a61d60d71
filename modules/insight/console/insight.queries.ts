/** What Today reads of the warehouse. Days are calendar days in the community's zone. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

export interface Counted {
  readonly actives: number
  readonly newcomers: number
  readonly events: number
}

export interface Activity {
  readonly unit: 'day' | 'week' | 'month'
  readonly series: readonly (Counted & { readonly start: string })[]
  readonly total: Counted & { readonly from: string; readonly to: string }
  readonly previous: Counted & { readonly from: string; readonly to: string }
  readonly freshTo: string | null
  readonly lagSeconds: number | null
}

export const activityQuery = (from: string, to: string, unit: 'day' | 'week' | 'month') =>
  queryOptions({
    queryKey: ['insight', 'activity', from, to, unit],
    queryFn: ({ signal }) =>
      take<Activity>(api.GET('/api/insight/activity', { params: { query: { from, to, unit } }, signal })),
    refetchInterval: 60_000,
  })

/** Up to when the figures are complete: the smallest question, asked often. */
export const freshnessQuery = (today: string) =>
  queryOptions({
    queryKey: ['insight', 'freshness', today],
    queryFn: async ({ signal }) => {
      const { freshTo, lagSeconds } = await take<Activity>(
        api.GET('/api/insight/activity', {
          params: { query: { from: today, to: today, unit: 'day' } },
          signal,
        }),
      )
      return { freshTo, lagSeconds }
    },
    refetchInterval: 15_000,
  })
