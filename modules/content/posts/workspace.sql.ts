/** The team's list of posts, of whatever state. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addressOf } from '#base/files/files.ts'
import type { Place } from '#base/http/cursor.ts'
import type { Medium, PostKind, PostState } from '../shapes.ts'

/** With `-` the largest first. */
export const workspaceSorts = [
  '-newest',
  'newest',
  '-active',
  'active',
  '-reads',
  'reads',
  '-comments',
  'comments',
  '-rate',
  'rate',
] as const
export type WorkspaceSort = (typeof workspaceSorts)[number]
type Ordering = 'newest' | 'active' | 'reads' | 'comments' | 'rate'

export interface WorkspaceFilter {
  /** Part of a title, or of the first words of a post without one. */
  readonly q?: string | undefined
  readonly board?: Id | undefined
  readonly group?: Id | undefined
  readonly kind?: PostKind | undefined
  readonly state?: PostState | undefined
  readonly author?: Id | undefined
  readonly topic?: Id | undefined
  readonly mark?: 'featured' | 'pinned' | 'reported' | 'locked' | 'closed' | 'unanswered' | undefined
  /** Moments: from, and before. */
  readonly from?: Date | undefined
  readonly before?: Date | undefined
  readonly sort?: WorkspaceSort | undefined
}

export interface WorkspaceRow {
  readonly id: Id
  readonly kind: PostKind
  readonly state: PostState
  readonly title: string
  readonly excerpt: string
  readonly picture: string | null
  readonly author: { readonly id: Id; readonly name: string; readonly avatarUrl: string | null }
  readonly board: { readonly id: Id; readonly name: string }
  readonly group: { readonly id: Id; readonly name: string; readonly slug: string }
  readonly createdAt: Date
  readonly publishAt: Date | null
  readonly publishedAt: Date | null
  readonly reads: number
  readonly comments: number
  readonly reactions: number
  readonly bookmarks: number
  readonly shares: number
  /** S0-43: interactions for each read; null without a read. */
  readonly rate: number | null
  readonly pinned: 'board' | 'group' | null
  readonly featured: boolean
  readonly locked: boolean
  readonly closed: boolean
  readonly solved: boolean
  /** Reports that nobody has decided yet. */
  readonly reports: number
  readonly stateReason: string
  readonly mergedInto: Id | null
}

const interactions = sql`(p.reaction_count + p.comment_count + p.share_count + p.bookmark_count)`
/** As numbers of one type, so that one cursor serves all of them. */
const orders: Record<Ordering, RawBuilder<number>> = {
  newest: sql`extract(epoch from p.created_at)`,
  active: sql`extract(epoch from coalesce(p.active_at, p.created_at))`,
  reads: sql`p.read_count::numeric`,
  comments: sql`p.comment_count::numeric`,
  rate: sql`case when p.read_count = 0 then 0 else round(${interactions}::numeric / p.read_count, 6) end`,
}

/** As the index has it. */
const called = sql`(case when title = '' then left(excerpt, 60) else title end)`

const condition = (filter: WorkspaceFilter): RawBuilder<unknown> => {
  const { q, board, group, kind, state, author, topic, mark, from, before } = filter
  const all = [sql`true`]
  // Through the index of pieces `post_grams`; what shares all pieces with it is read whole.
  if (q)
    all.push(
      sql`(name_grams(${called}) @> name_grams(${q.slice(0, 20)}) and strpos(lower(${called}), lower(${q})) > 0)`,
    )
  if (board) all.push(sql`p.board_id = ${board}::bigint`)
  if (group) all.push(sql`p.group_id = ${group}::bigint`)
  if (kind) all.push(sql`p.kind = ${kind}`)
  if (state) all.push(sql`p.state = ${state}`)
  else all.push(sql`p.state <> 'merged'`)
  if (author) all.push(sql`p.author_id = ${author}::bigint`)
  if (topic)
    all.push(sql`exists (select from post_topic l where l.post_id = p.id and l.topic_id = ${topic}::bigint)`)
  if (from) all.push(sql`p.created_at >= ${from}`)
  if (before) all.push(sql`p.created_at < ${before}`)
  if (mark === 'featured') all.push(sql`p.featured_at is not null`)
  if (mark === 'pinned') all.push(sql`p.pinned_at is not null`)
  if (mark === 'locked') all.push(sql`p.locked_at is not null`)
  if (mark === 'closed') all.push(sql`p.closed_at is not null`)
  if (mark === 'reported')
    all.push(sql`exists (select from content_report r where r.post_id = p.id and r.state = 'open')`)
  if (mark === 'unanswered')
    all.push(
      sql`p.state = 'published' and p.kind in ('question', 'picture_question') and p.first_answer_at is null and p.closed_at is null`,
    )
  return sql.join(all, sql` and `)
}

