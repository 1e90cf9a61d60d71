/** What a column may be, in groups, in the reader's words. */
import { importingWords } from '#ui/console/importing/importing.words.ts'
import type { Translate } from '#ui/locale/locale.tsx'
import type { Target } from './lists.queries.ts'
import { listWords } from './lists.words.ts'

const groups = [
  [listWords.orderGroup, ['number', 'status']],
  [listWords.amountGroup, ['total', 'paid', 'refunded']],
  [
    listWords.timeGroup,
    ['placedAt', 'paidAt', 'shippedAt', 'completedAt', 'cancelledAt', 'refundedAt', 'updatedAt'],
  ],
  [listWords.customerGroup, ['phone', 'email', 'customer', 'name']],
  [listWords.itemGroup, ['item', 'sku', 'quantity', 'unit']],
] as const satisfies readonly (readonly [unknown, readonly Target[]])[]

export const targetOptions = (t: Translate) => [
  { value: '', label: t(importingWords.ignore) },
  ...groups.map(([label, targets]) => ({
    label: t(label),
    options: targets.map((target) => ({ value: target as string, label: t(listWords[target]) })),
  })),
]
