/** Lists of posts, and what stands around them. */
import { z } from 'zod'
import { anyone, member } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { id, idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import { recordConsents } from '#modules/identity/api.ts'
import { accessPost, findBoard, listedBoards, requireAsker } from '../access.ts'
import { contentProblems } from '../problems.ts'
import { postCard } from '../shapes.ts'
import { findColumns, getAuthorPage } from './authors.ts'
import { type CardParts, findPostCards } from './cards.ts'
import { countSince, readFeed } from './feed.ts'
import { refuseInterest } from './interests.ts'
import { countUnanswered } from './lists.sql.ts'
import { presentPersonal } from './personal.ts'
import { findRelated } from './related.ts'
import {
  authorPage,
  columnCard,
  feedFilter,
  feedPage,
  homeAnswer,
  personalAnswer,
  topicCard,
  topicPage,
  unreadAnswer,
} from './shapes.ts'
import { findTopics, getTopicPage } from './topics.ts'
import { findUnread, noteVisit } from './visits.ts'

const tag = 'content'

export const feedRoutes = (parts: CardParts): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/site/feed',
      summary: 'Read a list of posts',
      tag,
      access: anyone,
      query: feedFilter.extend({
        cursor: pageQuery.shape.cursor,
        limit: z.coerce.number().int().min(1).max(50).default(20),
      }),
      answer: feedPage,
    },
    async (ctx, { query: { cursor, limit, ...filter } }) =>
      await readFeed(ctx, parts, filter, { cursor, limit }),
  ),
  route(
    {
      method: 'get',
      path: '/api/site/feed/newer',
      summary: 'Count what came to a list since its first page',
      tag,
      access: anyone,
      query: feedFilter.extend({ since: z.string().max(512).describe('`newest` of the first page') }),
      answer: z.object({ count: z.number().describe('99 for more') }),
    },
    async (ctx, { query: { since, ...filter } }) => ({ count: await countSince(ctx, parts, filter, since) }),
  ),
  route(
    {
      method: 'get',
      path: '/api/site/home',
      summary: 'See what stands around the feed: hot topics, and how many questions wait',
      tag,
      access: anyone,
      answer: homeAnswer,
    },
    async (ctx) => {
      const boards = await findBoardStandings(ctx, parts.audience)
      const [topics, unanswered] = await Promise.all([
        findTopics(ctx, boards, { limit: 10 }),
        countUnanswered(ctx, [...listedBoards(boards).keys()]),
      ])
      return { topics: topics.items, unanswered }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/site/posts/{id}/related',
      summary: 'Find posts near to a post',
      tag,
      access: anyone,
      params: idParams,
      answer: z.object({ items: z.array(postCard) }),
    },
    async (ctx, { params }) => {
      const post = await accessPost(ctx, parts.audience, params.id)
      const seen = await findBoardStandings(ctx, parts.audience)
      const listed = listedBoards(seen)
      const boards = new Map(
        [...seen].filter(([id, { group }]) => listed.has(id) || group.id === post.groupId),
      )
      const ids = await findRelated(ctx, post.id, boards)
      return { items: await findPostCards(ctx, parts, ids, { boards }) }
    },
  ),
  ...topicRoutes(parts),
  ...authorRoutes(parts),
  ...ownRoutes(parts),
]

const topicRoutes = (parts: CardParts): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/site/topics',
      summary: 'List topics, hot ones first',
      tag,
      access: anyone,
      query: pageQuery.extend({
        q: z.string().trim().max(40).optional(),
        followed: z.literal('true').optional().describe('Only those that the member follows'),
        limit: z.coerce.number().int().min(1).max(50).default(30),
      }),
      answer: pageOf(topicCard),
    },
    async (ctx, { query: { cursor, limit, q, followed } }) => {
      const order = followed ? 'topics followed' : 'topics'
      const page = await findTopics(ctx, await findBoardStandings(ctx, parts.audience), {
        ...(q ? { q } : {}),
        followed: followed === 'true',
        after: readCursor(order, cursor),
        limit,
      })
      return { items: page.items, next: writeCursor(order, page.next) }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/site/topics/{name}',
      summary: 'See the page of a topic',
      tag,
      access: anyone,
      params: z.object({ name: z.string().trim().min(1).max(40) }),
      answer: topicPage,
    },
    async (ctx, { params }) => await getTopicPage(ctx, parts, params.name),
  ),
]

const authorRoutes = (parts: CardParts): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/site/members/{token}',
      summary: 'See the page of a member',
      tag,
      access: anyone,
      params: z.object({ token: z.string().regex(/^[\w-]{1,64}$/) }),
      answer: authorPage,
    },
    async (ctx, { params }) => await getAuthorPage(ctx, parts, params.token),
  ),
  route(
    {
      method: 'get',
      path: '/api/site/columns',
      summary: 'List columns, the ones written in last first',
      tag,
      access: anyone,
      query: pageQuery,
      answer: pageOf(columnCard),
    },
    async (ctx, { query: { cursor, limit } }) => {
      const page = await findColumns(ctx, parts, { after: readCursor('columns', cursor), limit })
      return { items: page.items, next: writeCursor('columns', page.next) }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/site/columns/{slug}',
      summary: 'See the page of a column',
      tag,
      access: anyone,
      params: z.object({ slug: z.string().regex(/^[a-z0-9-]{2,80}$/) }),
      answer: columnCard,
    },
    async (ctx, { params }) => {
      const { items } = await findColumns(ctx, parts, { slug: params.slug, limit: 1 })
      if (!items[0]) throw contentProblems.columnNotFound()
      return items[0]
    },
  ),
]

const ownRoutes = (parts: CardParts): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/member/unread',
      summary: 'Count what came on the boards of your groups since you were there',
      tag,
      access: member,
      answer: unreadAnswer,
    },
    async (ctx) => await findUnread(ctx, parts, requireAsker(ctx)),
  ),
  route(
    {
      method: 'put',
      path: '/api/member/board-visits/{id}',
      summary: 'Say that you are on a board now',
      tag,
      access: member,
      params: idParams,
    },
    async (ctx, { params }) => {
      const board = await findBoard(ctx, parts.audience, params.id)
      if (!board) throw contentProblems.boardNotFound()
      await noteVisit(ctx, requireAsker(ctx), [board.id])
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/member/personalisation',
      summary: 'See what recommendations for you are made of',
      tag,
      access: member,
      answer: personalAnswer,
    },
    async (ctx) => await presentPersonal(ctx, parts, requireAsker(ctx)),
  ),
  route(
    {
      method: 'put',
      path: '/api/member/personalisation',
      summary: 'Switch recommendations by your interests on or off',
      tag,
      access: member,
      body: z.object({ on: z.boolean() }),
      answer: personalAnswer,
    },
    async (ctx, { body, request }) => {
      const memberId = requireAsker(ctx)
      // The consent is the switch: there is one answer to whether he wants this, on every page that asks.
      if (ctx.actor.kind === 'account')
        await recordConsents(
          ctx,
          ctx.actor.accountId,
          { personalisation: body.on },
          { channel: 'web', ip: request.ip, userAgent: request.headers.get('user-agent') },
        )
      return await presentPersonal(ctx, parts, memberId)
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/member/interests/{what}/{id}',
      summary: 'Say whether an interest may be used for recommendations',
      tag,
      access: member,
      params: z.object({ what: z.enum(['topic', 'board']), id }),
      body: z.object({ refused: z.boolean() }),
    },
    async (ctx, { params, body }) => {
      await refuseInterest(ctx, requireAsker(ctx), params, body.refused)
    },
  ),
]
