import { z } from 'zod'
import { anyone, member } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { accessComment, accessPost } from '../access.ts'
import { contentProblems } from '../problems.ts'
import { reactionKind } from '../shapes.ts'
import type { TalkParts } from './posting.ts'
import { findReactions, type Reactable, react, withdrawReaction } from './reactions.ts'
import { reactionState } from './shapes.ts'

const tag = 'content'
const body = z.object({ kind: reactionKind.default('like') })
const limit = { max: 240, perSeconds: 60 }

export const reactionRoutes = ({ audience }: TalkParts) => {
  const post = async (ctx: Ctx, id: Id): Promise<Reactable> => ({
    post: await accessPost(ctx, audience, id),
  })
  const comment = async (ctx: Ctx, id: Id): Promise<Reactable> => {
    const found = await accessComment(ctx, audience, id)
    if (found.state !== 'published') throw contentProblems.commentNotFound()
    return { post: found.post, comment: found }
  }
  const routesOf = (
    path: '/api/site/posts/{id}/reaction' | '/api/site/comments/{id}/reaction',
    what: string,
    access: (ctx: Ctx, id: Id) => Promise<Reactable>,
  ) => [
    route(
      {
        method: 'get',
        path,
        summary: `See what people said to a ${what} with one tap`,
        tag,
        access: anyone,
        params: idParams,
        answer: reactionState,
      },
      async (ctx, { params }) => await findReactions(ctx, await access(ctx, params.id)),
    ),
    route(
      {
        method: 'put',
        path,
        summary: `React to a ${what}, instead of how you did before`,
        tag,
        access: member,
        limit,
        params: idParams,
        body,
        answer: reactionState,
      },
      async (ctx, { params, body }) => {
        const thing = await access(ctx, params.id)
        await react(ctx, thing, body.kind)
        return await findReactions(ctx, thing)
      },
    ),
    route(
      {
        method: 'delete',
        path,
        summary: `Take back your reaction to a ${what}`,
        tag,
        access: member,
        limit,
        params: idParams,
        answer: reactionState,
      },
      async (ctx, { params }) => {
        const thing = await access(ctx, params.id)
        await withdrawReaction(ctx, thing)
        return await findReactions(ctx, thing)
      },
    ),
  ]
  return [
    ...routesOf('/api/site/posts/{id}/reaction', 'post', post),
    ...routesOf('/api/site/comments/{id}/reaction', 'comment', comment),
  ]
}
