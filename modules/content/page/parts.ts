import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'
import { attentionRoutes, forgetWindowsJob, forgetWindowsSchedule } from './attention.routes.ts'
import { pageRoutes } from './page.routes.ts'
import { contentPages } from './public/pages.ts'
import { publicRoutes } from './public/public.routes.ts'

export const pageParts = (parts: ContentParts) =>
  joinParts({
    routes: [...pageRoutes(parts), ...attentionRoutes(parts), ...publicRoutes(parts)],
    pages: contentPages(parts),
    jobs: [forgetWindowsJob],
    schedule: [forgetWindowsSchedule],
    // Who sees which post is asked when it is read; the key holds nothing but an id.
    live: [
      {
        root: 'posts',
        visibleTo: (actor) =>
          actor.kind === 'account' && (actor.memberId !== undefined || actor.operator !== undefined),
      },
    ],
  })
