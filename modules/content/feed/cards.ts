/** Posts as lists show them, for whoever asks: one query for the rows, one for what only some carry. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { statement } from '#base/db/statement.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { addressOf } from '#base/files/files.ts'
import { render } from '#base/i18n/messages.ts'
import type { Audience } from '#modules/audience/api.ts'
import { type BoardStanding, findBoardStandings, mayModerate } from '#modules/groups/api.ts'
import { askerOf } from '../access.ts'
import type { Medium, PostCard, PostKind, PostState, ReactionKind } from '../shapes.ts'

export interface CardParts {
  readonly audience: Audience
  readonly declared: Pick<Declared, 'cards'>
}

/** What a card is made of. */
export interface CardRow {
  id: Id
  boardId: Id
  authorId: Id
  kind: PostKind
  state: PostState
  title: string
  excerpt: string
  media: Medium[]
  publishedAt: Date | null
  activeAt: Date | null
  editedAt: Date | null
  commentCount: number
  reactionCount: number
  bookmarkCount: number
  readCount: number
  pinned: boolean
  featured: boolean
  locked: boolean
  closed: boolean
  solved: boolean
  authorToken: string
  authorName: string
  authorFace: string | null
  authorRole: PostCard['author']['role']
  authorGone: boolean
  topics: string[]
  accepted: { name: string; excerpt: string; reactionCount: number } | null
  poll: {
    voters: number
    closesAt: string | null
    shown: 'always' | 'voted' | 'closed'
    voted: boolean
    options: { label: string; votes: number }[]
  } | null
  card: { kind: string; id: Id } | null
  reaction: ReactionKind | null
  bookmarked: boolean
  readComments: number | null
}

interface CardOptions {
  /** What the one who asks sees, when the caller has asked already. */
  readonly boards?: ReadonlyMap<Id, BoardStanding>
  /** Why each is shown, in words. */
  readonly reasons?: ReadonlyMap<Id, readonly string[]>
  /** Also what went into another post, for the page that leads there. */
  readonly merged?: boolean
}

/**
 * Cards of these posts in this order; two queries (three with a product among them) however many there
 * are. Left out is what the one who asks may not see: boards closed to him, and posts that are not
 * published unless he wrote them or looks after the board.
 */
export async function findPostCards(
  ctx: Ctx,
  parts: CardParts,
  ids: readonly Id[],
  options: CardOptions = {},
): Promise<PostCard[]> {
  if (ids.length === 0) return []
  const rows = await findMany(ctx.db, { ids, asker: askerOf(ctx) ?? null })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return await presentCards(
    ctx,
    parts,
    ids.flatMap((id) => byId.get(id) ?? []),
    options,
  )
}

/** The same of rows that were read. */
export async function presentCards(
  ctx: Ctx,
  parts: CardParts,
  rows: readonly CardRow[],
  { boards, reasons, merged = false }: CardOptions = {},
): Promise<PostCard[]> {
  const seen =
    boards ??
    (await findBoardStandings(ctx, parts.audience, {
      boardIds: [...new Set(rows.map((row) => row.boardId))],
    }))
  const asker = askerOf(ctx)
  const shown = rows.flatMap((row) => {
    const board = seen.get(row.boardId)
    const stands = row.state === 'published' || (merged && row.state === 'merged')
    return board && (stands || row.authorId === asker || mayModerate(ctx, board)) ? [{ row, board }] : []
  })
  const things = await readThings(
    ctx,
    parts,
    shown.flatMap(({ row }) => row.card ?? []),
  )
  return shown.map(({ row, board }) => {
    const thing = row.card && things.get(`${row.card.kind}:${row.card.id}`)
    return presentCard(ctx, row, board, asker !== undefined, thing ?? null, reasons?.get(row.id) ?? [])
  })
}

/** His account is closed and what he was called is gone Of member `m`. */
export const isGone: RawBuilder<boolean> = sql<boolean>`exists (
  select from account_closure gone where gone.account_id = m.account_id)`

