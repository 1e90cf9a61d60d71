/** One consumer's way through the log: a turn reads some rows ahead, acts on them and moves the cursor. */
import { transact } from '../context.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../parts.ts'
import { declareFailpoints } from '../testing/failpoint.ts'
import {
  type BatchConsumer,
  type Consumer,
  type EffectsConsumer,
  effectKey,
  type LoggedEvent,
  sourcesOf,
} from './consumer.ts'
import { advanceCursor, bury, countFailure, noteTrouble, readCursor } from './cursor.ts'
import { isHeldBack, type Position, readAhead } from './log.ts'
import { effectCtx, react, takeEffectKey } from './react.ts'
import { redriveWaiting } from './redrive.ts'
import { describeTrouble, isPassing } from './trouble.ts'

const failpoint = declareFailpoints(
  'facts.batch.begun',
  'facts.batch.taken',
  'facts.cursor.advancing',
  'facts.cursor.advanced',
)

export interface Patience {
  /** Tries of one event before it becomes a dead letter. */
  readonly attempts: number
  /** Milliseconds before the try after the n-th. */
  readonly waitMs: (attempt: number) => number
}

/** Six tries over about eight seconds: longer would hold up everything behind one bad event. */
export const usualPatience: Patience = { attempts: 6, waitMs: (attempt) => 250 * 2 ** (attempt - 1) }

/** How soon to look again at rows that some transaction in flight still holds back. */
const heldBackMs = 25
/** How soon to try again what an outage stopped. */
const outageMs = 1_000
/** Rows that one turn of an effects consumer looks at. */
const windowRows = 1_000

export interface Turn {
  /** Milliseconds to wait before the next turn, unless woken; 0 when there is more to do. */
  readonly waitMs: number
}

export interface Follower {
  /** One turn. `mayGoOn` is asked between events: false when the lock is lost or the process stops. */
  turn(mayGoOn: () => boolean, pollMs: number): Promise<Turn>
}

export function followerOf(db: Database, consumer: Consumer, log: Log, patience: Patience): Follower {
  const sources = sourcesOf(consumer)
  let batchSize = consumer.kind === 'batch' ? consumer.batchSize : 0

  async function turn(mayGoOn: () => boolean, pollMs: number): Promise<Turn> {
    const cursor = await readCursor(db, consumer.name)
    if (cursor.paused) return { waitMs: pollMs }
    if (cursor.redrives) await redriveWaiting(db, consumer, mayGoOn)
    if (cursor.waitMs > 0) return { waitMs: cursor.waitMs }
    const moved =
      consumer.kind === 'effects'
        ? await reactAhead(consumer, cursor, mayGoOn)
        : await takeAhead(consumer, cursor)
    if (moved) return { waitMs: 0 }
    return { waitMs: (await isHeldBack(db, cursor, sources)) ? heldBackMs : pollMs }
  }

  async function reactAhead(
    from: EffectsConsumer,
    cursor: Position,
    mayGoOn: () => boolean,
  ): Promise<boolean> {
    const names = [...new Set(from.effects.map((effect) => effect.on.name))]
    const ahead = await readAhead(db, cursor, { limit: windowRows, names, sources })
    if (!ahead.last) return false
    let reached: LoggedEvent | undefined
    let finished = true
    for (const event of ahead.events) {
      if (!mayGoOn() || !(await reactTo(from, event))) {
        finished = false
        break
      }
      reached = event
    }
    const to = finished ? ahead.last : reached
    if (to) await advance(cursor, to)
    return finished
  }

  /** All effects of one event; false when one of them failed and has to be tried again. */
  async function reactTo(from: EffectsConsumer, event: LoggedEvent): Promise<boolean> {
    for (const effect of from.effects) {
      if (effect.on.name !== event.name) continue
      try {
        await react(db, from.name, effect, event)
      } catch (error) {
        const attempts = await fail(error, event)
        if (attempts < patience.attempts) return false
        await transact(effectCtx(db, from.name, event), async (ctx) => {
          // Another runner may have done it meanwhile: then there is nothing to put aside, and nothing to repeat.
          if (!(await takeEffectKey(ctx, from.name, effect, event))) return
          const reason = describeTrouble(error)
          await bury(ctx, { consumer: from.name, effect: effectKey(effect), event, reason, attempts })
        })
      }
    }
    return true
  }

  async function takeAhead(from: BatchConsumer, cursor: Position): Promise<boolean> {
    const ahead = await readAhead(db, cursor, { limit: batchSize, sources })
    if (!ahead.last) return false
    const [first] = ahead.events
    if (first) {
      try {
        await failpoint('facts.batch.begun')
        await from.take(effectCtx(db, from.name), ahead.events)
        await failpoint('facts.batch.taken')
      } catch (error) {
        if (!isPassing(error) && ahead.events.length > 1) {
          // Some row in here is bad: halve until it is alone.
          log.warn({ consumer: from.name, rows: ahead.rows, error }, 'a batch failed and is halved')
          batchSize = Math.ceil(ahead.rows / 2)
          return true
        }
        const attempts = await fail(error, first)
        if (attempts < patience.attempts) return false
        const reason = describeTrouble(error)
        await transact(effectCtx(db, from.name, first), (ctx) =>
          bury(ctx, { consumer: from.name, effect: '', event: first, reason, attempts }),
        )
      }
    }
    await advance(cursor, ahead.last)
    batchSize = Math.min(from.batchSize, batchSize * 2)
    return true
  }

  /** Notes a failure; resolves to the number of tries so far, 0 for an outage. */
  async function fail(error: unknown, event: LoggedEvent): Promise<number> {
    const { name } = consumer
    const reason = describeTrouble(error)
    if (isPassing(error)) {
      await noteTrouble(db, name, reason, outageMs)
      return 0
    }
    const attempts = await countFailure(db, name, { seq: event.seq, reason, retryInMs: patience.waitMs })
    log.warn({ consumer: name, seq: event.seq, event: event.name, attempts, error }, 'an event failed')
    return attempts
  }

  async function advance(from: Position, to: Position & { readonly recordedAt: Date }): Promise<void> {
    await failpoint('facts.cursor.advancing')
    if (!(await advanceCursor(db, consumer.name, from, to)))
      log.warn({ consumer: consumer.name }, 'the cursor was moved by another process')
    await failpoint('facts.cursor.advanced')
  }

  return { turn }
}
