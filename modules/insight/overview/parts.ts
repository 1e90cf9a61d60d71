import { analysisRoutes } from '../analysis.ts'
import type { InsightParts } from '../parts.ts'
import { overview } from './overview.ts'

/** 社群总览. */
export const overviewParts = (parts: InsightParts) => ({ routes: analysisRoutes(parts, overview) })
