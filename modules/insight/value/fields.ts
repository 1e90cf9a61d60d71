/** Value as fields of conditions: in steps, as `compute.ts` keeps them. */
import { sql } from 'kysely'
import type { FieldSource } from '#base/declarations/fields.ts'
import { valueLabels as labels } from './value.messages.ts'

export const valueFields: FieldSource = {
  name: 'value',
  describe: async () => [
    {
      key: 'value.alive',
      label: labels.alive,
      type: 'number',
      unit: labels.percent,
      section: labels.section,
      teamOnly: true,
    },
    {
      key: 'value.next_year',
      label: labels.nextYear,
      type: 'money',
      section: labels.section,
      teamOnly: true,
    },
  ],
  read: async (ctx, memberIds) => {
    const rows = await ctx.db
      .selectFrom('value_standing')
      .select(['member_id as id', 'seen_alive as alive', sql<number>`seen_revenue::float8`.as('revenue')])
      .where('member_id', 'in', [...memberIds])
      .execute()
    return new Map(
      rows.map(({ id, alive, revenue }) => [id, { 'value.alive': alive, 'value.next_year': revenue }]),
    )
  },
}
