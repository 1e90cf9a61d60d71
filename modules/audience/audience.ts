/** What the rest of the product asks about who. Made once in `apps/server/modules.ts`, handed to modules. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Catalogue, CatalogueOption } from './catalogue/catalogue.ts'
import type { Definition } from './conditions/condition.ts'
import type { Reading } from './conditions/words/sight.ts'
import type { Copies } from './copies/copies.ts'
import type { Preview } from './preview/preview.ts'

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

/** A piece of the sentence. Pieces with a path are a condition, to be underlined; the others join them. */
export interface SentencePart {
  readonly text: string
  readonly path: string | null
}

/** A query with bound parameters, and those. */
export interface BoundSql {
  readonly sql: string
  readonly params: Record<string, unknown>
}

export interface Asking {
  /** Aborted when nobody waits for the answer any more: the warehouse stops working on it. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Everything that answers who, except `preview`, throws `condition_invalid` when a field or a segment that is asked
 * is there no more: jobs then fail and move nobody.
 */
export interface Audience {
  /**
   * Throws `condition_invalid` with paths below `at` when it asks what cannot be asked; for the definition of a
   * segment also `segment_circle` when it would end up asking itself.
   */
  check(
    ctx: Ctx,
    definition: Definition,
    at: readonly (string | number)[],
    options?: { readonly ofSegment?: Id },
  ): Promise<void>
  /** The condition as a sentence in the language of `ctx`; `forMember` leaves out what only the team keeps. */
  say(ctx: Ctx, definition: Definition, reading?: Reading): Promise<string>
  /** The same in pieces with their places in the definition. */
  sayParts(ctx: Ctx, definition: Definition): Promise<readonly SentencePart[]>
  /** Whether a member is among them, now, from PostgreSQL. */
  matches(ctx: Ctx, definition: Definition, memberId: Id): Promise<boolean>
  /** Those of at most 1,000 members who are, in one go. */
  matching(ctx: Ctx, definition: Definition, memberIds: readonly Id[]): Promise<ReadonlySet<Id>>
  /**
   * The same with reasons. `met` of the root equals `matches`. What was found in fields that the actor may not see
   * is left out; `forMember`, for whatever reaches the member, also what only the team keeps. Throws `not_found` for
   * nobody.
   */
  explain(ctx: Ctx, definition: Definition, memberId: Id, reading?: Reading): Promise<Explanation>
  /** The same for at most 1,000 members; those who are nobody are left out. */
  explainAll(
    ctx: Ctx,
    definition: Definition,
    memberIds: readonly Id[],
    reading?: Reading,
  ): Promise<ReadonlyMap<Id, Explanation>>
  /** How many, from the warehouse. Throws `problems.warehouseUnavailable`. */
  count(ctx: Ctx, definition: Definition): Promise<number>
  /** Some of them at random; the same `seed` picks the same. */
  sample(ctx: Ctx, definition: Definition, count: number, seed?: number): Promise<Id[]>
  /**
   * Throws `warehouse_unavailable` while nobody may act on what the warehouse says: it is away, being filled again,
   * or more than five minutes behind. Whoever acts on its answers asks before and after.
   */
  requireFresh(ctx: Ctx): Promise<void>
  /**
   * All of them, ascending, in batches of at most 10,000, to act upon: throws as `requireFresh` does, also when the
   * warehouse began to be filled again while it answered.
   */
  members(ctx: Ctx, definition: Definition): AsyncIterable<readonly Id[]>
  /** A query with bound parameters that answers one column `member_id`, to stand in a larger one. */
  sql(ctx: Ctx, definition: Definition): Promise<BoundSql>
  /** How many fit each part of it, how the whole narrows step by step, and some of the people. */
  preview(ctx: Ctx, definition: Definition, options?: Asking & { readonly seed?: number }): Promise<Preview>
  /** How many members miss exactly one of the conditions that all must hold. */
  countOneShort(ctx: Ctx, definition: Definition, options?: Asking): Promise<number>
  /**
   * Ids of those who fit a part of it (default: the whole), who are still there at a step of the narrowing strip, or
   * who miss exactly one condition: ascending, after an id.
   */
  page(
    ctx: Ctx,
    definition: Definition,
    options: Asking & {
      readonly behind?: Behind
      readonly after?: Id | undefined
      readonly limit: number
    },
  ): Promise<Id[]>
  /** Everything that can be asked: fields, events with their properties, operators. */
  catalogue(ctx: Ctx): Promise<Catalogue>
  /** Values of a field that contain a text, at most fifty; none for a field that has no list of them. */
  findValues(ctx: Ctx, key: string, text: string): Promise<readonly CatalogueOption[]>
  /** The copies of members in the warehouse, which count, sql and members read. */
  readonly copies: Copies
}

/** Whose people: of a node by its path, of a step by its number, or those who miss one condition. */
export type Behind = { readonly node: string } | { readonly step: number } | { readonly oneShort: true }
