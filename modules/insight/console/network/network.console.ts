/** 互动网络: who answers whom, in the rail of insight. */
import { defineConsole } from '#ui/console/define.ts'
import { networkWords as words } from './network.words.ts'

export const networkConsole = defineConsole({
  nav: [
    { area: 'insight', path: '/insight/network', label: words.nav, order: 55, permission: 'insight.read' },
  ],
  routes: [
    {
      path: '/insight/network',
      title: words.title,
      permission: 'insight.read',
      load: () => import('./NetworkScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.command,
      icon: 'insight',
      words: 'network graph bridges core 网络 关系 核心 桥 回复 孤立 基尼',
      permission: 'insight.read',
      run: ({ go }) => go('/insight/network'),
    },
  ],
})
