import { analysisRoutes } from '../analysis.ts'
import type { InsightParts } from '../parts.ts'
import { pathsAnalysis } from './paths.analysis.ts'

/** 路径: what people do one after another, and where they leave. */
export const pathsParts = (parts: InsightParts) => ({ routes: analysisRoutes(parts, pathsAnalysis) })
