/** The members of a segment, for lists of members to narrow by. */
import { sql } from 'kysely'
import { may } from '#base/access/actor.ts'
import type { MemberSet } from '#base/declarations/member-sets.ts'
import { findSegment } from './segments.sql.ts'

export const segmentSet: MemberSet = {
  name: 'segment',
  find: async (ctx, id) =>
    may(ctx.actor, 'audience.read') && (await findSegment(ctx, id))
      ? sql`select member_id from segment_member where segment_id = ${id}::bigint`
      : undefined,
}
