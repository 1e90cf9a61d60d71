import type { InsightParts } from '../parts.ts'
import { fillTalkJob, fillTalkSchedule, followTalk } from './follow-talk.ts'
import { openTalkCopies } from './talk-copies.ts'

/** 热词: what members talk about, and what comes up. */
export function wordsParts(parts: InsightParts) {
  const copies = openTalkCopies(parts.warehouse)
  return {
    consumers: [followTalk(copies)],
    jobs: [fillTalkJob(copies)],
    schedule: [fillTalkSchedule],
  }
}
