/** Rows that could not be taken: as answers, and as a file with why behind each, which can come in again. */
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import { type Cell, writeCsv } from '#base/text/csv-write.ts'
import { orderFaults } from '../orders.messages.ts'
import type { OrderList } from './list.ts'
import { fileHeadings, rowReasons } from './lists.messages.ts'
import type { Reason } from './read-rows.ts'

export interface KeptError {
  readonly row: number
  readonly cells: readonly string[]
  readonly reasons: readonly Reason[]
}

export const sayReason = ({ code }: Reason, locale: Locale): string =>
  render({ ...rowReasons, ...orderFaults }[code], locale)

/** Refused rows in the order of the list. */
export async function findErrors(
  ctx: Ctx,
  listId: Id,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<KeptError[]> {
  const { rows } = await sql<{ row: string; cells: string[]; reasons: Reason[] }>`
    select row, cells, reasons from order_list_error
     where list_id = ${listId} and row > ${after} order by row limit ${limit}`.execute(ctx.db)
  return rows.map((each) => ({ ...each, row: Number(each.row) }))
}

/** Writes the file and leaves it with the list; none when every row was taken. */
export async function writeErrorFile(
  ctx: Ctx,
  files: Parts['files'],
  list: OrderList,
  locale: Locale,
): Promise<void> {
  const [first] = await findErrors(ctx, list.id, { after: 0, limit: 1 })
  const heading = [...list.header, render(fileHeadings.row, locale), render(fileHeadings.reason, locale)]
  const file =
    first &&
    (await files.put(ctx, {
      bytes: Readable.from(writeCsv(heading, errorRows(ctx, list, locale))),
      purpose: 'commerce.export',
      name: `${list.fileName.replace(/\.[^.]*$/, '')}-errors.csv`,
      ...(list.createdBy ? { owner: list.createdBy } : {}),
    }))
  await ctx.db
    .updateTable('order_list')
    .set({ error_file_id: file?.id ?? null })
    .where('id', '=', list.id)
    .execute()
}

async function* errorRows(ctx: Ctx, list: OrderList, locale: Locale): AsyncGenerator<Cell[]> {
  for (let after = 0; ; ) {
    const page = await findErrors(ctx, list.id, { after, limit: 1_000 })
    for (const { row, cells, reasons } of page) {
      const padded = list.header.map((_, column) => cells[column] ?? '')
      yield [
        ...padded,
        row,
        reasons.map((each) => sayReason(each, locale)).join(locale === 'en' ? '; ' : '；'),
      ]
    }
    if (page.length < 1_000) return
    after = page.at(-1)!.row
  }
}
