import type { Module } from '#base/module.ts'
import { experimentChanged, experimentExposed, holdoutChanged } from '../facts.ts'
import type { InsightParts } from '../parts.ts'
import { experimentRoutes } from './experiments.routes.ts'
import { experimentsPersonal } from './personal.ts'

/** 实验. */
export const experimentParts = (parts: InsightParts): Omit<Module, 'name'> => ({
  routes: experimentRoutes(parts),
  facts: [experimentChanged, experimentExposed, holdoutChanged],
  personal: [experimentsPersonal],
})
