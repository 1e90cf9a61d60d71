/** Subscriptions over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { readClock } from '#modules/audience/api.ts'
import type { InsightParts } from '../parts.ts'
import { nextDue } from './due.ts'
import { namesFor } from './kinds.ts'
import { sendToMe } from './send.ts'
import { sendableKind, subscriptionAnswer, subscriptionFields, thing } from './shapes.ts'
import {
  canChangeSubscription,
  changeSubscription,
  findSubscriptions,
  getSubscription,
  pauseSubscription,
  readAgain,
  removeSubscription,
  type Subscription,
  subscribe,
} from './subscriptions.ts'

const tag = 'insight'
const read = permitted('insight.read')
const edit = permitted('insight.edit')

async function presentAll(
  ctx: Ctx,
  subscriptions: readonly Subscription[],
): Promise<z.input<typeof subscriptionAnswer>[]> {
  const { zone } = await readClock(ctx)
  // Many subscriptions are of few things.
  const nameOf = namesFor(ctx)
  const me = ctx.actor.kind === 'account' ? ctx.actor.accountId : undefined
  return await Promise.all(
    subscriptions.map(async ({ since: _, ownerId, createdAt, pausedAt, readers, robots, last, ...rest }) => ({
      ...rest,
      name: await nameOf(rest),
      createdAt: createdAt.toISOString(),
      pausedAt: pausedAt?.toISOString() ?? null,
      nextAt: pausedAt ? null : nextDue(rest.timing, zone, ctx.now).at.toISOString(),
      readers: [...readers],
      robots: [...robots],
      last,
      reading: readers.some((reader) => reader.id === me && !reader.stopped),
      can: { change: canChangeSubscription(ctx, { ownerId }) },
    })),
  )
}
const present = async (ctx: Ctx, subscription: Subscription) => (await presentAll(ctx, [subscription]))[0]!

/** The account behind a request: a program reads no mail. */
function reader(ctx: Ctx): string {
  if (ctx.actor.kind !== 'account') throw problems.forbidden()
  return ctx.actor.accountId
}

export const subscriptionRoutes = (parts: InsightParts) => [
  route(
    {
      method: 'get',
      path: '/api/insight/subscriptions',
      summary: 'List subscriptions',
      tag,
      access: read,
      query: z.object({ kind: sendableKind.optional(), thing: thing.optional() }),
      answer: z.object({ items: z.array(subscriptionAnswer) }),
    },
    async (ctx, { query }) => ({ items: await presentAll(ctx, await findSubscriptions(ctx, query)) }),
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/subscriptions',
      summary: 'Subscribe to a dashboard or a report',
      tag,
      access: edit,
      body: subscriptionFields.extend({ kind: sendableKind, thing }),
      answer: subscriptionAnswer,
      status: 201,
    },
    async (ctx, { body }) => await present(ctx, await subscribe(ctx, parts, body)),
  ),
  route(
    {
      method: 'put',
      path: '/api/insight/subscriptions/{id}',
      summary: 'Change when a subscription is sent, and to whom',
      tag,
      access: edit,
      params: idParams,
      body: subscriptionFields,
      answer: subscriptionAnswer,
    },
    async (ctx, { params, body }) =>
      await present(ctx, await changeSubscription(ctx, parts, params.id, body)),
  ),
  route(
    {
      method: 'put',
      path: '/api/insight/subscriptions/{id}/pause',
      summary: 'Pause a subscription, or let it go on',
      tag,
      access: edit,
      params: idParams,
      body: z.object({ paused: z.boolean() }),
      answer: subscriptionAnswer,
    },
    async (ctx, { params, body }) => await present(ctx, await pauseSubscription(ctx, params.id, body.paused)),
  ),
  route(
    {
      method: 'delete',
      path: '/api/insight/subscriptions/{id}',
      summary: 'Remove a subscription',
      tag,
      access: edit,
      params: idParams,
    },
    async (ctx, { params }) => {
      await removeSubscription(ctx, params.id)
      return undefined
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/subscriptions/{id}/send-me',
      summary: 'Have a subscription mailed to oneself now',
      tag,
      access: read,
      limit: { max: 10, perSeconds: 60 },
      params: idParams,
      answer: z.object({ jobId: z.string() }),
      status: 202,
    },
    async (ctx, { params }) => ({ jobId: await sendToMe(ctx, parts, params.id, reader(ctx)) }),
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/subscriptions/{id}/read-again',
      summary: 'Get a subscription again that one had stopped',
      tag,
      access: read,
      params: idParams,
      answer: subscriptionAnswer,
    },
    async (ctx, { params }) => {
      await getSubscription(ctx, params.id)
      await readAgain(ctx, params.id, reader(ctx))
      return await present(ctx, await getSubscription(ctx, params.id))
    },
  ),
]
