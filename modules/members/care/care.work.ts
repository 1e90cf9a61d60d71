/** Visits that are due, for Today (S0-33). */

import { sql } from 'kysely'
import { say } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import { render } from '#base/i18n/messages.ts'
import { startOfDay } from '#base/time/calendar.ts'
import { today, zoneOf } from '../occasions/today.ts'
import { careWork, programLabels, stageLabels } from './care.messages.ts'
import { findCare } from './care.sql.ts'

export const visitsDue: WorkSource = {
  name: 'care.visits',
  kind: 'care',
  label: careWork.source,
  permission: 'care.read',
  staleWith: ['care'],
  find: async (ctx, { limit }) => {
    const [on, zone] = await Promise.all([today(ctx), zoneOf(ctx)])
    const [{ items }, total] = await Promise.all([
      findCare(ctx, { dueBy: on }, { after: undefined, limit }),
      sql<{ total: number }>`
        select count(*)::int as total from care where ended_at is null and next_on <= ${on}::date`.execute(
        ctx.db,
      ),
    ])
    return {
      total: total.rows[0]!.total,
      items: items.map((care) => ({
        key: `care:${care.id}:${care.nextOn}`,
        ...(care.nextOn! < on ? { kind: 'overdue' as const } : {}),
        title: say(careWork.title, { name: care.nickname }),
        note: say(care.lastVisitOn ? careWork.last : careWork.never, {
          program: render(programLabels[care.program], ctx.locale),
          stage: render(stageLabels[care.stage], ctx.locale),
          day: care.lastVisitOn ?? '',
        }),
        dueAt: startOfDay(care.nextOn!, zone),
        act: careWork.act,
        path: `/members/${care.memberId}`,
        ...(care.ownerId ? { owner: care.ownerId } : {}),
      })),
    }
  },
}
