/**
 * Taking orders in, many at once: by the number that the shop gave each. The same again changes nothing, a newer one
 * wins, an older one never. All of it in one transaction, under the lock of the source.
 */
import { describeActor, type Id } from '#base/access/actor.ts'
import { afterCommit, type Ctx, transact } from '#base/context.ts'
import { wakeFollowers } from '#base/facts/wake.ts'
import type { Vault } from '#modules/members/api.ts'
import { commerceProblems } from '../problems.ts'
import { type Known, keepCustomers, lockSources, readCustomer } from './customers.ts'
import { type OrderFault, type ReadOrder, type ReadRefund, statusOf } from './given.ts'
import type { Arrival, OrderStatus } from './order.ts'
import {
  findHeldOrders,
  type HeldOrder,
  insertOrders,
  insertRefunds,
  keepProducts,
  noteNewer,
  type OrderRow,
  replaceOrders,
} from './receive.sql.ts'
import { followCustomers, tellOrders } from './telling.sql.ts'

/** `older`: a newer one is here already. */
export type Taken =
  | { readonly outcome: 'created' | 'updated' | 'unchanged' | 'older'; readonly id: Id | null }
  | { readonly outcome: 'refused'; readonly fault: OrderFault }

export interface Receiving {
  readonly source: {
    readonly id: Id
    readonly key: string
    readonly name: string
    readonly currency: string
    readonly archivedAt: Date | null
  }
  readonly by: Arrival
  /** Says what would happen, and changes nothing. */
  readonly dry?: boolean
}

/** What becomes of each, in the order given. Throws `order_source_closed`. */
export async function receiveOrders(
  ctx: Ctx,
  vault: Vault,
  receiving: Receiving,
  orders: readonly ReadOrder[],
): Promise<Taken[]> {
  const { source, by, dry } = receiving
  if (source.archivedAt) throw commerceProblems.orderSourceClosed({ values: { name: source.name } })
  return await transact(ctx, async (tx) => {
    if (!dry) await lockSources(tx, [source.id])
    const held = await findHeldOrders(tx, source.id, [...new Set(orders.map(({ externalId }) => externalId))])
    const settled = orders.map((order) => settle(order, source.currency, held))
    if (dry) return settled.map((each) => ('fault' in each ? refused(each.fault) : outcome(each, null)))
    const ids = await write(tx, vault, source, by, settled)
    await noteNewer(
      tx,
      settled.flatMap((each) => {
        const before =
          'does' in each && each.does === 'unchanged' ? held.get(each.order.externalId) : undefined
        return before?.id && 'order' in each && each.order.updatedAt > before.updatedAt
          ? [{ id: before.id, updatedAt: each.order.updatedAt }]
          : []
      }),
    )
    return settled.map((each) =>
      'fault' in each
        ? refused(each.fault)
        : outcome(each, ids.get(each.order.externalId) ?? held.get(each.order.externalId)?.id ?? null),
    )
  })
}

const refused = (fault: OrderFault): Taken => ({ outcome: 'refused', fault })
const outcome = ({ does }: Settled, id: Id | null): Taken => ({ outcome: does, id })

interface Settled {
  readonly order: ReadOrder
  readonly does: 'created' | 'updated' | 'unchanged' | 'older'
  /** Refunds that were not known. */
  readonly refunds: readonly ReadRefund[]
  readonly status: OrderStatus
  readonly refundedMinor: number
  readonly was: OrderStatus | undefined
}

