/** Signals over HTTP: what waits, what it rests on, and what became of it. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageQuery } from '#base/http/schemas.ts'
import type { InsightParts } from '../parts.ts'
import { metricNames } from './metric-names.ts'
import { presentSignal, type SignalWords } from './present.ts'
import { signalAnswer } from './shapes.ts'
import { closeSignal, countOpenSignals, findSignals, getSignal, takeSignal } from './signals.ts'
import { readSaid } from './topics.ts'

const tag = 'insight'
const read = permitted('insight.read')
const edit = permitted('insight.edit')

/** How metrics and events are called in the reader's language. */
export async function signalWordsOf(
  ctx: Ctx,
  { audience }: Pick<InsightParts, 'audience'>,
): Promise<SignalWords> {
  const [metricName, { events }] = await Promise.all([metricNames(ctx), audience.catalogue(ctx)])
  const labels = new Map(events.map(({ name, label }) => [name, label]))
  return { metricName, eventName: (event) => labels.get(event) ?? event }
}

export const signalRoutes = (parts: InsightParts) => [
  route(
    {
      method: 'get',
      path: '/api/insight/signals',
      summary: 'List signals, the latest first',
      tag,
      access: read,
      query: pageQuery.extend({
        open: z.stringbool().default(true),
        rule: id.optional(),
        group: id.optional(),
      }),
      answer: z.object({
        items: z.array(signalAnswer),
        next: z.string().nullable(),
        open: z.int().describe('How many are open in all'),
      }),
    },
    async (ctx, { query: { cursor, limit, ...filter } }) => {
      const [page, open, words] = await Promise.all([
        findSignals(ctx, filter, { after: readCursor('signals', cursor), limit }),
        countOpenSignals(ctx),
        signalWordsOf(ctx, parts),
      ])
      return {
        items: page.items.map((signal) => presentSignal(ctx, signal, words)),
        next: writeCursor('signals', page.next),
        open,
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/insight/signals/{id}',
      summary: 'See a signal with its evidence',
      tag,
      access: read,
      params: idParams,
      answer: signalAnswer,
    },
    async (ctx, { params }) => {
      const signal = await getSignal(ctx, params.id)
      const [words, said] = await Promise.all([
        signalWordsOf(ctx, parts),
        readSaid(ctx, signal.evidence.topic?.said ?? []),
      ])
      return presentSignal(ctx, signal, words, said)
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/insight/signals/{id}/taken',
      summary: 'Take a signal on, or give it back',
      tag,
      access: edit,
      params: idParams,
      body: z.object({ taken: z.boolean() }),
      answer: signalAnswer,
    },
    async (ctx, { params, body }) =>
      presentSignal(ctx, await takeSignal(ctx, params.id, body.taken), await signalWordsOf(ctx, parts)),
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/signals/{id}/close',
      summary: 'Close a signal: it was handled, or it was nothing',
      tag,
      access: edit,
      params: idParams,
      body: z.object({
        outcome: z.enum(['handled', 'dismissed']),
        reason: z.string().trim().min(2).max(300),
        improvementId: id.nullable().default(null),
      }),
      answer: signalAnswer,
    },
    async (ctx, { params, body }) =>
      presentSignal(ctx, await closeSignal(ctx, params.id, body), await signalWordsOf(ctx, parts)),
  ),
]
