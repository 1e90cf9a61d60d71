/** Keys for what sends events, and how to send them. */
import { defineConsole } from '#ui/console/define.ts'
import { trackingWords } from './tracking.words.ts'

export const trackingConsole = defineConsole({
  nav: [
    {
      area: 'settings',
      path: '/settings/tracking',
      label: trackingWords.title,
      order: 45,
      permission: 'tracking.keys',
      icon: 'signal',
      note: trackingWords.note,
    },
  ],
  routes: [
    {
      path: '/settings/tracking',
      title: trackingWords.title,
      permission: 'tracking.keys',
      load: () => import('./TrackingScreen.tsx'),
    },
  ],
  commands: [
    {
      name: trackingWords.create,
      icon: 'signal',
      words: '埋点 密钥 tracking key sdk',
      permission: 'tracking.keys',
      run: ({ go }) => go('/settings/tracking?new=1'),
    },
  ],
})
