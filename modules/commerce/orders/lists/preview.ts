/** The first orders of a list as they would come in: what an operator looks at while saying what its columns mean. */
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import type { Import } from '#base/imports/import.ts'
import type { ListRow } from '#base/imports/read-file.ts'
import { statusOf } from '../given.ts'
import { orderStatuses } from '../order.ts'
import type { ListPlan } from './plan.ts'
import { continuing, numberOf, readerOf } from './rows.ts'

export const previewed = {
  rows: z.int().describe('Rows that it has among those shown'),
  number: z.string(),
  customer: z.string().describe('By which the shop knows who bought: it is the operator’s own list'),
  status: z.enum(orderStatuses).nullable(),
  totalMinor: z.int().nullable(),
  paidMinor: z.int().nullable(),
  refundedMinor: z.int().nullable(),
  placedAt: z.iso.datetime().nullable(),
  items: z.array(z.string()),
}

export async function previewOrders(
  ctx: Ctx,
  list: Pick<Import, 'samples'>,
  plan: ListPlan,
  currency: string,
) {
  const read = await readerOf(ctx, plan, currency)
  const number = numberOf(plan)
  return groupsOf(
    list.samples.map((cells, at) => ({ row: at + 2, cells })),
    continuing(plan),
  ).map((group) => {
    const about = { row: group[0].row, rows: group.length, number: number(group[0]) }
    const result = read(group.map(({ cells }) => cells))
    if ('reasons' in result) return { ...about, ...nothing, reasons: result.reasons }
    const { thing: order } = result
    const refundedMinor = order.refundedInAll?.amountMinor ?? 0
    const { name = '', phone, email, id } = order.customer ?? {}
    return {
      ...about,
      customer: [name, phone ?? email ?? id].filter(Boolean).join(' · '),
      status: statusOf(order.said, order.paidMinor, refundedMinor),
      totalMinor: order.totalMinor,
      paidMinor: order.paidMinor,
      refundedMinor,
      placedAt: new Date(order.placedAt).toISOString(),
      items: order.items.map((item) => (item.quantity > 1 ? `${item.name} × ${item.quantity}` : item.name)),
      reasons: [],
    }
  })
}

const nothing = {
  customer: '',
  status: null,
  totalMinor: null,
  paidMinor: null,
  refundedMinor: null,
  placedAt: null,
  items: [],
}

/** Rows below each other that belong together. */
function groupsOf(
  rows: readonly ListRow[],
  continues: (first: ListRow, row: ListRow) => boolean,
): [ListRow, ...ListRow[]][] {
  const groups: [ListRow, ...ListRow[]][] = []
  for (const row of rows) {
    const group = groups.at(-1)
    if (group && continues(group[0], row)) group.push(row)
    else groups.push([row])
  }
  return groups
}
