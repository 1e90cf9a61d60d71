import { z } from 'zod'
import type { Permission } from '#base/access/access.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { defineJob } from '#base/jobs/job.ts'
import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { calendarRoutes } from './calendar/calendar.routes.ts'
import { teamEffects } from './effects.ts'
import { teamFacts } from './facts.ts'
import { meetingRoutes } from './meetings/meetings.routes.ts'
import { peopleRoutes } from './people/people.routes.ts'
import { teamPersonal } from './personal.ts'
import { roundJob } from './tasks/round.ts'
import { tasksRoutes } from './tasks/tasks.routes.ts'
import { labels } from './team.messages.ts'
import { sweepMarks } from './today/marks.ts'
import { todayRoutes } from './today/today.routes.ts'
import { trainingRoutes } from './training/training.routes.ts'
import { teamWork } from './work.ts'

const permissions: readonly Permission[] = [
  {
    name: 'tasks.read',
    label: labels.mayReadTasks,
    roles: ['owner', 'admin', 'operator', 'moderator', 'analyst', 'support', 'viewer'],
  },
  {
    name: 'tasks.work',
    label: labels.mayWork,
    roles: ['owner', 'admin', 'operator', 'moderator', 'analyst', 'support', 'expert', 'partner'],
  },
  { name: 'tasks.manage', label: labels.mayManageTasks, roles: ['owner', 'admin', 'operator'] },
  { name: 'team.manage', label: labels.mayManageTeam, roles: ['owner', 'admin'] },
  { name: 'calendar.manage', label: labels.mayManageCalendar, roles: ['owner', 'admin'] },
]

const sweepJob = defineJob({
  name: 'team.sweep',
  label: labels.sweepJob,
  input: z.object({}),
  run: async (ctx) => ({ swept: await sweepMarks(ctx) }),
})

/** Who works here: departments, guests, tasks, the calendar of work, meetings, and Today's queue over all modules. */
export const teamModule = (
  parts: Pick<Parts, 'connection' | 'mail' | 'config' | 'log'>,
  declared: Pick<Declared, 'work'>,
) => {
  const round = roundJob(parts)
  return defineModule({
    name: 'team',
    permissions,
    routes: [
      ...todayRoutes(parts, declared),
      ...tasksRoutes(parts),
      ...peopleRoutes,
      ...calendarRoutes,
      ...meetingRoutes(parts, declared),
      ...trainingRoutes,
    ],
    facts: teamFacts,
    consumers: [teamEffects],
    jobs: [round, sweepJob],
    schedule: [
      { job: round.name, cron: '*/10 * * * *', zone: 'UTC', why: labels.roundWhy },
      { job: sweepJob.name, cron: '41 3 * * *', zone: 'UTC', why: labels.sweepWhy },
    ],
    work: teamWork,
    personal: [teamPersonal],
  })
}
