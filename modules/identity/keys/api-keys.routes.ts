/** API keys. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { id, idParams, moment } from '#base/http/schemas.ts'
import type { Identity } from '../engine/identity.ts'
import { change } from '../sign-in/limits.ts'
import { createApiKey, findApiKeys, revokeApiKey } from './api-keys.ts'

const tag = 'API keys'

export const apiKeysRoutes = (identity: Identity): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/api-keys',
      summary: 'List the API keys',
      tag,
      access: permitted('api_keys.manage'),
      answer: z.object({
        items: z.array(
          z.object({
            id,
            name: z.string(),
            /** The beginning of the key, to tell keys apart. */
            prefix: z.string(),
            scopes: z.array(z.string()),
            createdBy: z.object({ id, name: z.string() }),
            createdAt: moment,
            expiresAt: moment.nullable(),
            /** To the hour. */
            lastUsedAt: moment.nullable(),
            expired: z.boolean(),
            can: z.object({ revoke: z.boolean() }),
          }),
        ),
      }),
    },
    async (ctx) => ({
      items: (await findApiKeys(ctx)).map((row) => ({
        id: row.id,
        name: row.name,
        prefix: row.prefix,
        scopes: row.scopes,
        createdBy: { id: row.created_by, name: row.created_by_name },
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at?.toISOString() ?? null,
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
        expired: row.expires_at !== null && row.expires_at <= ctx.now,
        can: { revoke: may(ctx.actor, 'api_keys.manage') },
      })),
    }),
  ),
  route(
    {
      method: 'post',
      path: '/api/api-keys',
      summary: 'Make an API key; it is shown this once',
      tag,
      access: permitted('api_keys.manage'),
      limit: change,
      // A stored answer would keep the key readable.
      idempotency: 'none',
      body: z.object({
        name: z.string().trim().min(1).max(60),
        scopes: z.array(z.string().max(64)).min(1).max(200),
        /** Null: for good. */
        expiresAt: moment.nullable(),
      }),
      answer: z.object({ id, key: z.string() }),
      status: 201,
    },
    async (ctx, { body, request }) => {
      request.answerHeaders.set('cache-control', 'no-store')
      return await createApiKey(
        ctx,
        {
          name: body.name,
          scopes: body.scopes,
          expiresAt: body.expiresAt === null ? null : new Date(body.expiresAt),
        },
        identity.options.permissions(),
      )
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/api-keys/{id}',
      summary: 'Revoke an API key',
      tag,
      access: permitted('api_keys.manage'),
      params: idParams,
    },
    async (ctx, { params }) => {
      await revokeApiKey(ctx, params.id)
      return undefined
    },
  ),
]
