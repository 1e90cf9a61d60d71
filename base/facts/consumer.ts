/**
 * Consumers follow the log. Each has a durable cursor of its own, gets batches in (tx, seq) order at
 * least once, and must make its effect idempotent: either it writes through `once` (the effect and
 * its key commit together) or it can be repeated harmlessly.
 */
import type { Ctx } from '../context.ts'
import type { Fact } from './fact.ts'

/** One row of the log as a consumer sees it. */
export interface LoggedEvent {
  readonly seq: string
  readonly tx: string
  readonly name: string
  readonly source: 'fact' | 'track' | 'import' | 'seed'
  readonly actor: string
  readonly recordedAt: Date
  readonly occurredAt: Date
  readonly memberId: string | null
  readonly groupId: string | null
  readonly objectKind: string | null
  readonly objectId: string | null
  readonly value: string | null
  readonly props: Record<string, unknown>
  readonly context: Record<string, unknown>
}

/** One reaction to one fact, as `effects.ts` of a module lists it. */
export interface Effect {
  // biome-ignore lint/suspicious/noExplicitAny: effects of different facts live in one list
  readonly on: Fact<any>
  /** What happens, in words, for `docs/generated/effects.md`. */
  readonly does: string
  /** Runs in a transaction that also records that it ran for this event: exactly once in effect. */
  readonly run: (ctx: Ctx, event: LoggedEvent) => Promise<void>
}

export type Consumer =
  /** Reactions to facts, one event at a time, each in a transaction with its own key. */
  | { readonly name: string; readonly kind: 'effects'; readonly effects: readonly Effect[] }
  /** A follower that takes whole batches and is idempotent by itself (the warehouse sink, search). */
  | {
      readonly name: string
      readonly kind: 'batch'
      readonly batchSize: number
      readonly take: (ctx: Ctx, events: readonly LoggedEvent[]) => Promise<void>
    }
