import { defineConsole } from '#ui/console/define.ts'
import { effectWords as words } from './effect.words.ts'

const permission = 'insight.read'

export const effectConsole = defineConsole({
  nav: [{ area: 'insight', path: '/insight/effect', label: words.title, order: 32, permission }],
  routes: [
    { path: '/insight/effect', title: words.title, permission, load: () => import('./EffectScreen.tsx') },
  ],
  commands: [
    {
      name: words.title,
      icon: 'rise',
      words: 'effect before after xiaoguo 效果 前后 对比 ITS DiD 双重差分',
      permission,
      run: ({ go }) => go('/insight/effect'),
    },
  ],
})
