/** What people find of groups: by name, by pinyin, and by what they are for. */
import { sql } from 'kysely'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { SearchSource } from '#base/declarations/searchable.ts'
import { defineMessages, render } from '#base/i18n/messages.ts'
import { groupArchived, groupChanged, groupCreated, groupReopened } from '../facts.ts'
import { pictureUrl } from './present.ts'

const words = defineMessages({
  groups: { zh: '社群', en: 'Groups' },
  note: { zh: '{count} 位成员', en: '{count|1 member|{count} members}' },
})

const touching = new Set([groupCreated.name, groupChanged.name, groupArchived.name, groupReopened.name])

export const groupsSource: SearchSource = {
  name: 'groups',
  label: words.groups,
  named: true,
  halfLife: 0,
  touched: ({ name, groupId }) => (touching.has(name) && groupId ? [groupId] : []),
  list: async (ctx, after, limit) => {
    const rows = await ctx.db
      .selectFrom('community_group')
      .select('id')
      .where('id', '>', after)
      .where('archived_at', 'is', null)
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(({ id }) => id)
  },
  read: async (ctx, ids) => {
    const { rows } = await sql<{
      id: Id
      name: string
      says: string
      kind: string
      city: string
      boards: string[]
      at: Date
      members: number
    }>`
      select g.id, g.name, g.kind, g.city, g.created_at as at, g.member_count as members,
             concat_ws(E'\n', g.summary, g.for_whom, g.situation, g.value_promise, g.industry, g.city) as says,
             array(select b.name || ' ' || b.summary from board b
                    where b.group_id = g.id and b.archived_at is null
                      and exists (select 1 from board_grant r
                                   where r.board_id = b.id and r.action = 'see' and r.who in ('anyone', 'members'))
                    order by b.position) as boards
        from community_group g where g.id = any(${ids}::bigint[]) and g.archived_at is null`.execute(ctx.db)
    return new Map(
      rows.map(({ id, name, says, kind, boards, at, members }) => [
        id,
        {
          title: name,
          body: [says, ...boards].join('\n'),
          names: [],
          kind,
          groupId: id,
          at,
          quality: 1 - Math.exp(-members / 200),
        },
      ]),
    )
  },
  sight: async (ctx) => {
    const all = may(ctx.actor, 'groups.read')
    return {
      visible: all ? sql<boolean>`true` : sql<boolean>`exists (${seen(ctx, sql`d.ref_id`)})`,
      show: async (ids) => {
        const { rows } = await sql<{
          id: Id
          slug: string
          name: string
          summary: string
          members: number
          picture: string | null
        }>`
      select g.id, g.slug, g.name, g.summary, g.member_count as members, f.token as picture
        from community_group g left join file f on f.id = g.picture_file_id
       where g.id = any(${ids}::bigint[]) and g.archived_at is null
         and (${all} or exists (${seen(ctx, sql`g.id`)}))`.execute(ctx.db)
        return new Map(
          rows.map(({ id, slug, name, summary, members, picture }) => [
            id,
            {
              id,
              path: `/groups/${slug}`,
              title: name,
              note: render(words.note, ctx.locale, { count: members }),
              pictureUrl: pictureUrl(picture, 'small') ?? undefined,
              body: summary,
            },
          ]),
        )
      },
    }
  },
}

/** The group with this id, when the directory shows it or the visitor is in it. */
const seen = (ctx: Ctx, id: ReturnType<typeof sql>) => {
  const memberId = ctx.actor.kind === 'account' ? (ctx.actor.memberId ?? null) : null
  return sql`
    select 1 from community_group s
     where s.id = ${id} and s.archived_at is null
       and (s.visibility = 'public'
         or exists (select 1 from group_membership m
                     where m.group_id = s.id and m.member_id = ${memberId}::bigint and m.left_at is null))`
}
