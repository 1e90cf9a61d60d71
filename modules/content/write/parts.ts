import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'
import { linkRoutes } from './link.routes.ts'
import { suggestionRoutes } from './suggestions.routes.ts'

/** What helps people while they write: previews of links, people and topics to name, things to show. */
export const writeParts = (parts: ContentParts) =>
  joinParts({ routes: [...linkRoutes(parts), ...suggestionRoutes(parts)] })
