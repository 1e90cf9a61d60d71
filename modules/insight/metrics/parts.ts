import type { InsightParts } from '../parts.ts'
import { metricRoutes } from './keep/metrics.routes.ts'

/** 指标. */
export const metricsParts = (parts: InsightParts) => ({ routes: metricRoutes(parts) })
