/** How shops send orders: one, many, or by a signed webhook. */
import { z } from 'zod'
import { bearerOf, permitted } from '#base/access/access.ts'
import { parseJson, readBytes } from '#base/http/body.ts'
import { route } from '#base/http/route.ts'
import type { Secrets } from '#base/secrets.ts'
import type { Vault } from '#modules/members/api.ts'
import { commerceProblems } from '../problems.ts'
import { givenOrder, sourceKey } from './given.ts'
import { takeHook } from './hooks.ts'
import { judged, judgeOrders, knownSource } from './judging.ts'

const tag = 'orders'
const access = permitted('commerce.orders')
/** Orders of one request. */
export const mostAtOnce = 500
const mebibyte = 1024 * 1024

export const sendingRoutes = ({ vault, secrets }: { readonly vault: Vault; readonly secrets: Secrets }) => [
  route(
    {
      method: 'post',
      path: '/api/orders',
      summary: 'Send an order: the same again changes nothing, a newer one wins',
      tag,
      access,
      limit: { max: 600, perSeconds: 60 },
      body: z.object({ source: sourceKey, order: givenOrder }),
      answer: judged.omit({ index: true }),
    },
    async (ctx, { body }) => {
      const source = await knownSource(ctx, body.source)
      const [result] = await judgeOrders(ctx, vault, { source, by: 'api' }, [body.order])
      const { index: _, ...answer } = result!
      if (answer.outcome === 'refused')
        throw commerceProblems.orderRefused({
          values: { why: answer.message ?? '' },
          fields: [{ path: 'body.order', message: answer.message ?? '' }],
        })
      return answer
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/orders/batch',
      summary: 'Send up to 500 orders; each is judged by itself',
      tag,
      access,
      limit: { max: 120, perSeconds: 60 },
      maxBody: 4 * mebibyte,
      body: z.object({
        source: sourceKey,
        orders: z
          .array(z.record(z.string(), z.unknown()))
          .min(1)
          .max(mostAtOnce)
          .describe('Each of the form Order'),
      }),
      answer: z.object({ results: z.array(judged) }),
    },
    async (ctx, { body }) => {
      const source = await knownSource(ctx, body.source)
      return { results: await judgeOrders(ctx, vault, { source, by: 'api' }, body.orders) }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/orders/hooks/{source}',
      summary: 'Take orders from a shop by webhook, signed as Standard Webhooks say',
      tag,
      access: bearerOf(
        'a signature with the secret of the source (webhook-id, webhook-timestamp, webhook-signature)',
      ),
      limit: { max: 600, perSeconds: 60 },
      idempotency: 'none',
      maxBody: mebibyte,
      types: ['application/json'],
      params: z.object({ source: sourceKey }),
      answer: z.object({
        repeated: z.boolean().describe('The message was taken before: nothing happened'),
        results: z.array(judged),
      }),
    },
    async (ctx, { params, request }) => {
      const bytes = await readBytes(request.raw, request.headers.get('content-length') ?? undefined, mebibyte)
      const header = (name: string) => request.headers.get(name) ?? ''
      return await takeHook(ctx, { vault, secrets }, params.source, {
        id: header('webhook-id'),
        timestamp: header('webhook-timestamp'),
        signature: header('webhook-signature'),
        bytes,
        read: () => parseJson(bytes),
      })
    },
  ),
]
