import { analysisRoutes } from '../analysis.ts'
import type { InsightParts } from '../parts.ts'
import { lifecycleAnalysis } from './lifecycle.analysis.ts'

/** 生命周期: who is new, who stays, who comes back, who falls silent. */
export const lifecycleParts = (parts: InsightParts) => ({ routes: analysisRoutes(parts, lifecycleAnalysis) })
