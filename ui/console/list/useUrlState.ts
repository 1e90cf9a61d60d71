import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export type UrlState = Readonly<Record<string, string>>

/** The filters of a screen live in the URL: a link to a list is a link to what it shows. */
export function useUrlState(): [UrlState, (change: Record<string, string | undefined>) => void] {
  const search = useSearch({ strict: false }) as UrlState
  const navigate = useNavigate()
  const change = useCallback(
    (values: Record<string, string | undefined>) => {
      navigate({
        to: '.',
        replace: true,
        search: (before: UrlState) =>
          Object.fromEntries(Object.entries({ ...before, ...values }).filter(([, value]) => value)),
      })
    },
    [navigate],
  )
  return [search, change]
}
