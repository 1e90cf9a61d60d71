/**
 * Going through a list of orders. Rows below each other with the same number are one order, and an order of which rows
 * come again later is refused.
 */
import type { Ctx } from '#base/context.ts'
import type { Import } from '#base/imports/import.ts'
import type { Mode, Read, RefusedRow, Settled, Work } from '#base/imports/kind.ts'
import type { ListRow } from '#base/imports/read-file.ts'
import { Seen } from '#base/imports/seen.ts'
import { findCommunity } from '#modules/identity/api.ts'
import type { Vault } from '#modules/members/api.ts'
import type { ReadOrder } from '../given.ts'
import { receiveOrders, type Taken } from '../receive.ts'
import { getSource } from '../sources.ts'
import type { ListPlan } from './plan.ts'
import { orderReader } from './read-rows.ts'

/** A list of orders of a source, with what its columns mean. */
export interface List extends Pick<Import, 'id'> {
  readonly plan: ListPlan
  readonly sourceId: string
}

export const numberOf = (plan: ListPlan) => {
  const at = plan.columns.indexOf('number')
  return ({ cells }: Pick<ListRow, 'cells'>): string => cells[at]?.trim() ?? ''
}

/** Whether a row belongs to the order that began with `first`; a row without a number stands alone. */
export const continuing = (plan: ListPlan) => {
  const number = numberOf(plan)
  return (first: ListRow, row: ListRow): boolean => {
    const known = number(row)
    return known !== '' && known === number(first)
  }
}

export async function readerOf(ctx: Ctx, plan: ListPlan, currency: string) {
  const zone = (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'
  return orderReader({ plan, currency, zone, now: ctx.now })
}

export async function readOrders(ctx: Ctx, vault: Vault, list: List, mode: Mode): Promise<Work<ReadOrder>> {
  const source = await getSource(ctx, list.sourceId)
  const read = await readerOf(ctx, list.plan, source.currency)
  const number = numberOf(list.plan)
  const column = list.plan.columns.indexOf('number')
  const seen = new Seen()
  return {
    continues: continuing(list.plan),
    read: (rows, behind): Read<ReadOrder> => {
      const known = number(rows[0])
      const repeated = known !== '' && seen.add(known, rows[0].row) !== undefined
      if (repeated || behind) return { reasons: [{ code: 'repeated', column }] }
      return read(rows.map(({ cells }) => cells))
    },
    settle: async (tx, orders) => {
      const asList: Ctx = { ...tx, actor: { kind: 'system', name: `order-list:${list.id}` } }
      const taken = await receiveOrders(
        asList,
        vault,
        { source, by: 'import', dry: mode === 'check' },
        orders.map(({ thing }) => thing),
      )
      return settledOf(orders, taken)
    },
  }
}

function settledOf(orders: readonly Pick<RefusedRow, 'row' | 'cells'>[], taken: readonly Taken[]): Settled {
  const counts = { created: 0, updated: 0, unchanged: 0, older: 0 }
  const refused: RefusedRow[] = []
  for (const [at, each] of taken.entries()) {
    const { row, cells } = orders[at]!
    if (each.outcome === 'refused') refused.push({ row, cells, reasons: [{ code: each.fault }] })
    else counts[each.outcome]++
  }
  return { counts, refused }
}
