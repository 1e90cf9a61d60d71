import { defineConsole } from '#ui/console/define.ts'
import { robotsWords } from '../subscriptions/robots.words.ts'
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
    {
      path: '/plan/robots',
      title: robotsWords.title,
      permission,
      load: () => import('../subscriptions/RobotsScreen.tsx'),
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
    {
      name: robotsWords.title,
      icon: 'bell',
      words: 'robot webhook jiqiren qunjiqiren 群机器人 企业微信 飞书 钉钉',
      permission,
      run: ({ go }) => go('/plan/robots'),
    },
  ],
})
