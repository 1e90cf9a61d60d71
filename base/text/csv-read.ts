/**
 * Reading CSV as a stream (RFC 4180, and what spreadsheets make of it): quotes, line ends of every kind
 * inside and outside them, any separator. Holds one row at a time.
 */

export interface CsvOptions {
  /** One character; guessed from the first row (comma, semicolon, tab, pipe) when missing. */
  readonly separator?: string
  /** Longest row in characters, so that a forgotten quote cannot fill the memory. Default 1 MiB. */
  readonly maxRow?: number
  readonly maxColumns?: number
}

export class CsvError extends Error {
  override name = 'CsvError'
  /** Row in which it happened, from 1, as a spreadsheet counts records. */
  readonly row: number
  readonly reason: 'unclosedQuote' | 'textAfterQuote' | 'rowTooLong' | 'tooManyColumns'

  constructor(reason: CsvError['reason'], row: number) {
    super(`${reason} in row ${row}`)
    this.reason = reason
    this.row = row
  }
}

/** Rows of a text that arrives in pieces, cut anywhere. Blank lines are skipped. Throws CsvError. */
export async function* readCsv(
  pieces: AsyncIterable<string> | Iterable<string>,
  options: CsvOptions = {},
): AsyncGenerator<string[]> {
  const { maxRow = 1024 * 1024, maxColumns = 1_000 } = options
  let separator = options.separator
  let rest = ''
  let row = 1
  let first = true
  const take = (text: string, end: boolean) => {
    separator ??= guessSeparator(text)
    return parseRow(text, separator, end, row, maxColumns)
  }
  for await (const piece of pieces) {
    rest += first ? piece.replace(/^\uFEFF/, '') : piece
    first &&= piece === ''
    // A separator is guessed from a whole first line, or from plenty of it.
    if (!separator && !/[\r\n]/.test(rest) && rest.length < 65_536) continue
    let at = 0
    for (;;) {
      const found = take(at === 0 ? rest : rest.slice(at), false)
      if (!found) break
      at += found.length
      if (!isBlank(found.cells)) yield found.cells
      row++
    }
    rest = rest.slice(at)
    if (rest.length > maxRow) throw new CsvError('rowTooLong', row)
  }
  while (rest !== '') {
    const found = take(rest, true)
    if (!found) throw new CsvError('unclosedQuote', row)
    rest = rest.slice(found.length)
    if (!isBlank(found.cells)) yield found.cells
    row++
  }
}

const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === ''

/** One row from the start of `text`, or undefined when its end is not there yet. */
function parseRow(
  text: string,
  separator: string,
  end: boolean,
  row: number,
  maxColumns: number,
): { cells: string[]; length: number } | undefined {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (cells.length >= maxColumns) throw new CsvError('tooManyColumns', row)
    const cell =
      text[at] === '"' ? quotedCell(text, at, separator, end, row) : plainCell(text, at, separator, end)
    if (!cell) return undefined
    cells.push(cell.value)
    at = cell.end
    if (text[at] === separator) {
      at++
      continue
    }
    if (at >= text.length) return end ? { cells, length: at } : undefined
    // A carriage return at the end of a piece may have its line feed in the next.
    if (text[at] === '\r' && at + 1 >= text.length && !end) return undefined
    return { cells, length: at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1) }
  }
}

function plainCell(text: string, start: number, separator: string, end: boolean) {
  let at = start
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at < text.length || end ? { value: text.slice(start, at), end: at } : undefined
}

function quotedCell(text: string, start: number, separator: string, end: boolean, row: number) {
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return undefined
    value += text.slice(at, quote)
    const next = text[quote + 1]
    if (next === undefined && !end) return undefined
    if (next === '"') {
      value += '"'
      at = quote + 2
      continue
    }
    // Some programs pad behind the closing quote.
    let after = quote + 1
    while (text[after] === ' ' && separator !== ' ') after++
    const stop = text[after]
    if (stop === undefined && !end) return undefined
    if (stop === undefined || stop === separator || stop === '\n' || stop === '\r')
      return { value, end: after }
    throw new CsvError('textAfterQuote', row)
  }
}

/** The separator that splits the first line (outside quotes) most often; comma when none does. */
export function guessSeparator(text: string): string {
  const counts = new Map([',', ';', '\t', '|'].map((mark) => [mark, 0]))
  let quoted = false
  for (const character of text.slice(0, 65_536)) {
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === '\n' || character === '\r')) break
    else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}
