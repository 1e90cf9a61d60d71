/** Interviews in the console: studies, samples, pain points. */
import { defineConsole } from '#ui/console/define.ts'
import { studyWords } from './studies.words.ts'

export const studiesConsole = defineConsole({
  nav: [
    {
      area: 'members',
      path: '/members/studies',
      label: studyWords.studies,
      order: 40,
      permission: 'interviews.read',
    },
  ],
  routes: [
    {
      path: '/members/studies',
      title: studyWords.studies,
      permission: 'interviews.read',
      load: () => import('./StudiesScreen.tsx'),
    },
    {
      path: '/members/studies/$id',
      title: studyWords.studies,
      permission: 'interviews.read',
      load: () => import('./StudyScreen.tsx'),
    },
  ],
})
