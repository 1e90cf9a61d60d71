import { savedRoutes } from './saved.routes.ts'

/** 已存的问题. */
export const savedParts = { routes: savedRoutes }
