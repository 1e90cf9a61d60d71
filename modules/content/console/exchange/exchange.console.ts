/** Bringing a community in and taking one out, in the console. */
import { defineConsole } from '#ui/console/define.ts'
import { exchangeWords as words } from './exchange.words.ts'

const permission = 'content.exchange'

export const exchangeConsole = defineConsole({
  nav: [
    {
      area: 'settings',
      path: '/settings/exchange',
      label: words.title,
      order: 65,
      permission,
      icon: 'upload',
      note: words.navNote,
    },
  ],
  routes: [
    {
      path: '/settings/exchange',
      title: words.title,
      permission,
      load: () => import('./ExchangeScreen.tsx'),
    },
    {
      path: '/settings/exchange/$id',
      title: words.title,
      permission,
      load: () => import('./MoveScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.command,
      icon: 'upload',
      words: '导入 搬家 旧社区 迁移 导出 备份 import export migrate stackexchange',
      permission,
      run: ({ go }) => go('/settings/exchange'),
    },
  ],
})
