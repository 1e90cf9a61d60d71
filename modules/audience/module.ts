import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { audienceLabels } from './audience.messages.ts'
import type { Audience } from './audience.ts'
import { conditionsPart } from './conditions/part.ts'
import { rfmPart } from './rfm/part.ts'
import { segmentsPart } from './segments/part.ts'

/** Who: conditions, segments, stages of life, RFM, personas. */
export const audienceModule = (
  parts: Pick<Parts, 'connection' | 'warehouse' | 'files' | 'jobs'>,
  audience: Audience,
) => {
  const conditions = conditionsPart(parts, audience)
  const segments = segmentsPart(parts, audience)
  const rfm = rfmPart(parts)
  return defineModule({
    name: 'audience',
    permissions: [
      {
        name: 'audience.read',
        label: audienceLabels.read,
        roles: ['owner', 'admin', 'operator', 'moderator', 'analyst', 'support', 'viewer'],
        scope: true,
      },
      {
        name: 'audience.edit',
        label: audienceLabels.edit,
        roles: ['owner', 'admin', 'operator', 'analyst'],
        scope: true,
      },
    ],
    routes: [...conditions.routes, ...segments.routes, ...rfm.routes],
    consumers: [...conditions.consumers],
    facts: [...segments.facts, ...rfm.facts],
    jobs: [...conditions.jobs, ...segments.jobs, ...rfm.jobs],
    schedule: [...conditions.schedule, ...segments.schedule, ...rfm.schedule],
    fields: [...segments.fields, ...rfm.fields],
    personal: [...segments.personal, ...rfm.personal],
    memberSets: [...segments.memberSets],
  })
}
