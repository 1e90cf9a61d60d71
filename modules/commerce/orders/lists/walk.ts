/**
 * Going through a list, batch by batch. A dry run finds what would happen; a run does it: each batch is one
 * transaction that also moves `place`, so that killed at any point it goes on behind the last batch that was kept
 * and does nothing twice. An order is never cut: its rows are in one batch.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { declareFailpoints } from '#base/testing/failpoint.ts'
import { type ListRow, Seen, type Vault } from '#modules/members/api.ts'
import type { ReadOrder } from '../given.ts'
import { receiveOrders } from '../receive.ts'
import { lockList, noTally, type OrderList, type Tally } from './list.ts'
import { orderReader, type Reason } from './read-rows.ts'

const failpoint = declareFailpoints('orders.batch.written', 'orders.batch.kept')

/** Rows of a batch; an order at its end may add some. */
export const batchRows = 2_000
/** Refused rows that are kept of one list; what comes behind them is counted. */
export const mostErrors = 100_000

export interface Walk {
  readonly mode: 'check' | 'run'
  readonly vault: Vault
  readonly zone: string
  readonly signal: AbortSignal
  progress(done: number): Promise<void>
}

interface Refused {
  readonly row: number
  readonly cells: readonly string[]
  readonly reasons: readonly Reason[]
}
interface Batch {
  readonly orders: { readonly row: number; readonly cells: readonly string[]; readonly order: ReadOrder }[]
  readonly refused: Refused[]
  rows: number
  /** Rows that are no order of their own. */
  lines: number
  last: number
}
const emptyBatch = (): Batch => ({ orders: [], refused: [], rows: 0, lines: 0, last: 0 })

/** `stopped`: somebody stopped it meanwhile. */
export type Ended = { readonly tally: Tally; readonly stopped: boolean }

/**
 * Works a list off. The rows begin with the heading. While a batch is being written the next one is read: both take
 * about as long.
 */
export async function walkList(
  ctx: Ctx,
  list: OrderList,
  rows: AsyncIterable<ListRow>,
  walk: Walk,
): Promise<Ended> {
  let { place } = list
  let tally: Tally = walk.mode === 'run' ? list.outcome : noTally
  const batches = batchesOf(ctx, list, rows, walk)
  let ahead = batches.next()
  try {
    for (;;) {
      const { value: batch, done } = await ahead
      if (done) return { tally, stopped: false }
      walk.signal.throwIfAborted()
      ahead = batches.next()
      // What is the matter with rows to come is said when their turn comes.
      ahead.catch(() => undefined)
      const after = await settleBatch(ctx, { ...list, place }, batch, tally, walk)
      await failpoint('orders.batch.kept')
      if (!after) return { tally, stopped: true }
      tally = after
      if (walk.mode === 'run') place = batch.last
      await walk.progress(tally.rows)
    }
  } finally {
    await ahead.catch(() => undefined)
    await batches.return(undefined)
  }
}

/** The rows behind `place` as orders, some thousand rows at a time; an order is in one batch. */
async function* batchesOf(
  ctx: Ctx,
  list: OrderList,
  rows: AsyncIterable<ListRow>,
  { mode, zone }: Walk,
): AsyncGenerator<Batch, undefined> {
  const plan = list.plan!
  const read = orderReader({ plan, currency: list.source.currency, zone, now: ctx.now })
  const number = plan.columns.indexOf('number')
  const seen = new Seen()
  const from = mode === 'run' ? list.place : 0
  let batch = emptyBatch()
  let group: ListRow[] = []

  const close = () => {
    const [first] = group
    if (!first) return
    const known = first.cells[number]?.trim() ?? ''
    const repeated = known !== '' && seen.rowOf(known) !== undefined
    if (known !== '') seen.add(known, first.row)
    // What lies behind was only read to know which orders were in it.
    if (first.row > from) {
      const result = repeated
        ? { reasons: [{ code: 'repeated' as const, column: number }] }
        : read(group.map(({ cells }) => cells))
      if ('reasons' in result)
        batch.refused.push({ row: first.row, cells: first.cells, reasons: result.reasons })
      else batch.orders.push({ row: first.row, cells: first.cells, order: result.order })
      batch.rows += group.length
      batch.lines += group.length - 1
      batch.last = group.at(-1)!.row
    }
    group = []
  }

  for await (const row of rows) {
    if (row.row === 1) continue
    if (group.length === 0 || !continues(group[0]!, row, number)) {
      close()
      if (batch.rows >= batchRows) {
        yield batch
        batch = emptyBatch()
      }
    }
    group.push(row)
  }
  close()
  if (batch.rows > 0) yield batch
  return undefined
}

