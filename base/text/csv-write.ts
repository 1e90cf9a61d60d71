/**
 * CSV that spreadsheets open without running anything (RFC 4180, CRLF). A cell that a spreadsheet might
 * take for a formula gets an apostrophe in front, which shows that it is text.
 */

export type Cell = string | number | bigint | boolean | Date | null | undefined

/** Bytes in front of a CSV file from which Excel knows that it is UTF-8. */
export const byteOrderMark = '\uFEFF'

/** One row with its line end. Numbers that are numbers stay as they are. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell !== 'string') return String(cell)
  const text = neutralise(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * `=`, `+`, `-`, `@`, tab and line ends at the start make a formula in some spreadsheet; so do their
 * full-width forms and any of them after spaces. A lone or signed number is left alone.
 */
export function neutralise(text: string): string {
  if (/^[+-]?\d{1,15}(?:[.,]\d{1,15})?%?$/.test(text)) return text
  return /^[\s\uFEFF\u200B]*[=+\-@＝＋－＠|%]|^[\t\r\n]|^\s*DDE\s*\(/i.test(text) ? `'${text}` : text
}

/** A cell of a file that `neutralise` may have written, as it was before: what was exported can come in again. */
export const unneutralise = (text: string): string =>
  text.startsWith("'") && neutralise(text.slice(1)) === text ? text.slice(1) : text

/** Rows as a stream of text: the mark, the heading, then what comes. Never holds more than one row. */
export async function* writeCsv(
  heading: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): AsyncGenerator<string> {
  yield byteOrderMark + csvRow(heading)
  for await (const row of rows) yield csvRow(row)
}
