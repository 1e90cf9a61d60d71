import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { sessionQuery } from '#ui/console/session.ts'

/** Only paths of the console: a link of somebody else never leads out of it. */
export const safeNext = (next: string | undefined): string =>
  next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/'

/** What follows every way of signing in: read the session anew and go where the person wanted. */
export function useEnter() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { next } = useSearch({ strict: false }) as { next?: string }
  return async () => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    const [to = '/', search = ''] = safeNext(next).split('?')
    await navigate({ to, search: Object.fromEntries(new URLSearchParams(search)), replace: true })
  }
}
