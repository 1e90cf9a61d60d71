/** What was reported and what waits for an answer, in the console. */
import { defineConsole } from '#ui/console/define.ts'
import { talkWords as words } from './talk.words.ts'

export const talkConsole = defineConsole({
  nav: [
    {
      area: 'content',
      path: '/content/questions',
      label: words.questions,
      order: 20,
      permission: 'content.read',
    },
    {
      area: 'content',
      path: '/content/reports',
      label: words.reports,
      order: 18,
      permission: 'content.moderate',
    },
  ],
  routes: [
    {
      path: '/content/questions',
      title: words.questions,
      permission: 'content.read',
      load: () => import('./QuestionsScreen.tsx'),
    },
    {
      path: '/content/reports',
      title: words.reports,
      permission: 'content.moderate',
      load: () => import('./ReportsScreen.tsx'),
    },
  ],
})
