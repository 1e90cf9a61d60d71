import type { Module } from '#base/module.ts'
import { goalChanged, goalClosed, goalSet } from '../facts.ts'
import type { InsightParts } from '../parts.ts'
import { goalRoutes } from './goals.routes.ts'
import { readGoalsJob, readGoalsSchedule } from './readings.ts'

export const goalsParts = (parts: InsightParts): Omit<Module, 'name'> => ({
  facts: [goalSet, goalChanged, goalClosed],
  routes: goalRoutes(parts),
  jobs: [readGoalsJob(parts)],
  schedule: readGoalsSchedule,
})
