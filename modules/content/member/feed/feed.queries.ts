/** Reads of lists. Keys begin with `feed`: a list is not changed under its reader; he is told what has come. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

type Query = NonNullable<paths['/api/site/feed']['get']['parameters']['query']>
export type FeedFilter = Omit<Query, 'cursor' | 'limit'>

/** Long enough that who comes back from a post finds the list, and his place in it, as he left it. */
const kept = 30 * 60_000

export const feedQuery = (filter: FeedFilter) =>
  infiniteQueryOptions({
    queryKey: ['feed', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      ask(
        api.GET('/api/site/feed', {
          params: { query: { ...filter, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: kept,
    gcTime: kept,
    refetchOnWindowFocus: false,
  })
export type FeedPage = Awaited<ReturnType<NonNullable<ReturnType<typeof feedQuery>['queryFn']>>>
export type PostCard = FeedPage['items'][number]

export const homeQuery = queryOptions({
  queryKey: ['feed', 'home'],
  queryFn: ({ signal }) => ask(api.GET('/api/site/home', { signal })),
  staleTime: 60_000,
})
export type TopicCard = Awaited<ReturnType<NonNullable<typeof homeQuery.queryFn>>>['topics'][number]
