/** What the course of groups adds to the module: charters, tiers, elimination and health. */
import type { Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '#modules/audience/api.ts'
import { charterRoutes } from '../charter/charters.routes.ts'
import * as facts from '../course.facts.ts'
import { eliminateJob, eliminateSchedule } from '../elimination/elimination.jobs.ts'
import { eliminationRoutes } from '../elimination/elimination.routes.ts'
import { appealsToAnswer, removalsToConfirm } from '../elimination/elimination.work.ts'
import { healthEffects } from '../health/effects.ts'
import { measureJob, measureSchedule } from '../health/health.jobs.ts'
import { healthRoutes } from '../health/health.routes.ts'
import { openNotices } from '../notices/notices.ts'
import { moveTiersJob, moveTiersSchedule } from '../tiers/tiers.jobs.ts'
import { tierRoutes } from '../tiers/tiers.routes.ts'
import { courseRoutes } from './course.routes.ts'
import { tierFields } from './fields.ts'
import { eliminationData, tierData } from './personal.ts'

type Course = Required<
  Pick<Module, 'routes' | 'facts' | 'jobs' | 'schedule' | 'consumers' | 'work' | 'fields' | 'personal'>
>

export function courseParts(parts: Pick<Parts, 'warehouse' | 'mail' | 'jobs'>, audience: Audience): Course {
  const notify = openNotices(parts.mail)
  const measure = measureJob(parts, audience)
  return {
    routes: [
      ...charterRoutes(),
      ...healthRoutes(parts),
      ...tierRoutes(audience),
      ...eliminationRoutes(audience, notify),
      ...courseRoutes(audience),
    ],
    facts: Object.values(facts),
    jobs: [measure, moveTiersJob(audience, notify), eliminateJob(audience, notify)],
    schedule: [...measureSchedule, ...moveTiersSchedule, ...eliminateSchedule],
    consumers: [healthEffects(parts, measure)],
    work: [removalsToConfirm, appealsToAnswer],
    fields: [tierFields],
    personal: [tierData, eliminationData],
  }
}
