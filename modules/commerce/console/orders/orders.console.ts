/** Orders in the console: the list, who is to be matched, where they come from, and what a member bought. */
import { defineConsole } from '#ui/console/define.ts'
import { words } from './orders.words.ts'

export const ordersConsole = defineConsole({
  nav: [
    { area: 'members', path: '/orders', label: words.orders, order: 70, permission: 'commerce.orders_read' },
    {
      area: 'settings',
      path: '/settings/orders',
      label: words.sources,
      order: 45,
      permission: 'commerce.orders_manage',
      icon: 'cart',
      note: words.sourcesNote,
    },
  ],
  routes: [
    {
      path: '/orders',
      title: words.orders,
      permission: 'commerce.orders_read',
      load: () => import('./OrdersScreen.tsx'),
    },
    {
      path: '/orders/unmatched',
      title: words.unmatched,
      permission: 'commerce.orders_read',
      load: () => import('./UnmatchedScreen.tsx'),
    },
    {
      path: '/settings/orders',
      title: words.sources,
      permission: 'commerce.orders_manage',
      load: () => import('./SourcesScreen.tsx'),
    },
  ],
  memberPanels: [
    {
      place: 'main',
      order: 40,
      permission: 'commerce.orders_read',
      load: () => import('./MemberOrders.tsx'),
    },
  ],
})
