/**
 * One dedicated PostgreSQL connection per process, outside the pool: it LISTENs, and it holds the
 * session locks that make one process the runner of a consumer. When it is lost, so are the locks
 * (the server gives them to others at once); it reconnects and tells those who may have missed
 * something. Needs a real session: not through a pooler in transaction mode.
 */
import pg from 'pg'

export interface Listener {
  /** Calls back with each payload of the channel. Returns how to stop. */
  listen(channel: string, onPayload: (payload: string) => void): () => void
  /** Calls back after the connection came back: notifications in between are lost. */
  onGap(onGap: () => void): () => void
  /** Resolves when every `listen` so far is in force. */
  settled(): Promise<void>
  /** Takes a lock that ends with this connection; false when another session has it or there is no connection. */
  tryLock(name: string): Promise<boolean>
  /** Whether this connection still has the lock it took. */
  holds(name: string): boolean
  unlock(name: string): Promise<void>
  /** Resolves when first connected. */
  readonly ready: Promise<void>
  readonly connected: boolean
  close(): Promise<void>
}

export interface ListenerOptions {
  readonly url: string
  /** Told when the connection is lost or cannot be made; it is tried again either way. */
  readonly onError?: (error: Error) => void
  /** How often an idle connection is asked whether it is still there; default 5000. */
  readonly beatMs?: number
}

/** Opens the connection in the background and keeps it open until `close`. */
export function openListener({ url, onError, beatMs = 5_000 }: ListenerOptions): Listener {
  const channels = new Map<string, Set<(payload: string) => void>>()
  const gapHandlers = new Set<() => void>()
  const locks = new Set<string>()
  const first = Promise.withResolvers<void>()
  let client: pg.Client | undefined
  let attempts = 0
  let wasConnected = false
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  /** One statement after the other: pg wants it so. */
  function query<Row extends pg.QueryResultRow>(on: pg.Client, text: string, values?: unknown[]) {
    const answer = last.then(() => on.query<Row>(text, values))
    last = answer.catch(() => undefined)
    return answer
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'juluo-listener',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    })
    fresh.on('error', (error) => lose(fresh, error))
    fresh.on('end', () => lose(fresh, new Error('the listening connection ended')))
    fresh.on('notification', ({ channel, payload }) => {
      for (const onPayload of channels.get(channel) ?? []) onPayload(payload ?? '')
    })
    try {
      await fresh.connect()
      for (const channel of channels.keys()) await query(fresh, `listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      fresh.end().catch(() => undefined)
      onError?.(error as Error)
      return again()
    }
    if (closed) return void fresh.end().catch(() => undefined)
    client = fresh
    attempts = 0
    first.resolve()
    if (wasConnected) for (const onGap of gapHandlers) onGap()
    wasConnected = true
    beat(fresh)
  }

  function beat(of: pg.Client): void {
    timer = setTimeout(async () => {
      try {
        await query(of, 'select 1')
        if (client === of) beat(of)
      } catch (error) {
        lose(of, error as Error)
      }
    }, beatMs)
    timer.unref()
  }

  function lose(lost: pg.Client, error: Error): void {
    if (client !== lost) return
    client = undefined
    locks.clear()
    clearTimeout(timer)
    // A half-open socket never answers to a polite end.
    ;(lost as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
    if (closed) return
    onError?.(error)
    again()
  }

  function again(): void {
    if (closed) return
    const wait = Math.min(100 * 2 ** attempts++, 2_000)
    timer = setTimeout(() => void connect(), wait)
    timer.unref()
  }

  async function lockQuery(verb: string, name: string): Promise<boolean> {
    const { rows } = await query<{ done: boolean }>(
      client!,
      `select ${verb}(hashtextextended($1, 0)) as done`,
      [`juluo ${name}`],
    )
    return rows[0]?.done ?? false
  }

  void connect()
  return {
    ready: first.promise,
    get connected() {
      return client !== undefined
    },
    listen(channel, onPayload) {
      const handlers = channels.get(channel)
      if (handlers) handlers.add(onPayload)
      else {
        channels.set(channel, new Set([onPayload]))
        if (client) query(client, `listen ${pg.escapeIdentifier(channel)}`).catch((error) => onError?.(error))
      }
      return () => void channels.get(channel)?.delete(onPayload)
    },
    onGap(onGap) {
      gapHandlers.add(onGap)
      return () => void gapHandlers.delete(onGap)
    },
    async settled() {
      await first.promise
      await last
    },
    async tryLock(name) {
      const session = client
      if (!session) return false
      if (locks.has(name)) return true
      const taken = await lockQuery('pg_try_advisory_lock', name)
      // The connection may have been replaced while we asked: then the lock is gone with the old one.
      if (taken && client === session) locks.add(name)
      return locks.has(name)
    },
    holds: (name) => locks.has(name),
    async unlock(name) {
      if (!locks.delete(name) || !client) return
      await lockQuery('pg_advisory_unlock', name)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      locks.clear()
      const open = client
      client = undefined
      first.resolve()
      await open?.end()
    },
  }
}
