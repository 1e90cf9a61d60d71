/** Comments on the member site, and their states for those who look after them. */
import { z } from 'zod'
import { anyone, member, permitted } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { documentSchema } from '#base/html/document.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { idParams, pageQuery } from '#base/http/schemas.ts'
import { accessComment, accessPost } from '../access.ts'
import { contentProblems } from '../problems.ts'
import { commentAnswer } from '../shapes.ts'
import { findComments, findReplies } from './comments.sql.ts'
import { changeCommentState, editComment, findCommentVersions } from './editing.ts'
import { postComment, type TalkParts } from './posting.ts'
import { presentComment, readThreads, repliesOrder } from './present.ts'
import { commentInput, commentSorts, threadPage } from './shapes.ts'

const tag = 'content'
const page = pageQuery.extend({ limit: z.coerce.number().int().min(1).max(50).default(20) })
const reason = z.string().trim().max(300).default('')

export const commentRoutes = ({ audience }: TalkParts) => {
  const answer = async (ctx: Ctx, id: Id) => {
    const { post } = await accessComment(ctx, audience, id)
    const row = (await findComments(ctx, [id]))[0]
    if (!row) throw contentProblems.commentNotFound()
    return presentComment(ctx, post, row)
  }
  return [
    route(
      {
        method: 'get',
        path: '/api/site/posts/{id}/comments',
        summary: 'Read the comments of a post, thread by thread',
        tag,
        access: anyone,
        params: idParams,
        query: page.extend({ sort: z.enum(commentSorts).default('best') }),
        answer: threadPage,
      },
      async (ctx, { params, query }) =>
        await readThreads(ctx, await accessPost(ctx, audience, params.id), query),
    ),
    route(
      {
        method: 'post',
        path: '/api/site/posts/{id}/comments',
        summary: 'Answer a post or one of its comments',
        tag,
        access: member,
        limit: { max: 20, perSeconds: 60 },
        params: idParams,
        body: commentInput,
        answer: commentAnswer,
        status: 201,
      },
      async (ctx, { params, body }) => {
        const { post, row } = await postComment(ctx, { audience }, { postId: params.id, ...body })
        return presentComment(ctx, post, row)
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/site/comments/{id}',
        summary: 'Read one comment, for a link that leads to it',
        tag,
        access: anyone,
        params: idParams,
        answer: commentAnswer,
      },
      async (ctx, { params }) => await answer(ctx, params.id),
    ),
    route(
      {
        method: 'get',
        path: '/api/site/comments/{id}/replies',
        summary: 'Read the replies of a thread, oldest first',
        tag,
        access: anyone,
        params: idParams,
        query: page,
        answer: z.object({ items: z.array(commentAnswer), next: z.string().nullable() }),
      },
      async (ctx, { params, query: { cursor, limit } }) => {
        const { post } = await accessComment(ctx, audience, params.id)
        const after = readCursor(repliesOrder, cursor)
        const found = await findReplies(ctx, post, params.id, { after, limit })
        return {
          items: found.items.map((row) => presentComment(ctx, post, row)),
          next: writeCursor(repliesOrder, found.next),
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/site/comments/{id}/document',
        summary: 'Take your own comment up again, to edit it',
        tag,
        access: member,
        params: idParams,
        answer: z.object({ document: documentSchema, version: z.number() }),
      },
      async (ctx, { params }) => {
        const { id, own } = await accessComment(ctx, audience, params.id)
        if (!own) throw contentProblems.commentNotFound()
        return (await ctx.db
          .selectFrom('comment')
          .select(['document', 'version'])
          .where('id', '=', id)
          .executeTakeFirstOrThrow()) as { document: never; version: number }
      },
    ),
    route(
      {
        method: 'patch',
        path: '/api/site/comments/{id}',
        summary: 'Edit your comment',
        tag,
        access: member,
        params: idParams,
        body: z.object({
          document: documentSchema,
          version: z.number().int().optional().describe('The one that was looked at'),
        }),
        answer: commentAnswer,
      },
      async (ctx, { params, body }) => {
        await editComment(ctx, await accessComment(ctx, audience, params.id), body)
        return await answer(ctx, params.id)
      },
    ),
    route(
      {
        method: 'delete',
        path: '/api/site/comments/{id}',
        summary: 'Remove a comment: your own, or as a host with the reason',
        tag,
        access: member,
        params: idParams,
        query: z.object({ reason }),
      },
      async (ctx, { params, query }) => {
        await changeCommentState(ctx, await accessComment(ctx, audience, params.id), 'removed', query.reason)
        return undefined
      },
    ),
    ...stateRoutes({ audience }),
  ]
}

const state = z.object({
  state: z.enum(['published', 'hidden', 'removed']),
  reason,
  version: z.number().int().optional().describe('The one that was looked at, when a waiting one is approved'),
})

/** For hosts on the site and for the team in the console: the same verb behind two doors. */
const stateRoutes = ({ audience }: TalkParts) => [
  route(
    {
      method: 'put',
      path: '/api/site/comments/{id}/state',
      summary: 'Hide, remove, approve or restore a comment on a board that you host',
      tag,
      access: member,
      params: idParams,
      body: state,
    },
    async (ctx, { params, body }) => {
      const comment = await accessComment(ctx, audience, params.id)
      await changeCommentState(ctx, comment, body.state, body.reason, body.version)
      return undefined
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/content/comments/{id}/state',
      summary: 'Hide, remove, approve or restore a comment',
      tag,
      access: permitted('content.moderate'),
      params: idParams,
      body: state,
    },
    async (ctx, { params, body }) => {
      const comment = await accessComment(ctx, audience, params.id)
      await changeCommentState(ctx, comment, body.state, body.reason, body.version)
      return undefined
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/content/comments/{id}/versions',
      summary: 'See how a comment read before each change',
      tag,
      access: permitted('content.read'),
      params: idParams,
      answer: z.object({
        items: z.array(z.object({ version: z.number(), document: documentSchema, writtenAt: z.string() })),
      }),
    },
    async (ctx, { params }) => {
      await accessComment(ctx, audience, params.id)
      const rows = await findCommentVersions(ctx, params.id)
      return {
        items: rows.map(({ version, document, writtenAt }) => ({
          version,
          document: document as never,
          writtenAt: writtenAt.toISOString(),
        })),
      }
    },
  ),
]
