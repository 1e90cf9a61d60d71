/** Who is here and where: the one answer every screen of the member site reads. */
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from './ask.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => ask(api.GET('/api/session', { signal })),
  staleTime: 60_000,
})

export type Session = Awaited<ReturnType<NonNullable<typeof sessionQuery.queryFn>>>

/** The session, once the root has loaded it; every screen is below that point. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data

/** Also for the root itself, which shows the waiting and the failing. */
export const useSessionState = () => useQuery(sessionQuery)
