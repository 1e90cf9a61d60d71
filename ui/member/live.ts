/**
 * What changed elsewhere reaches this page: the server says which query keys are stale, over one event stream
 * for the whole tab, open as long as somebody listens and somebody is signed in.
 */
import { useEffect, useRef } from 'react'
import { useSession } from './session.ts'

type Key = readonly string[]

const listeners = new Set<{ readonly key: Key; readonly tell: () => void }>()
let stream: EventSource | undefined

/** One begins the other: `['posts']` says that `['posts', '7']` is stale, and the other way round. */
const meets = (one: Key, other: Key): boolean =>
  one.slice(0, other.length).every((word, at) => word === other[at])

function open(): void {
  if (stream) return
  stream = new EventSource('/api/live')
  stream.addEventListener('stale', (event) => {
    // An empty key begins every key: something was missed, so everything is stale.
    const { keys } = JSON.parse(event.data) as { keys: readonly Key[] }
    for (const { key, tell } of [...listeners]) if (keys.some((stale) => meets(stale, key))) tell()
  })
}

/** Calls `tell` when the key went stale; the newest `tell` counts. Does nothing for strangers. */
export function useLive(key: Key, tell: () => void): void {
  const known = useSession().account !== null
  const newest = useRef(tell)
  newest.current = tell
  const name = JSON.stringify(key)
  useEffect(() => {
    if (!known) return
    const listener = { key: JSON.parse(name) as Key, tell: () => newest.current() }
    listeners.add(listener)
    open()
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      stream?.close()
      stream = undefined
    }
  }, [known, name])
}
