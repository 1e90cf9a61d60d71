/** What a member is told about his recommendations, and what is kept about him for lists. */
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import { defineMessages, render } from '#base/i18n/messages.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import type { CardParts } from './cards.ts'
import { wantsPersonal } from './feed.ts'
import { findInterests } from './interests.ts'
import { reasons } from './reasons.messages.ts'
import type { personalAnswer } from './shapes.ts'

const words = defineMessages({
  refused: { zh: '你不希望用于推荐的兴趣', en: 'Interests that you do not want used for recommendations' },
  refusedKept: {
    zh: '记住你的选择，随账号保留；注销时删除',
    en: 'Kept to respect your choice; erased with the account',
  },
})

/** Whether recommendations are on, and by what interests they are made; switched off, nothing is made of anything. */
export async function presentPersonal(
  ctx: Ctx,
  { audience }: Pick<CardParts, 'audience'>,
  memberId: Id,
): Promise<z.input<typeof personalAnswer>> {
  const on = await wantsPersonal(ctx)
  const boards = on ? [...(await findBoardStandings(ctx, audience)).keys()] : []
  const interests = on ? await findInterests(ctx, memberId, boards) : []
  return {
    on,
    interests: interests.map(({ what, id, name, reads, acts, refused }) => ({
      what,
      id,
      name,
      because: render(reasons.readTimes, ctx.locale, { reads, acts }),
      refused,
    })),
  }
}

export const refusedInterests: PersonalData = {
  name: 'content.refused-interests',
  label: words.refused,
  kept: words.refusedKept,
  tables: ['interest_refused'],
  copy: async (ctx, memberId) => {
    const { rows } = await sql`
      select coalesce('#' || t.name, b.name) as interest, r.refused_at as "refusedAt"
        from interest_refused r left join topic t on t.id = r.topic_id left join board b on b.id = r.board_id
       where r.member_id = ${memberId}::bigint order by r.id limit 1000`.execute(ctx.db)
    return rows
  },
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('interest_refused').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => {
    // What either refused stays refused.
    const { rows } = await sql<{ id: Id }>`
      update interest_refused r set member_id = ${into}::bigint
       where r.member_id = ${from}::bigint
         and not exists (select from interest_refused o where o.member_id = ${into}::bigint
                            and o.topic_id is not distinct from r.topic_id and o.board_id is not distinct from r.board_id)
      returning r.id`.execute(ctx.db)
    await ctx.db.deleteFrom('interest_refused').where('member_id', '=', from).execute()
    return { moved: rows.map((row) => row.id) }
  },
  unmerge: async (ctx, from, into, moved) => {
    const ids = Array.isArray(moved.moved) ? (moved.moved as Id[]) : []
    await sql`update interest_refused set member_id = ${from}::bigint
      where id = any(${ids}::bigint[]) and member_id = ${into}::bigint`.execute(ctx.db)
  },
}
