/** Who works here, for pickers of owners. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { take } from './problem.ts'

interface Possible {
  readonly items: readonly { readonly accountId: string; readonly name: string }[]
}

export const colleaguesQuery = queryOptions({
  queryKey: ['operators', 'names'],
  queryFn: async ({ signal }) => ({
    items: (await take<Possible>(api.GET('/api/members/owners', { signal }))).items.map(
      ({ accountId, name }) => ({ id: accountId, name }),
    ),
  }),
  staleTime: 60_000,
})
