import { defineModule, joinParts } from '#base/module.ts'
import { labels } from './commerce.messages.ts'
import * as facts from './facts.ts'
import { type CommerceParts, orderParts } from './orders/parts.ts'
import { productCards } from './products/cards.ts'
import { productRoutes } from './products/products.routes.ts'

/** 商品与订单: what the brand sells, as posts recommend it, and what its shops tell was bought. */
export const commerceModule = (parts: CommerceParts) =>
  defineModule({
    name: 'commerce',
    ...joinParts(orderParts(parts), {
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
    }),
  })
