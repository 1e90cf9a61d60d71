/** 漏斗: how many go how far, in the rail of insight. */
import { defineConsole } from '#ui/console/define.ts'
import { funnelWords as words } from './funnel.words.ts'

export const funnelConsole = defineConsole({
  nav: [
    { area: 'insight', path: '/insight/funnel', label: words.nav, order: 20, permission: 'insight.read' },
  ],
  routes: [
    {
      path: '/insight/funnel',
      title: words.title,
      permission: 'insight.read',
      load: () => import('./FunnelScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.command,
      icon: 'filter',
      words: 'funnel conversion 漏斗 转化 流失 微转化',
      permission: 'insight.read',
      run: ({ go }) => go('/insight/funnel'),
    },
  ],
})
