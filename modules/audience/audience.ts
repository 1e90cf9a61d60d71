/** What the rest of the product asks about who. Made once in `apps/server/modules.ts`, handed to modules. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Definition } from './conditions/condition.ts'

/** Why a member is in or not, mirroring the condition. */
export interface Explanation {
  /** Place in the definition: `who`, `who.of.0`, `who.of.1.of`. */
  readonly path: string
  readonly kind: 'all' | 'any' | 'not' | 'field' | 'event' | 'sequence' | 'segment'
  readonly met: boolean
  /** The condition in words of the reader's language. */
  readonly says: string
  /** What was found, in words: `19 次`, `发过 1 篇，10 月 2 日`. Leaves only. */
  readonly evidence: string | null
  /** For progress towards it, where a leaf is a number to be reached. */
  readonly progress: { readonly actual: number; readonly needed: number } | null
  readonly of: readonly Explanation[]
}

export interface Audience {
  /** Throws `audience.condition_invalid` with paths below `at` when it asks what cannot be asked. */
  check(ctx: Ctx, definition: Definition, at: readonly (string | number)[]): Promise<void>
  /** The condition as a sentence in the language of `ctx`. */
  say(ctx: Ctx, definition: Definition): Promise<string>
  /** Whether a member is among them, now, from PostgreSQL. */
  matches(ctx: Ctx, definition: Definition, memberId: Id): Promise<boolean>
  /** The same with reasons. `met` of the root equals `matches`. */
  explain(ctx: Ctx, definition: Definition, memberId: Id): Promise<Explanation>
  /** How many, from the warehouse. Throws `problems.warehouseUnavailable`. */
  count(ctx: Ctx, definition: Definition): Promise<number>
  /** Some of them at random; the same `seed` picks the same. */
  sample(ctx: Ctx, definition: Definition, count: number, seed?: number): Promise<Id[]>
  /** All of them, ascending, in batches of at most 10,000. */
  members(ctx: Ctx, definition: Definition): AsyncIterable<readonly Id[]>
  /** A query with bound parameters that answers one column `member_id`, to stand in a larger one. */
  sql(
    ctx: Ctx,
    definition: Definition,
  ): Promise<{ readonly sql: string; readonly params: Record<string, unknown> }>
}
