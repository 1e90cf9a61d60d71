/** Levels of trust in the console. */
import { defineConsole } from '#ui/console/define.ts'
import { trustWords as words } from './trust.words.ts'

export const trustConsole = defineConsole({
  nav: [
    {
      area: 'content',
      path: '/content/trust',
      label: words.title,
      order: 90,
      part: 'rules',
      permission: 'content.read',
    },
  ],
  routes: [
    {
      path: '/content/trust',
      title: words.title,
      permission: 'content.read',
      load: () => import('./TrustScreen.tsx'),
    },
  ],
  memberPanels: [
    { place: 'side', order: 60, permission: 'content.read', load: () => import('./TrustPanel.tsx') },
  ],
})
