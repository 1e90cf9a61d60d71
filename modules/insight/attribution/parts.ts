import { analysisRoutes } from '../analysis.ts'
import type { InsightParts } from '../parts.ts'
import { attributionAnalysis } from './attribution.analysis.ts'
import { attributionRoutes } from './attribution.routes.ts'

/** 归因: which channels bring people and what they do, and what that costs. */
export const attributionParts = (parts: InsightParts) => ({
  routes: [...attributionRoutes, ...analysisRoutes(parts, attributionAnalysis)],
})
