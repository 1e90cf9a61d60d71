/** What the columns of a list of orders mean. */
import { z } from 'zod'
import { commerceProblems } from '../../problems.ts'

/** What a column of a list can be. */
export const targets = [
  'number',
  'status',
  'total',
  'paid',
  'refunded',
  'placedAt',
  'paidAt',
  'shippedAt',
  'completedAt',
  'cancelledAt',
  'refundedAt',
  'updatedAt',
  'customer',
  'phone',
  'email',
  'name',
  'sku',
  'item',
  'quantity',
  'unit',
] as const
export type Target = (typeof targets)[number]

export const listPlan = z.object({
  /** For each column what it is; null: left out. */
  columns: z.array(z.enum(targets).nullable()).min(1).max(200),
  /** `major`: 68.00; `minor`: 6800. */
  amounts: z.enum(['major', 'minor']).default('major'),
})
export type ListPlan = z.infer<typeof listPlan>

/** Each target once, and what no order can be without. Throws `list_columns_wrong`. */
export function checkPlan(header: readonly string[], { columns }: ListPlan): void {
  const given = columns.filter((target) => target !== null)
  const needed: readonly Target[] = ['number', 'total', 'placedAt']
  if (
    columns.length !== header.length ||
    new Set(given).size < given.length ||
    needed.some((target) => !given.includes(target))
  )
    throw commerceProblems.listColumnsWrong()
}
