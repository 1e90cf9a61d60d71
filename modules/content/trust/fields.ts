/** Trust as something conditions may ask. */
import { sql } from 'kysely'
import type { FieldSource } from '#base/declarations/fields.ts'
import { findLevels, nameOfLevel } from './levels.ts'
import { trustWords } from './trust.messages.ts'

export const trustFields: FieldSource = {
  name: 'content.trust',
  describe: async (ctx) => [
    {
      key: 'content.trust',
      label: trustWords.field,
      type: 'choice',
      section: trustWords.section,
      options: (await findLevels(ctx)).map((level) => ({
        value: String(level.rank),
        label: nameOfLevel(ctx, level),
      })),
    },
  ],
  read: async (ctx, memberIds) => {
    const { rows } = await sql<{ id: string; rank: number }>`
      select m.id, coalesce(t.rank, 0) as rank from unnest(${[...memberIds]}::bigint[]) as m (id)
        left join member_trust t on t.member_id = m.id`.execute(ctx.db)
    return new Map(rows.map(({ id, rank }) => [id, { 'content.trust': String(rank) }] as const))
  },
}
