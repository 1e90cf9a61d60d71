import { defineModule, joinParts } from '#base/module.ts'
import { activityRoute } from './activity/activity.routes.ts'
import { attributionParts } from './attribution/parts.ts'
import { words } from './insight.messages.ts'
import type { InsightParts } from './parts.ts'
import { pathsParts } from './paths/parts.ts'
import { retentionRoute } from './retention/retention.routes.ts'
import { savedParts } from './saved/parts.ts'

/** 洞察: what the numbers say, and who is behind them. Of what happened it reads the warehouse, and nothing else. */
export const insightModule = (parts: InsightParts) =>
  defineModule({
    name: 'insight',
    ...joinParts(savedParts, pathsParts(parts), attributionParts(parts), {
      permissions: [
        {
          name: 'insight.read',
          label: words.read,
          roles: ['owner', 'admin', 'operator', 'analyst', 'viewer'],
          scope: true,
        },
        { name: 'insight.edit', label: words.edit, roles: ['owner', 'admin', 'operator', 'analyst'] },
      ],
      routes: [activityRoute(parts.warehouse), retentionRoute(parts.warehouse)],
    }),
  })
