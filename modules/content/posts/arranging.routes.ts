/**
 * Arranging posts: standing, board, merging, splitting. The same for hosts and authors on the member site and for
 * the team in the console; what each may is decided by the post.
 */
import { z } from 'zod'
import { type Access, member, permitted } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { type BoardStanding, mayModerate } from '#modules/groups/api.ts'
import { type AccessedPost, accessPost, findBoard } from '../access.ts'
import type { ContentParts } from '../parts.ts'
import { contentProblems } from '../problems.ts'
import { mergePosts, movePost } from './moving.ts'
import { boardMove, mergeInput, splitInput, standing, standingAnswer } from './shapes.ts'
import { splitPost } from './splitting.ts'
import { changeStanding, findStanding } from './standing.ts'

const tag = 'content'
const made = z.object({ id: z.string() })

type Given = Pick<ContentParts, 'audience'>

/** A post that the one who asks looks after. Throws `post_not_found`, `may_not_moderate`. */
export async function accessToArrange(ctx: Ctx, { audience }: Given, postId: Id): Promise<AccessedPost> {
  const post = await accessPost(ctx, audience, postId)
  if (!post.moderates) throw contentProblems.mayNotModerate()
  return post
}

/** A board to which one may move posts. Throws `board_not_found`, `may_not_moderate`. */
export async function accessTarget(ctx: Ctx, { audience }: Given, boardId: Id): Promise<BoardStanding> {
  const board = await findBoard(ctx, audience, boardId)
  if (!board) throw contentProblems.boardNotFound()
  if (!mayModerate(ctx, board)) throw contentProblems.mayNotModerate()
  return board
}

const routesAt = (
  prefix: '/api/site/posts' | '/api/content/posts',
  access: Access,
  where: string,
  parts: Given,
) => [
  route(
    {
      method: 'patch',
      path: `${prefix}/{id}/standing`,
      summary: `Pin, feature, lock, close, hide, remove or restore a post${where}`,
      tag,
      access,
      params: idParams,
      body: standing,
      answer: standingAnswer,
    },
    async (ctx, { params, body }) =>
      await transact(ctx, async (tx) => {
        await changeStanding(tx, await accessPost(tx, parts.audience, params.id), body)
        return await findStanding(tx, params.id)
      }),
  ),
  route(
    {
      method: 'put',
      path: `${prefix}/{id}/board`,
      summary: `Move a post to another board${where}`,
      tag,
      access,
      params: idParams,
      body: boardMove,
    },
    async (ctx, { params, body }) => {
      await accessToArrange(ctx, parts, params.id)
      await movePost(ctx, params.id, await accessTarget(ctx, parts, body.boardId), body.reason)
      return undefined
    },
  ),
  route(
    {
      method: 'put',
      path: `${prefix}/{id}/merged-into`,
      summary: `Merge a post into another one${where}`,
      tag,
      access,
      params: idParams,
      body: mergeInput,
      answer: made,
    },
    async (ctx, { params, body }) => {
      await accessToArrange(ctx, parts, params.id)
      await accessToArrange(ctx, parts, body.postId)
      await mergePosts(ctx, params.id, body.postId, body.reason)
      return { id: body.postId }
    },
  ),
  route(
    {
      method: 'post',
      path: `${prefix}/{id}/splits`,
      summary: `Make some comments a post of their own${where}`,
      tag,
      access,
      params: idParams,
      body: splitInput,
      answer: made,
      status: 201,
    },
    async (ctx, { params, body }) => {
      const post = await accessToArrange(ctx, parts, params.id)
      const to = await accessTarget(ctx, parts, body.boardId ?? post.boardId)
      return { id: await splitPost(ctx, params.id, { ...body, to }) }
    },
  ),
]

export const arrangingRoutes = (parts: Given) => [
  ...routesAt('/api/site/posts', member, ' on the site', parts),
  ...routesAt('/api/content/posts', permitted('content.moderate'), '', parts),
]
