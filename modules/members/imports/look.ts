/** A first look at an uploaded list: what it is, its heading, its first rows. */
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { CsvError, guessSeparator, readCsv } from '#base/text/csv-read.ts'
import { unneutralise } from '#base/text/csv-write.ts'
import { decodeText, guessEncoding, type TextEncoding } from '#base/text/decode.ts'
import { normaliseEmail } from '#base/text/email.ts'
import { normaliseLine } from '#base/text/normalise.ts'
import { readXlsx, XlsxError } from '#base/text/xlsx-read.ts'
import { normalisePhone } from '../contacts/contact.ts'
import { memberProblems } from '../problems.ts'
import type { Trouble } from './import.ts'
import { type ListFormat, largestWorkbook, mostColumns } from './read-file.ts'

export interface Look {
  readonly format: ListFormat
  readonly encoding: TextEncoding | 'xlsx'
  readonly separator: string
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
}

const sampleRows = 20
const sampleBytes = 256 * 1024

/** Throws `import_unreadable`, `import_too_large`, `import_locked`. */
export async function lookAtList(file: {
  readonly type: string
  readonly size: number
  readonly stream: Readable
}): Promise<Look> {
  const isText = file.type.startsWith('text/')
  if (!isText && !file.type.includes('spreadsheet')) throw memberProblems.importUnreadable()
  if (!isText && file.size > largestWorkbook) throw memberProblems.importTooLarge()
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
  if (!first || first.length > mostColumns) throw memberProblems.importUnreadable()
  if (first.some((cell) => normaliseEmail(cell) !== undefined || normalisePhone(cell) !== undefined))
    throw memberProblems.importUnreadable()
  if (first.every((cell) => cell.trim() === '')) throw memberProblems.importUnreadable()
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
      return memberProblems.importTooLarge()
    case 'locked':
      return memberProblems.importLocked()
    case undefined:
      return error
    default:
      return memberProblems.importUnreadable()
  }
}
