/** The running of the installation: background work and health. */
import { defineConsole } from '#ui/console/define.ts'
import { systemWords } from './system.words.ts'

export const systemConsole = defineConsole({
  nav: [
    {
      area: 'settings',
      path: '/settings/jobs',
      label: systemWords.jobs,
      order: 70,
      permission: 'system.read',
      icon: 'jobs',
      note: systemWords.jobsNote,
    },
    {
      area: 'settings',
      path: '/settings/health',
      label: systemWords.health,
      order: 80,
      permission: 'system.read',
      icon: 'health',
      note: systemWords.healthNote,
    },
  ],
  routes: [
    {
      path: '/settings/jobs',
      title: systemWords.jobs,
      permission: 'system.read',
      load: () => import('./JobsScreen.tsx'),
    },
    {
      path: '/settings/jobs/dead-letters',
      title: systemWords.deadLetters,
      permission: 'system.read',
      load: () => import('./DeadLettersScreen.tsx'),
    },
    {
      path: '/settings/jobs/schedule',
      title: systemWords.schedule,
      permission: 'system.read',
      load: () => import('./ScheduleScreen.tsx'),
    },
    {
      path: '/settings/health',
      title: systemWords.health,
      permission: 'system.read',
      load: () => import('./HealthScreen.tsx'),
    },
  ],
})
