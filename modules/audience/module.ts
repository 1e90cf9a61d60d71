import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { audienceLabels } from './audience.messages.ts'
import type { Audience } from './audience.ts'
import { conditionsPart } from './conditions/part.ts'
import { audienceEffects } from './effects.ts'
import { interviewsPart } from './interviews/part.ts'
import { personasPart } from './personas/part.ts'
import { rfmPart } from './rfm/part.ts'
import { segmentsPart } from './segments/part.ts'
import { stagesPart } from './stages/part.ts'

/** Who: conditions, segments, stages of life, RFM, personas. */
export const audienceModule = (
  parts: Pick<Parts, 'connection' | 'warehouse' | 'files' | 'jobs'>,
  audience: Audience,
) => {
  const conditions = conditionsPart(parts, audience)
  const segments = segmentsPart(parts, audience)
  const rfm = rfmPart(parts, audience)
  const stages = stagesPart(parts, audience)
  const personas = personasPart(parts, audience)
  const interviews = interviewsPart(parts, audience)
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
      ...interviews.permissions,
    ],
    routes: [
      ...conditions.routes,
      ...segments.routes,
      ...rfm.routes,
      ...stages.routes,
      ...personas.routes,
      ...interviews.routes,
    ],
    consumers: [
      ...segments.consumers,
      ...conditions.consumers,
      audienceEffects(parts, conditions.fillCopies, [...rfm.jobs, ...stages.jobs, ...personas.jobs]),
    ],
    facts: [...segments.facts, ...rfm.facts, ...stages.facts, ...personas.facts, ...interviews.facts],
    jobs: [...conditions.jobs, ...segments.jobs, ...rfm.jobs, ...stages.jobs, ...personas.jobs],
    schedule: [
      ...conditions.schedule,
      ...segments.schedule,
      ...rfm.schedule,
      ...stages.schedule,
      ...personas.schedule,
    ],
    fields: [...segments.fields, ...rfm.fields, ...stages.fields],
    personal: [...segments.personal, ...rfm.personal, ...stages.personal, ...interviews.personal],
    memberSets: [...segments.memberSets],
    work: [...interviews.work],
  })
}
