import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

type Ok<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  responses: { 200: { content: { 'application/json': infer Answer } } }
}
  ? Answer
  : never

type Cases = Ok<'/api/content/reports', 'get'>
export type Case = Cases['items'][number]
type Questions = Ok<'/api/content/questions', 'get'>
export type Question = Questions['items'][number]
export type Experts = Ok<'/api/content/posts/{id}/experts', 'get'>
export type Expert = Experts['items'][number]

/** The first page says how many there are in all. */
const paged = <Page extends { readonly next: string | null }>(
  queryKey: readonly unknown[],
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page>,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam || undefined, signal),
    initialPageParam: '',
    getNextPageParam: (page: Page) => page.next,
  })

export type ReportReason = Case['reports'][number]['reason']
export interface CaseFilters {
  readonly state: 'open' | 'decided'
  readonly reason?: ReportReason | undefined
}

export const casesQuery = ({ state, reason }: CaseFilters) =>
  paged<Cases>(['content-reports', state, reason ?? ''], (cursor, signal) =>
    take(
      api.GET('/api/content/reports', {
        params: {
          query: { state, limit: 20, ...(reason ? { reason } : {}), ...(cursor ? { cursor } : {}) },
        },
        signal,
      }),
    ),
  )

export const hidingQuery = queryOptions({
  queryKey: ['content-reports', 'settings'],
  queryFn: ({ signal }) =>
    take<Ok<'/api/content/report-settings', 'get'>>(api.GET('/api/content/report-settings', { signal })),
})

export const questionsQuery = (what: 'unanswered' | 'stalled') =>
  paged<Questions>(['content-questions', what], (cursor, signal) =>
    take(
      api.GET('/api/content/questions', {
        params: { query: { what, limit: 20, ...(cursor ? { cursor } : {}) } },
        signal,
      }),
    ),
  )

export const expertsQuery = (postId: string) =>
  queryOptions({
    queryKey: ['content-questions', 'experts', postId],
    queryFn: ({ signal }) =>
      take<Experts>(api.GET('/api/content/posts/{id}/experts', { params: { path: { id: postId } }, signal })),
  })
