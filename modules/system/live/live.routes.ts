import { signedIn } from '#base/access/access.ts'
import { problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { liveStreams } from '#base/live/stream.ts'
import type { Parts } from '#base/parts.ts'

export const liveRoutes = ({ live }: Pick<Parts, 'live'>) => {
  const streams = liveStreams(live)
  return [
    route(
      {
        method: 'get',
        path: '/api/live',
        summary: 'Follow what changes: server-sent events `stale` (query keys to fetch again) and `job`',
        tag: 'Live',
        access: signedIn,
        // Browsers come back by themselves; a broken one must not do so without end.
        limit: { max: 60, perSeconds: 60 },
      },
      async ({ actor }, { request }) => {
        if (actor.kind !== 'account') throw problems.forbidden()
        return streams.answer({
          actor,
          ip: request.ip,
          lastEventId: request.headers.get('last-event-id'),
          signal: request.signal,
        })
      },
    ),
  ]
}
