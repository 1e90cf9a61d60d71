/** Stages of life as personal data. Computed from what somebody did, so a merge computes them anew from both. */
import { sql } from 'kysely'
import type { PersonalData } from '#base/declarations/personal.ts'
import { stageLabels } from './stages.messages.ts'

export const stagesPersonal: PersonalData = {
  name: 'audience.lifecycle',
  label: stageLabels.personal,
  kept: stageLabels.personalKept,
  tables: ['life_standing', 'life_change'],
  copy: async (ctx, memberId) => {
    const changes = await ctx.db
      .selectFrom('life_change')
      .select([
        'model_id as model',
        'from_stage as from',
        'to_stage as to',
        sql<string>`as_of::text`.as('on'),
      ])
      .where('member_id', '=', memberId)
      .orderBy('id', 'desc')
      .limit(1_000)
      .execute()
    const standing = await ctx.db
      .selectFrom('life_standing')
      .select(['model_id as model', 'stage', sql<string>`since::text`.as('since')])
      .where('member_id', '=', memberId)
      .execute()
    return { standing, changes }
  },
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('life_standing').where('member_id', '=', memberId).execute()
    await ctx.db.deleteFrom('life_change').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from) => {
    await ctx.db.deleteFrom('life_standing').where('member_id', '=', from).execute()
    return {}
  },
  unmerge: async () => undefined,
}
