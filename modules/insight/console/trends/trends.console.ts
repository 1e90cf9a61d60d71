import { defineConsole } from '#ui/console/define.ts'
import { trendWords as words } from './trends.words.ts'

const permission = 'insight.read'

export const trendsConsole = defineConsole({
  nav: [{ area: 'insight', path: '/insight/trends', label: words.trends, order: 10, permission }],
  routes: [
    { path: '/insight/trends', title: words.trends, permission, load: () => import('./TrendsScreen.tsx') },
  ],
  commands: [
    {
      name: words.trends,
      icon: 'rise',
      words: 'trends qushi metrics 指标 曲线 对比',
      permission,
      run: ({ go }) => go('/insight/trends'),
    },
  ],
})
