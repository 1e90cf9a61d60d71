import { analysisRoutes } from '../analysis.ts'
import type { InsightParts } from '../parts.ts'
import { funnelAnalysis } from './funnel.analysis.ts'

/** 漏斗: how many go how far. */
export const funnelParts = (parts: InsightParts) => ({ routes: analysisRoutes(parts, funnelAnalysis) })
