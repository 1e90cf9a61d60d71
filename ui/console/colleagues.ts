/** Who works here, for pickers of owners. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { take } from './problem.ts'

export const colleaguesQuery = queryOptions({
  queryKey: ['operators', 'names'],
  queryFn: ({ signal }) =>
    take<{ items: readonly { readonly id: string; readonly name: string }[] }>(
      api.GET('/api/members/owners', { signal }),
    ),
  staleTime: 60_000,
})
