/** Reads of one's own membership. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

export const ownProfileQuery = queryOptions({
  queryKey: ['member'],
  queryFn: ({ signal }) => ask(api.GET('/api/member', { signal })),
})

/** The newest lines only: what Home shows, without the machinery of paging. */
export const recentTrailQuery = queryOptions({
  queryKey: ['member', 'timeline', 'recent'],
  queryFn: ({ signal }) => ask(api.GET('/api/member/timeline', { params: { query: { limit: 40 } }, signal })),
})
