/** 留存: who came back, in the rail of insight. */
import { defineConsole } from '#ui/console/define.ts'
import { retentionWords as words } from './retention.words.ts'

export const retentionConsole = defineConsole({
  nav: [
    { area: 'insight', path: '/insight/retention', label: words.nav, order: 30, permission: 'insight.read' },
  ],
  routes: [
    {
      path: '/insight/retention',
      title: words.title,
      permission: 'insight.read',
      load: () => import('./RetentionScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.command,
      icon: 'history',
      words: 'retention cohort 留存 同期群 次留 七留',
      permission: 'insight.read',
      run: ({ go }) => go('/insight/retention'),
    },
  ],
})
