import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { activityRoute } from './activity/activity.routes.ts'
import { words } from './insight.messages.ts'
import { retentionRoute } from './retention/retention.routes.ts'

/** What the numbers say: reads of the warehouse, and of nothing else. */
export const insightModule = ({ warehouse }: Pick<Parts, 'warehouse'>) =>
  defineModule({
    name: 'insight',
    permissions: [
      {
        name: 'insight.read',
        label: words.read,
        roles: ['owner', 'admin', 'operator', 'analyst', 'viewer'],
        scope: true,
      },
    ],
    routes: [activityRoute(warehouse), retentionRoute(warehouse)],
  })
