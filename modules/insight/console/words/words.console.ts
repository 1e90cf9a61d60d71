/** 热词: what members talk about, in the rail of insight. */
import { defineConsole } from '#ui/console/define.ts'
import { wordsWords as words } from './words.words.ts'

export const wordsConsole = defineConsole({
  nav: [{ area: 'insight', path: '/insight/words', label: words.nav, order: 57, permission: 'insight.read' }],
  routes: [
    {
      path: '/insight/words',
      title: words.title,
      permission: 'insight.read',
      load: () => import('./WordsScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.command,
      icon: 'insight',
      words: 'words topics burst mood 热词 热点 话题 情绪 舆情',
      permission: 'insight.read',
      run: ({ go }) => go('/insight/words'),
    },
  ],
})
