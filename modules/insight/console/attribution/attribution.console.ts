/** 归因: which channels bring people and what they do, in the rail of insight. */
import { defineConsole } from '#ui/console/define.ts'
import { attributionWords as words } from './attribution.words.ts'

export const attributionConsole = defineConsole({
  nav: [
    {
      area: 'insight',
      path: '/insight/attribution',
      label: words.nav,
      order: 50,
      permission: 'insight.read',
    },
  ],
  routes: [
    {
      path: '/insight/attribution',
      title: words.title,
      permission: 'insight.read',
      load: () => import('./AttributionScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.command,
      icon: 'insight',
      words: 'attribution channel cost roi roas 归因 渠道 获粉成本 投产比 拉新',
      permission: 'insight.read',
      run: ({ go }) => go('/insight/attribution'),
    },
  ],
})
