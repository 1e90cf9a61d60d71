import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import type { Parts } from '#base/parts.ts'
import { healthAnswer } from './health.schema.ts'
import { openHealth } from './read-health.ts'
import { warningsOf } from './warnings.ts'

export const healthRoutes = (parts: Pick<Parts, 'config' | 'connection' | 'warehouse'>) => {
  const readHealth = openHealth(parts)
  return [
    route(
      {
        method: 'get',
        path: '/api/system/health',
        summary: 'Read the state of the whole installation',
        tag: 'System',
        access: permitted('system.read'),
        answer: healthAnswer,
      },
      async (ctx) => {
        const health = await readHealth(ctx)
        return { ...health, warnings: warningsOf(health, ctx.locale) }
      },
    ),
  ]
}
