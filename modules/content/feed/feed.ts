/** A page of posts for whoever asks: which, in which order, why each, and what is new to him. */
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type Place, readCursor, writeCursor } from '#base/http/cursor.ts'
import { fold } from '#base/search/fold.ts'
import { type BoardStanding, findBoardStandings } from '#modules/groups/api.ts'
import { agreesTo } from '#modules/identity/api.ts'
import { askerOf, listedBoards } from '../access.ts'
import { contentProblems } from '../problems.ts'
import { type CardParts, type CardRow, findPostCards, presentCards } from './cards.ts'
import { findHeatReasons } from './heat-reasons.ts'
import {
  countNewer,
  findFollowed,
  findListed,
  findPinned,
  type ListOrder,
  type Ranked,
  type Scope,
} from './lists.sql.ts'
import { findNewest } from './newest.sql.ts'
import { recommend } from './personal-feed.ts'
import type { FeedFilter, feedPage } from './shapes.ts'

type Boards = ReadonlyMap<Id, BoardStanding>

/** What a filter of names comes to, for the one who asks. */
interface FeedPlace {
  /** All that he sees: what is pinned for a whole group stands above each of its boards. */
  readonly seen: Boards
  readonly boards: Boards
  readonly scope: Scope
  /** The list is of one group, or of one of its boards. */
  readonly groupId?: Id
  readonly boardId?: Id
}

/** Throws `board_not_found`, `topic_not_found`, `author_not_found`, `column_not_found`. */
async function resolve(ctx: Ctx, { audience }: CardParts, filter: FeedFilter): Promise<FeedPlace> {
  const seen = await findBoardStandings(ctx, audience)
  const named = filter.board !== undefined || filter.group !== undefined || filter.view === 'following'
  const open = named ? seen : listedBoards(seen)
  const boards: Boards =
    filter.board === undefined && filter.group === undefined
      ? open
      : new Map(
          [...open].filter(
            ([boardId, { group }]) =>
              (filter.board === undefined || boardId === filter.board) &&
              (filter.group === undefined || group.slug === filter.group),
          ),
        )
  const first = boards.values().next().value
  // A group whose boards one does not see is not told from one that is not there.
  if ((filter.board || filter.group) && !first) throw contentProblems.boardNotFound()
  const [topicId, authorId, columnId] = await Promise.all([
    filter.topic === undefined ? undefined : findTopicId(ctx, filter.topic),
    filter.author === undefined ? undefined : findAuthorId(ctx, filter.author),
    filter.column === undefined ? undefined : findColumnId(ctx, filter.column),
  ])
  const inPlace = filter.board ? 'board' : filter.group ? 'group' : undefined
  const narrows = filter.topic ?? filter.author ?? filter.column ?? filter.kind ?? filter.pictures
  const pins = inPlace && narrows === undefined && ['latest', 'active', 'hot'].includes(filter.view)
  return {
    seen,
    boards,
    scope: {
      boardIds: [...boards.keys()],
      topicId,
      authorId,
      columnId,
      kind: filter.kind,
      pictures: filter.pictures === 'true',
      unanswered: filter.view === 'unanswered',
      belowPinned: pins ? inPlace : undefined,
    },
    ...(pins ? { groupId: first!.group.id } : {}),
    ...(filter.board ? { boardId: filter.board } : {}),
  }
}

/** The topic of this name, or the one that it was merged into. */
export async function findTopicId(ctx: Ctx, name: string): Promise<Id> {
  const { rows } = await sql<{ id: Id }>`
    select coalesce(t.merged_into, t.id) as id from topic t where t.folded = ${fold(name)}`.execute(ctx.db)
  if (!rows[0]) throw contentProblems.topicNotFound()
  return rows[0].id
}

async function findAuthorId(ctx: Ctx, token: string): Promise<Id> {
  const { rows } = await sql<{ id: Id }>`
    select coalesce(merged_into, id) as id from member where token = ${token}`.execute(ctx.db)
  if (!rows[0]) throw contentProblems.authorNotFound()
  return rows[0].id
}

async function findColumnId(ctx: Ctx, slug: string): Promise<Id> {
  const row = await ctx.db
    .selectFrom('article_column')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row) throw contentProblems.columnNotFound()
  return row.id
}

const orders: Record<Exclude<FeedFilter['view'], 'forYou'>, ListOrder> = {
  latest: 'published',
  active: 'active',
  hot: 'hot',
  following: 'published',
  unanswered: 'published',
  featured: 'featured',
}

type Page = z.input<typeof feedPage>

