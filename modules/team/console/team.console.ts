/** What the team adds to the console: the week beside Today, tasks, meetings, departments, working time, training. */
import { api } from '#ui/api.ts'
import { defineConsole } from '#ui/console/define.ts'
import { take } from '#ui/console/problem.ts'
import type { TaskList } from './tasks.queries.ts'
import { teamWords } from './team.words.ts'

export const teamConsole = defineConsole({
  nav: [
    { area: 'today', path: '/tasks', label: teamWords.tasks, order: 10 },
    { area: 'today', path: '/meetings', label: teamWords.meetings, order: 20, permission: 'tasks.read' },
    {
      area: 'settings',
      path: '/settings/departments',
      label: teamWords.departments,
      order: 22,
      permission: 'operators.read',
      icon: 'groups',
      note: teamWords.departmentsNote,
    },
    {
      area: 'settings',
      path: '/settings/working-time',
      label: teamWords.workingTime,
      order: 24,
      icon: 'calendar',
      note: teamWords.workingTimeNote,
    },
    {
      area: 'settings',
      path: '/settings/training',
      label: teamWords.training,
      order: 26,
      permission: 'tasks.read',
      icon: 'star',
      note: teamWords.trainingNote,
    },
  ],
  routes: [
    { path: '/tasks', title: teamWords.tasks, load: () => import('./TasksScreen.tsx') },
    {
      path: '/tasks/workload',
      title: teamWords.workload,
      permission: 'tasks.read',
      load: () => import('./WorkloadScreen.tsx'),
    },
    { path: '/tasks/$id', title: teamWords.task, load: () => import('./TaskScreen.tsx') },
    {
      path: '/meetings',
      title: teamWords.meetings,
      permission: 'tasks.read',
      load: () => import('./MeetingsScreen.tsx'),
    },
    {
      path: '/meetings/$id',
      title: teamWords.meeting,
      permission: 'tasks.read',
      load: () => import('./MeetingScreen.tsx'),
    },
    {
      path: '/settings/departments',
      title: teamWords.departments,
      permission: 'operators.read',
      load: () => import('./DepartmentsScreen.tsx'),
    },
    {
      path: '/settings/working-time',
      title: teamWords.workingTime,
      load: () => import('./WorkingTimeScreen.tsx'),
    },
    {
      path: '/settings/training',
      title: teamWords.training,
      permission: 'tasks.read',
      load: () => import('./TrainingScreen.tsx'),
    },
  ],
  commands: [
    {
      name: teamWords.commandTask,
      icon: 'task',
      words: '任务 待办 task todo',
      permission: 'tasks.work',
      run: ({ go }) => go('/tasks?new=1'),
    },
    {
      name: teamWords.commandMeeting,
      icon: 'calendar',
      words: '会议 周会 meeting',
      permission: 'team.manage',
      run: ({ go }) => go('/meetings?new=1'),
    },
  ],
  finders: [
    {
      label: teamWords.tasks,
      permission: 'tasks.work',
      find: async (text, signal) =>
        (
          await take<TaskList>(
            api.GET('/api/tasks', { params: { query: { q: text.slice(0, 60), limit: 5 } }, signal }),
          )
        ).items.map((task) => ({
          id: task.id,
          name: task.title,
          note: task.owner?.name,
          path: `/tasks/${task.id}`,
        })),
    },
  ],
  memberPanels: [
    {
      place: 'side',
      order: 60,
      permission: 'tasks.work',
      load: () => import('./MemberTasks.tsx'),
    },
  ],
  today: [{ place: 'side', order: 5, load: () => import('./WeekPanel.tsx') }],
})