/** What is to be done about an order. Remembers it in `held`, so that one that is there twice is judged by the first. */
function settle(
  order: ReadOrder,
  currency: string,
  held: Map<string, HeldOrder>,
): Settled | { readonly fault: OrderFault } {
  if (order.currency !== undefined && order.currency !== currency) return { fault: 'wrongCurrency' }
  const before = held.get(order.externalId)
  const same = (does: 'unchanged' | 'older'): Settled => ({
    order,
    does,
    refunds: [],
    status: before!.status,
    refundedMinor: before!.refundedMinor,
    was: undefined,
  })
  if (before && order.updatedAt < before.updatedAt) return same('older')
  if (before?.print.equals(order.print)) return same('unchanged')
  const known = before?.refunds ?? new Map<string, number>()
  const given = order.refundedInAll ? missing(order.refundedInAll, known) : order.refunds
  if (given.some((each) => known.has(each.externalId) && known.get(each.externalId) !== each.amountMinor))
    return { fault: 'refundChanged' }
  const refunds = given.filter((each) => !known.has(each.externalId))
  const refundedMinor =
    [...known.values()].reduce((sum, amount) => sum + amount, 0) +
    refunds.reduce((sum, each) => sum + each.amountMinor, 0)
  if (refundedMinor > order.paidMinor) return { fault: 'refundTooMuch' }
  const status = statusOf(order.said, order.paidMinor, refundedMinor)
  held.set(order.externalId, {
    id: before?.id ?? null,
    status,
    updatedAt: order.updatedAt,
    print: order.print,
    refundedMinor,
    refunds: new Map([...known, ...refunds.map((each) => [each.externalId, each.amountMinor] as const)]),
  })
  return { order, does: before ? 'updated' : 'created', refunds, status, refundedMinor, was: before?.status }
}

/** A list knows how much was given back in all: what is not known of it yet is one refund. */
function missing(
  { amountMinor, at }: NonNullable<ReadOrder['refundedInAll']>,
  known: ReadonlyMap<string, number>,
): ReadRefund[] {
  const sum = [...known.values()].reduce((total, each) => total + each, 0)
  if (amountMinor <= sum) return []
  return [{ externalId: `total:${amountMinor}`, amountMinor: amountMinor - sum, at, reason: '' }]
}

async function write(
  tx: Ctx,
  vault: Vault,
  source: Receiving['source'],
  by: Arrival,
  settled: readonly (Settled | { readonly fault: OrderFault })[],
): Promise<ReadonlyMap<string, Id>> {
  const written = settled.filter(
    (each): each is Settled => 'does' in each && each.does !== 'unchanged' && each.does !== 'older',
  )
  if (written.length === 0) return new Map()
  // Of an order that is there twice, the last one is what remains; the refunds of all of them count.
  const last = new Map(written.map((each) => [each.order.externalId, each]))
  const first = new Map(written.toReversed().map((each) => [each.order.externalId, each]))
  const customers = new Map<string, Known>()
  for (const { order } of written) {
    const known = readCustomer(vault, source.key, order.externalId, order.customer)
    if (known) customers.set(order.externalId, known)
  }
  const kept = await keepCustomers(tx, source.id, [...customers.values()])
  const products = await keepProducts(
    tx,
    source.currency,
    [...last.values()].flatMap(({ order }) => order.items),
  )
  const rowOf = ({ order, status, refundedMinor }: Settled): OrderRow => {
    const customer = customers.get(order.externalId)
    const found = customer && kept.get(customer.key)
    return {
      order,
      status,
      refundedMinor,
      customerId: found?.id ?? null,
      memberId: found?.memberId ?? null,
      products,
    }
  }
  const fresh = [...last.values()].filter((each) => first.get(each.order.externalId)!.does === 'created')
  const known = [...last.values()].filter((each) => first.get(each.order.externalId)!.does === 'updated')
  const about = { source, by, from: describeActor(tx.actor) }
  const rows = fresh.map(rowOf)
  const made = await insertOrders(tx, about, rows)
  const changed = await replaceOrders(
    tx,
    about,
    known.map((each) => ({ ...rowOf(each), was: first.get(each.order.externalId)!.was! })),
  )
  const ids = new Map([...made, ...changed])
  await insertRefunds(
    tx,
    by,
    written.flatMap(({ order, refunds }) =>
      refunds.map((refund) => ({ orderId: ids.get(order.externalId)!, refund })),
    ),
  )
  const followed = await followCustomers(
    tx,
    [...kept.values()].flatMap(({ id, found }) => (found ? [id] : [])),
  )
  // Of new orders only those are announced of which it is known whose they are.
  const refunded = new Set(
    written.flatMap(({ order, refunds }) => (refunds.length > 0 ? [order.externalId] : [])),
  )
  const owned = rows.flatMap(({ order: { externalId }, memberId }) =>
    memberId ? [{ id: made.get(externalId)!, hasRefunds: refunded.has(externalId) }] : [],
  )
  await tellOrders(tx, [...changed.values(), ...followed], { made: owned, by })
  afterCommit(tx, wakeFollowers)
  return ids
}
