import type { InsightParts } from '../parts.ts'
import { channelRoutes } from './channels.routes.ts'
import { planRoutes } from './plan.routes.ts'

/** 渠道: where people meet the brand, which of these places fans are gathered at, and how many each is to win. */
export const channelParts = (parts: InsightParts) => ({ routes: [...channelRoutes, ...planRoutes(parts)] })
