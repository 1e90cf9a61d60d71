/** What people find of members: by nickname, by pinyin. Members find members; strangers find nobody. */
import { sql } from 'kysely'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { SearchSource } from '#base/declarations/searchable.ts'
import { addressOf } from '#base/files/files.ts'
import { defineMessages } from '#base/i18n/messages.ts'
import { memberJoined, memberProfileChanged } from '../facts.ts'

const words = defineMessages({ members: { zh: '成员', en: 'Members' } })

/** Still there: neither another profile of somebody, nor of a closed account. */
const present = sql<boolean>`m.merged_into is null and not exists (
  select 1 from account_closure gone where gone.account_id = m.account_id)`

const findsMembers = (ctx: Ctx): boolean =>
  may(ctx.actor, 'members.read') ||
  (ctx.actor.kind === 'account' && ctx.actor.memberId !== undefined && !ctx.actor.suspended)

export const membersSource: SearchSource = {
  name: 'members',
  label: words.members,
  named: true,
  halfLife: 0,
  touched: ({ name, memberId, props }) => {
    if (!memberId) return []
    if (name === memberJoined.name || name === memberProfileChanged.name) return [memberId]
    // Merged, unmerged: both profiles.
    if (!name.startsWith('member.merged') && name !== 'member.unmerged' && name !== 'member.parted') return []
    const other = props.doubleId ?? props.intoId
    return typeof other === 'string' ? [memberId, other] : [memberId]
  },
  list: async (ctx, after, limit) => {
    const { rows } = await sql<{ id: Id }>`
      select m.id from member m where m.id > ${after}::bigint and ${present} order by m.id limit ${limit}`.execute(
      ctx.db,
    )
    return rows.map(({ id }) => id)
  },
  read: async (ctx, ids) => {
    const { rows } = await sql<{ id: Id; nickname: string; bio: string; at: Date }>`
      select m.id, m.nickname, m.bio, m.joined_at as at
        from member m where m.id = any(${ids}::bigint[]) and ${present}`.execute(ctx.db)
    return new Map(
      rows.map(({ id, nickname, bio, at }) => [
        id,
        { title: nickname, body: bio, names: [], kind: '', authorId: id, at, quality: 0 },
      ]),
    )
  },
  sight: async (ctx) => ({
    visible: sql<boolean>`${sql.lit(findsMembers(ctx))}`,
    show: async (ids) => {
      if (!findsMembers(ctx)) return new Map()
      const { rows } = await sql<{
        id: Id
        token: string
        nickname: string
        bio: string
        city: string
        face: string | null
      }>`
      select m.id, m.token, m.nickname, m.bio, m.city, face.token as face
        from member m left join file face on face.id = m.avatar_file_id
       where m.id = any(${ids}::bigint[]) and ${present}`.execute(ctx.db)
      return new Map(
        rows.map(({ id, token, nickname, bio, city, face }) => [
          id,
          {
            id,
            path: `/members/${token}`,
            title: nickname,
            note: city,
            pictureUrl: face ? addressOf(face, 'small') : undefined,
            body: bio,
          },
        ]),
      )
    },
  }),
}
