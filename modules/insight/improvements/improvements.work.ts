/** Improvements whose days are over, as work on Today: with what was measured, for who answers for them. */
import { say } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import { startOfDay } from '#base/time/calendar.ts'
import { readClock } from '#modules/audience/api.ts'
import { reviewOn } from './improvement.ts'
import { improvementLabels as labels, improvementWords as words } from './improvements.messages.ts'
import { findToReview, mostOpen } from './reading.ts'

export const improvementsToReview: WorkSource = {
  name: 'insight.improvements',
  kind: 'task',
  label: labels.review,
  permission: 'insight.read',
  staleWith: ['improvements'],
  find: async (ctx, { limit }) => {
    const { today, zone } = await readClock(ctx)
    const due = await findToReview(ctx, today, mostOpen)
    return {
      total: due.length,
      items: due.slice(0, limit).map(({ id, name, days, startsOn, measured, ownerId }) => ({
        key: `improvement:${id}`,
        title: say(words.due, { name, days }),
        note: say(measured?.says ?? words.unmeasured),
        since: startOfDay(reviewOn(startsOn!, days), zone),
        act: labels.act,
        path: `/plan/improvements/${id}`,
        ...(ownerId ? { owner: ownerId } : {}),
      })),
    }
  },
}
