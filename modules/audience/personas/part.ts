/** What personas add to the module. */
import type { Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '../audience.ts'
import { computePersonasJob, computePersonasSchedule } from './jobs.ts'
import { personaChanged } from './persona.facts.ts'
import { personaRoutes } from './personas.routes.ts'

export function personasPart(parts: Pick<Parts, 'warehouse' | 'files' | 'jobs'>, audience: Audience) {
  const compute = computePersonasJob(audience)
  return {
    routes: personaRoutes(parts, audience, compute),
    facts: [personaChanged],
    jobs: [compute],
    schedule: [computePersonasSchedule],
  } satisfies Partial<Module>
}
