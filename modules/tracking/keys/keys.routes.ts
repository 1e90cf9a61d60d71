import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { findTrackKeys, issueTrackKey, type TrackKey, withdrawTrackKey } from './keys.ts'

const answer = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  test: z.boolean(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  can: z.object({ withdraw: z.boolean() }),
})

const present = (key: TrackKey): z.input<typeof answer> => ({
  id: key.id,
  name: key.name,
  prefix: key.prefix,
  test: key.test,
  createdAt: key.createdAt.toISOString(),
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  can: { withdraw: true },
})

const access = permitted('tracking.keys')

export const trackKeyRoutes = [
  route(
    {
      method: 'get',
      path: '/api/track-keys',
      summary: 'List tracking keys',
      tag: 'tracking',
      access,
      answer: z.object({ items: z.array(answer), next: z.string().nullable() }),
    },
    async (ctx) => ({ items: (await findTrackKeys(ctx)).map(present), next: null }),
  ),
  route(
    {
      method: 'post',
      path: '/api/track-keys',
      summary: 'Issue a tracking key',
      tag: 'tracking',
      access,
      // A stored answer would keep the key readable.
      idempotency: 'none',
      body: z.object({ name: z.string().trim().min(1).max(60), test: z.boolean().default(false) }),
      answer: answer.extend({ secret: z.string() }),
      status: 201,
    },
    async (ctx, { body }) => {
      const { key, secret } = await issueTrackKey(ctx, body)
      return { ...present(key), secret }
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/track-keys/{id}',
      summary: 'Withdraw a tracking key',
      tag: 'tracking',
      access,
      params: z.object({ id: z.string().regex(/^[1-9]\d{0,17}$/) }),
    },
    async (ctx, { params }) => {
      await withdrawTrackKey(ctx, params.id)
      return undefined
    },
  ),
]
