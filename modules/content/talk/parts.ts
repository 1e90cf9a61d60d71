import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'
import { bookmarkRoutes } from './bookmarks.routes.ts'
import { commentRoutes } from './comments.routes.ts'
import { deskRoutes } from './desk.routes.ts'
import { talkFields } from './fields.ts'
import { followRoutes } from './follows.routes.ts'
import { talkData } from './personal.ts'
import { aboutPostRoutes } from './post.routes.ts'
import { questionRoutes } from './questions.routes.ts'
import { reactionRoutes } from './reactions.routes.ts'
import { reportRoutes } from './reports.routes.ts'
import { reportsToDecide, stalledQuestions, unansweredQuestions } from './talk.work.ts'

export const talkParts = (parts: ContentParts) =>
  joinParts({
    routes: [
      ...commentRoutes(parts),
      ...reactionRoutes(parts),
      ...bookmarkRoutes(parts),
      ...followRoutes(parts),
      ...aboutPostRoutes(parts),
      ...reportRoutes(parts),
      ...deskRoutes(parts),
      ...questionRoutes(parts),
    ],
    work: [unansweredQuestions, stalledQuestions, reportsToDecide],
    fields: [talkFields],
    personal: talkData,
  })
