/** 渠道: where people meet the brand, in the rail of insight. */
import { defineConsole } from '#ui/console/define.ts'
import { channelWords as words } from './channels.words.ts'

export const channelsConsole = defineConsole({
  nav: [
    { area: 'insight', path: '/insight/channels', label: words.nav, order: 45, permission: 'insight.read' },
  ],
  routes: [
    {
      path: '/insight/channels',
      title: words.title,
      permission: 'insight.read',
      load: () => import('./ChannelsScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.command,
      icon: 'insight',
      words: 'channel touchpoint fan base plan 渠道 触点 私域 公域 阵地 获粉计划',
      permission: 'insight.read',
      run: ({ go }) => go('/insight/channels'),
    },
  ],
})
