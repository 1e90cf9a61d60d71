import { joinParts } from '#base/module.ts'
import { analysisRoutes } from '../analysis.ts'
import type { InsightParts } from '../parts.ts'
import { metricRoutes } from './keep/metrics.routes.ts'
import { trend } from './trend/trend.analysis.ts'

/** 指标与趋势. */
export const metricsParts = (parts: InsightParts) =>
  joinParts({ routes: [...metricRoutes(parts), ...analysisRoutes(parts, trend)] })
