/** What is done to a post by those who talk about it: voting, accepting, tipping. */
import { z } from 'zod'
import { anyone, member, permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { id, idParams } from '#base/http/schemas.ts'
import { accessComment, accessPost } from '../access.ts'
import { contentProblems } from '../problems.ts'
import { acceptAnswer } from './accepting.ts'
import { closePoll, readPoll, vote } from './polls.ts'
import type { TalkParts } from './posting.ts'
import { pollAnswer, tipAnswer, tipInput } from './shapes.ts'
import { findTips, tip } from './tipping.ts'

const tag = 'content'
const accepted = z.object({ commentId: id.nullable().describe('Null: none any more') })

export const aboutPostRoutes = ({ audience }: TalkParts) => [
  route(
    {
      method: 'get',
      path: '/api/site/posts/{id}/poll',
      summary: 'See the poll of a post',
      tag,
      access: anyone,
      params: idParams,
      answer: pollAnswer,
    },
    async (ctx, { params }) => await readPoll(ctx, await accessPost(ctx, audience, params.id)),
  ),
  route(
    {
      method: 'put',
      path: '/api/site/posts/{id}/poll',
      summary: 'Vote, change your vote, or take it back',
      tag,
      access: member,
      params: idParams,
      body: z.object({ optionIds: z.array(id).max(20).describe('None: takes the vote back') }),
      answer: pollAnswer,
    },
    async (ctx, { params, body }) => {
      const post = await accessPost(ctx, audience, params.id)
      await vote(ctx, post, body.optionIds)
      return await readPoll(ctx, post)
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/site/posts/{id}/poll',
      summary: 'End the poll of your post, or of one on a board that you host, now',
      tag,
      access: member,
      params: idParams,
      answer: pollAnswer,
    },
    async (ctx, { params }) => {
      const post = await accessPost(ctx, audience, params.id)
      await closePoll(ctx, post)
      return await readPoll(ctx, post)
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/site/posts/{id}/accepted',
      summary: 'Accept an answer to your question, or on a board that you host',
      tag,
      access: member,
      params: idParams,
      body: accepted,
    },
    async (ctx, { params, body }) => {
      await acceptAnswer(ctx, await accessPost(ctx, audience, params.id), body.commentId)
      return undefined
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/content/posts/{id}/accepted',
      summary: 'Accept an answer to a question on behalf of the team',
      tag,
      access: permitted('content.moderate'),
      params: idParams,
      body: accepted,
    },
    async (ctx, { params, body }) => {
      await acceptAnswer(ctx, await accessPost(ctx, audience, params.id), body.commentId)
      return undefined
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/site/posts/{id}/tips',
      summary: 'Tip who wrote a post or a comment',
      tag,
      access: member,
      idempotency: 'required',
      limit: { max: 30, perSeconds: 60 },
      params: idParams,
      body: tipInput,
      answer: tipAnswer,
    },
    async (ctx, { params, body, request }) => {
      const post = await accessPost(ctx, audience, params.id)
      const comment = body.commentId ? await accessComment(ctx, audience, body.commentId) : undefined
      if (comment && (comment.postId !== post.id || comment.state !== 'published'))
        throw contentProblems.commentNotFound()
      const key = request.headers.get('idempotency-key')!
      await tip(ctx, post, { points: body.points, key, comment })
      return await findTips(ctx, post.id)
    },
  ),
]
