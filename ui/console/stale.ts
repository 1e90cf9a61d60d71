/** For what depends on more than its own query key: told of every key that the server calls stale. */
import { useEffect, useRef } from 'react'

type StaleKeys = readonly (readonly string[])[]

const listeners = new Set<(keys: StaleKeys) => void>()

/** Tells all who listen. */
export function tellStale(keys: StaleKeys): void {
  for (const listener of listeners) listener(keys)
}

/** Calls back with the keys that went stale; an empty key stands for all. */
export function useStale(react: (keys: StaleKeys) => void): void {
  const current = useRef(react)
  current.current = react
  useEffect(() => {
    const listener = (keys: StaleKeys) => current.current(keys)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
}
