/** Reads of one's own account that the first page needs too. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => ask(api.GET('/api/account', { signal })),
})

export const passkeysQuery = queryOptions({
  queryKey: ['account', 'passkeys'],
  queryFn: ({ signal }) => ask(api.GET('/api/account/passkeys', { signal })),
})
