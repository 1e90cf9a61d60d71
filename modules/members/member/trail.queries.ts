/** The whole trail, page by page. */
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

export const trailQuery = infiniteQueryOptions({
  queryKey: ['member', 'timeline', 'all'],
  queryFn: ({ signal, pageParam }) =>
    ask(
      api.GET('/api/member/timeline', {
        params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
})
