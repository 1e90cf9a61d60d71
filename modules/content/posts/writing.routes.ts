/** Writing on the member site: the composer's boards, publishing, editing, hours, and what waits. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import type { ContentParts } from '../parts.ts'
import { postInput } from '../shapes.ts'
import { findComposerBoards } from './composer.ts'
import { publishPost } from './publish.ts'
import { composerBoard, publishedAnswer } from './shapes.ts'

const tag = 'content'
/** A long article with its marks; the document schema bounds what is in it. */
const maxBody = 1_048_576

export const writingRoutes = ({ audience }: Pick<ContentParts, 'audience'>) => [
  route(
    {
      method: 'get',
      path: '/api/site/boards',
      summary: 'List the boards on which you may post, with kinds, rules and templates',
      tag,
      access: member,
      answer: z.object({ items: z.array(composerBoard) }),
    },
    async (ctx) => ({ items: await findComposerBoards(ctx, audience) }),
  ),
  route(
    {
      method: 'post',
      path: '/api/site/posts',
      summary: 'Publish a post, at once or at an hour',
      tag,
      access: member,
      body: postInput,
      maxBody,
      answer: publishedAnswer,
      status: 201,
    },
    async (ctx, { body }) => await publishPost(ctx, { audience }, body),
  ),
]
