import { analysisRoutes } from '../analysis.ts'
import type { InsightParts } from '../parts.ts'
import { retentionAnalysis } from './retention.analysis.ts'

/** 留存: of those who began, who came back. */
export const retentionParts = (parts: InsightParts) => ({ routes: analysisRoutes(parts, retentionAnalysis) })
