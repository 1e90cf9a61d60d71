/** Doubles in the console: pairs to decide about, and a card on the page of a member. */
import { defineConsole } from '#ui/console/define.ts'
import { mergeWords } from './merge.words.ts'

export const mergeConsole = defineConsole({
  nav: [
    {
      area: 'members',
      path: '/members/doubles',
      label: mergeWords.doubles,
      order: 85,
      permission: 'members.merge',
    },
  ],
  routes: [
    {
      path: '/members/doubles',
      title: mergeWords.title,
      permission: 'members.merge',
      load: () => import('./DoublesScreen.tsx'),
    },
  ],
  commands: [
    {
      name: mergeWords.search,
      icon: 'merge',
      words: '重复 合并 查重 doubles duplicates merge',
      permission: 'members.merge',
      run: ({ go }) => go('/members/doubles'),
    },
  ],
  memberPanels: [
    { place: 'side', order: 80, permission: 'members.merge', load: () => import('./SameProfiles.tsx') },
  ],
})
