/** The newest posts of many boards with all that their cards say, in one statement: the front page asks for nothing else. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type Statement, statement } from '#base/db/statement.ts'
import { askerOf } from '../access.ts'
import { type CardRow, cardsOf } from './cards.ts'
import { columns, type ListOrder, mergedBoards, type Scope } from './lists.sql.ts'

/** It reads its posts from among so many of the newest. */
const newestLookedThrough = 1_000

interface NewestRow extends CardRow {
  /** What orders it, as PostgreSQL writes it. */
  readonly value: string
}

interface NewestGiven {
  readonly boards: readonly Id[]
  readonly asker: Id | null
  readonly limit: number
}

/**
 * The newest of all are looked through for those of the boards. The boards are hidden from the planner: its plan is
 * the same for few and for all of them, and so it is kept.
 */
const newestBy = (order: 'published' | 'active'): Statement<NewestRow, NewestGiven> => {
  const { column } = columns[order]
  return statement(`content: newest by ${order}`, (at) =>
    cardsOf(at.asker, sql`true order by n.place desc, n.id desc`, {
      columns: sql`, n.place::text as value`,
      joins: sql`
      join (select id, place
              from (select p.id, p.board_id, ${column} as place from post p where p.state = 'published'
                     order by ${column} desc, p.id desc limit ${sql.lit(newestLookedThrough)}) as newest
             where board_id = any((select ${at.boards}::bigint[])::bigint[])
             order by place desc, id desc limit ${at.limit}::integer) as n on n.id = p.id`,
    }),
  )
}
const newest = { published: newestBy('published'), active: newestBy('active') }

/** The first rows of a list of many boards; undefined when most of what is new is elsewhere, or the list is of something. */
export async function findNewest(
  ctx: Ctx,
  { boardIds, ...scope }: Scope,
  order: ListOrder,
  limit: number,
): Promise<readonly NewestRow[] | undefined> {
  if (boardIds.length <= mergedBoards || Object.values(scope).some(Boolean)) return undefined
  if (order !== 'published' && order !== 'active') return undefined
  const rows = await newest[order](ctx.db, { boards: boardIds, asker: askerOf(ctx) ?? null, limit })
  return rows.length === limit ? rows : undefined
}
