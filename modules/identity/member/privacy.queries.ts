/** Reads of what was agreed to and asked for, and of the texts. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

export const consentsQuery = queryOptions({
  queryKey: ['account', 'consents'],
  queryFn: ({ signal }) => ask(api.GET('/api/account/consents', { signal })),
})

export const dataRequestsQuery = queryOptions({
  queryKey: ['account', 'data-requests'],
  queryFn: ({ signal }) => ask(api.GET('/api/account/data-requests', { signal })),
})

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: ({ signal }) => ask(api.GET('/api/policies', { signal })),
  staleTime: 10 * 60_000,
})
