/** Stopping the digest over HTTP: the address in the mail, and the page that it leads people to. */
import { z } from 'zod'
import { bearerOf } from '#base/access/access.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import type { EngageParts } from '../parts.ts'
import { digestWays } from '../wishes/wishes.ts'
import { findDigestWay, readToken, setDigestWay, stopMailSealer } from './stop-mail.ts'

const tag = 'Notices'
const access = bearerOf('a link from a digest')
const params = z.object({ token: z.string().regex(/^[\w-]{40,200}$/) })
const limit = { max: 60, perSeconds: 60 }
const way = z.object({ digest: z.enum(digestWays) })

export const stopMailRoutes = (parts: EngageParts): AnyRoute[] => {
  const sealer = stopMailSealer(parts.secrets)
  return [
    route(
      {
        method: 'get',
        path: '/unsubscribe/{token}',
        summary: 'Lead a person from a digest to the page where it can be stopped',
        tag,
        access,
        limit,
        hidden: true,
        params,
      },
      async (_ctx, { params: { token } }) =>
        new Response(null, {
          status: 303,
          headers: { location: `/stop-mail/${token}`, 'cache-control': 'no-store' },
        }),
    ),
    route(
      {
        method: 'post',
        path: '/unsubscribe/{token}',
        summary: 'Stop the digest with one click (RFC 8058)',
        tag,
        access,
        limit,
        idempotency: 'none',
        hidden: true,
        params,
      },
      async (ctx, { params: { token } }) => {
        await setDigestWay(ctx, parts, readToken(sealer, token), 'off')
        return undefined
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/stop-mail/{token}',
        summary: 'Read how often the owner of a link gets digests',
        tag,
        access,
        limit,
        params,
        answer: way,
      },
      async (ctx, { params: { token } }) => ({ digest: await findDigestWay(ctx, readToken(sealer, token)) }),
    ),
    route(
      {
        method: 'put',
        path: '/api/stop-mail/{token}',
        summary: 'Change how often the owner of a link gets digests',
        tag,
        access,
        limit,
        params,
        body: way,
        answer: way,
      },
      async (ctx, { params: { token }, body: { digest } }) => {
        await setDigestWay(ctx, parts, readToken(sealer, token), digest)
        return { digest }
      },
    ),
  ]
}
