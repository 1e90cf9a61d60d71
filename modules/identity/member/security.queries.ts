/** Reads of how one signs in, and where. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

export const twoFactorQuery = queryOptions({
  queryKey: ['account', 'two-factor'],
  queryFn: ({ signal }) => ask(api.GET('/api/account/two-factor', { signal })),
})

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => ask(api.GET('/api/account/sessions', { signal })),
})
