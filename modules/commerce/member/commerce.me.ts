/** The line of Me that commerce answers for. */
import ShoppingBag from 'lucide-react/icons/shopping-bag'
import { defineMe } from '#ui/member/declare.ts'
import { words } from './orders.messages.ts'
import { titles } from './titles.messages.ts'

export const commerceMe = defineMe([
  { path: '/me/orders', label: titles.orders, note: words.note, icon: ShoppingBag, order: 18 },
])
