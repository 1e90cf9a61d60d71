/** Reads of comments: two levels, in one query for the heads of threads and one for what stands below them. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type Statement, statement } from '#base/db/statement.ts'
import type { Place } from '#base/http/cursor.ts'
import { type AccessedPost, askerOf } from '../access.ts'
import { isGone } from '../feed/cards.ts'
import type { Author, CommentState, ReactionKind } from '../shapes.ts'
import type { CommentSort } from './shapes.ts'

export interface CommentRow {
  readonly id: Id
  readonly postId: Id
  readonly parentId: Id | null
  readonly rootId: Id | null
  readonly authorId: Id
  readonly state: CommentState
  readonly html: string
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly stateReason: string
  readonly replyCount: number
  readonly reactionCount: number
  readonly author: { token: string; name: string; face: string | null; role: Author['role']; gone: boolean }
  /** Whom it answers, when that is not the head of its thread. */
  readonly to: { token: string; name: string } | null
  readonly reaction: ReactionKind | null
  /** The value that the order goes by, with all digits. */
  readonly place: string
}

/** First replies that come with their thread. */
export const repliesShown = 3

/** Of comment `c`, of post `p`. Names are those of the group's card, like everywhere in the group. */
const columns = (asker: unknown, place: RawBuilder<unknown>) => sql`
  c.id, c.post_id as "postId", c.parent_id as "parentId", c.root_id as "rootId", c.author_id as "authorId",
  c.state, c.html, c.created_at as "createdAt", c.edited_at as "editedAt", c.state_reason as "stateReason",
  c.reply_count as "replyCount", c.reaction_count as "reactionCount",
  json_build_object('token', m.token, 'name', coalesce(nullif(s.card_name, ''), m.nickname),
                    'face', face.token, 'role', s.role, 'gone', ${isGone}) as author,
  case when c.parent_id is distinct from c.root_id then (
    select json_build_object('token', pm.token, 'name', coalesce(nullif(ps.card_name, ''), pm.nickname))
      from comment above join member pm on pm.id = above.author_id
      left join group_membership ps on ps.group_id = p.group_id and ps.member_id = pm.id and ps.left_at is null
     where above.id = c.parent_id) end as "to",
  (select r.kind from reaction r where r.post_id = c.post_id and r.comment_id = c.id
      and r.member_id = ${asker}::bigint) as reaction,
  ${place} as place`

const joins = sql`
  join post p on p.id = c.post_id
  join member m on m.id = c.author_id
  left join file face on face.id = m.avatar_file_id
  left join group_membership s on s.group_id = p.group_id and s.member_id = c.author_id and s.left_at is null`

/** Who asks for comments of a post, and whether he looks after it. */
interface Asking {
  readonly asker: Id | null
  readonly moderates: boolean
}

const askingOf = (ctx: Ctx, post: Pick<AccessedPost, 'moderates'>): Asking => ({
  asker: askerOf(ctx) ?? null,
  moderates: post.moderates,
})

/** What the one who asks sees of a thread: the rest keeps its place as long as somebody answered it. */
const seen = (at: { readonly [Key in keyof Asking]: unknown }) => sql<boolean>`
  (c.state = 'published' or c.reply_count > 0 or ${at.moderates}::boolean or c.author_id = ${at.asker}::bigint)`

/** A place in a list, as the statement has it. */
interface After {
  readonly value: unknown
  readonly id: unknown
}

const orders = {
  best: {
    place: sql`c.reaction_count::text`,
    by: sql`c.reaction_count desc, c.id`,
    after: ({ value, id }: After) =>
      sql<boolean>`(c.reaction_count < ${value}::text::integer or (c.reaction_count = ${value}::text::integer and c.id > ${id}::bigint))`,
  },
  newest: {
    place: sql`c.created_at::text`,
    by: sql`c.created_at desc, c.id desc`,
    after: ({ value, id }: After) =>
      sql<boolean>`(c.created_at, c.id) < (${value}::text::timestamptz, ${id}::bigint)`,
  },
  oldest: {
    place: sql`c.created_at::text`,
    by: sql`c.created_at, c.id`,
    after: ({ value, id }: After) =>
      sql<boolean>`(c.created_at, c.id) > (${value}::text::timestamptz, ${id}::bigint)`,
  },
} as const

