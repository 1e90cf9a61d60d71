/** What trust keeps about members. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonalData } from '#base/declarations/personal.ts'
import { trustWords } from './trust.messages.ts'

const row = z.looseObject({ rank: z.number() }).nullable()

export const trustData: PersonalData = {
  name: 'content.trust',
  label: trustWords.field,
  kept: trustWords.kept,
  tables: ['member_trust'],
  copy: async (ctx, memberId) =>
    (await ctx.db
      .selectFrom('member_trust')
      .select(['rank', 'reason', 'since'])
      .where('member_id', '=', memberId)
      .executeTakeFirst()) ?? null,
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('member_trust').where('member_id', '=', memberId).execute()
  },
  /** The higher level stays with the member that remains. */
  merge: async (ctx, from, into) => {
    const { rows } = await sql<{ memberId: string; held: Record<string, unknown> }>`
      select member_id as "memberId", to_jsonb(m) as held from member_trust m
       where member_id in (${from}, ${into}) order by member_id for update`.execute(ctx.db)
    const ofDouble = rows.find((each) => each.memberId === from)?.held ?? null
    const ofOther = rows.find((each) => each.memberId === into)?.held ?? null
    const taken = ofDouble !== null && Number(ofDouble.rank) > Number(ofOther?.rank ?? 0)
    if (taken) await ctx.db.deleteFrom('member_trust').where('member_id', '=', into).execute()
    if (taken)
      await ctx.db
        .updateTable('member_trust')
        .set({ member_id: into })
        .where('member_id', '=', from)
        .execute()
    else await ctx.db.deleteFrom('member_trust').where('member_id', '=', from).execute()
    return { from: ofDouble, into: ofOther, taken }
  },
  unmerge: async (ctx, _from, into, moved) => {
    const before = z.object({ from: row, into: row, taken: z.boolean() }).safeParse(moved)
    if (!before.success) return
    if (before.data.taken) await ctx.db.deleteFrom('member_trust').where('member_id', '=', into).execute()
    for (const held of [before.data.from, before.data.taken ? before.data.into : null])
      if (held)
        await sql`insert into member_trust select * from jsonb_populate_record(null::member_trust, ${JSON.stringify(held)}::jsonb)
                  on conflict (member_id) do nothing`.execute(ctx.db)
  },
}
