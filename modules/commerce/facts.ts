import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { labels } from './commerce.messages.ts'

/** `how`: added, changed, archived, reopened. */
export const productChanged = defineFact({
  name: 'product.changed',
  payload: z.object({ how: z.string() }),
  label: labels.changed,
  touches: ({ about }) => [['products'], ['products', about.object?.id ?? '']],
  publicFields: ['how'],
})