const columns = sql`
  p.id, p.kind, p.state, p.title, p.excerpt, p.media, p.created_at as "createdAt", p.publish_at as "publishAt",
  p.published_at as "publishedAt", p.read_count as reads, p.comment_count as comments,
  p.reaction_count as reactions, p.bookmark_count as bookmarks, p.share_count as shares,
  case when p.read_count > 0 then round(${interactions}::numeric / p.read_count, 4)::float8 end as rate,
  p.pinned_to as pinned, p.featured_at is not null as featured, p.locked_at is not null as locked,
  p.closed_at is not null as closed, p.accepted_comment_id is not null as solved,
  p.state_reason as "stateReason", p.merged_into as "mergedInto",
  (select count(*)::int from content_report r where r.post_id = p.id and r.state = 'open') as reports,
  json_build_object('id', m.id::text, 'name', m.nickname, 'face', face.token) as author,
  json_build_object('id', b.id::text, 'name', b.name) as board,
  json_build_object('id', g.id::text, 'name', g.name, 'slug', g.slug) as "group"`

const sources = sql`
  join member m on m.id = p.author_id
  left join file face on face.id = m.avatar_file_id
  join board b on b.id = p.board_id
  join community_group g on g.id = p.group_id`

interface Found extends Omit<WorkspaceRow, 'author' | 'picture'> {
  readonly media: readonly Medium[]
  readonly author: { readonly id: Id; readonly name: string; readonly face: string | null }
}

const present = ({ media, author, ...row }: Found): WorkspaceRow => ({
  ...row,
  picture: media[0] ? addressOf(media[0].file, 'small') : null,
  author: {
    id: author.id,
    name: author.name,
    avatarUrl: author.face === null ? null : addressOf(author.face, 'small'),
  },
})

/** One page, with `sort` or the newest first. What stands beside a post is joined to one page only. */
export async function findWorkspace(
  ctx: Ctx,
  filter: WorkspaceFilter,
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ items: readonly WorkspaceRow[]; next: Place | null }> {
  const sort = filter.sort ?? '-newest'
  const down = sort.startsWith('-')
  const name = sort.replace('-', '') as Ordering
  const by = orders[name]
  const way = down ? sql`desc` : sql`asc`
  const beyond = down ? sql`<` : sql`>`
  const later = after
    ? sql`and (${by}, p.id) ${beyond} (${after.value}::numeric, ${after.id}::bigint)`
    : sql``
  // The index of the newest is used as it stands; the other orders look at what the filter leaves.
  const column = name === 'newest' ? sql`p.created_at` : by
  const ordered = sql`${column} ${way}, p.id ${way}`
  const at = after ? sql`to_timestamp(${after.value}::float8)` : sql``
  const bound =
    !after || name !== 'newest'
      ? sql``
      : down
        ? sql`and p.created_at <= ${at} + interval '1 millisecond'`
        : sql`and p.created_at >= ${at} - interval '1 millisecond'`
  const { rows } = await sql<Found & { place: string }>`
    with page as materialized (
      select p.id, ${by} as place, row_number() over (order by ${ordered}) as at
        from post p where ${condition(filter)} ${bound} ${later}
       order by ${ordered} limit ${limit + 1})
    select ${columns}, page.place::text as place
      from page join post p on p.id = page.id ${sources} order by page.at`.execute(ctx.db)
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map(({ place: _, ...row }) => present(row)),
    next: rows.length > limit && last ? { value: last.place, id: last.id } : null,
  }
}

/** How many there are, counted no further than ten thousand. */
export async function countWorkspace(ctx: Ctx, filter: WorkspaceFilter): Promise<number | null> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from post p where ${condition(filter)} limit 10001) as found`.execute(
    ctx.db,
  )
  return rows[0]!.count > 10_000 ? null : rows[0]!.count
}

/** One post as the list shows it; undefined when there is none. */
export async function findWorkspaceRow(ctx: Ctx, id: Id): Promise<WorkspaceRow | undefined> {
  const { rows } = await sql<Found>`
    select ${columns} from post p ${sources} where p.id = ${id}::bigint`.execute(ctx.db)
  return rows[0] && present(rows[0])
}

/** What stands in a post, for the page that the team opens. */
export async function findWordsOf(
  ctx: Ctx,
  id: Id,
): Promise<{ html: string; topics: string[]; closedBecause: string; version: number }> {
  const { rows } = await sql<{ html: string; topics: string[]; closedBecause: string; version: number }>`
    select b.html, p.closed_because as "closedBecause", p.version,
           array(select t.name from post_topic l join topic t on t.id = l.topic_id
                  where l.post_id = p.id order by t.name) as topics
      from post p join post_body b on b.post_id = p.id where p.id = ${id}::bigint`.execute(ctx.db)
  return rows[0]!
}
