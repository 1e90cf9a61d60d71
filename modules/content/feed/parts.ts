import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'
import { feedRoutes } from './feed.routes.ts'
import { heatJob, heatSchedule } from './heat.jobs.ts'
import { refusedInterests } from './personal.ts'

export const feedParts = (parts: ContentParts) =>
  joinParts({
    routes: feedRoutes(parts),
    jobs: [heatJob(parts)],
    schedule: heatSchedule,
    personal: [refusedInterests],
  })
