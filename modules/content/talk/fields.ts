/** What conditions may ask about how a member talks. Facts about him are announced whenever one of them changes. */
import { sql } from 'kysely'
import type { FieldSource } from '#base/declarations/fields.ts'
import { fieldWords as words } from './talk.messages.ts'

export const talkFields: FieldSource = {
  name: 'content.talk',
  describe: async () => [
    {
      key: 'content.comments',
      label: words.comments,
      type: 'number',
      section: words.section,
      unit: words.pieces,
    },
    {
      key: 'content.accepted_answers',
      label: words.accepted,
      type: 'number',
      section: words.section,
      unit: words.times,
    },
  ],
  read: async (ctx, memberIds) => {
    const { rows } = await sql<{ id: string; comments: number; accepted: number }>`
      select m.id,
             (select count(*)::int from comment c where c.author_id = m.id and c.state = 'published') as comments,
             (select count(*)::int from comment c join post p on p.accepted_comment_id = c.id
               where c.author_id = m.id and p.state = 'published') as accepted
        from unnest(${[...memberIds]}::bigint[]) as m (id)`.execute(ctx.db)
    return new Map(
      rows.map(
        ({ id, comments, accepted }) =>
          [id, { 'content.comments': comments, 'content.accepted_answers': accepted }] as const,
      ),
    )
  },
}
