import type { Module } from '#base/module.ts'
import { productStageChosen } from '../facts.ts'
import type { InsightParts } from '../parts.ts'
import { lookAtStagesJob, lookAtStagesSchedule } from './looks.ts'
import { stageRoutes } from './stage.routes.ts'
import { stageDiffers } from './stage.work.ts'

/** 产品阶段. */
export const stageParts = (parts: InsightParts): Omit<Module, 'name'> => ({
  facts: [productStageChosen],
  routes: stageRoutes(parts),
  jobs: [lookAtStagesJob(parts)],
  schedule: lookAtStagesSchedule,
  work: [stageDiffers],
})
