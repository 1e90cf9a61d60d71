import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import type { Secrets } from '#base/secrets.ts'
import { sourceKey } from './given.ts'
import { presentSource, sourceAnswer } from './present.ts'
import { addSource, changeSource, findSources, renewSecret, withdrawSecret } from './sources.ts'

const tag = 'orders'
const manage = permitted('commerce.orders_manage')
const name = z.string().trim().min(1).max(40)

export const sourceRoutes = (secrets: Secrets) => [
  route(
    {
      method: 'get',
      path: '/api/order-sources',
      summary: 'List where orders come from',
      tag,
      access: permitted('commerce.orders_read'),
      answer: z.object({ items: z.array(sourceAnswer) }),
    },
    async (ctx) => ({ items: (await findSources(ctx)).map((source) => presentSource(ctx, source)) }),
  ),
  route(
    {
      method: 'post',
      path: '/api/order-sources',
      summary: 'Add a source of orders',
      tag,
      access: manage,
      body: z.object({
        key: sourceKey,
        name,
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .default('CNY'),
      }),
      answer: sourceAnswer,
      status: 201,
    },
    async (ctx, { body }) => presentSource(ctx, await addSource(ctx, body)),
  ),
  route(
    {
      method: 'put',
      path: '/api/order-sources/{id}',
      summary: 'Rename a source of orders, or let it take no more',
      tag,
      access: manage,
      params: idParams,
      body: z.object({ name, archived: z.boolean() }),
      answer: sourceAnswer,
    },
    async (ctx, { params, body }) => presentSource(ctx, await changeSource(ctx, params.id, body)),
  ),
  route(
    {
      method: 'put',
      path: '/api/order-sources/{id}/secret',
      summary: 'Make a new secret for the webhooks of a source; it is shown this once',
      tag,
      access: manage,
      limit: { max: 20, perSeconds: 60 },
      params: idParams,
      answer: z.object({ source: sourceAnswer, secret: z.string() }),
    },
    async (ctx, { params }) => {
      const { source, secret } = await renewSecret(ctx, secrets, params.id)
      return { source: presentSource(ctx, source), secret }
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/order-sources/{id}/secret',
      summary: 'Take no webhooks of a source any more',
      tag,
      access: manage,
      params: idParams,
      answer: sourceAnswer,
    },
    async (ctx, { params }) => presentSource(ctx, await withdrawSecret(ctx, params.id)),
  ),
]
