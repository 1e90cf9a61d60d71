/**
 * The sink: follows the log into the warehouse. One runner among all processes (a session lock), one
 * batch on its way at a time: plan (durable) → send (token) → rehome, amend, stitch → confirm. A kill between any two
 * of these repeats the same batch under the same token, which the warehouse takes once, in the table
 * and in its rollups.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { wakeChannel } from '../../facts/follow.ts'
import type { Listener } from '../../live/listener.ts'
import type { Log } from '../../parts.ts'
import type { WarehouseClient } from '../client.ts'
import { amend } from './amend.ts'
import {
  type Cursor,
  confirmBatch,
  dropPlan,
  findNextBatch,
  noteCaughtUp,
  type Plan,
  readCursor,
  recordFailure,
  storePlan,
} from './cursor.ts'
import { deliver, type ReadAhead, readAhead } from './deliver.ts'
import { isGeneration, prepareWarehouse } from './prepare.ts'
import { rehome } from './rehome.ts'
import { stitch } from './stitch.ts'

export interface SinkOptions {
  readonly pool: pg.Pool
  readonly listener: Listener
  readonly warehouse: WarehouseClient
  /** Zone of the community's days, asked again now and then. */
  readonly timeZone: () => Promise<string>
  readonly cluster?: string
  readonly log: Log
  /** Most rows of a batch; default 100,000. */
  readonly batchRows?: number
}

export interface Sink {
  /** Whether this process is the one that runs. */
  readonly isRunner: boolean
  /** Ends after the batch that is on its way. */
  stop(): Promise<void>
}

const lockName = 'warehouse sink'
/** Bytes of a batch as PostgreSQL keeps them; a few times that as text. */
const batchBytes = 48 * 1024 * 1024
/** A lost notification costs this much freshness. */
const pollMs = 1_000
/** Small batches are at least this far apart, so that trickling events do not become thousands of parts. */
const gatherMs = 250
/** How often everything is compared again though nothing went wrong. */
const recheckMs = 60_000
/** How often an idle sink asks whether its tables are still those of its generation. */
const glanceMs = 2_000
const slowestRetryMs = 5_000

/** What an operator wants to read: the fault itself, not the problem that was made of it. */
const reasonOf = (error: Error): string =>
  error.cause instanceof Error ? error.cause.message || error.message : error.message

/** Whether rows were read from where the cursor is. */
const isAfter = (ahead: ReadAhead, cursor: Cursor) =>
  ahead.after.tx === cursor.tx && ahead.after.seq === cursor.seq

