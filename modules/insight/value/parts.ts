import { joinParts, type Module } from '#base/module.ts'
import { valueChanged, valueComputed } from '../facts.ts'
import type { InsightParts } from '../parts.ts'
import { rfmTrendRoute } from '../rfm/rfm-trend.routes.ts'
import { valueFields } from './fields.ts'
import { computeValueJob, computeValueSchedule } from './jobs.ts'
import { memberValueRoute } from './member-value.routes.ts'
import { valuePersonal } from './personal.ts'
import { valueRoutes } from './value.routes.ts'

/** 分层与价值. */
export function valueParts(parts: InsightParts): Omit<Module, 'name'> {
  const compute = computeValueJob(parts)
  return joinParts({
    routes: [...valueRoutes(parts, compute), memberValueRoute, rfmTrendRoute(parts)],
    facts: [valueChanged, valueComputed],
    jobs: [compute],
    schedule: [computeValueSchedule],
    fields: [valueFields],
    personal: [valuePersonal],
  })
}
