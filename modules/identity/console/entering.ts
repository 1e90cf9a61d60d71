import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { sessionQuery } from '#ui/console/session.ts'

/** Where a person wanted to go; only paths of the console, so that a link of somebody else never leads out. */
export function useNext(): { to: string; search: Record<string, string> } {
  const { next } = useSearch({ strict: false }) as { next?: string }
  const safe = next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/'
  const [to = '/', search = ''] = safe.split('?')
  return { to, search: Object.fromEntries(new URLSearchParams(search)) }
}

/** What follows every way of signing in: read the session anew and go where the person wanted. */
export function useEnter() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { to, search } = useNext()
  return async () => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    await navigate({ to, search, replace: true })
  }
}
