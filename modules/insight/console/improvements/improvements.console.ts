import { defineConsole } from '#ui/console/define.ts'
import { improvementWords as words } from './improvements.words.ts'

const permission = 'insight.read'

export const improvementsConsole = defineConsole({
  nav: [{ area: 'plan', path: '/plan/improvements', label: words.nav, order: 30, permission }],
  routes: [
    {
      path: '/plan/improvements',
      title: words.title,
      permission,
      load: () => import('./ImprovementsScreen.tsx'),
    },
    {
      path: '/plan/improvements/new',
      title: words.newTitle,
      permission: 'insight.edit',
      load: () => import('./NewImprovementScreen.tsx'),
    },
    {
      path: '/plan/improvements/$id',
      title: words.title,
      permission,
      load: () => import('./ImprovementScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.make,
      icon: 'flag',
      words: 'improvement gaijin 改进 对策 复看 PDCA',
      permission: 'insight.edit',
      run: ({ go }) => go('/plan/improvements/new'),
    },
  ],
})
