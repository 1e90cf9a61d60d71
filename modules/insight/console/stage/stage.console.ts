import { defineConsole } from '#ui/console/define.ts'
import { stageWords as words } from './stage.words.ts'

const permission = 'insight.read'

export const productStageConsole = defineConsole({
  nav: [{ area: 'plan', path: '/plan/stage', label: words.nav, order: 5, permission }],
  routes: [{ path: '/plan/stage', title: words.nav, permission, load: () => import('./StageScreen.tsx') }],
  commands: [
    {
      name: words.nav,
      icon: 'flag',
      words: 'stage life cycle AARRR chanpin jieduan 产品阶段 导入 成长 成熟 衰退',
      permission,
      run: ({ go }) => go('/plan/stage'),
    },
  ],
})
