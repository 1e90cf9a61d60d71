/** What segments and tag rules add to the module. */
import type { Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '../audience.ts'
import { segmentChanged, segmentComputed, segmentEntered, segmentLeft, tagRuleChanged } from '../facts.ts'
import { tagRuleRoutes } from '../tag-rules/tag-rules.routes.ts'
import { segmentEffects } from './effects.ts'
import { segmentFields } from './fields.ts'
import { applyTagRuleJob, computeAllJob, computeAllSchedule, computeSegmentJob } from './jobs.ts'
import { segmentSet } from './member-set.ts'
import { segmentPersonal } from './personal.ts'
import { segmentMemberRoutes } from './segment-members.routes.ts'
import { segmentVersionRoutes } from './segment-versions.routes.ts'
import { segmentRoutes } from './segments.routes.ts'

export function segmentsPart(parts: Pick<Parts, 'files' | 'jobs'>, audience: Audience) {
  const compute = computeSegmentJob(audience)
  const apply = applyTagRuleJob(audience)
  return {
    routes: [
      ...segmentRoutes(audience),
      ...segmentMemberRoutes(parts),
      ...segmentVersionRoutes(parts, audience, compute),
      ...tagRuleRoutes(parts, audience, apply),
    ],
    facts: [segmentEntered, segmentLeft, segmentChanged, segmentComputed, tagRuleChanged],
    consumers: [segmentEffects(parts, compute, apply)],
    jobs: [compute, apply, computeAllJob(audience)],
    schedule: [computeAllSchedule],
    fields: [segmentFields],
    personal: [segmentPersonal],
    memberSets: [segmentSet],
  } satisfies Partial<Module>
}
