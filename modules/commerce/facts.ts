import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { labels } from './commerce.messages.ts'
import { orderLabels } from './orders/orders.messages.ts'

/** `how`: added, changed, archived, reopened. */
export const productChanged = defineFact({
  name: 'product.changed',
  payload: z.object({ how: z.string() }),
  label: labels.changed,
  touches: ({ about }) => [['products'], ['products', about.object?.id ?? '']],
  publicFields: ['how'],
})

/** What facts about orders say. `items`: how many things; `skus`: at most 20 of them. */
const order = z.object({
  source: z.string(),
  currency: z.string(),
  items: z.number().int(),
  skus: z.array(z.string()).max(20),
})

const touches = ({ about }: { about: { memberId?: string | null } }) => [
  ['orders'],
  ['members', about.memberId ?? '', 'orders'],
]

/** Of whose order it is, once it is known; value: what is to be paid, in minor units. */
export const orderPlaced = defineFact({
  name: 'order.placed',
  payload: order,
  label: labels.orderPlaced,
  touches,
  publicFields: ['source', 'currency', 'items'],
})

/** Value: what was paid, in minor units. `first`: his first paid order, as far as is known when it is announced. */
export const orderPaid = defineFact({
  name: 'order.paid',
  payload: order.extend({ first: z.boolean() }),
  label: labels.orderPaid,
  touches,
  publicFields: ['source', 'currency', 'items', 'first'],
})

/**
 * The shop says another amount after `order.paid` was announced; value: what was paid after all, and `was` what counted
 * until now, in minor units. It is put in place of the value of `order.paid` wherever values are added up
 * (`base/facts/amending.ts`). The shop's doing, not the member's.
 */
export const orderAmended = defineFact({
  name: 'order.amended',
  payload: order.extend({ was: z.number().int() }),
  label: labels.orderAmended,
  touches,
  publicFields: ['source', 'currency', 'items', 'was'],
})

/** Once for each refund; value: what was given back, in minor units. `whole`: nothing of the payment is left. */
export const orderRefunded = defineFact({
  name: 'order.refunded',
  payload: order.extend({ whole: z.boolean() }),
  label: labels.orderRefunded,
  touches,
  publicFields: ['source', 'currency', 'whole'],
})

export const orderListEnded = defineFact({
  name: 'order_list.ended',
  payload: z.object({
    listId: z.string(),
    state: z.enum(['checked', 'done', 'stopped', 'failed', 'undone']),
  }),
  label: orderLabels.listEnded,
  touches: ({ payload }) => [['order-lists'], ['order-lists', payload.listId], ['orders']],
})
