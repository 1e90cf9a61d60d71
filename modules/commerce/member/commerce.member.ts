/** What one bought, under Me. */
import { defineMember } from '#ui/member/declare.ts'
import { titles } from './titles.messages.ts'

export const commerceMember = defineMember({
  screens: [
    {
      path: '/me/orders',
      title: titles.orders,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./OrdersScreen.tsx'),
    },
  ],
})
