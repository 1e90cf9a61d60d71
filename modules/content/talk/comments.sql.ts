/** Reads of comments: two levels, the heads of threads and what stands below them, in one query. */
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
  readonly authorToken: string
  readonly authorName: string
  readonly authorFace: string | null
  readonly authorRole: Author['role']
  readonly authorGone: boolean
  /** Whom it answers, when that is not the head of its thread. */
  readonly to: { token: string; name: string } | null
  readonly reaction: ReactionKind | null
  /** The value that the order goes by, with all digits. */
  readonly place: string
}

/** What of a comment its columns are made of. */
const kept = sql`c.id, c.post_id, c.parent_id, c.root_id, c.author_id, c.state, c.html, c.created_at, c.edited_at,
  c.state_reason, c.reply_count, c.reaction_count`

/** First replies that come with their thread. */
export const repliesShown = 3

/** Of comment `c`. Names are those of the group's card, like everywhere in the group. */
const columns = (asker: unknown, group: RawBuilder<unknown>, place: RawBuilder<unknown>) => sql`
  c.id, c.post_id as "postId", c.parent_id as "parentId", c.root_id as "rootId", c.author_id as "authorId",
  c.state, c.html, c.created_at as "createdAt", c.edited_at as "editedAt", c.state_reason as "stateReason",
  c.reply_count as "replyCount", c.reaction_count as "reactionCount",
  m.token as "authorToken", coalesce(nullif(s.card_name, ''), m.nickname) as "authorName",
  face.token as "authorFace", s.role as "authorRole", ${isGone} as "authorGone",
  case when c.parent_id is distinct from c.root_id then (
    select json_build_object('token', pm.token, 'name', coalesce(nullif(ps.card_name, ''), pm.nickname))
      from comment above join member pm on pm.id = above.author_id
      left join group_membership ps on ps.group_id = ${group} and ps.member_id = pm.id and ps.left_at is null
     where above.id = c.parent_id) end as "to",
  (select r.kind from reaction r where r.post_id = c.post_id and r.comment_id = c.id
      and r.member_id = ${asker}::bigint) as reaction,
  ${place} as place`

const joins = (group: RawBuilder<unknown>) => sql`
  join member m on m.id = c.author_id
  left join file face on face.id = m.avatar_file_id
  left join group_membership s on s.group_id = ${group} and s.member_id = c.author_id and s.left_at is null`

/** Where the comments are of any post; in a thread they are of one whose group is known. */
const ofPost = sql`p.group_id`
const withPost = sql`join post p on p.id = c.post_id ${joins(ofPost)}`

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

interface ThreadsGiven extends Asking {
  readonly postId: Id
  readonly groupId: Id
  readonly acceptedId: Id | null
  readonly value: string | null
  readonly id: Id | null
  readonly limit: number
}

interface ThreadRow extends CommentRow {
  /** Of a head: where it stands on its page, from 1; 0 leads. Replies have none. */
  readonly rank: number | null
}

/**
 * Heads of threads, each with its first replies, all depths, oldest first; of both one more than is shown, which
 * tells that there are more. The accepted answer leads the first page, whatever the order.
 */
const threadsBy = (sort: CommentSort, further: boolean): Statement<ThreadRow, ThreadsGiven> => {
  const { place, by, after } = orders[sort]
  return statement(`content: threads, ${sort}${further ? ', further' : ''}`, (at) => {
    const group = sql`${at.groupId}::bigint`
    return sql`
    with head as (
      (select ${kept}, (row_number() over (order by ${by}))::integer as rank from comment c
        where c.post_id = ${at.postId}::bigint and c.parent_id is null and ${seen(at)}
          and c.id is distinct from ${at.acceptedId}::bigint ${further ? sql`and ${after(at)}` : sql``}
        order by ${by} limit ${at.limit}::integer + 1)
      ${further ? sql`` : sql`union all select ${kept}, 0 from comment c where c.id = ${at.acceptedId}::bigint`}
    ), listed as (
      select * from head
      union all
      select reply.*, null from head cross join lateral (
        select ${kept} from comment c where c.root_id = head.id and ${seen(at)}
         order by c.created_at, c.id limit ${sql.lit(repliesShown + 1)}) as reply
       where head.rank <= ${at.limit}::integer
         and (head.reply_count > 0 or ${at.moderates}::boolean or ${at.asker}::bigint is not null)
    )
    select ${columns(at.asker, group, sql`case when c.rank is null then c.created_at::text else ${place} end`)}, c.rank
      from listed c ${joins(group)}
     order by c.rank, c.root_id, c.created_at, c.id`
  })
}
const threads = {
  best: { first: threadsBy('best', false), further: threadsBy('best', true) },
  newest: { first: threadsBy('newest', false), further: threadsBy('newest', true) },
  oldest: { first: threadsBy('oldest', false), further: threadsBy('oldest', true) },
}

export interface Threads {
  /** On the first page, when there is one. */
  readonly accepted: CommentRow | undefined
  readonly heads: readonly CommentRow[]
  /** By head; of each one more than is shown. */
  readonly replies: ReadonlyMap<Id | null, readonly CommentRow[]>
  readonly next: Place | null
}

/** A page of threads of a post. One query. */
export async function findThreads(
  ctx: Ctx,
  post: AccessedPost,
  { sort, after, limit }: { sort: CommentSort; after: Place | undefined; limit: number },
): Promise<Threads> {
  const find = after ? threads[sort].further : threads[sort].first
  const rows = await find(ctx.db, {
    ...askingOf(ctx, post),
    postId: post.id,
    groupId: post.groupId,
    acceptedId: post.acceptedCommentId,
    value: after?.value ?? null,
    id: after?.id ?? null,
    limit,
  })
  const { items, next } = pageOf(
    rows.filter(({ rank }) => rank !== null && rank > 0),
    limit,
  )
  return {
    accepted: rows.find(({ rank }) => rank === 0),
    heads: items,
    replies: Map.groupBy(
      rows.filter(({ rank }) => rank === null),
      ({ rootId }) => rootId,
    ),
    next,
  }
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
    select ${columns(asking.asker, ofPost, order.place)} from comment c ${withPost}
     where c.root_id = ${rootId}::bigint and ${seen(asking)}
       ${after ? sql`and ${order.after(after)}` : sql``}
     order by ${order.by} limit ${limit + 1}`.execute(ctx.db)
  return pageOf(rows, limit)
}

/** Single comments by id, whoever may see the post. */
export async function findComments(ctx: Ctx, ids: readonly Id[]): Promise<CommentRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<CommentRow>`
    select ${columns(askerOf(ctx) ?? null, ofPost, orders.oldest.place)} from comment c ${withPost}
     where c.id = any(${[...ids]}::bigint[]) order by c.id`.execute(ctx.db)
  return rows
}

/** The end of a statement that makes comments: their rows. `made` is a CTE of it with all columns of a comment. */
export const insertedComment = (made: RawBuilder<unknown>, asker: unknown): RawBuilder<CommentRow> => sql`
  select ${columns(asker, ofPost, orders.oldest.place)} from ${made} as c ${withPost}`

export const placeOf = (row: CommentRow): Place => ({ value: row.place, id: row.id })

function pageOf(rows: readonly CommentRow[], limit: number): { items: CommentRow[]; next: Place | null } {
  const last = rows[limit - 1]
  return { items: rows.slice(0, limit), next: rows.length > limit && last ? placeOf(last) : null }
}
