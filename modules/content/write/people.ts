/** Whom one may mean after an @: those who talk here first, then others of the same groups. */

import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addressOf } from '#base/files/files.ts'
import { fold } from '#base/search/fold.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import { isGone } from '../feed/cards.ts'
import type { ContentParts } from '../parts.ts'

export interface SuggestedPerson {
  readonly token: string
  readonly name: string
  readonly avatarUrl: string | null
  /** Takes part in what is being answered. */
  readonly near: boolean
}

const most = 8
/** Among how many the reading of names is compared: pinyin has no index of its own here. */
const looked = 300

/**
 * At most eight people whose names fit `text`: as written, or by their pinyin (`ache`, `ac` for 阿澈).
 * `postId` puts those who wrote there first; `boardId` asks in the group of that board. Boards that one may
 * not see name nobody. Two queries.
 */
export async function suggestPeople(
  ctx: Ctx,
  { audience }: Pick<ContentParts, 'audience'>,
  asked: { readonly text: string; readonly boardId?: Id | undefined; readonly postId?: Id | undefined },
  asker: Id,
): Promise<readonly SuggestedPerson[]> {
  const boards = asked.boardId
    ? await findBoardStandings(ctx, audience, { boardIds: [asked.boardId] })
    : undefined
  const board = asked.boardId ? boards?.get(asked.boardId) : undefined
  if (asked.boardId && !board) return []
  const wanted = fold(asked.text)
  const groups = board
    ? sql`select ${board.group.id}::bigint`
    : sql`select group_id from group_membership where member_id = ${asker}::bigint and left_at is null`
  const postId = board ? (asked.postId ?? null) : null
  const { rows } = await sql<SuggestedPerson>`
    with near as (
      select author_id as id from post where id = ${postId}::bigint and board_id = ${asked.boardId ?? null}::bigint
      union
      (select c.author_id from comment c join post p on p.id = c.post_id
        where c.post_id = ${postId}::bigint and p.board_id = ${asked.boardId ?? null}::bigint and c.state = 'published'
        order by c.id desc limit 100))
    select m.token, m.nickname as name, face.token as "avatarUrl", n.id is not null as near
      from (select id from near
            union
            (select m.id from member m
              where m.merged_into is null and ${likeWritten(wanted)}
                and exists (select from group_membership s where s.member_id = m.id and s.left_at is null
                             and s.group_id in (${groups}))
              order by m.last_seen_at desc nulls last, m.id desc limit ${looked})) as found
      join member m on m.id = found.id
      left join near n on n.id = m.id
      left join file face on face.id = m.avatar_file_id
     where m.id <> ${asker}::bigint and m.merged_into is null and not ${isGone}
     order by (n.id is not null) desc, m.last_seen_at desc nulls last, m.id desc`.execute(ctx.db)
  const fits = await fitting(wanted)
  return rows
    .filter((row) => fits(row.name))
    .slice(0, most)
    .map((row) => ({ ...row, avatarUrl: row.avatarUrl === null ? null : addressOf(row.avatarUrl, 'small') }))
}

/** Han characters are compared by the database, through the index of pairs where there are two; letters may be a reading. */
function likeWritten(wanted: string): RawBuilder<boolean> {
  if (!/\p{Script=Han}/u.test(wanted)) return sql<boolean>`true`
  const escaped = wanted.replace(/[\\%_]/g, '\\$&')
  return sql<boolean>`lower(m.nickname) like ${`%${escaped}%`}`
}

/** Whether a name fits what was typed: written so, or read so. Readings are loaded when letters are typed first. */
export async function fitting(wanted: string): Promise<(name: string) => boolean> {
  if (wanted === '') return () => true
  const readable = /^[a-z]+$/.test(wanted)
  const match = readable ? (await import('pinyin-pro')).match : undefined
  return (name) =>
    fold(name).includes(wanted) || (match !== undefined && match(name, wanted, { continuous: true }) !== null)
}
