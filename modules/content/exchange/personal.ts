/** What the exchange keeps about members: who somebody elsewhere became here. */
import { z } from 'zod'
import type { PersonalData } from '#base/declarations/personal.ts'
import { exchangeLabels as labels } from './exchange.messages.ts'

const held = z.object({ people: z.array(z.object({ site: z.string(), sourceId: z.string() })).catch([]) })

export const exchangeData: PersonalData = {
  name: 'content.exchange',
  label: labels.people,
  kept: labels.peopleKept,
  tables: ['content_import_person'],
  copy: async (ctx, memberId) =>
    await ctx.db
      .selectFrom('content_import_person')
      .select(['site', 'source_id as sourceId'])
      .where('member_id', '=', memberId)
      .limit(100)
      .execute(),
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('content_import_person').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => ({
    people: await ctx.db
      .updateTable('content_import_person')
      .set({ member_id: into })
      .where('member_id', '=', from)
      .returning(['site', 'source_id as sourceId'])
      .execute(),
  }),
  unmerge: async (ctx, from, into, moved) => {
    for (const { site, sourceId } of held.parse(moved).people)
      await ctx.db
        .updateTable('content_import_person')
        .set({ member_id: from })
        .where('site', '=', site)
        .where('source_id', '=', sourceId)
        .where('member_id', '=', into)
        .execute()
  },
}
