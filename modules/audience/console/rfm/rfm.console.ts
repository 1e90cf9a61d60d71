/** RFM in the console: the tiers, the model, and a card on the page of a member. */
import { defineConsole } from '#ui/console/define.ts'
import { modelWords } from './model.words.ts'
import { rfmWords } from './rfm.words.ts'

export const rfmConsole = defineConsole({
  nav: [{ area: 'members', path: '/rfm', label: rfmWords.nav, order: 40, permission: 'audience.read' }],
  routes: [
    {
      path: '/rfm',
      title: rfmWords.title,
      permission: 'audience.read',
      load: () => import('./RfmScreen.tsx'),
    },
    {
      path: '/rfm/model',
      title: modelWords.title,
      permission: 'audience.read',
      load: () => import('./RfmModelScreen.tsx'),
    },
  ],
  commands: [
    {
      name: rfmWords.command,
      icon: 'insight',
      words: 'rfm 价值 分层 客户 层级 tiers value',
      permission: 'audience.read',
      run: ({ go }) => go('/rfm'),
    },
  ],
})
