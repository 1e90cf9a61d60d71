import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { audienceLabels } from './audience.messages.ts'
import type { Audience } from './audience.ts'
import { segmentsPart } from './segments/part.ts'

/** Who: conditions, segments, stages of life, RFM, personas. */
export const audienceModule = (
  parts: Pick<Parts, 'connection' | 'warehouse' | 'files' | 'jobs'>,
  audience: Audience,
) => {
  const segments = segmentsPart(parts, audience)
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
    routes: [...segments.routes],
    facts: [...segments.facts],
    jobs: [...segments.jobs],
    schedule: [...segments.schedule],
    fields: [...segments.fields],
    personal: [...segments.personal],
    memberSets: [...segments.memberSets],
  })
}
