/** Where conditions find the segments that they ask for. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Definition } from './condition.ts'

export interface NamedDefinition {
  readonly name: string
  /** Who is in it now. A static segment is a condition on the field that keeps its list. */
  readonly definition: Definition
}

export interface SegmentSource {
  /** Those of the ids that exist. */
  readonly find: (ctx: Ctx, ids: readonly Id[]) => Promise<ReadonlyMap<Id, NamedDefinition>>
}
