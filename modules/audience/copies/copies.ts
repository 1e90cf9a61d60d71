/** Copies of what modules say about members, kept in the warehouse. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'

export interface Copies {
  /** Copies these members as they are now; those who are gone are marked so. */
  refresh(ctx: Ctx, memberIds: readonly Id[]): Promise<void>
  /**
   * Copies all members when the warehouse has none or was made anew; goes on where it was interrupted. Resolves to
   * false when the warehouse has no tables yet: ask again later.
   */
  fill(
    ctx: Ctx,
    run?: { readonly signal?: AbortSignal; progress?(done: number, total?: number): Promise<void> },
  ): Promise<boolean>
  /** Asks for all of them again, after many values changed without a fact each. The next `fill` does it. */
  forget(ctx: Ctx): Promise<void>
  /**
   * Whether the warehouse holds the whole log and a copy of every member; until then, figures are refused instead of
   * being wrong.
   */
  areWhole(ctx: Ctx): Promise<boolean>
}
