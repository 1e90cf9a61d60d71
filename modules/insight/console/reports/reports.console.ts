import { defineConsole } from '#ui/console/define.ts'
import { reportsWords as words } from './reports.words.ts'

const permission = 'insight.read'

export const reportsConsole = defineConsole({
  nav: [{ area: 'plan', path: '/plan/reports', label: words.nav, order: 30, permission }],
  routes: [
    { path: '/plan/reports', title: words.title, permission, load: () => import('./ReportsScreen.tsx') },
    { path: '/plan/reports/$id', title: words.report, permission, load: () => import('./ReportScreen.tsx') },
    {
      path: '/plan/subscriptions',
      title: words.subscriptions,
      permission,
      load: () => import('../subscriptions/SubscriptionsScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.title,
      icon: 'page',
      words: 'report weekly daily monthly baogao zhoubao 日报 周报 月报 复盘',
      permission,
      run: ({ go }) => go('/plan/reports'),
    },
    {
      name: words.subscriptions,
      icon: 'mail',
      words: 'subscription dingyue 定时 邮件 订阅',
      permission,
      run: ({ go }) => go('/plan/subscriptions'),
    },
  ],
})
