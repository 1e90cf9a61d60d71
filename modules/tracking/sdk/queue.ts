/**
 * Events on their way: kept until the server has said that they are stored, sent in order, in batches,
 * with growing pauses after a failure. An event keeps its id however often it is sent, so what arrives
 * twice is stored once. Every tab keeps what it made under a name of its own; what a closed tab left
 * behind is adopted by the next one, under a lock where the browser has locks.
 */
import { newId } from './ids.ts'
import type { Storage } from './storage.ts'

export type WireEvent = { id: string; name: string; at: string } & Record<string, unknown>

/** What the server said to a batch: `done` (stored or refused for good) or `later`. */
export type Delivery = (events: WireEvent[], closing: boolean) => Promise<'done' | { later: number }>

const most = 1_000
const perBatch = 100
const firstPause = 1_000
const longestPause = 300_000

export interface Queue {
  add(event: WireEvent): void
  /** Sends what waits. Resolves when all of it is stored, or the server could not be reached. */
  flush(): Promise<void>
  /** The page goes: hand everything to the browser, which sends it without us. */
  leave(): void
  /** Forgets what waits. */
  clear(): void
  readonly size: number
}

export function openQueue(storage: Storage, deliver: Delivery, everyMs: number): Queue {
  const tab = newId()
  const name = `queue.${tab}`
  let events: WireEvent[] = []
  let sending: Promise<void> | undefined
  let failures = 0
  let pausedUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const keep = () => {
    storage.write(name, events.length > 0 ? events : undefined)
    const tabs = (storage.read<string[]>('tabs') ?? []).filter((each) => each !== tab)
    storage.write('tabs', events.length > 0 ? [...tabs, tab] : tabs.length > 0 ? tabs : undefined)
  }
  /** Takes over what other tabs left. A tab that still lives may have its events sent by both: they are stored once. */
  const adopt = () => {
    for (const other of storage.read<string[]>('tabs') ?? []) {
      if (other === tab) continue
      events.unshift(...(storage.read<WireEvent[]>(`queue.${other}`) ?? []))
      storage.write(`queue.${other}`, undefined)
    }
    storage.write('tabs', undefined)
    if (events.length > 0) keep()
  }
  const plan = (ms: number) => {
    if (timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      void flush()
    }, ms)
    // Node: waiting to send must not keep a program alive that has nothing else to do.
    ;(timer as { unref?: () => void }).unref?.()
  }
  const send = async () => {
    while (events.length > 0) {
      const batch = events.slice(0, perBatch)
      const result = await deliver(batch, false)
      if (result !== 'done') {
        failures++
        const pause = Math.min(firstPause * 2 ** (failures - 1), longestPause)
        // Half fixed, half random: browsers that lost the same server do not return in step.
        pausedUntil = Date.now() + Math.max(result.later, pause / 2 + (Math.random() * pause) / 2)
        plan(pausedUntil - Date.now())
        return
      }
      failures = 0
      const sent = new Set(batch.map((event) => event.id))
      events = events.filter((event) => !sent.has(event.id))
      keep()
    }
  }
  const flush = (): Promise<void> => {
    sending ??= send().finally(() => {
      sending = undefined
    })
    return sending
  }

  adopt()
  if (events.length > 0) plan(0)
  return {
    get size() {
      return events.length
    },
    add(event) {
      events.push(event)
      // The oldest go when a device stays offline for very long.
      if (events.length > most) events.splice(0, events.length - most)
      keep()
      if (events.length >= perBatch && Date.now() >= pausedUntil) void flush()
      else plan(Math.max(everyMs, pausedUntil - Date.now()))
    },
    flush,
    leave() {
      // Not removed here: whether the browser delivers it is unknown, and a repeat is stored once.
      for (let at = 0; at < events.length; at += perBatch) void deliver(events.slice(at, at + perBatch), true)
    },
    clear() {
      events = []
      keep()
    },
  }
}
