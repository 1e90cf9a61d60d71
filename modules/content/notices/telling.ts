/** Who is told, in the shapes that sources share. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { NoticeSource } from '#base/declarations/notices.ts'
import type { LoggedEvent } from '#base/facts/consumer.ts'

type Recipients = NoticeSource['recipients']

/** A value of the payload that is an id; empty and missing ones are none. */
export function idIn(event: LoggedEvent, name: string): Id | undefined {
  const value = event.props[name]
  return typeof value === 'string' && /^\d+$/.test(value) ? value : undefined
}

export function idsIn(event: LoggedEvent, name: string): readonly Id[] {
  const value = event.props[name]
  return Array.isArray(value) ? value.filter((each): each is Id => /^\d+$/.test(String(each))) : []
}

const inOrder = (a: Id, b: Id): number => (BigInt(a) < BigInt(b) ? -1 : 1)

/** A few whom the event names. */
export const named =
  (who: (event: LoggedEvent) => readonly (Id | undefined)[]): Recipients =>
  async (_ctx, event, { after, limit }) =>
    [...new Set(who(event))]
      .filter((id): id is Id => id !== undefined && BigInt(id) > BigInt(after))
      .sort(inOrder)
      .slice(0, limit)

/** Many whom a query knows: `ids` is a query with one column of member ids called `member_id`. */
export const found =
  (ids: (event: LoggedEvent) => RawBuilder<unknown> | undefined): Recipients =>
  async (ctx, event, { after, limit }) => {
    const query = ids(event)
    if (!query) return []
    const { rows } = await sql<{ memberId: Id }>`
      select distinct member_id as "memberId" from (${query}) as told
       where member_id > ${after}::bigint order by member_id limit ${limit}`.execute(ctx.db)
    return rows.map((row) => row.memberId)
  }

/** Whoever does not want to hear of the post is left out of what is named otherwise. */
export const unlessMuted =
  (postOf: (event: LoggedEvent) => Id | undefined, recipients: Recipients): Recipients =>
  async (ctx, event, page) => {
    const ids = await recipients(ctx, event, page)
    const postId = postOf(event)
    if (ids.length === 0 || !postId) return ids
    const muted = await ctx.db
      .selectFrom('follow')
      .select('member_id')
      .where('post_id', '=', postId)
      .where('member_id', 'in', [...ids])
      .where('muted_at', 'is not', null)
      .execute()
    const silent = new Set(muted.map((row) => row.member_id))
    return ids.filter((id) => !silent.has(id))
  }
