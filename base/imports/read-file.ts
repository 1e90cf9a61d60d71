/** The rows of an uploaded list, whatever it is: text in any usual encoding, or a workbook. */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readCsv } from '../text/csv-read.ts'
import { csvRow, unneutralise } from '../text/csv-write.ts'
import { decodeText } from '../text/decode.ts'
import { readXlsx } from '../text/xlsx-read.ts'

export type ListFormat = 'csv' | 'xlsx'

/** Workbooks are read whole before they are unpacked. */
export const largestWorkbook = 100 * 1024 * 1024
export const mostColumns = 200

/** One row: its number as a spreadsheet counts (the heading is 1), and its cells as text. */
export interface ListRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** The rows of text, cells as they were before a file of ours made them safe. Throws CsvError. */
export async function* readTextRows(
  bytes: AsyncIterable<Uint8Array>,
  separator: string,
): AsyncGenerator<ListRow> {
  let row = 0
  for await (const cells of readCsv(decodeText(bytes), {
    separator,
    maxColumns: mostColumns,
    maxRow: 256 * 1024,
  }))
    yield { row: ++row, cells: cells.map(unneutralise) }
}

export interface OpenedList {
  /** From the heading on; each call begins again. */
  rows(): AsyncGenerator<ListRow>
  close(): Promise<void>
}

/**
 * Opens a list to be read row by row, more slowly than it could be parsed. A workbook is written out as
 * text first: it is parsed as fast as it goes, and who reads slowly would keep its rows in memory.
 */
export async function openList(
  source: { readonly stream: Readable; readonly size: number },
  form: { readonly format: ListFormat; readonly separator: string },
  dir: string,
): Promise<OpenedList> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(dir, 'list-'))
  const close = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'rows')
  try {
    if (form.format === 'csv') await pipeline(source.stream, createWriteStream(path, { mode: 0o600 }))
    else await writeOut(source.stream, path)
  } catch (error) {
    await close()
    throw error
  }
  return {
    rows: () => readTextRows(createReadStream(path), form.format === 'csv' ? form.separator : ','),
    close,
  }
}

async function writeOut(stream: Readable, path: string): Promise<void> {
  const packed = `${path}.xlsx`
  await pipeline(stream, createWriteStream(packed, { mode: 0o600 }))
  await pipeline(Readable.from(linesOf(await readFile(packed))), createWriteStream(path, { mode: 0o600 }))
  await rm(packed)
}

/** Some thousand rows at a time: one write for each row would be slower than the parser. */
async function* linesOf(bytes: Uint8Array): AsyncGenerator<string> {
  let text = ''
  for await (const cells of readXlsx(bytes)) {
    text += csvRow(cells)
    if (text.length > 262_144) {
      yield text
      text = ''
    }
  }
  yield text
}
