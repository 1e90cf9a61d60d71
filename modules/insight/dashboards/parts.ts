import type { Module } from '#base/module.ts'
import { dashboardChanged } from '../facts.ts'
import type { InsightParts } from '../parts.ts'
import { dashboardAnswerRoutes } from './answers.routes.ts'
import { dashboardRoutes } from './dashboards.routes.ts'
import { shareRoutes } from './shares.routes.ts'

/** 看板. */
export const dashboardParts = (parts: InsightParts): Omit<Module, 'name'> => ({
  routes: [...dashboardRoutes, ...dashboardAnswerRoutes(parts), ...shareRoutes(parts)],
  facts: [dashboardChanged],
})
