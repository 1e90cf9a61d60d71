/** 指标: the catalogue and the builder. */
import { defineConsole } from '#ui/console/define.ts'
import { metricWords as words } from './metrics.words.ts'

export const metricsConsole = defineConsole({
  nav: [
    { area: 'insight', path: '/insight/metrics', label: words.nav, order: 90, permission: 'insight.read' },
  ],
  routes: [
    {
      path: '/insight/metrics',
      title: words.title,
      permission: 'insight.read',
      load: () => import('./MetricsScreen.tsx'),
    },
    {
      path: '/insight/metrics/build',
      title: words.buildTitle,
      permission: 'insight.edit',
      load: () => import('./BuildScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.command,
      icon: 'insight',
      words: '口径 指标 metric definition KPI 公式 formula',
      permission: 'insight.read',
      run: ({ go }) => go('/insight/metrics'),
    },
    {
      name: words.build,
      icon: 'plus',
      words: '新建指标 自定义 metric build formula',
      permission: 'insight.edit',
      run: ({ go }) => go('/insight/metrics/build'),
    },
  ],
})
