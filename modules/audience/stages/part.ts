/** What the life cycle adds to the module. */
import type { Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '../audience.ts'
import { stageFields } from './fields.ts'
import { computeStagesJob, computeStagesSchedule } from './jobs.ts'
import { lifeModelRoutes } from './models.routes.ts'
import { lifePeopleRoutes } from './people.routes.ts'
import { stagesPersonal } from './personal.ts'
import { lifecycleChanged, lifecycleComputed, lifecycleModelChanged } from './stages.facts.ts'

export function stagesPart(parts: Pick<Parts, 'warehouse' | 'jobs' | 'files'>, audience: Audience) {
  const compute = computeStagesJob(parts.warehouse, audience)
  return {
    routes: [...lifeModelRoutes(parts, audience, compute), ...lifePeopleRoutes(parts, audience)],
    facts: [lifecycleChanged, lifecycleComputed, lifecycleModelChanged],
    jobs: [compute],
    schedule: [computeStagesSchedule],
    fields: [stageFields],
    personal: [stagesPersonal],
  } satisfies Partial<Module>
}
