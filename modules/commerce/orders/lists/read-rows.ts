/** Rows of a list as orders. Rows below each other with the same number are the lines of one order. */
import type { Reason as AnyReason, Read } from '#base/imports/kind.ts'
import { decimalsOf } from '#base/text/money.ts'
import { normaliseLine } from '#base/text/normalise.ts'
import { checkOrder, type OrderFault, type ReadOrder, type SaidOrder } from '../given.ts'
import { mostItems, type SaidStatus } from '../order.ts'
import { momentReader, readAmount, readStatus } from './cells.ts'
import type { RowReason } from './lists.messages.ts'
import type { ListPlan, Target } from './plan.ts'

interface Reason extends AnyReason {
  readonly code: RowReason | OrderFault
}

export interface Reading {
  readonly plan: ListPlan
  readonly currency: string
  readonly zone: string
  readonly now: Date
}

type Cells = readonly string[]

/** Cells that stand for nothing. */
const isNothing = (cell: string) =>
  cell === '' || (cell.length <= 4 && /^(?:[-—/\\]|无|空|n\/?a|null|none)$/i.test(cell))

/** Reads the rows of one order. */
export function orderReader({
  plan,
  currency,
  zone,
  now,
}: Reading): (rows: readonly Cells[]) => Read<ReadOrder> {
  const decimals = plan.amounts === 'minor' ? 0 : decimalsOf(currency)
  const moment = momentReader(zone)
  const place = new Map(plan.columns.flatMap((target, at) => (target ? [[target, at] as const] : [])))

  return (rows) => {
    const reasons: Reason[] = []
    const cell = (row: Cells, target: Target): string | undefined => {
      const at = place.get(target)
      const text = at === undefined ? undefined : row[at]?.trim()
      return text === undefined || isNothing(text) ? undefined : text
    }
    const read = <T>(row: Cells, target: Target, as: (text: string) => T | undefined, code: RowReason) => {
      const text = cell(row, target)
      const value = text === undefined ? undefined : as(text)
      if (text !== undefined && value === undefined) reasons.push({ code, column: place.get(target)! })
      return value
    }
    const amount = (row: Cells, target: Target) =>
      read(row, target, (text) => readAmount(text, decimals), 'amount')
    const at = (target: Target) => read(first, target, moment, 'time') ?? null
    const text = (row: Cells, target: Target, most: number) =>
      read(row, target, (value) => cut(value, most), 'long')

    const first = rows[0]!
    const [number, total, placedAt] = [text(first, 'number', 100), amount(first, 'total'), at('placedAt')]
    if (number === undefined && reasons.length === 0)
      reasons.push({ code: 'noNumber', column: place.get('number')! })
    if (total === undefined && cell(first, 'total') === undefined)
      reasons.push({ code: 'amount', column: place.get('total')! })
    if (placedAt === null && cell(first, 'placedAt') === undefined)
      reasons.push({ code: 'time', column: place.get('placedAt')! })
    const status = read(first, 'status', readStatus, 'status')
    const [paid, refunded] = [amount(first, 'paid'), amount(first, 'refunded')]
    const [paidAt, shippedAt, completedAt, cancelledAt, refundedAt, updatedAt] = (
      ['paidAt', 'shippedAt', 'completedAt', 'cancelledAt', 'refundedAt', 'updatedAt'] as const
    ).map(at) as [number | null, number | null, number | null, number | null, number | null, number | null]
    const items = rows.flatMap((row) => readItem(row, { amount, text, read }) ?? [])
    if (items.length > mostItems) reasons.push({ code: 'manyLines' })
    if (status === 'partly' && refunded === undefined) reasons.push({ code: 'refundMissing' })
    if (reasons.length > 0) return { reasons }

    const said = saidStatus(status, { paidAt, shippedAt, completedAt, cancelledAt, paid })
    const latest = Math.max(
      ...[placedAt, paidAt, shippedAt, completedAt, cancelledAt, refundedAt].map((each) => each ?? 0),
    )
    const whole = status === 'refunded' && refunded === undefined ? (paid ?? total!) : refunded
    const given: SaidOrder = {
      externalId: number!,
      said,
      currency: undefined,
      totalMinor: total!,
      paidMinor: said === 'placed' || (said === 'cancelled' && paidAt === null) ? undefined : paid,
      placedAt: placedAt!,
      paidAt,
      shippedAt,
      completedAt,
      cancelledAt,
      // What a list says of moments ahead may be wrong; it never makes an order newer than now.
      updatedAt: updatedAt ?? Math.min(latest, now.getTime()),
      customer: {
        id: text(first, 'customer', 100),
        phone: text(first, 'phone', 40),
        email: text(first, 'email', 320),
        name: (cell(first, 'name') ?? '').slice(0, 60),
      },
      items,
      refunds: [],
      refundedInAll: whole ? { amountMinor: whole, at: refundedAt ?? latest } : undefined,
    }
    if (reasons.length > 0) return { reasons }
    const checked = checkOrder(given, now.getTime())
    return 'fault' in checked ? { reasons: [{ code: checked.fault }] } : { thing: checked }
  }
}

interface Reader {
  amount(row: Cells, target: Target): number | undefined
  text(row: Cells, target: Target, most: number): string | undefined
  read<T>(row: Cells, target: Target, as: (text: string) => T | undefined, code: RowReason): T | undefined
}

/** The line of a row; undefined when the list says nothing of what was bought. */
function readItem(row: Cells, { amount, text, read }: Reader): SaidOrder['items'][number] | undefined {
  const [sku, name] = [text(row, 'sku', 64), text(row, 'item', 120)]
  const quantity = read(
    row,
    'quantity',
    (cell) => (/^[1-9]\d{0,5}$/.test(cell) ? Number(cell) : undefined),
    'quantity',
  )
  const unitMinor = amount(row, 'unit')
  if (sku === undefined && name === undefined) return undefined
  return { sku: sku ?? '', name: name ?? sku!, quantity: quantity ?? 1, unitMinor: unitMinor ?? 0 }
}

/** Without a word for it, what the moments say. */
function saidStatus(
  word: ReturnType<typeof readStatus>,
  at: Record<'paidAt' | 'shippedAt' | 'completedAt' | 'cancelledAt', number | null> & {
    paid: number | undefined
  },
): SaidStatus {
  if (word === 'refunded' || word === 'partly') return 'paid'
  if (word) return word
  if (at.cancelledAt !== null) return 'cancelled'
  if (at.completedAt !== null) return 'completed'
  if (at.shippedAt !== null) return 'shipped'
  return at.paidAt !== null || (at.paid ?? 0) > 0 ? 'paid' : 'placed'
}

function cut(value: string, most: number): string | undefined {
  const line = normaliseLine(value)
  return line.length <= most && !/[\p{Cc}]/u.test(line) ? line : undefined
}
