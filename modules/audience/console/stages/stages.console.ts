/** The life cycle in the console: the stages, their rules, and a card on the page of a member. */
import { defineConsole } from '#ui/console/define.ts'
import { stageWords } from './stages.words.ts'

export const stagesConsole = defineConsole({
  nav: [
    { area: 'members', path: '/lifecycle', label: stageWords.nav, order: 35, permission: 'audience.read' },
  ],
  routes: [
    {
      path: '/lifecycle',
      title: stageWords.title,
      permission: 'audience.read',
      load: () => import('./LifecycleScreen.tsx'),
    },
    {
      path: '/lifecycle/$id',
      title: stageWords.editTitle,
      permission: 'audience.read',
      load: () => import('./LifecycleModelScreen.tsx'),
    },
  ],
  commands: [
    {
      name: stageWords.command,
      icon: 'seed',
      words: '生命周期 阶段 流失 休眠 lifecycle stages churn',
      permission: 'audience.read',
      run: ({ go }) => go('/lifecycle'),
    },
  ],
  memberPanels: [
    { place: 'side', order: 30, permission: 'audience.read', load: () => import('./MemberStanding.tsx') },
  ],
})
