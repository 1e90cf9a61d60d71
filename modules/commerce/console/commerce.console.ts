/** Products in the console, beside the posts that recommend them. */
import { defineConsole } from '#ui/console/define.ts'
import { words } from './products.words.ts'

export const commerceConsole = defineConsole({
  nav: [
    {
      area: 'content',
      path: '/products',
      label: words.products,
      order: 60,
      part: 'arrange',
      permission: 'commerce.read',
    },
  ],
  routes: [
    {
      path: '/products',
      title: words.products,
      permission: 'commerce.read',
      load: () => import('./ProductsScreen.tsx'),
    },
  ],
})