/** Rows below each other with the same number, which are one order; a row without a number stands alone. */
export function groupRows(rows: readonly ListRow[], number: number): ListRow[][] {
  const groups: ListRow[][] = []
  for (const row of rows) {
    const group = groups.at(-1)
    if (group && continues(group[0]!, row, number)) group.push(row)
    else groups.push([row])
  }
  return groups
}

const continues = (first: ListRow, { cells }: ListRow, number: number): boolean => {
  const known = cells[number]?.trim() ?? ''
  return known !== '' && known === first.cells[number]?.trim()
}

/** Undefined when the list is not being worked on any more, or somebody else works on it. */
async function settleBatch(
  ctx: Ctx,
  list: OrderList,
  batch: Batch,
  tally: Tally,
  walk: Walk,
): Promise<Tally | undefined> {
  return await transact(ctx, async (tx) => {
    const now = await lockList(tx, list.id)
    if (now.state !== (walk.mode === 'run' ? 'running' : 'checking')) return undefined
    if (now.jobId !== list.jobId || now.place !== list.place) return undefined
    const asList: Ctx = { ...tx, actor: { kind: 'system', name: `order-list:${list.id}` } }
    const taken = await receiveOrders(
      asList,
      walk.vault,
      { source: list.source, by: 'import', dry: walk.mode === 'check' },
      batch.orders.map(({ order }) => order),
    )
    const counted = { created: 0, updated: 0, unchanged: 0, older: 0 }
    const refused = [...batch.refused]
    for (const [at, each] of taken.entries()) {
      if (each.outcome !== 'refused') counted[each.outcome]++
      else
        refused.push({
          row: batch.orders[at]!.row,
          cells: batch.orders[at]!.cells,
          reasons: [{ code: each.fault }],
        })
    }
    await keepErrors(tx, list.id, refused, tally.failed)
    await failpoint('orders.batch.written')
    const after: Tally = {
      rows: tally.rows + batch.rows,
      created: tally.created + counted.created,
      updated: tally.updated + counted.updated,
      unchanged: tally.unchanged + counted.unchanged,
      older: tally.older + counted.older,
      lines: tally.lines + batch.lines,
      failed: tally.failed + refused.length,
    }
    if (walk.mode === 'run')
      await tx.db
        .updateTable('order_list')
        .set({ place: String(batch.last), outcome: JSON.stringify(after) })
        .where('id', '=', list.id)
        .execute()
    return after
  })
}

async function keepErrors(tx: Ctx, listId: Id, refused: readonly Refused[], before: number): Promise<void> {
  const kept = refused.slice(0, Math.max(0, mostErrors - before))
  if (kept.length === 0) return
  const rows = kept.map(({ row, cells, reasons }) => ({
    row,
    // PostgreSQL keeps neither NUL nor half of a pair; a damaged file may hold both.
    cells: cells.map((cell) => cell.slice(0, 2_000).replaceAll('\0', '').toWellFormed()),
    reasons,
  }))
  await sql`
    insert into order_list_error (list_id, row, cells, reasons)
    select ${listId}, row, array(select jsonb_array_elements_text(cells)), reasons
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (row bigint, cells jsonb, reasons jsonb)
    on conflict (list_id, row) do update set cells = excluded.cells, reasons = excluded.reasons`.execute(
    tx.db,
  )
}