interface HeadsGiven extends Asking {
  readonly postId: Id
  readonly acceptedId: Id | null
  readonly value: string | null
  readonly id: Id | null
  readonly limit: number
}

const headsBy = (sort: CommentSort, later: boolean): Statement<CommentRow, HeadsGiven> =>
  statement(
    `content: heads of threads, ${sort}${later ? ', further' : ''}`,
    (at) => sql`
      select ${columns(at.asker, orders[sort].place)} from comment c ${joins}
       where c.post_id = ${at.postId}::bigint and c.parent_id is null and ${seen(at)}
         and c.id is distinct from ${at.acceptedId}::bigint
         ${later ? sql`and ${orders[sort].after(at)}` : sql``}
       order by ${orders[sort].by} limit ${at.limit}::integer`,
  )
const heads = {
  best: { first: headsBy('best', false), further: headsBy('best', true) },
  newest: { first: headsBy('newest', false), further: headsBy('newest', true) },
  oldest: { first: headsBy('oldest', false), further: headsBy('oldest', true) },
}

/** Heads of threads of a post; the accepted answer is asked for apart (`findComments`). */
export async function findHeads(
  ctx: Ctx,
  post: AccessedPost,
  { sort, after, limit }: { sort: CommentSort; after: Place | undefined; limit: number },
): Promise<{ items: CommentRow[]; next: Place | null }> {
  const find = after ? heads[sort].further : heads[sort].first
  const rows = await find(ctx.db, {
    ...askingOf(ctx, post),
    postId: post.id,
    acceptedId: post.acceptedCommentId,
    value: after?.value ?? null,
    id: after?.id ?? null,
    limit: limit + 1,
  })
  return pageOf(rows, limit)
}

const findFirst = statement<CommentRow, Asking & { rootIds: readonly Id[]; limit: number }>(
  'content: first replies of threads',
  (at) => sql`
    select ${columns(at.asker, orders.oldest.place)}
      from unnest(${at.rootIds}::bigint[]) as root (id)
     cross join lateral (
       select c.* from comment c
        where c.root_id = root.id and ${seen(at)}
        order by c.created_at, c.id limit ${at.limit}::integer) as c ${joins}
     order by c.root_id, c.created_at, c.id`,
)

/** The first replies of each of these threads, all depths, oldest first; one more than is shown tells that there are more. */
export async function findFirstReplies(
  ctx: Ctx,
  post: AccessedPost,
  rootIds: readonly Id[],
): Promise<readonly CommentRow[]> {
  if (rootIds.length === 0) return []
  return await findFirst(ctx.db, { ...askingOf(ctx, post), rootIds, limit: repliesShown + 1 })
}

/** Replies of one thread, all depths, oldest first. */
export async function findReplies(
  ctx: Ctx,
  post: AccessedPost,
  rootId: Id,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: CommentRow[]; next: Place | null }> {
  const order = orders.oldest
  const asking = askingOf(ctx, post)
  const { rows } = await sql<CommentRow>`
    select ${columns(asking.asker, order.place)} from comment c ${joins}
     where c.root_id = ${rootId}::bigint and ${seen(asking)}
       ${after ? sql`and ${order.after(after)}` : sql``}
     order by ${order.by} limit ${limit + 1}`.execute(ctx.db)
  return pageOf(rows, limit)
}

/** Single comments by id, whoever may see the post. */
export async function findComments(ctx: Ctx, ids: readonly Id[]): Promise<CommentRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<CommentRow>`
    select ${columns(askerOf(ctx) ?? null, orders.oldest.place)} from comment c ${joins}
     where c.id = any(${[...ids]}::bigint[]) order by c.id`.execute(ctx.db)
  return rows
}

export const placeOf = (row: CommentRow): Place => ({ value: row.place, id: row.id })

function pageOf(rows: readonly CommentRow[], limit: number): { items: CommentRow[]; next: Place | null } {
  const last = rows[limit - 1]
  return { items: rows.slice(0, limit), next: rows.length > limit && last ? placeOf(last) : null }
}
