/** What the screens of the system read. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import type { Job, JobState } from '#ui/console/job/job.queries.ts'
import type { CursorPage } from '#ui/console/list/column.ts'
import { take } from '#ui/console/problem.ts'

export const jobsQuery = (filters: { state?: string; name?: string }) =>
  infiniteQueryOptions({
    queryKey: ['jobs', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      take<CursorPage<Job>>(
        api.GET('/api/jobs', {
          params: {
            query: {
              limit: 50,
              ...(filters.state ? { state: filters.state as JobState } : {}),
              ...(filters.name ? { name: filters.name } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export interface DeadLetter {
  readonly id: string
  readonly consumer: string
  readonly effect: string
  readonly event: { readonly seq: string; readonly name: string }
  readonly reason: string
  readonly attempts: number
  readonly failedAt: string
  readonly state: 'open' | 'redriving' | 'redriven' | 'discarded'
  readonly resolvedBy: string | null
  readonly resolvedAt: string | null
  readonly can: { readonly redrive: boolean; readonly discard: boolean }
}

export const deadLettersQuery = (state: 'open' | 'settled' = 'open') =>
  infiniteQueryOptions({
    queryKey: ['system', 'dead-letters', state],
    queryFn: ({ pageParam, signal }) =>
      take<CursorPage<DeadLetter>>(
        api.GET('/api/system/dead-letters', {
          params: { query: { state, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const redrive = (id: string) =>
  take(api.POST('/api/system/dead-letters/{id}/redrive', { params: { path: { id } } }))
export const discard = (id: string) =>
  take(api.DELETE('/api/system/dead-letters/{id}', { params: { path: { id } } }))

export interface ScheduleEntry {
  readonly job: string
  readonly label: string
  readonly cron: string
  readonly zone: string
  readonly why: string
  readonly nextAt: string | null
  readonly last: { readonly id: string; readonly state: JobState; readonly at: string } | null
}

export const scheduleQuery = queryOptions({
  queryKey: ['jobs', 'schedule'],
  queryFn: ({ signal }) =>
    take<{ items: readonly ScheduleEntry[] }>(api.GET('/api/system/schedule', { signal })),
})

export interface Follower {
  readonly name: string
  readonly state: 'running' | 'paused' | 'retrying'
  readonly lag: { readonly rows: number; readonly seconds: number }
  readonly deadLetters: number
  readonly lastError: string | null
  readonly can: { readonly pause: boolean; readonly resume: boolean }
}

export const followersQuery = queryOptions({
  queryKey: ['system', 'consumers'],
  queryFn: ({ signal }) => take<{ items: readonly Follower[] }>(api.GET('/api/system/consumers', { signal })),
  refetchInterval: 10_000,
})

export interface Health {
  readonly warnings: readonly { readonly code: string; readonly message: string; readonly grave: boolean }[]
  readonly postgres: {
    readonly version: string
    readonly embedded: boolean
    readonly bytes: number
    readonly fsync: boolean
    readonly fullPageWrites: boolean
    readonly synchronousCommit: string
    readonly checksums: boolean
    readonly connections: number
    readonly maxConnections: number
    readonly oldestTransactionSeconds: number
  }
  readonly warehouse: {
    readonly state: 'ready' | 'degraded' | 'missing'
    readonly embedded: boolean
    readonly freshTo: string | null
    readonly lagSeconds: number | null
    readonly reason: string | null
  }
  readonly queues: readonly {
    readonly name: string
    readonly waiting: number
    readonly active: number
    readonly failed: number
    readonly oldestSeconds: number
  }[]
  readonly storage: {
    readonly tables: readonly { readonly name: string; readonly bytes: number; readonly rows: number }[]
    readonly folders: readonly { readonly name: string; readonly bytes: number }[]
    readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | null
  }
  readonly processes: readonly {
    readonly host: string
    readonly pid: number
    readonly roles: readonly string[]
    readonly version: string
    readonly memoryBytes: number
    readonly startedAt: string
    readonly uptimeSeconds: number
    readonly alive: boolean
  }[]
  readonly versions: { readonly juluo: string; readonly node: string; readonly postgres: string }
}

export const healthQuery = queryOptions({
  queryKey: ['system', 'health'],
  queryFn: ({ signal }) => take<Health>(api.GET('/api/system/health', { signal })),
  refetchInterval: 10_000,
})
