import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, pageQuery } from '#base/http/schemas.ts'
import { accessPost, requireAsker } from '../access.ts'
import { type CardParts, findPostCards } from '../feed/cards.ts'
import { bookmark, findBookmarks, unbookmark } from './bookmarks.ts'
import { bookmarkAnswer } from './shapes.ts'

const tag = 'content'
const params = z.object({ postId: id })
const limit = { max: 240, perSeconds: 60 }

export const bookmarkRoutes = (parts: CardParts) => [
  route(
    {
      method: 'get',
      path: '/api/member/bookmarks',
      summary: 'List the posts that you keep',
      tag,
      access: member,
      query: pageQuery.extend({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
      answer: bookmarkAnswer,
    },
    async (ctx, { query }) => {
      const after = readCursor('bookmarks', query.cursor)
      const found = await findBookmarks(ctx, requireAsker(ctx), { after, limit: query.limit })
      return {
        items: await findPostCards(ctx, parts, found.ids),
        next: writeCursor('bookmarks', found.next),
      }
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/member/bookmarks/{postId}',
      summary: 'Keep a post',
      tag,
      access: member,
      limit,
      params,
    },
    async (ctx, { params }) => {
      await bookmark(ctx, await accessPost(ctx, parts.audience, params.postId))
      return undefined
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/member/bookmarks/{postId}',
      summary: 'Let go of a post',
      tag,
      access: member,
      limit,
      params,
    },
    async (ctx, { params }) => {
      await unbookmark(ctx, params.postId)
      return undefined
    },
  ),
]
