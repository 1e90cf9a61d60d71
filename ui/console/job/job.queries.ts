import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { take } from '../problem.ts'

export type JobState = 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed'

export interface Job {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly state: JobState
  readonly attempts: number
  readonly retryLimit: number
  readonly requestedBy: string
  readonly createdAt: string
  readonly startedAt: string | null
  readonly completedAt: string | null
  readonly progress: {
    readonly done: number
    readonly total: number | null
    readonly note: string | null
  } | null
  /** What it returned. */
  readonly result?: unknown
  /** Why it ended, when it failed. */
  readonly error: string | null
  readonly can: { readonly cancel: boolean; readonly retry: boolean }
}

export const isOver = (job: Pick<Job, 'state'>) =>
  job.state === 'completed' || job.state === 'cancelled' || job.state === 'failed'

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => take<Job>(api.GET('/api/jobs/{id}', { params: { path: { id } }, signal })),
    // The event stream is the fast way; asking is the sure one.
    refetchInterval: (query) => (query.state.data && isOver(query.state.data) ? false : 2_000),
  })

export const cancelJob = (id: string) => take(api.DELETE('/api/jobs/{id}', { params: { path: { id } } }))
export const retryJob = (id: string) => take(api.POST('/api/jobs/{id}/retry', { params: { path: { id } } }))

/** A file that a job made, when its result says so. */
export function fileOf(job: Job): { url: string; rows?: number } | undefined {
  const result = job.result as { url?: unknown; rows?: unknown } | null
  return typeof result?.url === 'string'
    ? { url: result.url, rows: typeof result.rows === 'number' ? result.rows : undefined }
    : undefined
}

export interface RowError {
  readonly row: number
  readonly message: string
}

/** Rows that a job could not do, when its result lists them. */
export function rowErrorsOf(job: Job): readonly RowError[] {
  const result = job.result as { errors?: unknown } | null
  return Array.isArray(result?.errors) ? (result.errors as RowError[]) : []
}
