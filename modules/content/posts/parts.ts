import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'
import { draftRoutes } from './drafts.routes.ts'
import { writingRoutes } from './writing.routes.ts'

export const postsParts = (parts: ContentParts) =>
  joinParts({ routes: [...writingRoutes(parts), ...draftRoutes(parts)] })
