/** Reads of one's own membership. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

export const ownProfileQuery = queryOptions({
  queryKey: ['member'],
  queryFn: ({ signal }) => ask(api.GET('/api/member', { signal })),
})

export const trailQuery = infiniteQueryOptions({
  queryKey: ['member', 'timeline'],
  queryFn: ({ signal, pageParam }) =>
    ask(api.GET('/api/member/timeline', { params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
})
