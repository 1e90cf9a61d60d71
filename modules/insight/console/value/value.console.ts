/** 分层与价值 in the rail of insight. */
import { defineConsole } from '#ui/console/define.ts'
import { valueWords as words } from './value.words.ts'

export const valueConsole = defineConsole({
  nav: [{ area: 'insight', path: '/insight/value', label: words.nav, order: 60, permission: 'insight.read' }],
  routes: [
    {
      path: '/insight/value',
      title: words.title,
      permission: 'insight.read',
      load: () => import('./ValueScreen.tsx'),
    },
  ],
  memberPanels: [
    { place: 'side', order: 32, permission: 'audience.read', load: () => import('./MemberValue.tsx') },
  ],
  commands: [
    {
      name: words.command,
      icon: 'insight',
      words: 'value clv ltv bg/nbd alive 价值 生命周期价值 流失 预测 复购',
      permission: 'insight.read',
      run: ({ go }) => go('/insight/value'),
    },
  ],
})
