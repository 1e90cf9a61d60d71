import { attributionRoutes } from './attribution.routes.ts'

/** 归因: which channels bring people and what they do, and what that costs. */
export const attributionParts = { routes: attributionRoutes }
