/** What one bought, under Me. */
import { defineMember } from '#ui/member/declare.ts'
import { words } from './orders.messages.ts'

export const commerceMember = defineMember({
  screens: [
    {
      path: '/me/orders',
      title: words.orders,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./OrdersScreen.tsx'),
    },
  ],
})
