/** Expected value as personal data. Computed from orders, so a merge computes it anew from both. */
import { sql } from 'kysely'
import type { PersonalData } from '#base/declarations/personal.ts'
import { valueLabels as labels } from './value.messages.ts'

export const valuePersonal: PersonalData = {
  name: 'insight.value',
  label: labels.personal,
  kept: labels.personalKept,
  tables: ['value_standing'],
  copy: async (ctx, memberId) =>
    (await ctx.db
      .selectFrom('value_standing')
      .select(['x as repeatPurchases', 'alive', 'purchases', sql<number>`revenue::float8`.as('revenue')])
      .where('member_id', '=', memberId)
      .executeTakeFirst()) ?? null,
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('value_standing').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from) => {
    await ctx.db.deleteFrom('value_standing').where('member_id', '=', from).execute()
    return {}
  },
  unmerge: async () => undefined,
}
