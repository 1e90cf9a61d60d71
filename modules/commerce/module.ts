import { defineModule } from '#base/module.ts'
import { labels } from './commerce.messages.ts'
import * as facts from './facts.ts'
import { productCards } from './products/cards.ts'
import { productRoutes } from './products/products.routes.ts'

/** 商品: what the brand sells, as posts recommend it. */
export const commerceModule = () =>
  defineModule({
    name: 'commerce',
    permissions: [
      {
        name: 'commerce.read',
        label: labels.read,
        roles: ['owner', 'admin', 'operator', 'moderator', 'analyst', 'support', 'viewer'],
        scope: true,
      },
      { name: 'commerce.edit', label: labels.edit, roles: ['owner', 'admin', 'operator'], scope: true },
    ],
    routes: productRoutes,
    facts: Object.values(facts),
    cards: [productCards],
  })
