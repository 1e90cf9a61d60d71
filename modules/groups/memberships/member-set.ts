/** The members of a group now, for lists of members to narrow by. */
import { sql } from 'kysely'
import { may } from '#base/access/actor.ts'
import type { MemberSet } from '#base/declarations/member-sets.ts'

export const groupSet: MemberSet = {
  name: 'group',
  find: async (ctx, id) =>
    may(ctx.actor, 'groups.read') &&
    (await ctx.db.selectFrom('community_group').select('id').where('id', '=', id).executeTakeFirst())
      ? sql`select member_id from group_membership where group_id = ${id}::bigint and left_at is null`
      : undefined,
}
