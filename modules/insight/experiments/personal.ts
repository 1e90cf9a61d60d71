import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import { experimentLabels as labels } from './experiments.messages.ts'

/** Which arms a member is in. Of two that become one, the arm of the one who remains holds. */
export const experimentsPersonal: PersonalData = {
  name: 'insight.experiments',
  label: labels.personal,
  kept: labels.personalKept,
  tables: ['experiment_member'],
  copy: async (ctx, memberId) =>
    await ctx.db
      .selectFrom('experiment_member')
      .innerJoin('experiment', 'experiment.id', 'experiment_member.experiment_id')
      .select(['experiment.name', 'variant', 'assigned_at as assignedAt', 'exposed_at as exposedAt'])
      .where('member_id', '=', memberId)
      .orderBy('experiment_id')
      .limit(1_000)
      .execute(),
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('experiment_member').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => {
    const { rows } = await sql<{ id: Id }>`
      update experiment_member as mine set member_id = ${into}::bigint
       where member_id = ${from}::bigint and not exists (
         select from experiment_member where experiment_id = mine.experiment_id and member_id = ${into}::bigint)
      returning experiment_id as id`.execute(ctx.db)
    return { moved: rows.map(({ id }) => id) }
  },
  unmerge: async (ctx, from, into, { moved }) => {
    const ids = Array.isArray(moved) ? moved.map(String) : []
    if (ids.length === 0) return
    await sql`
      update experiment_member as mine set member_id = ${from}::bigint
       where member_id = ${into}::bigint and experiment_id = any(${ids}::bigint[]) and not exists (
         select from experiment_member where experiment_id = mine.experiment_id and member_id = ${from}::bigint)`.execute(
      ctx.db,
    )
  },
}
