/** The query client of the site: what is retried, and what happens when the session ends under our feet. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem } from '#ui/member/problem.ts'
import { type Session, sessionQuery } from '#ui/member/session.ts'

/** `expired` is called once when the API says 401 although the page believes that someone is signed in. */
export function makeClient(expired: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (!isProblem(error) || error.status !== 401) return
    const session = client.getQueryData<Session>(sessionQuery.queryKey)
    if (!session?.account) return
    client.setQueryData<Session>(sessionQuery.queryKey, {
      ...session,
      account: null,
      member: null,
      operator: null,
    })
    expired()
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Twice, and only for what a second try can mend.
        retry: (count, error) => count < 2 && isProblem(error) && (error.status === 0 || error.status >= 500),
      },
      mutations: { retry: false },
    },
  })
  return client
}
