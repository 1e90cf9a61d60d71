/** Links to dashboards over HTTP, and the one door that such a link opens. */
import { z } from 'zod'
import { bearerOf, permitted } from '#base/access/access.ts'
import { problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, moment } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { openAsking } from '../asking.ts'
import type { InsightParts } from '../parts.ts'
import { answerTiles, isFailed } from './answers.ts'
import { words } from './dashboards.messages.ts'
import { accessDashboard, findTiles } from './dashboards.ts'
import { answerShared, sharedAnswer } from './shared-answers.ts'
import { findShares, revokeShare, shareDashboard } from './shares.ts'

const tag = 'insight'
const edit = permitted('insight.edit')

/** Where the page of a link is; what follows the # never reaches a server's log. */
export const sharedPath = '/console/shared'

const share = z.object({
  id: z.string(),
  note: z.string(),
  expiresAt: moment.nullable(),
  createdAt: moment,
  by: z.string().nullable(),
  revokedAt: moment.nullable(),
  revokedBy: z.string().nullable(),
  seenAt: moment.nullable(),
})

export const shareRoutes = (parts: InsightParts) => [
  route(
    {
      method: 'get',
      path: '/api/insight/dashboards/{id}/shares',
      summary: 'List the links to a dashboard',
      tag,
      access: edit,
      params: idParams,
      answer: z.object({ items: z.array(share) }),
    },
    async (ctx, { params }) => ({
      items: (await findShares(ctx, params.id)).map((each) => ({
        ...each,
        expiresAt: each.expiresAt?.toISOString() ?? null,
        createdAt: each.createdAt.toISOString(),
        revokedAt: each.revokedAt?.toISOString() ?? null,
        seenAt: each.seenAt?.toISOString() ?? null,
      })),
    }),
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/dashboards/{id}/shares',
      summary: 'Make a link that shows the figures of a dashboard without signing in; it is answered once',
      tag,
      access: edit,
      limit: { max: 20, perSeconds: 60 },
      idempotency: 'none',
      params: idParams,
      body: z.object({
        note: z.string().trim().max(100).default(''),
        days: z.int().min(1).max(366).nullable().default(30).describe('Null: until it is taken back'),
      }),
      answer: z.object({ id: z.string(), url: z.string() }),
      status: 201,
    },
    async (ctx, { params, body: { note, days }, request: { signal } }) => {
      const { range, scope } = await accessDashboard(ctx, params.id)
      // Nobody shows strangers what he may not see himself.
      const found = await answerTiles(
        await openAsking(ctx, parts, signal),
        await findTiles(ctx, params.id),
        { ...(range ? { range } : {}), ...(scope ? { scope } : {}) },
        signal,
      )
      if (found.some((tile) => isFailed(tile) && unseen.has(tile.problem.code)))
        throw problems.invalidInput({
          values: { count: 1 },
          fields: [{ path: 'tiles', message: render(words.notYours, ctx.locale) }],
        })
      const expiresAt = days === null ? null : new Date(ctx.now.getTime() + days * 86_400_000)
      const made = await shareDashboard(ctx, params.id, { note, expiresAt })
      return { id: made.id, url: `${parts.config.baseUrl}${sharedPath}#${made.token}` }
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/insight/dashboards/{id}/shares/{share}',
      summary: 'Take back a link to a dashboard',
      tag,
      access: edit,
      params: idParams.extend({ share: id }),
    },
    async (ctx, { params }) => {
      await revokeShare(ctx, params.id, params.share)
      return undefined
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/shared',
      summary: 'See the figures of a shared dashboard',
      tag,
      access: bearerOf('a link to a dashboard'),
      limit: { max: 30, perSeconds: 60, globalMax: 1_200 },
      idempotency: 'none',
      body: z.object({ token: z.string().max(200) }),
      answer: sharedAnswer,
    },
    async (ctx, { body }) => await answerShared(ctx, parts, body.token),
  ),
]

const unseen = new Set(['condition_invalid', 'forbidden'])
