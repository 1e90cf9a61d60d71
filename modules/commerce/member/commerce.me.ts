/** The line of Me that commerce answers for. */
import ShoppingBag from 'lucide-react/icons/shopping-bag'
import { defineMe } from '#ui/member/declare.ts'
import { words } from './orders.messages.ts'

export const commerceMe = defineMe([
  { path: '/me/orders', label: words.orders, note: words.note, icon: ShoppingBag, order: 18 },
])
