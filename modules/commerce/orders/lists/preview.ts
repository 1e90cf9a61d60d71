/** The first orders of a list as they would come in: what an operator looks at while saying what its columns mean. */
import type { Ctx } from '#base/context.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { statusOf } from '../given.ts'
import type { OrderStatus } from '../order.ts'
import { sayReason } from './errors.ts'
import { checkPlan, type ListPlan, type OrderList } from './list.ts'
import { orderReader } from './read-rows.ts'
import { groupRows } from './walk.ts'

export interface PreviewedOrder {
  /** Of its first line, as a spreadsheet counts. */
  readonly row: number
  /** Rows that it has among those shown. */
  readonly rows: number
  readonly number: string
  /** By which the shop knows who bought: it is the operator's own list. */
  readonly customer: string
  readonly status: OrderStatus | null
  readonly totalMinor: number | null
  readonly paidMinor: number | null
  readonly refundedMinor: number | null
  readonly placedAt: Date | null
  readonly items: readonly string[]
  readonly reasons: readonly { readonly column: number | null; readonly message: string }[]
}

/** Throws `list_columns_wrong` like the dry run. */
export async function previewOrders(ctx: Ctx, list: OrderList, plan: ListPlan): Promise<PreviewedOrder[]> {
  checkPlan(list.header, plan)
  const zone = (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'
  const read = orderReader({ plan, currency: list.source.currency, zone, now: ctx.now })
  const number = plan.columns.indexOf('number')
  const rows = list.samples.map((cells, at) => ({ row: at + 2, cells }))
  return groupRows(rows, number).map((group): PreviewedOrder => {
    const [first] = group
    const about = { row: first!.row, rows: group.length, number: first!.cells[number]?.trim() ?? '' }
    const result = read(group.map(({ cells }) => cells))
    if ('reasons' in result)
      return {
        ...about,
        customer: '',
        status: null,
        totalMinor: null,
        paidMinor: null,
        refundedMinor: null,
        placedAt: null,
        items: [],
        reasons: result.reasons.map((reason) => ({
          column: reason.column ?? null,
          message: sayReason(reason, ctx.locale),
        })),
      }
    const { order } = result
    const refundedMinor = order.refundedInAll?.amountMinor ?? 0
    const { name = '', phone, email, id } = order.customer ?? {}
    return {
      ...about,
      customer: [name, phone ?? email ?? id].filter(Boolean).join(' · '),
      status: statusOf(order.said, order.paidMinor, refundedMinor),
      totalMinor: order.totalMinor,
      paidMinor: order.paidMinor,
      refundedMinor,
      placedAt: new Date(order.placedAt),
      items: order.items.map((item) => (item.quantity > 1 ? `${item.name} × ${item.quantity}` : item.name)),
      reasons: [],
    }
  })
}
