/** Hears, from PostgreSQL, that a session, an account or a key lost an access; comes back after every break. */
import pg from 'pg'
import { afterCommit, type Ctx } from '#base/context.ts'
import type { Parts } from '#base/parts.ts'

export interface Ear {
  close(): Promise<void>
}

const retryMs = 500

/** Those of this process who remember callers. */
const here = new Set<(what: string) => void>()

/**
 * Lets this process forget a caller with the commit of `ctx`, before PostgreSQL's word comes: whoever changes
 * something about himself sees it with his next request.
 */
export function forgetHere(ctx: Ctx, what: string): void {
  afterCommit(ctx, () => {
    for (const forget of here) forget(what)
  })
}

/** Calls `forget` with `session:<id>`, `account:<id>`, `key:<id>` or `everyone`; with `everyone` also after a break, when words may have been missed. */
export function listenForRevocations(
  { connection, log }: Pick<Parts, 'connection' | 'log'>,
  forget: (what: string) => void,
): Ear {
  let closed = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  const again = () => {
    if (closed || timer) return
    timer = setTimeout(() => {
      timer = undefined
      void open()
    }, retryMs)
    timer.unref()
  }

  async function open() {
    const fresh = new pg.Client({ ...connection.pool.options, application_name: 'juluo-revocations' })
    client = fresh
    fresh.on('notification', ({ payload }) => forget(payload ?? 'everyone'))
    fresh.on('error', () => undefined)
    fresh.on('end', () => {
      if (client === fresh) again()
    })
    try {
      await fresh.connect()
      await fresh.query('listen session_revoked')
      if (closed) return await fresh.end()
      forget('everyone')
    } catch (error) {
      log.debug({ error: (error as Error).message }, 'cannot listen for revocations; trying again')
      await fresh.end().catch(() => undefined)
      again()
    }
  }
  void open()
  here.add(forget)

  return {
    async close() {
      closed = true
      here.delete(forget)
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
