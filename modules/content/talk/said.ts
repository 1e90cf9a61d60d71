/** What members said in public, for whoever counts words: posts and comments that everybody in their group may read. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'

export interface Said {
  readonly kind: 'post' | 'comment'
  readonly id: Id
  readonly postId: Id
  readonly groupId: Id
  readonly boardId: Id
  /** Who remains when the author was merged. */
  readonly authorId: Id
  readonly at: Date
  readonly text: string
}

/** Boards that every member of their group may read: no role, tier or segment is asked for. */
export async function findOpenBoards(ctx: Ctx): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select b.id from board b
     where b.archived_at is null
       and exists (select from board_grant g where g.board_id = b.id and g.action = 'see' and g.who in ('anyone', 'members'))
     order by b.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** Those of the posts that are to be read now, with their words; who is not there is not said any more. */
export async function findSaidPosts(ctx: Ctx, ids: readonly Id[]): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select 'post' as kind, p.id, p.id as "postId", p.group_id as "groupId", p.board_id as "boardId",
           coalesce(m.merged_into, m.id) as "authorId", p.published_at as at, concat_ws(E'\n', nullif(p.title, ''), b.plain) as text
      from post p join post_body b on b.post_id = p.id join member m on m.id = p.author_id
     where p.id = any(${[...ids]}::bigint[]) and p.state = 'published' and p.published_at is not null`.execute(
    ctx.db,
  )
  return rows
}

/** The same of comments. */
export async function findSaidComments(ctx: Ctx, ids: readonly Id[]): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select 'comment' as kind, c.id, c.post_id as "postId", p.group_id as "groupId", p.board_id as "boardId",
           coalesce(m.merged_into, m.id) as "authorId", c.created_at as at, c.plain as text
      from comment c join post p on p.id = c.post_id join member m on m.id = c.author_id
     where c.id = any(${[...ids]}::bigint[]) and c.state = 'published' and p.state = 'published'`.execute(
    ctx.db,
  )
  return rows
}

/** Ids of posts, or of comments, after one: the same way through all of them each time. */
export async function listSaid(ctx: Ctx, kind: Said['kind'], after: Id, limit: number): Promise<Id[]> {
  const rows = await ctx.db
    .selectFrom(kind)
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Comments to some posts, and what some members wrote: what goes when a post goes, or moves when two become one. */
export async function findCommentsOn(ctx: Ctx, postIds: readonly Id[]): Promise<Id[]> {
  if (postIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('comment')
    .select('id')
    .where('post_id', 'in', [...postIds])
    .execute()
  return rows.map(({ id }) => id)
}
