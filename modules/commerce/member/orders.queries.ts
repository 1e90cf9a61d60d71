/** One's own orders, page by page. */
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

export const myOrdersQuery = infiniteQueryOptions({
  queryKey: ['orders', 'mine'],
  queryFn: ({ signal, pageParam }) =>
    ask(
      api.GET('/api/me/orders', {
        params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
})
