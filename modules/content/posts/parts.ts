import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'
import { arrangingRoutes } from './arranging.routes.ts'
import { draftRoutes } from './drafts.routes.ts'
import { publishDueJob, publishDueSchedule } from './due.ts'
import { managingRoutes } from './managing.routes.ts'
import { writingData } from './personal.ts'
import { contentToReview } from './review.ts'
import { workspaceRoutes } from './workspace.routes.ts'
import { writingRoutes } from './writing.routes.ts'

export const postsParts = (parts: ContentParts) =>
  joinParts({
    routes: [
      ...writingRoutes(parts),
      ...draftRoutes(parts),
      ...arrangingRoutes(parts),
      ...workspaceRoutes(parts),
      ...managingRoutes,
    ],
    jobs: [publishDueJob(parts.audience)],
    schedule: [publishDueSchedule],
    work: [contentToReview],
    personal: writingData,
  })
