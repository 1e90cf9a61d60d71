/** Reads of search. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

type Query = NonNullable<paths['/api/site/search']['get']['parameters']['query']>
export type Narrowing = Pick<Query, 'source' | 'kind' | 'time' | 'solved' | 'sort'>

export const searchQuery = (q: string, narrowing: Narrowing) =>
  infiniteQueryOptions({
    queryKey: ['search', q, narrowing],
    queryFn: ({ signal, pageParam }) =>
      ask(
        api.GET('/api/site/search', {
          params: { query: { q, ...narrowing, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
    enabled: q !== '',
  })
export type SearchPage = Awaited<ReturnType<NonNullable<ReturnType<typeof searchQuery>['queryFn']>>>
export type Hit = SearchPage['items'][number]

export const suggestionsQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', 'suggestions', q],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/site/search/suggestions', { params: { query: { q } }, signal })),
    staleTime: 60_000,
    enabled: q !== '',
  })

/** Tells which place was opened; nobody waits for it. */
export const tellOpened = (q: string, place: number, source: string): void => {
  void api
    .POST('/api/site/search/openings', { body: { q, place: Math.min(place, 200), source }, keepalive: true })
    .catch(() => undefined)
}
