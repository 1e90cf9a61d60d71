/** Orders in the console: the list, who is to be matched, where they come from, and what a member bought. */
import { defineConsole } from '#ui/console/define.ts'
import { listWords } from './lists/lists.words.ts'
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
      path: '/orders/imports',
      title: listWords.title,
      permission: 'commerce.orders_manage',
      load: () => import('./lists/OrderListsScreen.tsx'),
    },
    {
      path: '/orders/imports/$id',
      title: listWords.title,
      permission: 'commerce.orders_manage',
      load: () => import('./lists/OrderListScreen.tsx'),
    },
    {
      path: '/settings/orders',
      title: words.sources,
      permission: 'commerce.orders_manage',
      load: () => import('./SourcesScreen.tsx'),
    },
  ],
  commands: [
    {
      name: listWords.command,
      icon: 'upload',
      words: '导入 订单 上传 excel csv import upload orders',
      permission: 'commerce.orders_manage',
      run: ({ go }) => go('/orders/imports'),
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
