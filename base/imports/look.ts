/** A first look at an uploaded list: what it is, its heading, its first rows. */
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { CsvError, guessSeparator, readCsv } from '../text/csv-read.ts'
import { unneutralise } from '../text/csv-write.ts'
import { decodeText, guessEncoding, type TextEncoding } from '../text/decode.ts'
import { normaliseEmail } from '../text/email.ts'
import { normaliseLine } from '../text/normalise.ts'
import { normalisePhone } from '../text/phone.ts'
import { readXlsx, XlsxError } from '../text/xlsx-read.ts'
import type { Trouble } from './import.ts'
import { importProblems } from './problems.ts'
import { type ListFormat, largestWorkbook, mostColumns } from './read-file.ts'

/** There is no list in the file; what such a list holds, who asked for it says. */
export class Unreadable extends Error {}

export interface Look {
  readonly format: ListFormat
  readonly encoding: TextEncoding | 'xlsx'
  readonly separator: string
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
}

const sampleRows = 20
const sampleBytes = 256 * 1024

/** Throws `Unreadable` when there is no list in it; `import_too_large`, `import_locked`. */
export async function lookAtList(file: {
  readonly type: string
  readonly size: number
  readonly stream: Readable
}): Promise<Look> {
  const isText = file.type.startsWith('text/')
  if (!isText && !file.type.includes('spreadsheet')) throw new Unreadable()
  if (!isText && file.size > largestWorkbook) throw importProblems.importTooLarge()
  try {
    return isText ? await lookAtText(await head(file.stream)) : await lookAtWorkbook(file.stream)
  } catch (error) {
    throw problemOf(error)
  }
}

async function lookAtText(start: Buffer): Promise<Look> {
  const encoding = guessEncoding(start)
  let text = ''
  for await (const piece of decodeText([start])) text += piece
  // A cell that is cut off in the middle would be read as it is.
  if (start.length >= sampleBytes) text = text.slice(0, text.lastIndexOf('\n') + 1)
  const separator = guessSeparator(text)
  const rows: string[][] = []
  try {
    for await (const cells of readCsv([text], { separator, maxColumns: mostColumns })) {
      rows.push(cells.map(unneutralise))
      if (rows.length > sampleRows) break
    }
  } catch (error) {
    // The piece may end within quotes; whether they are ever closed shows when all of it is read.
    if (start.length < sampleBytes || rows.length === 0) throw error
  }
  return { format: 'csv', encoding, separator, ...split(rows) }
}

async function lookAtWorkbook(stream: Readable): Promise<Look> {
  const rows: string[][] = []
  const bytes = await buffer(stream)
  for await (const cells of readXlsx(bytes, { maxRows: sampleRows + 1 })) rows.push(cells.map(unneutralise))
  return { format: 'xlsx', encoding: 'xlsx', separator: ',', ...split(rows) }
}

/** The heading and the rows below it; a list that begins with a person has none. */
function split(rows: readonly (readonly string[])[]): Pick<Look, 'header' | 'samples'> {
  const [first, ...samples] = rows
  if (!first || first.length > mostColumns) throw new Unreadable()
  if (first.some((cell) => normaliseEmail(cell) !== undefined || normalisePhone(cell) !== undefined))
    throw new Unreadable()
  if (first.every((cell) => cell.trim() === '')) throw new Unreadable()
  return {
    header: first.map((cell) => normaliseLine(cell).slice(0, 80)),
    samples: samples.map((cells) =>
      cells.map((cell) => cell.slice(0, 500).replaceAll('\0', '').toWellFormed()),
    ),
  }
}

async function head(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    pieces.push(piece as Buffer)
    size += (piece as Buffer).length
    if (size >= sampleBytes) break
  }
  return Buffer.concat(pieces).subarray(0, sampleBytes)
}

/** What is the matter with a list, when it is the list. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (error instanceof XlsxError)
    return (
      { tooLarge: 'tooLarge', locked: 'locked', notXlsx: 'unreadable', damaged: 'unreadable' } as const
    )[error.reason]
  if (!(error instanceof CsvError)) return undefined
  return error.reason === 'tooManyColumns' ? 'columns' : 'quotes'
}

function problemOf(error: unknown): unknown {
  switch (troubleOf(error)) {
    case 'tooLarge':
      return importProblems.importTooLarge()
    case 'locked':
      return importProblems.importLocked()
    case undefined:
      return error
    default:
      return new Unreadable()
  }
}
