import { queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

export type Guests = paths['/api/guests']['get']['responses'][200]['content']['application/json']
export type Guest = Guests['items'][number]

/** Experts and partners with what is agreed. */
export const guestsQuery = queryOptions({
  queryKey: ['guests'],
  queryFn: ({ signal }) => take<Guests>(api.GET('/api/guests', { signal })),
})
