/** 路径: what people do one after another, in the rail of insight. */
import { defineConsole } from '#ui/console/define.ts'
import { pathsWords as words } from './paths.words.ts'

export const pathsConsole = defineConsole({
  nav: [{ area: 'insight', path: '/insight/paths', label: words.nav, order: 40, permission: 'insight.read' }],
  routes: [
    {
      path: '/insight/paths',
      title: words.title,
      permission: 'insight.read',
      load: () => import('./PathsScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.command,
      icon: 'insight',
      words: 'paths sankey 路径 桑基 流失 离开 用户路径 触点',
      permission: 'insight.read',
      run: ({ go }) => go('/insight/paths'),
    },
  ],
})
