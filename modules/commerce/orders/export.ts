/** Orders as a file, page by page; cells that a spreadsheet would run are made safe where files are written. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import type { Place } from '#base/http/cursor.ts'
import { id } from '#base/http/schemas.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import { defineJob, type JobRun } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { type Cell, writeCsv } from '#base/text/csv-write.ts'
import { decimalsOf } from '#base/text/money.ts'
import { mostMinor, orderStatuses } from './order.ts'
import { orderColumns, orderLabels } from './orders.messages.ts'
import { findOrders, type Order, type OrderFilter } from './orders.sql.ts'
import { statusWords } from './status.messages.ts'

const minor = z.int().min(0).max(mostMinor).optional()
/** What is exported: the filters of the list. */
export const orderFilter = z.object({
  q: z.string().max(100).optional(),
  memberId: id.optional(),
  sourceId: id.optional(),
  productId: id.optional(),
  status: z.array(z.enum(orderStatuses)).max(7).optional(),
  least: minor,
  most: minor,
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  matched: z.boolean().optional(),
})

const pageSize = 1_000

export const exportOrdersJob = (
  files: Parts['files'],
  filterOf: (ctx: Ctx, given: z.output<typeof orderFilter>) => Promise<OrderFilter>,
) =>
  defineJob({
    name: 'commerce.orders_export',
    label: orderLabels.exportJob,
    input: z.object({ filter: orderFilter, locale: z.enum(['zh-CN', 'en']), askedBy: z.string() }),
    run: async (ctx, input, run) => {
      const owner = run.requestedBy.match(/^account:(\d+)$/)?.[1]
      const counted = { rows: 0 }
      const heading = Object.values(orderColumns).map((label) => render(label, input.locale))
      const rows = rowsOf(ctx, await filterOf(ctx, input.filter), input.locale, run, counted)
      const file = await files.put(ctx, {
        bytes: Readable.from(writeCsv(heading, rows)),
        purpose: 'commerce.export',
        name: `orders-${ctx.now.toISOString().slice(0, 10)}-${input.askedBy}.csv`,
        ...(owner ? { owner } : {}),
      })
      return { fileId: file.id, url: file.url, rows: counted.rows }
    },
  })

async function* rowsOf(
  ctx: Ctx,
  filter: OrderFilter,
  locale: Locale,
  run: Pick<JobRun, 'signal' | 'progress'>,
  counted: { rows: number },
): AsyncGenerator<Cell[]> {
  let after: Place | undefined
  do {
    run.signal.throwIfAborted()
    const page = await findOrders(ctx, filter, { after, limit: pageSize })
    for (const order of page.items) yield cells(order, locale)
    counted.rows += page.items.length
    await run.progress(counted.rows)
    after = page.next ?? undefined
  } while (after)
}

function cells(order: Order, locale: Locale): Cell[] {
  const places = decimalsOf(order.currency)
  const amount = (value: number): Cell => (value / 10 ** places).toFixed(places)
  const more = order.lines > order.names.length ? '…' : ''
  return [
    order.externalId,
    order.sourceName,
    order.nickname ?? '',
    order.customerName ?? '',
    render(statusWords[order.status], locale),
    order.currency,
    amount(order.totalMinor),
    amount(order.paidMinor),
    amount(order.refundedMinor),
    order.names.join(locale === 'en' ? ', ' : '、') + more,
    order.itemCount,
    order.placedAt,
    order.paidAt,
  ]
}
