/** The machine room: health, followers of the log, dead letters, jobs, schedule, live updates. */
import type { Permission } from '#base/access/access.ts'
import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { consumerRoutes } from './consumers/consumers.routes.ts'
import { systemFacts } from './facts.ts'
import { healthRoutes } from './health/health.routes.ts'
import { jobRoutes } from './jobs/jobs.routes.ts'
import { liveRoutes } from './live/live.routes.ts'
import { messages } from './system.messages.ts'
import { upkeepJobs, upkeepSchedule } from './upkeep/upkeep.jobs.ts'
import { systemWork } from './work.ts'

const permissions: readonly Permission[] = [
  { name: 'system.read', label: messages.mayRead, roles: ['owner', 'admin'], scope: true },
  { name: 'system.operate', label: messages.mayOperate, roles: ['owner', 'admin'] },
]

export const systemModule = (parts: Parts) =>
  defineModule({
    name: 'system',
    permissions,
    routes: [...healthRoutes(parts), ...consumerRoutes, ...jobRoutes(parts), ...liveRoutes(parts)],
    facts: systemFacts,
    jobs: upkeepJobs,
    schedule: upkeepSchedule,
    work: systemWork(parts),
  })
