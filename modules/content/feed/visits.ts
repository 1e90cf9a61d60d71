/** When a member was last on a board, and what came since. */
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import type { CardParts } from './cards.ts'
import type { unreadAnswer } from './shapes.ts'

/** He is there now; the later of two visits stays. Throws nothing for boards that are gone. */
export async function noteVisit(ctx: Ctx, memberId: Id, boardIds: readonly Id[]): Promise<void> {
  await sql`insert into board_visit (member_id, board_id, visited_at)
    select ${memberId}::bigint, b.id, ${ctx.now} from board b where b.id = any(${[...boardIds]}::bigint[]) order by b.id
    on conflict (member_id, board_id) do update set visited_at = excluded.visited_at
      where board_visit.visited_at < excluded.visited_at`.execute(ctx.db)
}

/** More are not counted: nobody reads the difference. */
const mostCounted = 99

/**
 * What others published on the boards of his groups since he was last there, or since he came. Each board
 * is counted on its own index, at most 99 rows of it.
 */
export async function findUnread(
  ctx: Ctx,
  { audience }: Pick<CardParts, 'audience'>,
  memberId: Id,
): Promise<z.input<typeof unreadAnswer>> {
  const boards = [...(await findBoardStandings(ctx, audience)).values()].filter((board) => board.role)
  const { rows } = await sql<{ boardId: Id; unread: number }>`
    select b.id as "boardId", fresh.count as unread
      from board b
      join group_membership s on s.group_id = b.group_id and s.member_id = ${memberId}::bigint and s.left_at is null
      left join board_visit v on v.board_id = b.id and v.member_id = ${memberId}::bigint
     cross join lateral (
       select count(*)::int as count from (
         select from post p
          where p.board_id = b.id and p.state = 'published'
            and p.published_at > greatest(v.visited_at, s.joined_at) and p.published_at <= ${ctx.now}
            and p.author_id <> ${memberId}::bigint
          order by p.published_at desc limit ${mostCounted}) as posts) as fresh
     where b.id = any(${boards.map((board) => board.id)}::bigint[])`.execute(ctx.db)
  const counts = new Map(rows.map((row) => [row.boardId, row.unread]))
  const ofGroups = Map.groupBy(boards, (board) => board.group.slug)
  return {
    boards: boards.map((board) => ({
      boardId: board.id,
      group: board.group.slug,
      unread: counts.get(board.id) ?? 0,
    })),
    groups: [...ofGroups].map(([slug, of]) => ({
      slug,
      unread: Math.min(
        mostCounted,
        of.reduce((sum, board) => sum + (counts.get(board.id) ?? 0), 0),
      ),
    })),
  }
}
