/** How shops send orders: one, many, or by a signed webhook. */
import { z } from 'zod'
import { bearerOf, permitted } from '#base/access/access.ts'
import { type Ctx, transact } from '#base/context.ts'
import { parseJson, readBytes } from '#base/http/body.ts'
import { route } from '#base/http/route.ts'
import type { Secrets } from '#base/secrets.ts'
import { audit } from '#modules/identity/api.ts'
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

export const sendingRoutes = ({ vault, secrets }: { readonly vault: Vault; readonly secrets: Secrets }) => {
  /** What a person of the team sends by hand is in the audit log; a shop's program is its own record. */
  const send = async (ctx: Ctx, key: string, orders: readonly unknown[]) =>
    await transact(ctx, async (tx) => {
      const source = await knownSource(tx, key)
      const results = await judgeOrders(tx, vault, { source, by: 'api' }, orders, tx.now)
      if (ctx.actor.kind === 'account')
        await audit(
          tx,
          'commerce.orders_sent',
          { kind: 'order_source', id: source.id },
          { orders: results.length },
        )
      return results
    })
  return [
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
        const [result] = await send(ctx, body.source, [body.order])
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
      async (ctx, { body }) => ({ results: await send(ctx, body.source, body.orders) }),
    ),
    route(
      {
        method: 'post',
        path: '/api/orders/hooks/{source}',
        summary:
          'Take orders from a shop by webhook, signed as Standard Webhooks say; each must carry updatedAt',
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
        const bytes = await readBytes(
          request.raw,
          request.headers.get('content-length') ?? undefined,
          mebibyte,
        )
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
}
