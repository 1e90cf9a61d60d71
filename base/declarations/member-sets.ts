/**
 * Sets of members that a higher module keeps in tables of its own (the members of a segment, of a group),
 * for lists of members to narrow by. Conditions ask through fields; this is for paging through people.
 */
import type { RawBuilder } from 'kysely'
import type { Id } from '../access/actor.ts'
import type { Ctx } from '../context.ts'

export interface MemberSet {
  /** Name of the filter: `segment`, `group`. */
  readonly name: string
  /** A query of PostgreSQL with one column of member ids; undefined when there is no such set, or one may not see it. */
  readonly find: (ctx: Ctx, id: Id) => Promise<RawBuilder<unknown> | undefined>
}
