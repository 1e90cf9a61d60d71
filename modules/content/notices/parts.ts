/** What members are told of content. */
import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'
import { applauseNotices } from './applause.ts'
import { closedPollsJob, closedPollsSchedule } from './closing.ts'
import { decisionNotices } from './decisions.ts'
import { followNotices } from './follows.ts'
import { talkNotices } from './talk.ts'

export const noticesParts = ({ audience }: ContentParts) =>
  joinParts({
    notices: [
      ...talkNotices(audience),
      ...applauseNotices(audience),
      ...followNotices(audience),
      ...decisionNotices(audience),
    ],
    jobs: [closedPollsJob],
    schedule: [closedPollsSchedule],
  })
