import { analysisRoutes } from '../analysis.ts'
import type { InsightParts } from '../parts.ts'
import { concentrationAnalysis, networkAnalysis } from './network.analysis.ts'

/** 互动网络: who answers whom, and how few do most of it. */
export const networkParts = (parts: InsightParts) => ({
  routes: [...analysisRoutes(parts, networkAnalysis), ...analysisRoutes(parts, concentrationAnalysis)],
})
