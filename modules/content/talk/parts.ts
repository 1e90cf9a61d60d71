import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'
import { bookmarkRoutes } from './bookmarks.routes.ts'
import { commentRoutes } from './comments.routes.ts'
import { followRoutes } from './follows.routes.ts'
import { aboutPostRoutes } from './post.routes.ts'
import { reactionRoutes } from './reactions.routes.ts'

export const talkParts = (parts: ContentParts) =>
  joinParts({
    routes: [
      ...commentRoutes(parts),
      ...reactionRoutes(parts),
      ...bookmarkRoutes(parts),
      ...followRoutes(parts),
      ...aboutPostRoutes(parts),
    ],
  })