export function startSink(options: SinkOptions): Sink {
  const { pool, listener, warehouse, log } = options
  const stopping = new AbortController()
  let isRunner = false
  let wake = () => {}
  const unlisten = [listener.listen(wakeChannel, () => wake()), listener.onGap(() => wake())]

  /** Waits for `ms`, a wake, or the end. */
  const rest = (ms: number, wakeable = true) => {
    const woken = new AbortController()
    if (wakeable) wake = () => woken.abort()
    return sleep(ms, undefined, { signal: AbortSignal.any([woken.signal, stopping.signal]) }).catch(
      () => undefined,
    )
  }

  async function run(): Promise<void> {
    let failures = 0
    const stopped = new Promise<void>((resume) => stopping.signal.addEventListener('abort', () => resume()))
    await Promise.race([listener.ready, stopped])
    while (!stopping.signal.aborted) {
      try {
        if (!(await listener.tryLock(lockName))) {
          isRunner = false
          await rest(2_000, false)
          continue
        }
        isRunner = true
        await follow(() => {
          failures = 0
        })
      } catch (error) {
        const reason = reasonOf(error as Error)
        const wait = Math.min(200 * 2 ** failures++, slowestRetryMs)
        log.warn({ reason, wait }, 'the warehouse takes nothing now; trying again')
        await recordFailure(pool, reason).catch(() => undefined)
        await rest(wait, false)
      }
    }
    isRunner = false
    await listener.unlock(lockName).catch(() => undefined)
  }

  /** Prepares, then moves batch after batch while the lock is ours. Throws when something does not answer. */
  async function follow(succeeded: () => void): Promise<void> {
    let cursor = await prepare()
    let checkedAt = Date.now()
    let glancedAt = checkedAt
    let limit = options.batchRows ?? 100_000
    let ahead: ReadAhead | undefined
    succeeded()
    while (!stopping.signal.aborted && listener.holds(lockName)) {
      const due = Date.now() - checkedAt > recheckMs
      if (due || (Date.now() - glancedAt > glanceMs && !(await isGeneration(warehouse, cursor.generation)))) {
        cursor = await prepare()
        checkedAt = Date.now()
      }
      if (Date.now() - glancedAt > glanceMs) glancedAt = Date.now()

      if (!cursor.plan) {
        if (ahead && !isAfter(ahead, cursor)) ahead = undefined
        const plan = ahead?.plan ?? (await findNextBatch(pool, cursor, { rows: limit, bytes: batchBytes }))
        if (!plan) {
          if (!cursor.caughtUp) await noteCaughtUp(pool, cursor)
          await rest(pollMs)
          const now = await readCursor(pool)
          // Somebody asked for a rebuild while nothing came.
          if (now.generation !== cursor.generation) return
          cursor = now
          continue
        }
        cursor = await storePlan(pool, cursor, plan)
        if (!cursor.plan) continue
      }
      const { plan } = cursor
      const here = ahead && isAfter(ahead, cursor) && ahead.plan.seq === plan.seq ? ahead : undefined
      // While this batch is being taken, the next one is read; only when there is more to catch up with.
      const reading = plan.rows >= limit ? readNext(plan, limit) : undefined
      const taken = await send(cursor, plan, here).finally(() => reading)
      ahead = await reading
      if (taken) {
        if (plan.rows < limit) await rest(gatherMs, false)
        limit = options.batchRows ?? 100_000
      } else {
        limit = Math.max(1, Math.floor(plan.rows / 2))
        ahead = undefined
      }
      const now = await readCursor(pool)
      // Somebody asked for a rebuild.
      if (now.generation !== cursor.generation) return
      cursor = now
    }
  }

  /** Undefined when nothing waits, or it cannot be read now: then it is read when its turn comes. */
  async function readNext(after: Plan, limit: number): Promise<ReadAhead | undefined> {
    try {
      const plan = await findNextBatch(pool, after, { rows: limit, bytes: batchBytes })
      return plan && (await readAhead(pool, { tx: after.tx, seq: after.seq }, plan))
    } catch {
      return undefined
    }
  }

  async function prepare(): Promise<Cursor> {
    return await prepareWarehouse({
      pool,
      warehouse,
      timeZone: await options.timeZone(),
      ...(options.cluster ? { cluster: options.cluster } : {}),
      onRebuild: (reason) => log.warn({ reason }, 'the warehouse is filled again from the log'),
    })
  }

  /** False when the batch is too large to be taken at once; then nothing of it was. */
  async function send(cursor: Cursor, plan: Plan, ahead: ReadAhead | undefined): Promise<boolean> {
    try {
      await deliver(pool, warehouse, cursor, plan, { ahead })
    } catch (error) {
      if (plan.rows === 1 || !/larger than \d+ bytes/.test((error as Error).message)) throw error
      await dropPlan(pool, cursor)
      return false
    }
    const place = {
      database: warehouse.database,
      ...(options.cluster ? { cluster: options.cluster } : {}),
    }
    await rehome(pool, warehouse, plan, place)
    await amend(pool, warehouse, plan, place)
    await stitch(warehouse, plan)
    await confirmBatch(pool, cursor)
    return true
  }

  const ended = run()
  return {
    get isRunner() {
      return isRunner
    },
    stop: async () => {
      for (const each of unlisten) each()
      stopping.abort()
      await ended
    },
  }
}
