import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { signedOutEvent } from '#ui/api.ts'
import { ContributionsProvider } from '#ui/console/contributions.tsx'
import { ApiProblem } from '#ui/console/problem.ts'
import { sessionQuery } from '#ui/console/session.ts'
import { Failed } from '#ui/console/states.tsx'
import { words } from '#ui/console/words.ts'
import { LocaleProvider, useT } from '#ui/locale/locale.tsx'
import { Mark } from '#ui/mark/Mark.tsx'
import { Dress } from './Dress.tsx'
import { consoleModules } from './modules.ts'
import { makeRouter } from './router.tsx'

/** Retries what may pass by itself, never what the server refused. */
const shouldRetry = (count: number, error: unknown) =>
  count < 2 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500)

export const makeClient = () =>
  new QueryClient({
    defaultOptions: { queries: { retry: shouldRetry, staleTime: 15_000, refetchOnWindowFocus: true } },
  })

export function ConsoleApp() {
  const [client] = useState(makeClient)
  return (
    <QueryClientProvider client={client}>
      <WithCommunity>
        <ContributionsProvider value={consoleModules}>
          <Routes />
        </ContributionsProvider>
      </WithCommunity>
    </QueryClientProvider>
  )
}

/** The session says whose community this is, and so in which zone its days begin. */
function WithCommunity({ children }: { children: ReactNode }) {
  const session = useQuery(sessionQuery)
  const client = useQueryClient()
  useEffect(() => {
    // Ended elsewhere, or ran out: the session says so, and the shell leads to the door.
    const ended = () => client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    addEventListener(signedOutEvent, ended)
    return () => removeEventListener(signedOutEvent, ended)
  }, [client])
  return (
    <LocaleProvider
      initial={
        localStorage.getItem('juluo.locale') ? undefined : (session.data?.account?.locale ?? undefined)
      }
      timeZone={session.data?.community.timeZone}
      key={session.data ? 'ready' : 'waiting'}
    >
      <Dress>
        {session.data ? children : <Waiting error={session.error} retry={() => session.refetch()} />}
      </Dress>
    </LocaleProvider>
  )
}

function Waiting({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useT()
  if (error)
    return (
      <main className="alone">
        <Failed page error={error} retry={retry} />
      </main>
    )
  return (
    <div className="waiting" role="status" aria-label={t(words.loading)}>
      <Mark size={44} />
    </div>
  )
}

function Routes() {
  const [router] = useState(() => makeRouter())
  return <RouterProvider router={router} />
}
