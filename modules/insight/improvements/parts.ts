import type { Module } from '#base/module.ts'
import { improvementChanged, improvementDecided, improvementStarted } from '../facts.ts'
import type { InsightParts } from '../parts.ts'
import { improvementRoutes } from './improvements.routes.ts'
import { improvementsToReview } from './improvements.work.ts'
import { measureJob, measureSchedule } from './measuring.ts'

/** 改进: what was done about what was found, and whether it helped. */
export const improvementParts = (parts: InsightParts): Omit<Module, 'name'> => ({
  facts: [improvementChanged, improvementStarted, improvementDecided],
  routes: improvementRoutes(parts),
  jobs: [measureJob(parts)],
  schedule: measureSchedule,
  work: [improvementsToReview],
})
