/** The page of a post, and its figures for those who wrote or look after it. */
import { anyone, member } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { accessPost } from '../access.ts'
import type { CardParts } from '../feed/cards.ts'
import { contentProblems } from '../problems.ts'
import { findPostFigures } from './figures.ts'
import { presentPostPage, whatCan } from './page.ts'
import { postFigures, postPage } from './shapes.ts'

export const pageRoutes = (parts: CardParts) => [
  route(
    {
      method: 'get',
      path: '/api/site/posts/{id}',
      summary: 'Read a post',
      tag: 'content',
      access: anyone,
      params: idParams,
      answer: postPage,
    },
    async (ctx, { params }) =>
      await presentPostPage(ctx, parts, await accessPost(ctx, parts.audience, params.id)),
  ),
  route(
    {
      method: 'get',
      path: '/api/site/posts/{id}/figures',
      summary: 'See how a post does, as its author or host',
      tag: 'content',
      access: member,
      params: idParams,
      answer: postFigures,
    },
    async (ctx, { params }) => {
      const post = await accessPost(ctx, parts.audience, params.id)
      if (!whatCan(ctx, post).figures) throw contentProblems.mayNotModerate()
      return await findPostFigures(ctx, post.id)
    },
  ),
]
