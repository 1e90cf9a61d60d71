import type { Declared } from '#base/declarations/declared.ts'
import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { consoleRoutes } from './console.routes.ts'
import * as facts from './facts.ts'
import { helpSource } from './help/source.ts'
import { followThings } from './index/follow.ts'
import { keepSchedule, nightlySchedule, rebuildJob } from './index/rebuild.ts'
import { sweepJob, sweepSchedule } from './insight/queries.ts'
import { searchLabels } from './search.messages.ts'
import { siteRoutes } from './site.routes.ts'

/** Search: one index over what every module says can be found. */
export const searchModule = (parts: Pick<Parts, 'jobs'>, declared: Pick<Declared, 'searchable'>) => {
  const rebuild = rebuildJob(declared)
  return defineModule({
    name: 'search',
    permissions: [
      {
        name: 'search.read',
        label: searchLabels.read,
        roles: ['owner', 'admin', 'operator', 'moderator', 'analyst'],
      },
      { name: 'search.edit', label: searchLabels.edit, roles: ['owner', 'admin', 'operator'] },
    ],
    routes: [...siteRoutes(declared), ...consoleRoutes(parts, declared, rebuild)],
    facts: Object.values(facts),
    consumers: [followThings(declared)],
    jobs: [rebuild, sweepJob],
    searchable: [helpSource],
    schedule: [keepSchedule, nightlySchedule, sweepSchedule],
  })
}
