/** What is kept about people in care, and what becomes of it. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import { careLabels } from './care.messages.ts'

const ids = (moved: Readonly<Record<string, unknown>>, name: string): Id[] =>
  Array.isArray(moved[name]) ? moved[name].filter((id): id is Id => typeof id === 'string') : []

export const carePersonal: PersonalData = {
  name: 'members.care',
  label: careLabels.personal,
  kept: careLabels.kept,
  tables: ['care', 'care_step', 'care_visit'],
  copy: async (ctx, memberId) => {
    const [care, visits] = await Promise.all([
      ctx.db
        .selectFrom('care')
        .select(['program', 'stage', 'needs', 'started_at', 'ended_at'])
        .where('member_id', '=', memberId)
        .orderBy('id')
        .limit(1_000)
        .execute(),
      ctx.db
        .selectFrom('care_visit')
        .select(['purpose', 'way', 'summary', 'found', 'given'])
        .select(sql<string>`visited_on::text`.as('visited_on'))
        .where('member_id', '=', memberId)
        .orderBy('id')
        .limit(10_000)
        .execute(),
    ])
    return { care, visits }
  },
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('care_visit').where('member_id', '=', memberId).execute()
    await ctx.db.deleteFrom('care').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => {
    const care = await sql<{ id: Id }>`
      update care set member_id = ${into}
       where member_id = ${from} and (ended_at is not null or not exists (
         select 1 from care as held
          where held.member_id = ${into} and held.program = care.program and held.ended_at is null))
      returning id`.execute(ctx.db)
    const visits = await sql<{ id: Id }>`
      update care_visit set member_id = ${into} where member_id = ${from} returning id`.execute(ctx.db)
    return { care: care.rows.map((row) => row.id), visits: visits.rows.map((row) => row.id) }
  },
  unmerge: async (ctx, from, into, moved) => {
    await sql`update care set member_id = ${from}
      where member_id = ${into} and id = any(${ids(moved, 'care')}::bigint[])`.execute(ctx.db)
    await sql`update care_visit set member_id = ${from}
      where member_id = ${into} and id = any(${ids(moved, 'visits')}::bigint[])`.execute(ctx.db)
  },
}
