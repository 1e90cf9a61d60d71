import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { type Actor, may } from '#base/access/actor.ts'
import { type ConsumerState, listConsumers } from '#base/facts/operate.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, moment, pageOf, pageQuery } from '#base/http/schemas.ts'
import { discardDeadLetter, pauseConsumer, redriveDeadLetter, resumeConsumer } from './consumers.ts'
import { type DeadLetter, listDeadLetters } from './dead-letters.sql.ts'

const tag = 'System'
const iso = (date: Date | null) => date?.toISOString() ?? null

const consumerAnswer = z.object({
  name: z.string(),
  state: z.enum(['running', 'paused', 'retrying']),
  lag: z.object({
    rows: z.number().int().meta({ description: 'Rows of the log not passed yet, counted up to 100,000' }),
    seconds: z.number().meta({ description: 'Age of the oldest of them' }),
  }),
  deadLetters: z.number().int(),
  failures: z.number().int().meta({ description: 'Failed tries of the row it cannot get past now' }),
  lastError: z.string().nullable(),
  lastErrorAt: moment.nullable(),
  retryAt: moment.nullable(),
  advancedAt: moment,
  pause: z.object({ by: z.string(), at: moment, reason: z.string() }).nullable(),
  can: z.object({ pause: z.boolean(), resume: z.boolean() }),
})

function presentConsumer(actor: Actor, state: ConsumerState): z.input<typeof consumerAnswer> {
  const operates = may(actor, 'system.operate')
  const paused = state.pausedAt !== null
  return {
    name: state.name,
    state: paused ? 'paused' : state.failures > 0 || state.retryAt ? 'retrying' : 'running',
    lag: { rows: state.lagRows, seconds: Math.round(state.lagSeconds * 10) / 10 },
    deadLetters: state.deadLetters,
    failures: state.failures,
    lastError: state.lastError,
    lastErrorAt: iso(state.lastErrorAt),
    retryAt: iso(state.retryAt),
    advancedAt: state.advancedAt.toISOString(),
    pause: state.pausedAt
      ? { by: state.pausedBy ?? '', at: state.pausedAt.toISOString(), reason: state.pauseReason ?? '' }
      : null,
    can: { pause: operates && !paused, resume: operates && paused },
  }
}

const deadLetterAnswer = z.object({
  id,
  consumer: z.string(),
  effect: z.string().meta({ description: 'Empty for a consumer that takes batches' }),
  event: z.object({ seq: z.string(), name: z.string() }),
  reason: z.string(),
  attempts: z.number().int(),
  failedAt: moment,
  state: z.enum(['open', 'redriving', 'redriven', 'discarded']),
  resolvedBy: z.string().nullable(),
  resolvedAt: moment.nullable(),
  can: z.object({ redrive: z.boolean(), discard: z.boolean() }),
})

function presentDeadLetter(actor: Actor, row: DeadLetter): z.input<typeof deadLetterAnswer> {
  const open = row.resolution === null
  const operates = open && may(actor, 'system.operate')
  return {
    id: row.id,
    consumer: row.consumer,
    effect: row.effect,
    event: { seq: row.seq, name: row.event_name },
    reason: row.reason,
    attempts: row.attempts,
    failedAt: row.failed_at.toISOString(),
    state:
      row.resolution === null ? (row.redrive_at ? 'redriving' : 'open') : resolutions.parse(row.resolution),
    resolvedBy: row.resolved_by,
    resolvedAt: iso(row.resolved_at),
    can: { redrive: operates, discard: operates },
  }
}
const resolutions = z.enum(['redriven', 'discarded'])

const nameParams = z.object({ name: z.string().max(100) })

export const consumerRoutes = [
  route(
    {
      method: 'get',
      path: '/api/system/consumers',
      summary: 'List the followers of the log, with lag and errors',
      tag,
      access: permitted('system.read'),
      answer: z.object({ items: z.array(consumerAnswer) }),
    },
    async ({ db, actor }) => ({
      items: (await listConsumers(db)).map((state) => presentConsumer(actor, state)),
    }),
  ),
  route(
    {
      method: 'put',
      path: '/api/system/consumers/{name}/pause',
      summary: 'Pause a follower of the log',
      tag,
      access: permitted('system.operate'),
      params: nameParams,
      body: z.object({ reason: z.string().trim().max(500).default('') }),
    },
    async (ctx, { params, body }) => {
      await pauseConsumer(ctx, params.name, body.reason)
      return undefined
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/system/consumers/{name}/pause',
      summary: 'Resume a follower of the log',
      tag,
      access: permitted('system.operate'),
      params: nameParams,
    },
    async (ctx, { params }) => {
      await resumeConsumer(ctx, params.name)
      return undefined
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/system/dead-letters',
      summary: 'List what followers of the log could not do',
      tag,
      access: permitted('system.read'),
      query: pageQuery.extend({
        consumer: z.string().max(100).optional(),
        state: z.enum(['open', 'settled']).default('open'),
        cursor: id.optional(),
      }),
      answer: pageOf(deadLetterAnswer),
    },
    async ({ db, actor }, { query }) => {
      const rows = await listDeadLetters(db, {
        ...(query.consumer ? { consumer: query.consumer } : {}),
        ...(query.cursor ? { before: query.cursor } : {}),
        open: query.state === 'open',
        limit: query.limit + 1,
      })
      const items = rows.slice(0, query.limit)
      return {
        items: items.map((row) => presentDeadLetter(actor, row)),
        next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null,
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/system/dead-letters/{id}/redrive',
      summary: 'Send a dead letter back to its follower',
      tag,
      access: permitted('system.operate'),
      params: idParams,
    },
    async (ctx, { params }) => {
      await redriveDeadLetter(ctx, params.id)
      return undefined
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/system/dead-letters/{id}',
      summary: 'Give a dead letter up',
      tag,
      access: permitted('system.operate'),
      params: idParams,
    },
    async (ctx, { params }) => {
      await discardDeadLetter(ctx, params.id)
      return undefined
    },
  ),
]
