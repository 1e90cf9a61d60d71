/** What is kept of talks with a member. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import { interviewLabels } from './interviews.messages.ts'

export const interviewPersonal: PersonalData = {
  name: 'audience.interviews',
  label: interviewLabels.personal,
  kept: interviewLabels.kept,
  tables: ['interview', 'pain_mention'],
  copy: async (ctx, memberId) => {
    const { rows } = await sql`
      select study.title, interview.state, interview.held_on::text as "heldOn", interview.answers, interview.summary
        from interview join study on study.id = study_id
       where member_id = ${memberId} order by interview.id limit 1000`.execute(ctx.db)
    return rows
  },
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('interview').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => {
    const { rows } = await sql<{ id: Id }>`
      update interview set member_id = ${into} where member_id = ${from} and not exists (
        select 1 from interview as held where held.member_id = ${into} and held.study_id = interview.study_id)
      returning id`.execute(ctx.db)
    return { interviews: rows.map((row) => row.id) }
  },
  unmerge: async (ctx, from, into, moved) => {
    const ids = Array.isArray(moved.interviews) ? moved.interviews.filter((id) => typeof id === 'string') : []
    await sql`update interview set member_id = ${from}
      where member_id = ${into} and id = any(${ids}::bigint[])`.execute(ctx.db)
  },
}
