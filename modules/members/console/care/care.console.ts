/** Care in the console: the board, the greeting days, and a card on the page of a member. */
import { defineConsole } from '#ui/console/define.ts'
import { careWords } from './care.words.ts'

export const careConsole = defineConsole({
  nav: [
    { area: 'members', path: '/members/care', label: careWords.care, order: 50, permission: 'care.read' },
  ],
  routes: [
    {
      path: '/members/care',
      title: careWords.care,
      permission: 'care.read',
      load: () => import('./CareScreen.tsx'),
    },
    {
      path: '/members/care/calendar',
      title: careWords.calendar,
      permission: 'care.read',
      load: () => import('./GreetingDaysScreen.tsx'),
    },
  ],
  commands: [
    {
      name: careWords.overdue,
      icon: 'heart',
      words: '拜访 关怀 过期 care visits overdue',
      permission: 'care.read',
      run: ({ go }) => go('/members/care?due=overdue'),
    },
  ],
  memberPanels: [
    { place: 'side', order: 30, permission: 'care.read', load: () => import('./CarePanel.tsx') },
  ],
})
