import { defineConsole } from '#ui/console/define.ts'
import { alertWords as words } from './alerts.words.ts'

const permission = 'insight.read'

export const alertsConsole = defineConsole({
  nav: [{ area: 'plan', path: '/plan/alerts', label: words.nav, order: 20, permission }],
  routes: [
    { path: '/plan/alerts', title: words.title, permission, load: () => import('./AlertsScreen.tsx') },
    { path: '/plan/signals/$id', title: words.signal, permission, load: () => import('./SignalScreen.tsx') },
  ],
  commands: [
    {
      name: words.title,
      icon: 'signal',
      words: 'alert signal yujing 预警 信号 告警',
      permission,
      run: ({ go }) => go('/plan/alerts'),
    },
  ],
})
