/** XLSX as a stream: one sheet, a heading that stays in view, text as text. Memory does not grow with the rows. */
import { writeXlsxStream } from 'hucre/xlsx'
import { type Cell, neutralise } from './csv-write.ts'

export interface XlsxColumn {
  readonly heading: string
  /** In characters; default 16. */
  readonly width?: number
}

/**
 * Text is written as text, so no spreadsheet runs it; it carries the apostrophe of our CSV files all the same,
 * because somebody will save the sheet as CSV and open it again.
 */
export function writeXlsx(
  sheet: string,
  columns: readonly XlsxColumn[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): ReadableStream<Uint8Array> {
  return writeXlsxStream(cellsOf(rows), {
    name: sheet.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || 'Sheet1',
    columns: columns.map(({ heading, width }) => ({ header: heading, width: width ?? 16 })),
    freezePane: { rows: 1 },
  })
}

async function* cellsOf(rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>) {
  for await (const row of rows)
    yield row.map((cell) => {
      if (cell === undefined || cell === null) return null
      if (typeof cell === 'bigint') return String(cell)
      return typeof cell === 'string' ? storable(neutralise(cell)) : cell
    })
}

/** XML 1.0 has no place for these; a sheet with one does not open. */
const storable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  text.slice(0, 32_767).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
