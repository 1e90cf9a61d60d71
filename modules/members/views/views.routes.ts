import { z } from 'zod'
import { operator } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { findViews, removeView, type SavedView, saveView } from './views.ts'

const list = z.string().regex(/^[a-z][a-z-]{0,39}$/)
const query = z
  .record(z.string().min(1).max(40), z.string().max(200))
  .refine((value) => Object.keys(value).length <= 30)
const answer = z.object({
  id: z.string(),
  list: z.string(),
  name: z.string(),
  query: z.record(z.string(), z.string()),
  can: z.object({ remove: z.boolean() }),
})

const present = (view: SavedView): z.input<typeof answer> => ({
  ...view,
  query: { ...view.query },
  can: { remove: true },
})

/** The operator's account; the access rule of the routes has made sure that there is one. */
function ownAccount(ctx: Ctx): Id {
  if (ctx.actor.kind !== 'account') throw problems.forbidden()
  return ctx.actor.accountId
}

export const viewRoutes = [
  route(
    {
      method: 'get',
      path: '/api/views',
      summary: 'List your saved views',
      tag: 'views',
      access: operator,
      query: z.object({ list }),
      answer: z.object({ items: z.array(answer), next: z.string().nullable() }),
    },
    async (ctx, input) => ({
      items: (await findViews(ctx, ownAccount(ctx), input.query.list)).map(present),
      next: null,
    }),
  ),
  route(
    {
      method: 'post',
      path: '/api/views',
      summary: 'Save a view',
      tag: 'views',
      access: operator,
      body: z.object({ list, name: z.string().trim().min(1).max(40), query }),
      answer,
      status: 201,
    },
    async (ctx, { body }) => present(await saveView(ctx, ownAccount(ctx), body)),
  ),
  route(
    {
      method: 'delete',
      path: '/api/views/{id}',
      summary: 'Remove a saved view',
      tag: 'views',
      access: operator,
      params: idParams,
    },
    async (ctx, { params }) => {
      await removeView(ctx, ownAccount(ctx), params.id)
      return undefined
    },
  ),
]
