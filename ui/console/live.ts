/**
 * What changed elsewhere reaches this screen: the server says which query keys are stale and how far
 * jobs are, over one event stream; the screen fetches again what it shows.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { tellStale } from './stale.ts'

interface JobNews {
  readonly id: string
  readonly state: string
  readonly done?: number
  readonly total?: number | null
  readonly note?: string | null
}

export function useLive(enabled: boolean) {
  const client = useQueryClient()
  useEffect(() => {
    if (!enabled) return
    const stream = new EventSource('/api/live')
    stream.addEventListener('stale', (event) => {
      // An empty key begins every key: something was missed, so everything is stale.
      const { keys } = JSON.parse(event.data) as { keys: readonly (readonly string[])[] }
      for (const key of keys) client.invalidateQueries({ queryKey: [...key] })
      tellStale(keys)
    })
    stream.addEventListener('job', (event) => {
      const { id, state, done, total, note } = JSON.parse(event.data) as JobNews
      client.setQueryData(['jobs', id], (before: object | undefined) =>
        before
          ? { ...before, state, progress: { done: done ?? 0, total: total ?? null, note: note ?? null } }
          : before,
      )
      if (state !== 'active') client.invalidateQueries({ queryKey: ['jobs'] })
    })
    return () => stream.close()
  }, [client, enabled])
}
