/** 看板, in the rail of insight; the page of a shared link stands at the door. */
import { defineConsole } from '#ui/console/define.ts'
import { dashboardWords as words } from './dashboards.words.ts'

const permission = 'insight.read'

export const dashboardsConsole = defineConsole({
  nav: [{ area: 'insight', path: '/insight/dashboards', label: words.nav, order: 5, permission }],
  routes: [
    {
      path: '/insight/dashboards',
      title: words.nav,
      permission,
      load: () => import('./DashboardsScreen.tsx'),
    },
    {
      path: '/insight/dashboards/$id',
      title: words.nav,
      permission,
      load: () => import('./DashboardScreen.tsx'),
    },
    { path: '/shared', title: words.nav, shell: 'door', load: () => import('./SharedScreen.tsx') },
  ],
  commands: [
    {
      name: words.nav,
      icon: 'insight',
      words: 'dashboards kanban board 大屏 仪表盘',
      permission,
      run: ({ go }) => go('/insight/dashboards'),
    },
  ],
})
