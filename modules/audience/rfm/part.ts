/** What RFM, by purchases and by contribution, adds to the module. */
import type { Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '../audience.ts'
import { rfmFields } from './fields.ts'
import { computeRfmJob, computeRfmSchedule } from './jobs.ts'
import { memberRfmRoute } from './member.routes.ts'
import { rfmPersonal } from './personal.ts'
import { rfmChanged, rfmComputed, rfmModelChanged } from './rfm.facts.ts'
import { rfmRoutes } from './rfm.routes.ts'

export function rfmPart(
  parts: Pick<Parts, 'warehouse' | 'jobs' | 'files'>,
  audience: Pick<Audience, 'requireFresh'>,
) {
  const compute = computeRfmJob(parts, audience)
  return {
    routes: [...rfmRoutes(parts, compute), memberRfmRoute],
    facts: [rfmChanged, rfmComputed, rfmModelChanged],
    jobs: [compute],
    schedule: [computeRfmSchedule],
    fields: [rfmFields],
    personal: [rfmPersonal],
  } satisfies Partial<Module>
}
