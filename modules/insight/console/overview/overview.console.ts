import { defineConsole } from '#ui/console/define.ts'
import { overviewWords as words } from './overview.words.ts'

const permission = 'insight.read'

export const overviewConsole = defineConsole({
  nav: [{ area: 'insight', path: '/insight', label: words.nav, order: 0, permission }],
  routes: [
    { path: '/insight', title: words.overview, permission, load: () => import('./OverviewScreen.tsx') },
  ],
  commands: [
    {
      name: words.overview,
      icon: 'insight',
      words: 'overview insight wau zonglan 北极星 周活跃 健康度',
      permission,
      run: ({ go }) => go('/insight'),
    },
  ],
})
