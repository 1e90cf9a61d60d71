/** What follows every way of signing in: read the session anew, forget what a stranger saw, go on. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { safeNext } from '#ui/member/next.ts'
import { sessionQuery } from '#ui/member/session.ts'

export interface DoorSearch {
  readonly next?: string
  readonly error?: string
  readonly token?: string
  readonly email?: string
}

export const useDoorSearch = (): DoorSearch => useSearch({ strict: false })

/** Call it when the API has answered that somebody is signed in now. */
export function useEnter() {
  const client = useQueryClient()
  const router = useRouter()
  const navigate = useNavigate()
  const { next } = useDoorSearch()
  return useCallback(async () => {
    const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    await router.invalidate()
    // An operator who is not a member has nothing to do on this side.
    if (session.operator && !session.member && !next) location.assign('/console/')
    else await navigate({ href: safeNext(next), replace: true })
  }, [client, router, navigate, next])
}

/** The search of the link to another door, so that `next` is not lost on the way. */
export function useKeptNext(): { next?: string } {
  const { next } = useDoorSearch()
  return next ? { next } : {}
}
