import type { InsightParts } from '../parts.ts'
import { annotationRoutes } from './annotations.routes.ts'

/** 图上的标注. */
export const annotationParts = (parts: InsightParts) => ({ routes: annotationRoutes(parts) })
