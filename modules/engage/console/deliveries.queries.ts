import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

export interface Deliveries {
  readonly days: readonly {
    readonly day: string
    readonly inbox: number
    readonly pushSent: number
    readonly pushFailed: number
    readonly mailSent: number
    readonly mailFailed: number
  }[]
  readonly reasons: readonly {
    readonly state: 'failed' | 'dropped'
    readonly reason: string
    readonly count: number
  }[]
  readonly waiting: number
  readonly waitingSince: string | null
  readonly browsers: number
  readonly told: number
  readonly read: number
}

export const deliveriesQuery = queryOptions({
  queryKey: ['notice-deliveries'],
  queryFn: ({ signal }) => take<Deliveries>(api.GET('/api/notice-deliveries', { signal })),
  refetchInterval: 60_000,
})
