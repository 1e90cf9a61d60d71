/** RFM as personal data. Computed from what somebody did, so a merge computes it anew from both. */
import { sql } from 'kysely'
import type { PersonalData } from '#base/declarations/personal.ts'
import { rfmLabels } from './rfm.messages.ts'

export const rfmPersonal: PersonalData = {
  name: 'audience.rfm',
  label: rfmLabels.personal,
  kept: rfmLabels.personalKept,
  tables: ['rfm_standing', 'rfm_change'],
  copy: async (ctx, memberId) => {
    const standing = await ctx.db
      .selectFrom('rfm_standing')
      .select(['kind', 'tier', 'r', 'f', 'm', 'frequency', 'amount'])
      .select([sql<string>`last_on::text`.as('lastOn'), sql<string>`since::text`.as('since')])
      .where('member_id', '=', memberId)
      .execute()
    const changes = await ctx.db
      .selectFrom('rfm_change')
      .select(['kind', 'from_tier as from', 'to_tier as to', sql<string>`as_of::text`.as('on')])
      .where('member_id', '=', memberId)
      .orderBy('id', 'desc')
      .limit(1_000)
      .execute()
    return { standing, changes }
  },
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('rfm_standing').where('member_id', '=', memberId).execute()
    await ctx.db.deleteFrom('rfm_change').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from) => {
    await ctx.db.deleteFrom('rfm_standing').where('member_id', '=', from).execute()
    return {}
  },
  unmerge: async () => undefined,
}
