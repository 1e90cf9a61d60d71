/** Identical questions asked at the same time run once; the warehouse stops when nobody waits for the answer any more. */
import type { Warehouse } from '#base/parts.ts'

interface Running {
  readonly rows: Promise<unknown[]>
  readonly stop: AbortController
  waiting: number
  done: boolean
}

const running = new WeakMap<object, Map<string, Running>>()

/** Rows of a query as `warehouse.query` answers them. Throws what it throws, and the reason of `signal`. */
export async function askOnce<Row>(
  warehouse: Pick<Warehouse, 'query'>,
  sql: string,
  params: Record<string, unknown>,
  { signal, ...limits }: NonNullable<Parameters<Warehouse['query']>[2]> = {},
): Promise<Row[]> {
  signal?.throwIfAborted()
  const ours = running.get(warehouse) ?? new Map<string, Running>()
  running.set(warehouse, ours)
  const key = JSON.stringify([sql, params, limits])
  let one = ours.get(key)
  if (!one) {
    const stop = new AbortController()
    const started: Running = {
      stop,
      waiting: 0,
      done: false,
      rows: warehouse.query<unknown>(sql, params, { ...limits, signal: stop.signal }).finally(() => {
        started.done = true
        if (ours.get(key) === started) ours.delete(key)
      }),
    }
    started.rows.catch(() => undefined)
    ours.set(key, started)
    one = started
  }
  one.waiting++
  const left = new Promise<never>((_, reject) =>
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true }),
  )
  left.catch(() => undefined)
  try {
    return (await Promise.race([one.rows, left])) as Row[]
  } finally {
    one.waiting--
    if (one.waiting === 0 && !one.done) {
      // Nobody joins what is being stopped.
      if (ours.get(key) === one) ours.delete(key)
      one.stop.abort()
    }
  }
}
