/** Browsers that may be woken, over HTTP. Asked for after an explicit tap only. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { idParams, moment } from '#base/http/schemas.ts'
import { asker } from '../inbox/inbox.routes.ts'
import type { EngageParts } from '../parts.ts'
import { findDevices, subscribe, subscriptionSealer, unsubscribe } from './subscriptions.ts'
import { vapidKeys } from './vapid.ts'

const tag = 'Notices'

const device = z.object({
  id: z.string(),
  device: z.string(),
  createdAt: moment,
  usedAt: moment.nullable(),
  here: z.boolean().describe('Given in this session'),
})

export const pushRoutes = ({ secrets }: EngageParts): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/member/push-subscriptions',
      summary: 'List the browsers that may be woken, and the key to subscribe with',
      tag,
      access: member,
      answer: z.object({ key: z.string(), items: z.array(device) }),
    },
    async (ctx) => ({
      key: vapidKeys(secrets).publicKey,
      items: (await findDevices(ctx, asker(ctx))).map((row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        usedAt: row.usedAt?.toISOString() ?? null,
      })),
    }),
  ),
  route(
    {
      method: 'post',
      path: '/api/member/push-subscriptions',
      summary: 'Let this browser be woken',
      tag,
      access: member,
      limit: { max: 20, perSeconds: 3_600 },
      body: z.object({
        endpoint: z.url().max(1_000),
        // 65 and 16 bytes in base64url, as the Push API gives them.
        keys: z.object({
          p256dh: z.string().regex(/^[\w-]{87}=?$/),
          auth: z.string().regex(/^[\w-]{22}={0,2}$/),
        }),
        device: z.string().trim().max(80).default(''),
      }),
      answer: z.object({ id: z.string() }),
      status: 201,
    },
    async (ctx, { body: { device, ...subscription } }) => ({
      id: await subscribe(ctx, subscriptionSealer(secrets), asker(ctx), { subscription, device }),
    }),
  ),
  route(
    {
      method: 'delete',
      path: '/api/member/push-subscriptions/{id}',
      summary: 'Stop waking a browser',
      tag,
      access: member,
      params: idParams,
    },
    async (ctx, { params }) => {
      await unsubscribe(ctx, asker(ctx), params.id)
      return undefined
    },
  ),
]
