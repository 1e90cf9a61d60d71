/**
 * Where the SDK keeps things between pages: localStorage when the person agreed and it works, memory
 * otherwise.
 */
export interface Storage {
  read<T>(name: string): T | undefined
  /** Undefined removes. */
  write(name: string, value: unknown): void
  /** Whether things may outlive the page. `false` removes all that was kept, except the choice itself. */
  persist(may: boolean): void
}

const prefix = 'juluo.'
const choice = `${prefix}consent`

export function openStorage(): Storage {
  const memory = new Map<string, string>()
  let local: globalThis.Storage | undefined
  let may = false
  try {
    local = globalThis.localStorage
    local.setItem(`${prefix}probe`, '1')
    local.removeItem(`${prefix}probe`)
  } catch {
    // Node, a private window, or a page that may not store: memory it is.
    local = undefined
  }
  const placeOf = (name: string) => (local && (may || name === choice) ? local : undefined)
  return {
    read(name) {
      try {
        const key = prefix + name
        const place = placeOf(key)
        return JSON.parse((place ? place.getItem(key) : memory.get(key)) ?? 'null') ?? undefined
      } catch {
        return undefined
      }
    },
    write(name, value) {
      const key = prefix + name
      const place = placeOf(key)
      try {
        if (value === undefined) place ? place.removeItem(key) : memory.delete(key)
        else place ? place.setItem(key, JSON.stringify(value)) : memory.set(key, JSON.stringify(value))
      } catch {
        // The quota is used up: what is in memory of this page still goes out.
      }
    },
    persist(allowed) {
      may = allowed
      memory.clear()
      if (may || !local) return
      for (const key of Object.keys(local))
        if (key.startsWith(prefix) && key !== choice) local.removeItem(key)
    },
  }
}
