/** Rows that could not be taken: kept with why, as answers, and as a file that comes in again once it is corrected. */
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Id } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import { type Locale, render } from '../i18n/messages.ts'
import type { Parts } from '../parts.ts'
import { type Cell, writeCsv } from '../text/csv-write.ts'
import { changeImport, type Import } from './import.ts'
import { refusedHeadings } from './imports.messages.ts'
import type { ImportKind, Reason, RefusedRow, Shape } from './kind.ts'

type Kind = Pick<ImportKind<Shape>, 'module' | 'table' | 'errorTable' | 'reasons'>

/** Refused rows that are kept of one file; what comes behind them is counted. */
export const mostErrors = 100_000

/** Keeps refused rows with why; `before` of them are kept already. */
export async function keepErrors(
  ctx: Ctx,
  { errorTable }: Pick<Kind, 'errorTable'>,
  importId: Id,
  refused: readonly RefusedRow[],
  before: number,
): Promise<void> {
  const kept = refused.slice(0, Math.max(0, mostErrors - before))
  if (kept.length === 0) return
  const rows = kept.map(({ row, cells, reasons }) => ({
    row,
    // PostgreSQL keeps neither NUL nor half of a pair; a damaged file may hold both.
    cells: cells.map((cell) => cell.slice(0, 2_000).replaceAll('\0', '').toWellFormed()),
    reasons,
  }))
  await sql`
    insert into ${sql.table(errorTable)} (import_id, row, cells, reasons)
    select ${importId}, row, array(select jsonb_array_elements_text(cells)), reasons
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (row bigint, cells jsonb, reasons jsonb)
    on conflict (import_id, row) do update set cells = excluded.cells, reasons = excluded.reasons`.execute(
    ctx.db,
  )
}

export async function forgetErrors(
  ctx: Ctx,
  { errorTable }: Pick<Kind, 'errorTable'>,
  importIds: readonly Id[],
): Promise<void> {
  await sql`delete from ${sql.table(errorTable)} where import_id = any(${[...importIds]}::bigint[])`.execute(
    ctx.db,
  )
}

/** Refused rows in the order of the file. */
export async function findErrors(
  ctx: Ctx,
  { errorTable }: Pick<Kind, 'errorTable'>,
  importId: Id,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<RefusedRow[]> {
  const { rows } = await sql<{ row: string; cells: string[]; reasons: Reason[] }>`
    select row, cells, reasons from ${sql.table(errorTable)}
     where import_id = ${importId} and row > ${after} order by row limit ${limit}`.execute(ctx.db)
  return rows.map((each) => ({ ...each, row: Number(each.row) }))
}

/** Why, for people. */
export const sayReason = (
  { reasons }: Pick<Kind, 'reasons'>,
  { code, values, why }: Reason,
  locale: Locale,
): string => render(reasons[code]!, locale, { ...values, ...(why ? { why: render(why, locale) } : {}) })

/** As routes answer it. */
export const sayReasons = (kind: Pick<Kind, 'reasons'>, reasons: readonly Reason[], locale: Locale) =>
  reasons.map((reason) => ({ column: reason.column ?? null, message: sayReason(kind, reason, locale) }))

/** Writes the file and leaves it with the import, in place of the one before; none when every row was taken. */
export async function writeErrorFile(
  ctx: Ctx,
  kind: Kind,
  files: Parts['files'],
  list: Pick<Import, 'id' | 'header' | 'fileName' | 'createdBy' | 'errorFileId'>,
): Promise<void> {
  const [first] = await findErrors(ctx, kind, list.id, { after: 0, limit: 1 })
  const { row, reason } = refusedHeadings
  const heading = [...list.header, render(row, ctx.locale), render(reason, ctx.locale)]
  const file =
    first &&
    (await files.put(ctx, {
      bytes: Readable.from(writeCsv(heading, errorRows(ctx, kind, list))),
      purpose: `${kind.module}.export`,
      name: `${list.fileName.replace(/\.[^.]*$/, '')}-errors.csv`,
      ...(list.createdBy ? { owner: list.createdBy } : {}),
    }))
  await changeImport(ctx, kind, list.id, { error_file_id: file?.id ?? null })
  if (list.errorFileId) await files.remove(ctx, list.errorFileId)
}

async function* errorRows(
  ctx: Ctx,
  kind: Kind,
  { id, header }: Pick<Import, 'id' | 'header'>,
): AsyncGenerator<Cell[]> {
  for (let after = 0; ; ) {
    const page = await findErrors(ctx, kind, id, { after, limit: 1_000 })
    for (const { row, cells, reasons } of page) {
      const why = reasons.map((reason) => sayReason(kind, reason, ctx.locale))
      yield [
        ...header.map((_, column) => cells[column] ?? ''),
        row,
        why.join(ctx.locale === 'en' ? '; ' : '；'),
      ]
    }
    if (page.length < 1_000) return
    after = page.at(-1)!.row
  }
}
