/** How notices reach members. */
import { defineConsole } from '#ui/console/define.ts'
import { deliveryWords as words } from './deliveries.words.ts'

export const engageConsole = defineConsole({
  nav: [
    {
      area: 'settings',
      path: '/settings/notices',
      label: words.title,
      order: 88,
      permission: 'engage.read',
      icon: 'bell',
      note: words.note,
    },
  ],
  routes: [
    {
      path: '/settings/notices',
      title: words.title,
      permission: 'engage.read',
      load: () => import('./DeliveriesScreen.tsx'),
    },
  ],
})
