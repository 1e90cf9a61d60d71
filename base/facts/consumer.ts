/**
 * Consumers follow the log. Each has a durable cursor of its own, gets rows in (tx, seq) order at
 * least once, and must make its effect idempotent: effects run in a transaction with a key of their
 * own (exactly once in effect), batches are taken in a way that can be repeated harmlessly.
 */
import type { Ctx } from '../context.ts'
import type { Fact } from './fact.ts'

export type EventSource = 'fact' | 'track' | 'import' | 'seed'

/** One row of the log as a consumer sees it. */
export interface LoggedEvent {
  readonly seq: string
  readonly tx: string
  readonly name: string
  readonly source: EventSource
  readonly actor: string
  readonly recordedAt: Date
  readonly occurredAt: Date
  readonly memberId: string | null
  readonly groupId: string | null
  readonly anonymousId: string | null
  readonly sessionId: string | null
  readonly objectKind: string | null
  readonly objectId: string | null
  readonly value: string | null
  readonly bot: boolean
  readonly staff: boolean
  readonly test: boolean
  readonly props: Record<string, unknown>
  readonly context: Record<string, unknown>
}

/** One reaction to one fact, as `effects.ts` of a module lists it. */
export interface Effect {
  // biome-ignore lint/suspicious/noExplicitAny: effects of different facts live in one list
  readonly on: Fact<any>
  /** What happens, in words, for `docs/generated/effects.md`. Names the effect in its keys: unique for the fact. */
  readonly does: string
  /**
   * Runs in a transaction that also records that it ran for this event: exactly once in effect. Only
   * the database: what leaves the machine is a job that the effect asks for. It reads the present
   * state instead of trusting order, because an event that failed for good is run again later.
   */
  readonly run: (ctx: Ctx, event: LoggedEvent) => Promise<void>
}

interface Following {
  readonly name: string
  /** Where a new consumer starts in an existing log; default: effects `now`, batches at the `beginning`. */
  readonly from?: 'beginning' | 'now'
  /** Which processes follow; default `worker`. */
  readonly role?: 'worker' | 'sink'
}

/** Reactions to facts, one event at a time. Rows that came from outside (tracking, imports) never trigger one. */
export interface EffectsConsumer extends Following {
  readonly kind: 'effects'
  readonly effects: readonly Effect[]
}

/** A follower that takes whole batches and is idempotent by itself (the warehouse sink, search). */
export interface BatchConsumer extends Following {
  readonly kind: 'batch'
  readonly batchSize: number
  /** Only rows of these sources; default all. */
  readonly sources?: readonly EventSource[]
  /**
   * Throw a problem of status 503 while what it writes to is away: that is waited for. Any other
   * error counts against the batch, which is then halved until the one bad row is a dead letter.
   */
  readonly take: (ctx: Ctx, events: readonly LoggedEvent[]) => Promise<void>
}

export type Consumer = EffectsConsumer | BatchConsumer

/** The name of an effect in its keys and dead letters. */
export const effectKey = (effect: Effect): string => `${effect.on.name}: ${effect.does}`

/** Sources of the rows that a consumer gets; undefined for all. Effects get facts and nothing else. */
export const sourcesOf = (consumer: Consumer): readonly EventSource[] | undefined =>
  consumer.kind === 'effects' ? ['fact'] : consumer.sources
