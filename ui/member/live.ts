/**
 * What changed elsewhere reaches the member site: one event stream, opened when the first part of a screen
 * listens, closed when the last has left. Keys say what is stale, never what happened. Lists of posts
 * (`['posts']` alone) are not fetched anew under their reader: he is told that something has come.
 */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { sessionQuery } from './session.ts'

type Key = readonly string[]
type Listener = (keys: readonly Key[]) => void

const listeners = new Set<Listener>()
let stream: EventSource | undefined

function listen(client: QueryClient, listener: Listener): () => void {
  listeners.add(listener)
  if (!stream) {
    stream = new EventSource('/api/live')
    stream.addEventListener('stale', (event) => {
      const { keys } = JSON.parse((event as MessageEvent<string>).data) as { keys: readonly Key[] }
      for (const key of keys)
        if (key.length !== 1 || key[0] !== 'posts')
          void client.invalidateQueries({
            queryKey: key,
            predicate: ({ queryKey: [root, part] }) => root !== 'feed' || part !== 'list',
          })
      for (const each of listeners) each(keys)
    })
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    stream?.close()
    stream = undefined
  }
}

/** Keeps queries fresh while the screen is there, and calls back with the keys that went stale; an empty key stands for all. */
export function useLive(react?: Listener): void {
  const client = useQueryClient()
  const current = useRef(react)
  current.current = react
  useEffect(() => {
    if (!client.getQueryData(sessionQuery.queryKey)?.account) return
    return listen(client, (keys) => current.current?.(keys))
  }, [client])
}
