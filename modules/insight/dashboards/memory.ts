/** Answers that a process remembers, up to a number and a weight of all together: the oldest go first. */

interface Kept<T> {
  readonly value: T
  readonly weight: number
}

export interface Memory<T> {
  get(key: string): T | undefined
  /** What weighs more than all may is not kept; what was there under the key goes. */
  set(key: string, value: T, weight: number): void
  delete(key: string): void
  readonly count: number
  readonly weight: number
}

export function openMemory<T>(most: { readonly count: number; readonly weight: number }): Memory<T> {
  const kept = new Map<string, Kept<T>>()
  let weight = 0
  const remove = (key: string) => {
    weight -= kept.get(key)?.weight ?? 0
    kept.delete(key)
  }
  return {
    get: (key) => kept.get(key)?.value,
    set(key, value, its) {
      remove(key)
      if (its > most.weight) return
      kept.set(key, { value, weight: its })
      weight += its
      while (kept.size > most.count || weight > most.weight) remove(kept.keys().next().value!)
    },
    delete: remove,
    get count() {
      return kept.size
    },
    get weight() {
      return weight
    },
  }
}
