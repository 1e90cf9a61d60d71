import { analysisRoutes } from '../analysis.ts'
import type { InsightParts } from '../parts.ts'
import { stickinessAnalysis } from './stickiness.analysis.ts'

/** 粘度: on how many days people are active. */
export const stickinessParts = (parts: InsightParts) => ({
  routes: analysisRoutes(parts, stickinessAnalysis),
})
