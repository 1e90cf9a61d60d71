import { defineModule, joinParts } from '#base/module.ts'
import { activityRoute } from './activity/activity.routes.ts'
import { alertsParts } from './alerts/parts.ts'
import { analyses } from './analyses.ts'
import { analysisRoutes } from './analysis.ts'
import { annotationParts } from './annotations/parts.ts'
import { attributionParts } from './attribution/parts.ts'
import { channelParts } from './channels/parts.ts'
import { dashboardParts } from './dashboards/parts.ts'
import { demoParts } from './demo/parts.ts'
import { experimentParts } from './experiments/parts.ts'
import { goalsParts } from './goals/parts.ts'
import { improvementParts } from './improvements/parts.ts'
import { words } from './insight.messages.ts'
import { metricsParts } from './metrics/parts.ts'
import type { InsightParts } from './parts.ts'
import { reportParts } from './reports/parts.ts'
import { savedParts } from './saved/parts.ts'
import { stageParts } from './stage/parts.ts'
import { subscriptionParts } from './subscriptions/parts.ts'
import { valueParts } from './value/parts.ts'
import { wordsParts } from './words/parts.ts'

/** 洞察: what the numbers say, and who is behind them. Of what happened it reads the warehouse, and nothing else. */
export const insightModule = (parts: InsightParts) =>
  defineModule({
    name: 'insight',
    ...joinParts(
      savedParts,
      valueParts(parts),
      experimentParts(parts),
      metricsParts(parts),
      annotationParts(parts),
      attributionParts,
      channelParts(parts),
      wordsParts(parts),
      goalsParts(parts),
      alertsParts(parts),
      improvementParts(parts),
      stageParts(parts),
      reportParts(parts),
      subscriptionParts(parts),
      dashboardParts(parts),
      demoParts(parts),
      {
        permissions: [
          {
            name: 'insight.read',
            label: words.read,
            roles: ['owner', 'admin', 'operator', 'analyst', 'viewer'],
            scope: true,
          },
          { name: 'insight.edit', label: words.edit, roles: ['owner', 'admin', 'operator', 'analyst'] },
        ],
        routes: [
          ...analyses.flatMap((analysis) => analysisRoutes(parts, analysis)),
          activityRoute(parts.warehouse),
        ],
      },
    ),
  })
