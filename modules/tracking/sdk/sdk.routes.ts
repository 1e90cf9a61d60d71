import { createHash } from 'node:crypto'
import { anyone } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { script } from './script.generated.ts'

const tag = `"${createHash('sha256').update(script).digest('base64url').slice(0, 22)}"`

/** Pages of other origins embed it; browsers keep it for an hour and then ask whether it changed. */
const headers = {
  'content-type': 'text/javascript; charset=utf-8',
  'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  etag: tag,
}

export const sdkRoute = route(
  {
    method: 'get',
    path: '/sdk.js',
    summary: 'Get the browser SDK',
    tag: 'tracking',
    access: anyone,
    limit: { max: 3_000, perSeconds: 60 },
    cors: ['*'],
    hidden: true,
  },
  async (_ctx, { request }) => {
    const known = (request.headers.get('if-none-match') ?? '').split(',').some((each) => each.trim() === tag)
    return known ? new Response(null, { status: 304, headers }) : new Response(script, { headers })
  },
)
