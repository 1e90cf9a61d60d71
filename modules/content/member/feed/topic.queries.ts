/** Reads of topics, authors and columns. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

export const topicsQuery = (q: string, followed: boolean) =>
  infiniteQueryOptions({
    queryKey: ['feed', 'topics', q, followed],
    queryFn: ({ signal, pageParam }) =>
      ask(
        api.GET('/api/site/topics', {
          params: {
            query: {
              limit: 30,
              ...(q ? { q } : {}),
              ...(followed ? { followed: 'true' as const } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const followedTopicsQuery = queryOptions({
  queryKey: ['feed', 'topics', 'beside'],
  queryFn: ({ signal }) =>
    ask(api.GET('/api/site/topics', { params: { query: { followed: 'true', limit: 8 } }, signal })),
  staleTime: 60_000,
})

export const topicQuery = (name: string) =>
  queryOptions({
    queryKey: ['feed', 'topic', name],
    queryFn: ({ signal }) => ask(api.GET('/api/site/topics/{name}', { params: { path: { name } }, signal })),
  })
export type TopicPage = Awaited<ReturnType<NonNullable<ReturnType<typeof topicQuery>['queryFn']>>>

export const authorQuery = (token: string) =>
  queryOptions({
    queryKey: ['feed', 'author', token],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/site/members/{token}', { params: { path: { token } }, signal })),
  })
export type AuthorPage = Awaited<ReturnType<NonNullable<ReturnType<typeof authorQuery>['queryFn']>>>

export const columnsQuery = infiniteQueryOptions({
  queryKey: ['feed', 'columns'],
  queryFn: ({ signal, pageParam }) =>
    ask(
      api.GET('/api/site/columns', {
        params: { query: { limit: 24, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
})

export const columnQuery = (slug: string) =>
  queryOptions({
    queryKey: ['feed', 'column', slug],
    queryFn: ({ signal }) => ask(api.GET('/api/site/columns/{slug}', { params: { path: { slug } }, signal })),
  })
