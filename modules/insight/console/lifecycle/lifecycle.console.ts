/** 生命周期: who is new, who stays, who comes back, who falls silent, in the rail of insight. */
import { defineConsole } from '#ui/console/define.ts'
import { lifecycleWords as words } from './lifecycle.words.ts'

export const lifecycleConsole = defineConsole({
  nav: [
    { area: 'insight', path: '/insight/lifecycle', label: words.nav, order: 35, permission: 'insight.read' },
  ],
  routes: [
    {
      path: '/insight/lifecycle',
      title: words.title,
      permission: 'insight.read',
      load: () => import('./LifecycleScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.command,
      icon: 'seed',
      words: 'life cycle stickiness dau mau 生命周期 粘度 沉默 忠诚 回流 流失',
      permission: 'insight.read',
      run: ({ go }) => go('/insight/lifecycle'),
    },
  ],
})
