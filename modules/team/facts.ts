/** What happens in the team. No names and no texts: the log outlives accounts. */
import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { labels } from './team.messages.ts'

const task = z.object({ taskId: z.string() })
const touchesTask = ({ payload }: { payload: z.infer<typeof task> }) => [
  ['tasks'],
  ['tasks', payload.taskId],
  ['today'],
]

export const taskCreated = defineFact({
  name: 'task.created',
  payload: task.extend({ repeats: z.boolean() }),
  label: labels.taskCreated,
  touches: touchesTask,
})
/** Which fields; a change of owner or due moment is one as well. */
export const taskChanged = defineFact({
  name: 'task.changed',
  payload: task.extend({ fields: z.array(z.string()) }),
  label: labels.taskChanged,
  touches: touchesTask,
})
export const taskClosed = defineFact({
  name: 'task.closed',
  payload: task.extend({ outcome: z.enum(['done', 'dropped']), late: z.boolean() }),
  label: labels.taskClosed,
  touches: touchesTask,
  publicFields: ['taskId', 'outcome', 'late'],
})
export const taskReopened = defineFact({
  name: 'task.reopened',
  payload: task,
  label: labels.taskReopened,
  touches: touchesTask,
})
export const tasksHandedOver = defineFact({
  name: 'task.handed_over',
  payload: z.object({ from: z.string(), to: z.string().nullable(), count: z.number() }),
  label: labels.tasksHandedOver,
  touches: () => [['tasks'], ['today']],
})
export const departmentChanged = defineFact({
  name: 'department.changed',
  payload: z.object({ departmentId: z.string() }),
  label: labels.departmentChanged,
  touches: () => [['departments'], ['tasks']],
})
export const guestChanged = defineFact({
  name: 'guest.changed',
  payload: z.object({ accountId: z.string() }),
  label: labels.guestChanged,
  touches: () => [['guests'], ['today']],
})
export const workingCalendarChanged = defineFact({
  name: 'working_calendar.changed',
  payload: z.object({}),
  label: labels.calendarChanged,
  touches: () => [['working-calendar'], ['today']],
})
export const meetingChanged = defineFact({
  name: 'meeting.changed',
  payload: z.object({ meetingId: z.string(), change: z.enum(['called', 'changed', 'closed']) }),
  label: labels.meetingChanged,
  touches: ({ payload }) => [['meetings'], ['meetings', payload.meetingId], ['today']],
})
export const trainingChanged = defineFact({
  name: 'training.changed',
  payload: z.object({ trainingId: z.string() }),
  label: labels.trainingChanged,
  touches: () => [['trainings']],
})

export const teamFacts = [
  taskCreated,
  taskChanged,
  taskClosed,
  taskReopened,
  tasksHandedOver,
  departmentChanged,
  guestChanged,
  workingCalendarChanged,
  meetingChanged,
  trainingChanged,
]
