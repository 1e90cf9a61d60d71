import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'

export const orderPlaced = defineFact({
  name: 'order.placed',
  payload: z.object({ number: z.number() }),
  label: { zh: '下了单', en: 'An order was placed' },
})
