/**
 * The runner: follows the log for all consumers of this process. Across processes each consumer has
 * one runner, which holds the consumer's session lock; when its process dies the server frees the
 * lock at once and another process goes on from the cursor. Should two overlap for a moment (a lost
 * connection with work in flight), the keys of effects and the cursor's compare-and-move keep both honest.
 */
import { sql } from 'kysely'
import type { Connection } from '../db/database.ts'
import type { Listener } from '../live/listener.ts'
import type { Log } from '../parts.ts'
import { type Consumer, effectKey } from './consumer.ts'
import { registerConsumers } from './cursor.ts'
import { followerOf, type Patience, usualPatience } from './follower.ts'
import { describeTrouble } from './trouble.ts'
import { notifyFollowersWith } from './wake.ts'

export interface FollowOptions {
  readonly connection: Connection
  readonly listener: Listener
  readonly consumers: readonly Consumer[]
  readonly log: Log
  /** How often to look without having been woken; default 2000. */
  readonly pollMs?: number
  readonly patience?: Patience
}

export interface Following {
  /** Ends after the events in hand are finished; another process may take over at once. */
  stop(): Promise<void>
}

/** The channel that announcements wake consumers on. */
export const wakeChannel = 'event_log'

/** Lets this process wake the consumers of all processes when it announces. Every role calls it once. */
export const wakeThrough = ({ db }: Connection): (() => void) =>
  notifyFollowersWith(async () => {
    await sql`select pg_notify(${wakeChannel}, '')`.execute(db)
  })

/** Registers the consumers and follows the log until stopped. Throws when two share a name or an effect its words. */
export async function followLog(options: FollowOptions): Promise<Following> {
  const { connection, listener, consumers, log, pollMs = 2_000, patience = usualPatience } = options
  checkConsumers(consumers)
  await registerConsumers(connection, consumers)
  const sleepers = new Set<() => void>()
  let stopping = false
  const wakeAll = () => {
    for (const wake of sleepers) wake()
  }
  const unlisten = [listener.listen(wakeChannel, wakeAll), listener.onGap(wakeAll)]

  async function run(consumer: Consumer): Promise<void> {
    const lock = `consumer ${consumer.name}`
    const follower = followerOf(connection.db, consumer, log, patience)
    const mayGoOn = () => !stopping && listener.holds(lock)
    let woken = false
    let resume: (() => void) | undefined
    const wake = () => {
      woken = true
      resume?.()
    }
    sleepers.add(wake)
    const sleep = (ms: number) =>
      new Promise<void>((done) => {
        const timer = setTimeout(done, ms)
        resume = () => {
          clearTimeout(timer)
          done()
        }
      })
    while (!stopping) {
      woken = false
      let waitMs = pollMs
      try {
        if (listener.holds(lock) || (await listener.tryLock(lock)))
          waitMs = (await follower.turn(mayGoOn, pollMs)).waitMs
      } catch (error) {
        log.warn(
          { consumer: consumer.name, error: describeTrouble(error) },
          'a consumer waits for PostgreSQL',
        )
      }
      if (waitMs > 0 && !woken && !stopping) await sleep(waitMs)
    }
    sleepers.delete(wake)
    await listener.unlock(lock).catch(() => undefined)
  }

  const runs = consumers.map(run)
  return {
    stop: async () => {
      stopping = true
      for (const stop of unlisten) stop()
      wakeAll()
      await Promise.all(runs)
    },
  }
}

/** Consumers that a process with these roles follows. */
export const consumersFor = (consumers: readonly Consumer[], roles: readonly string[]): Consumer[] =>
  consumers.filter(({ role = 'worker' }) => roles.includes(role))

function checkConsumers(consumers: readonly Consumer[]): void {
  const names = new Set<string>()
  for (const consumer of consumers) {
    if (names.has(consumer.name)) throw new Error(`Two consumers are called "${consumer.name}"`)
    names.add(consumer.name)
    if (consumer.kind !== 'effects') continue
    const keys = new Set<string>()
    for (const key of consumer.effects.map(effectKey)) {
      if (keys.has(key)) throw new Error(`Consumer "${consumer.name}" lists "${key}" twice`)
      keys.add(key)
    }
  }
}