/** A page of the feed. About eight queries, however many posts and boards there are. */
export async function readFeed(
  ctx: Ctx,
  parts: CardParts,
  filter: FeedFilter,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<Page> {
  const place = await resolve(ctx, parts, filter)
  const asker = askerOf(ctx)
  const personal = filter.view === 'forYou' ? await wantsPersonal(ctx) : null
  const page =
    personal && asker
      ? await recommendedPage(ctx, asker, place, { cursor, limit })
      : await orderedPage(ctx, asker, place, filter.view === 'forYou' ? 'hot' : filter.view, {
          cursor,
          limit,
        })
  const first = cursor === undefined
  const pinnedIds =
    first && place.groupId ? await findPinned(ctx, { groupId: place.groupId, boardId: place.boardId }) : []
  const [heat, since] = await Promise.all([
    findHeatReasons(
      ctx,
      page.ids.filter((id) => !page.reasons.get(id)),
      filter.view === 'hot' || filter.view === 'forYou',
    ),
    first && place.boardId && asker ? findVisit(ctx, asker, place.boardId) : null,
  ])
  const reasons = new Map(page.ids.map((id) => [id, [page.reasons.get(id) ?? heat.get(id) ?? []].flat()]))
  const options = { boards: place.seen, reasons }
  const cards =
    page.rows && pinnedIds.length === 0
      ? await presentCards(ctx, parts, page.rows, options)
      : await findPostCards(ctx, parts, [...pinnedIds, ...page.ids], options)
  const pins = new Set(pinnedIds)
  return {
    items: cards.filter((card) => !pins.has(card.id)),
    next: page.next,
    pinned: cards.filter((card) => pins.has(card.id)),
    newest: first ? writeCursor('newest', page.newest) : null,
    since: since?.toISOString() ?? null,
    personal,
  }
}

interface IdPage {
  /** Where lists in order of time begin; the others do not tell what came since. */
  readonly newest: Place | null
  readonly ids: readonly Id[]
  /** Of their cards, when they came along. */
  readonly rows?: readonly CardRow[]
  readonly next: string | null
  readonly reasons: ReadonlyMap<Id, string>
}

async function orderedPage(
  ctx: Ctx,
  asker: Id | undefined,
  { scope }: FeedPlace,
  view: Exclude<FeedFilter['view'], 'forYou'>,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<IdPage> {
  const name = `feed ${view}`
  const after = readCursor(name, cursor)
  // One more than is shown says whether there is another page.
  const page = { after, limit: limit + 1 }
  const newest =
    after || view === 'following' ? undefined : await findNewest(ctx, scope, orders[view], limit + 1)
  let rows: readonly Ranked[]
  if (newest) rows = newest
  else if (view === 'following') rows = asker ? await findFollowed(ctx, asker, scope.boardIds, page) : []
  else rows = await findListed(ctx, scope, orders[view], page)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1)! : null
  const nothingYet: Place = { value: ctx.now.toISOString(), id: '9223372036854775807' }
  return {
    ids: shown.map((row) => row.id),
    ...(newest ? { rows: newest.slice(0, limit) } : {}),
    next: writeCursor(name, last),
    newest: view === 'latest' || view === 'unanswered' ? (shown[0] ?? nothingYet) : null,
    reasons: new Map(),
  }
}

/** A slice of the list as it was when its first page was asked; the cursor carries that moment and the place. */
async function recommendedPage(
  ctx: Ctx,
  asker: Id,
  { boards }: FeedPlace,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<IdPage> {
  const name = 'feed forYou'
  const after = readCursor(name, cursor)
  const asOf = after?.value ? new Date(after.value) : ctx.now
  const from = after ? Number(after.id) : 0
  const list = await recommend(ctx, asker, boards, asOf)
  const shown = list.slice(from, from + limit)
  const to = from + shown.length
  return {
    ids: shown.map((each) => each.id),
    newest: null,
    next: writeCursor(name, to < list.length ? { value: asOf.toISOString(), id: String(to) } : null),
    reasons: new Map(shown.flatMap(({ id, reason }) => (reason === null ? [] : [[id, reason] as const]))),
  }
}

/** He agreed to recommendations by his interests; withdrawn, the next page is already not made by them. */
export async function wantsPersonal(ctx: Ctx): Promise<boolean> {
  return ctx.actor.kind === 'account' && (await agreesTo(ctx, ctx.actor.accountId, 'personalisation'))
}

async function findVisit(ctx: Ctx, memberId: Id, boardId: Id): Promise<Date | null> {
  const row = await ctx.db
    .selectFrom('board_visit')
    .select('visited_at')
    .where('member_id', '=', memberId)
    .where('board_id', '=', boardId)
    .executeTakeFirst()
  return row?.visited_at ?? null
}

/** How many posts of this list were published since its first page, by others; 99 for more. */
export async function countSince(
  ctx: Ctx,
  parts: CardParts,
  filter: FeedFilter,
  since: string,
): Promise<number> {
  const newest = readCursor('newest', since)!
  const { scope } = await resolve(ctx, parts, filter)
  return await countNewer(ctx, scope, newest, askerOf(ctx))
}
