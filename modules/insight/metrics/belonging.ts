/** Who belongs where, free of anything that a browser need not load: the catalogue is shown there. */
import type { Happening } from '#modules/audience/api.ts'
import type { StockExpression } from './metric.ts'

/** That two profiles that were in a group became one is no leaving. */
export const leftGroup = {
  event: 'group.left',
  where: [{ property: 'how', test: { op: 'isNot', value: 'merged' } }],
} satisfies Happening

/** Who belongs to groups: they come and go. */
export const ofGroups = {
  kind: 'stock',
  came: { event: 'group.joined' },
  gone: [leftGroup],
} satisfies StockExpression
