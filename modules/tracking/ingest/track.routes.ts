import { bearerOf } from '#base/access/access.ts'
import { readBytes } from '#base/http/body.ts'
import { problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { takenSchema } from './batch.schema.ts'
import { maxBytes, readBatch } from './batch.ts'
import type { Senders } from './senders.ts'
import type { Tracker } from './track.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

export const trackRoutes = (senders: Senders, tracker: Tracker, origins: readonly string[]) => [
  route(
    {
      method: 'post',
      path: '/v1/track',
      summary: 'Send events',
      tag: 'tracking',
      access: bearerOf('a session, a track key (X-Track-Key or key), or an API key with tracking.write'),
      // The SDK sends every three seconds at most: room for 150 busy people behind one address.
      limit: { max: 3_000, perSeconds: 60 },
      idempotency: 'none',
      maxBody: maxBytes,
      types: ['application/json', 'text/plain'],
      cors: origins,
      answer: takenSchema,
    },
    async (ctx, { request }) => {
      const batch = readBatch(await bodyText(request.raw, request.headers))
      const sender = await senders.find(ctx, request, batch.key)
      const answer = await tracker.track(ctx, sender, batch, request.headers.get('user-agent') ?? '')
      return { ...answer, errors: [...answer.errors] }
    },
  ),
]

async function bodyText(raw: Request, headers: Headers): Promise<string> {
  const bytes = await readBytes(raw, headers.get('content-length') ?? undefined, maxBytes)
  try {
    return utf8.decode(bytes)
  } catch {
    throw problems.malformed({ values: { reason: 'UTF-8' } })
  }
}
