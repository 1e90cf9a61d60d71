/** Which posts stand on a page of a list, and in which order. Every order has an index; lists are keyset-paged. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Place } from '#base/http/cursor.ts'
import { type PostKind, questionKinds } from '../shapes.ts'

/** Orders of lists; what each is called in a cursor, too. */
export type ListOrder = 'published' | 'active' | 'hot' | 'featured'

/** What a list is about; all that are given hold at once. */
export interface Scope {
  /** Boards that the one who asks sees, narrowed to those the list is of. */
  readonly boardIds: readonly Id[]
  readonly topicId?: Id | undefined
  readonly authorId?: Id | undefined
  readonly columnId?: Id | undefined
  readonly kind?: PostKind | undefined
  readonly pictures?: boolean | undefined
  /** Questions without an answer. */
  readonly unanswered?: boolean | undefined
  /** Leaves out what is pinned above a list of this board or group. */
  readonly belowPinned?: 'board' | 'group' | undefined
}

export interface Ranked {
  readonly id: Id
  /** What orders it, as PostgreSQL writes it. */
  readonly value: string
}

export const columns = {
  published: { column: sql.ref('p.published_at'), type: sql`timestamptz` },
  active: { column: sql.ref('p.active_at'), type: sql`timestamptz` },
  hot: { column: sql.ref('p.hot'), type: sql`real` },
  featured: { column: sql.ref('p.featured_at'), type: sql`timestamptz` },
} as const

/** Up to so many boards, each is read on its own index and the heads are merged; beyond, one index over all. */
export const mergedBoards = 40

const questions = sql.join(questionKinds.map((kind) => sql.lit(kind)))
/** As the partial index says it. */
const waitsForAnswer = sql<boolean>`p.kind in (${questions}) and p.first_answer_at is null
  and p.accepted_comment_id is null and p.closed_at is null`

function narrowed(scope: Scope): RawBuilder<boolean>[] {
  return [
    sql<boolean>`p.state = 'published'`,
    ...(scope.kind ? [sql<boolean>`p.kind = ${scope.kind}`] : []),
    ...(scope.pictures ? [sql<boolean>`p.media <> '[]'`] : []),
    ...(scope.unanswered ? [waitsForAnswer] : []),
    ...(scope.authorId ? [sql<boolean>`p.author_id = ${scope.authorId}::bigint`] : []),
    ...(scope.columnId ? [sql<boolean>`p.column_id = ${scope.columnId}::bigint`] : []),
    ...(scope.belowPinned === 'group' ? [sql<boolean>`p.pinned_to is distinct from 'group'`] : []),
    ...(scope.belowPinned === 'board' ? [sql<boolean>`p.pinned_to is null`] : []),
  ]
}

/** One page of ids. One query. */
export async function findListed(
  ctx: Ctx,
  scope: Scope,
  order: ListOrder,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<readonly Ranked[]> {
  if (scope.boardIds.length === 0) return []
  const { column, type } = columns[order]
  const boards = [...scope.boardIds]
  const where = sql.join(
    [
      ...narrowed(scope),
      ...(order === 'hot' ? [sql`p.hot > 0`] : []),
      ...(order === 'featured' ? [sql`p.featured_at is not null`] : []),
      ...(after ? [sql`(${column}, p.id) < (${after.value}::text::${type}, ${after.id}::bigint)`] : []),
    ],
    sql` and `,
  )
  const ordered = sql`order by ${column} desc, p.id desc limit ${limit}`
  const ofOne = scope.authorId || scope.columnId || scope.topicId
  const merges =
    !ofOne &&
    !scope.unanswered &&
    boards.length <= mergedBoards &&
    (order === 'published' || order === 'active')
  if (merges) {
    const { rows } = await sql<Ranked>`
      select head.id, head.value::text as value from unnest(${boards}::bigint[]) as b (id)
       cross join lateral (select p.id, ${column} as value from post p
                            where p.board_id = b.id and ${where} ${ordered}) as head
       order by head.value desc, head.id desc limit ${limit}`.execute(ctx.db)
    return rows
  }
  const from = scope.topicId
    ? sql`post_topic t join post p on p.id = t.post_id and t.topic_id = ${scope.topicId}::bigint`
    : sql`post p`
  const { rows } = await sql<Ranked>`
    select p.id, ${column}::text as value from ${from}
     where p.board_id = any(${boards}::bigint[]) and ${where} ${ordered}`.execute(ctx.db)
  return rows
}

/** What is pinned above a list of this board, or of this group; the newest pin first, at most five. */
export async function findPinned(
  ctx: Ctx,
  { groupId, boardId }: { groupId: Id; boardId?: Id | undefined },
): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select p.id from post p
     where p.group_id = ${groupId}::bigint and p.pinned_at is not null and p.state = 'published'
       and (p.pinned_to = 'group' or p.board_id = ${boardId ?? null}::bigint)
     order by p.pinned_at desc, p.id desc limit 5`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** From those whom, what and where a member follows, newest first. One query. */
export async function findFollowed(
  ctx: Ctx,
  memberId: Id,
  boardIds: readonly Id[],
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<Ranked[]> {
  const boards = [...boardIds]
  const where = sql`p.state = 'published' and p.board_id = any(${boards}::bigint[])
    and (${after?.id ?? null}::bigint is null
         or (p.published_at, p.id) < (${after?.value ?? null}::text::timestamptz, ${after?.id ?? null}::bigint))`
  const heads = (what: RawBuilder<unknown>, on: RawBuilder<unknown>, most: number) => sql`
    select head.id, head.value
      from (select ${what} as what from follow f
             where f.member_id = ${memberId}::bigint and f.muted_at is null and ${what} is not null
             order by f.id desc limit ${most}) as followed
     cross join lateral (select p.id, p.published_at as value from ${on} and ${where}
                          order by p.published_at desc, p.id desc limit ${limit}) as head`
  const { rows } = await sql<Ranked>`
    select id, value::text as value from (
      ${heads(sql`f.followed_id`, sql`post p where p.author_id = followed.what`, 200)}
      union
      ${heads(sql`f.board_id`, sql`post p where p.board_id = followed.what`, 100)}
      union
      ${heads(sql`f.topic_id`, sql`post_topic t join post p on p.id = t.post_id where t.topic_id = followed.what`, 60)}
    ) as of_all order by of_all.value desc, id desc limit ${limit}`.execute(ctx.db)
  return rows
}

/** How many were published since, by others; 99 for more. */
export async function countNewer(
  ctx: Ctx,
  scope: Scope,
  since: Place,
  memberId: Id | undefined,
): Promise<number> {
  const from = scope.topicId
    ? sql`post_topic t join post p on p.id = t.post_id and t.topic_id = ${scope.topicId}::bigint`
    : sql`post p`
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from ${from}
       where p.board_id = any(${[...scope.boardIds]}::bigint[]) and ${sql.join(narrowed(scope), sql` and `)}
         and (p.published_at, p.id) > (${since.value}::text::timestamptz, ${since.id}::bigint)
         and p.author_id is distinct from ${memberId ?? null}::bigint
       order by p.published_at limit 99) as newer`.execute(ctx.db)
  return rows[0]!.count
}

/** Open questions without an answer on these boards; 99 for more. */
export async function countUnanswered(ctx: Ctx, boardIds: readonly Id[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from post p where p.board_id = any(${[...boardIds]}::bigint[]) and p.state = 'published'
         and ${waitsForAnswer} limit 99) as waiting`.execute(ctx.db)
  return rows[0]!.count
}
