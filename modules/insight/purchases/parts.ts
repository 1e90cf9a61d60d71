import { analysisRoutes } from '../analysis.ts'
import type { InsightParts } from '../parts.ts'
import { intervalAnalysis } from './intervals.analysis.ts'
import { productAnalysis } from './products.analysis.ts'
import { repurchaseAnalysis } from './repurchase.analysis.ts'

/** 复购: who buys again and when, what is bought again and together. */
export const purchasesParts = (parts: InsightParts) => ({
  routes: [
    ...analysisRoutes(parts, repurchaseAnalysis),
    ...analysisRoutes(parts, intervalAnalysis),
    ...analysisRoutes(parts, productAnalysis),
  ],
})
