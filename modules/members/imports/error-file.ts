/** Rows that could not be taken, as a file: the list as it was, with why in front. Corrected, it can come in again. */
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { defineMessages, type Locale, render } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import { type Cell, writeCsv } from '#base/text/csv-write.ts'
import type { Import } from './import.ts'
import { type Reason, sayReason } from './read-row.ts'

const headings = defineMessages({
  row: { zh: '原行号', en: 'Original row' },
  reason: { zh: '未导入原因', en: 'Why it was not imported' },
})

export interface KeptError {
  readonly row: number
  readonly cells: readonly string[]
  readonly reasons: readonly Reason[]
}

/** Refused rows in the order of the list. */
export async function findErrors(
  ctx: Ctx,
  importId: Id,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<KeptError[]> {
  const { rows } = await sql<{ row: string; cells: string[]; reasons: Reason[] }>`
    select row, cells, reasons from member_import_error
     where import_id = ${importId} and row > ${after} order by row limit ${limit}`.execute(ctx.db)
  return rows.map((each) => ({ ...each, row: Number(each.row) }))
}

/** Writes the file and leaves it with the import; none when every row was taken. */
export async function writeErrorFile(
  ctx: Ctx,
  files: Parts['files'],
  list: Import,
  locale: Locale,
): Promise<void> {
  const [first] = await findErrors(ctx, list.id, { after: 0, limit: 1 })
  const file =
    first &&
    (await files.put(ctx, {
      bytes: Readable.from(
        writeCsv(
          [...list.header, render(headings.row, locale), render(headings.reason, locale)],
          errorRows(ctx, list, locale),
        ),
      ),
      purpose: 'members.export',
      name: `${list.fileName.replace(/\.[^.]*$/, '')}-errors.csv`,
      ...(list.createdBy ? { owner: list.createdBy } : {}),
    }))
  await ctx.db
    .updateTable('member_import')
    .set({ error_file_id: file?.id ?? null })
    .where('id', '=', list.id)
    .execute()
}

async function* errorRows(ctx: Ctx, list: Import, locale: Locale): AsyncGenerator<Cell[]> {
  for (let after = 0; ; ) {
    const page = await findErrors(ctx, list.id, { after, limit: 1_000 })
    for (const { row, cells, reasons } of page) {
      const padded = list.header.map((_, column) => cells[column] ?? '')
      const why = reasons.map((reason) => sayReason(reason, locale)).join(locale === 'en' ? '; ' : '；')
      yield [...padded, row, why]
    }
    if (page.length < 1_000) return
    after = page.at(-1)!.row
  }
}
