/** Segments as personal data: which somebody is in. */
import { sql } from 'kysely'
import type { PersonalData } from '#base/declarations/personal.ts'
import { findSegmentsOf } from './listing.ts'
import { segmentLabels } from './segments.messages.ts'

export const segmentPersonal: PersonalData = {
  name: 'audience.segments',
  label: segmentLabels.personal,
  kept: segmentLabels.personalKept,
  tables: ['segment_member'],
  copy: async (ctx, memberId) =>
    (await findSegmentsOf(ctx, memberId)).map(({ name, since }) => ({ name, since: since.toISOString() })),
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('segment_member').where('member_id', '=', memberId).execute()
  },
  // Dynamic ones follow from what the member did, which merges by itself; lists are by hand and move.
  merge: async (ctx, from, into) => {
    const { rows } = await sql<{ id: string }>`
      insert into segment_member (segment_id, member_id, since)
      select listed.segment_id, ${into}::bigint, listed.since
        from segment_member listed join segment on segment.id = listed.segment_id and segment.kind = 'static'
       where listed.member_id = ${from}::bigint
      on conflict do nothing
      returning segment_id as id`.execute(ctx.db)
    const gone = await ctx.db
      .deleteFrom('segment_member')
      .where('member_id', '=', from)
      .returning(['segment_id', 'since'])
      .execute()
    return {
      given: rows.map((row) => row.id),
      had: gone.map((row) => ({ segment: row.segment_id, since: row.since.toISOString() })),
    }
  },
  unmerge: async (ctx, from, into, moved) => {
    const given = (moved.given ?? []) as string[]
    const had = (moved.had ?? []) as { segment: string; since: string }[]
    if (given.length > 0)
      await ctx.db
        .deleteFrom('segment_member')
        .where('member_id', '=', into)
        .where('segment_id', 'in', given)
        .execute()
    await sql`
      insert into segment_member (segment_id, member_id, since)
      select had.segment, ${from}::bigint, had.since
        from unnest(${had.map((row) => row.segment)}::bigint[], ${had.map((row) => row.since)}::timestamptz[])
          as had (segment, since) join segment on segment.id = had.segment
      on conflict do nothing`.execute(ctx.db)
  },
}