/** Rows of cards of post `p`, and what else the statement is for. */
export const cardsOf = <Row extends CardRow = CardRow>(
  asker: unknown,
  which: RawBuilder<unknown>,
  more: { readonly columns: RawBuilder<unknown>; readonly joins: RawBuilder<unknown> } = {
    columns: sql``,
    joins: sql``,
  },
) => sql<Row>`
    select p.id, p.board_id as "boardId", p.author_id as "authorId", p.kind, p.state, p.title, p.excerpt, p.media,
           p.published_at as "publishedAt", p.active_at as "activeAt", p.edited_at as "editedAt",
           p.comment_count as "commentCount", p.reaction_count as "reactionCount",
           p.bookmark_count as "bookmarkCount", p.read_count as "readCount",
           p.pinned_at is not null as pinned, p.featured_at is not null as featured,
           p.locked_at is not null as locked, p.closed_at is not null as closed,
           p.accepted_comment_id is not null as solved,
           m.token as "authorToken", coalesce(nullif(s.card_name, ''), m.nickname) as "authorName",
           face.token as "authorFace", s.role as "authorRole", ${isGone} as "authorGone",
           coalesce((select json_agg(t.name order by t.id) from post_topic pt join topic t on t.id = pt.topic_id
                      where pt.post_id = p.id and t.hidden_at is null), '[]') as topics,
           case when p.accepted_comment_id is not null then (
             select json_build_object('name', coalesce(nullif(cs.card_name, ''), cm.nickname),
                                      'excerpt', left(c.plain, 140), 'reactionCount', c.reaction_count)
               from comment c join member cm on cm.id = c.author_id
               left join group_membership cs on cs.group_id = p.group_id and cs.member_id = c.author_id and cs.left_at is null
              where c.id = p.accepted_comment_id and c.state = 'published') end as accepted,
           case when p.kind = 'poll' then (
             select json_build_object('voters', l.voter_count, 'closesAt', l.closes_at, 'shown', l.shown,
                      'voted', exists (select from poll_vote v where v.post_id = p.id and v.member_id = ${asker}::bigint),
                      'options', (select json_agg(json_build_object('label', o.label, 'votes', o.vote_count) order by o.position)
                                    from poll_option o where o.post_id = p.id))
               from poll l where l.post_id = p.id) end as poll,
           case when p.kind = 'product' then (
             select jsonb_path_query_first(b.document, '$.** ? (@.type == "card").attrs')
               from post_body b where b.post_id = p.id) end as card,
           (select r.kind from reaction r
             where r.post_id = p.id and r.comment_id is null and r.member_id = ${asker}::bigint) as reaction,
           exists (select from bookmark k where k.post_id = p.id and k.member_id = ${asker}::bigint) as bookmarked,
           (select r.comment_count from post_read r
             where r.post_id = p.id and r.member_id = ${asker}::bigint) as "readComments" ${more.columns}
      from post p
      join member m on m.id = p.author_id
      left join file face on face.id = m.avatar_file_id
      left join group_membership s on s.group_id = p.group_id and s.member_id = p.author_id and s.left_at is null ${more.joins}
     where ${which}`

const findMany = statement<CardRow, { ids: readonly Id[]; asker: Id | null }>('content: post cards', (at) =>
  cardsOf(at.asker, sql`p.id = any(${at.ids}::bigint[])`),
)

type Thing = NonNullable<PostCard['card']>

/** What products and the like say of themselves now, by `kind:id`; one question for each kind among them. */
export async function readThings(
  ctx: Ctx,
  { declared }: Pick<CardParts, 'declared'>,
  named: readonly { readonly kind: string; readonly id: Id }[],
): Promise<ReadonlyMap<string, Thing>> {
  const found = new Map<string, Thing>()
  for (const source of named.length === 0 ? [] : declared.cards()) {
    const ids = [...new Set(named.flatMap((card) => (card.kind === source.kind ? card.id : [])))]
    if (ids.length === 0) continue
    for (const [id, card] of await source.read(ctx, ids))
      found.set(`${source.kind}:${id}`, {
        kind: source.kind,
        id,
        title: card.title,
        note: card.note,
        pictureUrl: card.pictureUrl ?? null,
        price: card.price ?? null,
        path: card.path,
        act: render(card.act, ctx.locale),
        ended: card.ended ?? false,
      })
  }
  return found
}

function presentCard(
  ctx: Ctx,
  row: CardRow,
  { name, group }: BoardStanding,
  known: boolean,
  card: Thing | null,
  reasons: readonly string[],
): PostCard {
  const { boardId, poll, reaction, bookmarked, readComments, publishedAt, activeAt, editedAt } = row
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    title: row.title,
    excerpt: row.excerpt,
    author: {
      token: row.authorToken,
      name: row.authorName,
      avatarUrl: row.authorFace === null ? null : addressOf(row.authorFace, 'small'),
      role: row.authorRole,
      gone: row.authorGone,
    },
    board: { id: boardId, name },
    group: { slug: group.slug, name: group.name, glyph: group.glyph, colour: group.colour },
    media: row.media,
    topics: row.topics,
    publishedAt: publishedAt?.toISOString() ?? null,
    activeAt: activeAt?.toISOString() ?? null,
    editedAt: editedAt?.toISOString() ?? null,
    commentCount: row.commentCount,
    reactionCount: row.reactionCount,
    bookmarkCount: row.bookmarkCount,
    readCount: row.readCount,
    pinned: row.pinned,
    featured: row.featured,
    locked: row.locked,
    closed: row.closed,
    solved: row.solved,
    accepted: row.accepted,
    poll: poll && presentPoll(ctx, poll),
    card,
    you: known
      ? {
          reaction,
          bookmarked,
          read: readComments !== null,
          newComments: readComments === null ? 0 : Math.max(0, row.commentCount - readComments),
        }
      : null,
    reasons: [...reasons],
  }
}

/** Shares of the three leading options, in percent, for those who may see figures. */
function presentPoll(ctx: Ctx, poll: NonNullable<CardRow['poll']>): NonNullable<PostCard['poll']> {
  const open = poll.closesAt === null || new Date(poll.closesAt) > ctx.now
  const figures = poll.shown === 'always' || !open || (poll.shown === 'voted' && poll.voted)
  const options = poll.options ?? []
  return {
    options: options.length,
    voters: poll.voters,
    open,
    closesAt: poll.closesAt === null ? null : new Date(poll.closesAt).toISOString(),
    leading: options
      .toSorted((a, b) => (figures ? b.votes - a.votes : 0))
      .slice(0, 3)
      .map(({ label, votes }) => ({
        label,
        percent: figures && poll.voters > 0 ? Math.round((votes / poll.voters) * 100) : null,
      })),
  }
}
