/** Talks that are due, for Today. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { say } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import { type Day, dayOf, startOfDay } from '#base/time/calendar.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { interviewLabels } from './interviews.messages.ts'

interface Due {
  readonly id: Id
  readonly studyId: Id
  readonly nickname: string
  readonly title: string
  readonly target: number
  readonly held: number
  readonly dueOn: Day
  readonly interviewerId: Id | null
  readonly total: number
}

export const interviewsDue: WorkSource = {
  name: 'audience.interviews',
  kind: 'task',
  label: interviewLabels.source,
  permission: 'interviews.read',
  staleWith: ['studies'],
  find: async (ctx, { limit }) => {
    const zone = (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'
    const today = dayOf(ctx.now, zone)
    const { rows } = await sql<Due>`
      select interview.id, study.id as "studyId", member.nickname, study.title, study.target,
             (select count(*)::int from interview as done where done.study_id = study.id and done.state = 'held') as held,
             interview.due_on::text as "dueOn", interviewer_id as "interviewerId", count(*) over ()::int as total
        from interview join study on study.id = study_id join member on member.id = member_id
       where interview.state in ('chosen', 'invited') and interview.due_on <= ${today}::date and study.closed_at is null
       order by interview.due_on, interview.id limit ${limit}`.execute(ctx.db)
    return {
      total: rows[0]?.total ?? 0,
      items: rows.map((row) => ({
        key: `interview:${row.id}:${row.dueOn}`,
        ...(row.dueOn < today ? { kind: 'overdue' as const } : {}),
        title: say(interviewLabels.title, { name: row.nickname }),
        note: say(interviewLabels.note, { study: row.title, held: row.held, target: row.target }),
        dueAt: startOfDay(row.dueOn, zone),
        act: interviewLabels.act,
        path: `/members/studies/${row.studyId}?interview=${row.id}`,
        ...(row.interviewerId ? { owner: row.interviewerId } : {}),
      })),
    }
  },
}
