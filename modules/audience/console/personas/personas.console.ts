/** Personas in the console. */
import { defineConsole } from '#ui/console/define.ts'
import { personaWords } from './personas.words.ts'

export const personasConsole = defineConsole({
  nav: [
    {
      area: 'members',
      path: '/members/personas',
      label: personaWords.personas,
      order: 30,
      permission: 'audience.read',
    },
  ],
  routes: [
    {
      path: '/members/personas',
      title: personaWords.personas,
      permission: 'audience.read',
      load: () => import('./PersonasScreen.tsx'),
    },
    {
      path: '/members/personas/$id',
      title: personaWords.personas,
      permission: 'audience.read',
      load: () => import('./PersonaScreen.tsx'),
    },
  ],
  commands: [
    {
      name: personaWords.define,
      icon: 'person',
      words: '画像 persona 矩阵 matrix',
      permission: 'audience.edit',
      run: ({ go }) => go('/members/personas'),
    },
  ],
})
