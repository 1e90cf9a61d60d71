/**
 * Answers that may be a little old, remembered per process: whether a key holds, whether somebody
 * agreed. PostgreSQL stays the only place where they are decided; a process that starts empty is right.
 */
export interface Remembered<Value> {
  /** The value for `key`, from memory when it is younger than the time to live. Failures are not kept. */
  get(key: string, ask: () => Promise<Value>): Promise<Value>
  /** Whether `key` was seen within the time to live; notes that it was. */
  seen(key: string): boolean
  forget(key: string): void
}

/** `clock` is monotonic milliseconds; at most `size` keys are kept, the oldest go first. */
export function remember<Value>(
  ttlMs: number,
  size = 10_000,
  clock: () => number = () => performance.now(),
): Remembered<Value> {
  const kept = new Map<string, { readonly value: Promise<Value> | undefined; readonly until: number }>()
  const put = (key: string, value: Promise<Value> | undefined) => {
    kept.delete(key)
    if (kept.size >= size) kept.delete(kept.keys().next().value!)
    kept.set(key, { value, until: clock() + ttlMs })
  }
  return {
    get(key, ask) {
      const held = kept.get(key)
      if (held?.value && held.until > clock()) return held.value
      const value = ask()
      put(key, value)
      value.catch(() => kept.delete(key))
      return value
    },
    seen(key) {
      const held = kept.get(key)
      if (held && held.until > clock()) return true
      put(key, undefined)
      return false
    },
    forget: (key) => kept.delete(key),
  }
}
