/** 实验 in the rail of insight. */
import { defineConsole } from '#ui/console/define.ts'
import { experimentWords as words } from './experiments.words.ts'

const permission = 'insight.read'

export const experimentsConsole = defineConsole({
  nav: [{ area: 'insight', path: '/insight/experiments', label: words.nav, order: 70, permission }],
  routes: [
    {
      path: '/insight/experiments',
      title: words.title,
      permission,
      load: () => import('./ExperimentsScreen.tsx'),
    },
    {
      path: '/insight/experiments/new',
      title: words.newTitle,
      permission: 'insight.edit',
      load: () => import('./EditExperimentScreen.tsx'),
    },
    {
      path: '/insight/experiments/$id',
      title: words.title,
      permission,
      load: () => import('./ExperimentScreen.tsx'),
    },
    {
      path: '/insight/experiments/$id/edit',
      title: words.editTitle,
      permission: 'insight.edit',
      load: () => import('./EditExperimentScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.command,
      icon: 'insight',
      words: 'experiment ab test 实验 对照 方案 分组 灰度',
      permission,
      run: ({ go }) => go('/insight/experiments'),
    },
  ],
})
