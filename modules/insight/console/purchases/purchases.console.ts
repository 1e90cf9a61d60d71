/** 复购 in the rail of insight. */
import { defineConsole } from '#ui/console/define.ts'
import { words } from './purchases.words.ts'

export const purchasesConsole = defineConsole({
  nav: [
    { area: 'insight', path: '/insight/purchases', label: words.nav, order: 65, permission: 'insight.read' },
  ],
  routes: [
    {
      path: '/insight/purchases',
      title: words.title,
      permission: 'insight.read',
      load: () => import('./PurchasesScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.command,
      icon: 'cart',
      words: 'repurchase repeat orders basket 复购 回购 客单价 连带 购物篮 ARPPU',
      permission: 'insight.read',
      run: ({ go }) => go('/insight/purchases'),
    },
  ],
})
