/**
 * Reading the first sheet of an XLSX file as rows of text. The archive is looked at before anything of it
 * is unpacked: what it says it unpacks to is bounded, and the reader stops a part that becomes larger than it
 * said (a zip bomb either says what it is, or is cut off).
 */
import { inflateRawSync } from 'node:zlib'
import { streamXlsxRows } from 'hucre/xlsx'

export class XlsxError extends Error {
  override name = 'XlsxError'
  readonly reason: 'notXlsx' | 'tooLarge' | 'locked' | 'damaged'

  constructor(reason: XlsxError['reason'], cause?: unknown) {
    super(reason, { cause })
    this.reason = reason
  }
}

export interface XlsxLimits {
  /** All parts together, unpacked. */
  readonly bytes: number
  /** Everything but sheets, such as words that cells share: it is in memory while the sheet is read. */
  readonly sharedBytes: number
  readonly columns: number
}

/** A million rows of a dozen short cells. */
export const usualXlsxLimits: XlsxLimits = {
  bytes: 1024 * 1024 * 1024,
  sharedBytes: 192 * 1024 * 1024,
  columns: 1_000,
}

interface ZipPart {
  readonly name: string
  readonly packed: number
  readonly size: number
  readonly method: number
  /** Where it begins in the archive, with a heading of its own. */
  readonly at: number
}

/** Parts of the archive and how large each says it is, from the directory at its end. Throws XlsxError. */
export function partsOfZip(bytes: Uint8Array): ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) throw new XlsxError('notXlsx')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  // 0xFFFF and 0xFFFFFFFF send the reader to ZIP64 records: files of that size are refused anyway.
  if (count === 0xffff || at === 0xffffffff) throw new XlsxError('tooLarge')
  const parts: ZipPart[] = []
  for (let each = 0; each < count; each++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new XlsxError('damaged')
    const packed = view.getUint32(at + 20, true)
    const size = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (packed === 0xffffffff || size === 0xffffffff) throw new XlsxError('tooLarge')
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + 46, nameLength).toString('utf8')
    const method = view.getUint16(at + 10, true)
    parts.push({ name, packed, size, method, at: view.getUint32(at + 42, true) })
    at += 46 + nameLength + rest
  }
  return parts
}

/** The record at the end of an archive, searched from behind over the longest comment there may be. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at > last - 65_536; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return undefined
}

/** Throws XlsxError when the archive is none, or too large to be unpacked. */
export function checkXlsx(bytes: Uint8Array, limits: XlsxLimits = usualXlsxLimits): void {
  const parts = partsOfZip(bytes)
  if (parts.some(({ name }) => name === 'EncryptedPackage')) throw new XlsxError('locked')
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) throw new XlsxError('notXlsx')
  const total = parts.reduce((sum, { size }) => sum + size, 0)
  // Only sheets are streamed. What the others are called decides nothing: a workbook names its own parts.
  const shared = parts
    .filter(({ name }) => !/^xl\/worksheets\/sheet\d+\.xml$/i.test(name))
    .reduce((sum, part) => sum + part.size, 0)
  if (total > limits.bytes || shared > limits.sharedBytes || parts.length > 2_000)
    throw new XlsxError('tooLarge')
  // Deflate reaches a thousandfold, spreadsheets some twentyfold; small ones may be odd.
  const packed = parts.reduce((sum, part) => sum + part.packed, 0)
  if (total > 16 * 1024 * 1024 && total > packed * 200) throw new XlsxError('tooLarge')
  for (const part of parts) if (/\.rels$/i.test(part.name)) refuseDisguise(textOf(bytes, part))
}

const mostLinks = 16 * 1024 * 1024

/** A small part, unpacked; no larger than it said. */
function textOf(bytes: Uint8Array, { at, packed, size, method }: ZipPart): string {
  if (size > mostLinks) throw new XlsxError('tooLarge')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > view.byteLength) throw new XlsxError('damaged')
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const raw = bytes.subarray(from, from + packed)
  try {
    return Buffer.from(method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: size + 1 })).toString()
  } catch (error) {
    throw new XlsxError('damaged', error)
  }
}

/** What is read in one piece may not be called a sheet, or lie where sheets are: it would escape its limit. */
function refuseDisguise(links: string): void {
  const plain = links.replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, (_, hex?: string, decimal?: string) =>
    String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  )
  for (const link of plain.split('<'))
    if (/\/(sharedStrings|styles|officeDocument)\s*["']/i.test(link) && /worksheets/i.test(link))
      throw new XlsxError('damaged')
}

/**
 * Rows of the first sheet, cells as text: dates as ISO days or moments, numbers without exponents, formulas
 * as their last value. Rows without any cell are skipped. Whoever reads must keep up: what is parsed but not yet
 * read stays in memory.
 */
export async function* readXlsx(
  bytes: Uint8Array,
  { maxRows, limits = usualXlsxLimits }: { readonly maxRows?: number; readonly limits?: XlsxLimits } = {},
): AsyncGenerator<string[]> {
  checkXlsx(bytes, limits)
  try {
    for await (const { values } of streamXlsxRows(bytes, maxRows === undefined ? {} : { maxRows })) {
      if (values.length > limits.columns) throw new XlsxError('tooLarge')
      const cells = values.map(cellText)
      while (cells.at(-1) === '') cells.pop()
      if (cells.length > 0) yield cells
    }
  } catch (error) {
    if (error instanceof XlsxError) throw error
    throw new XlsxError(/encrypt|password/i.test(String(error)) ? 'locked' : 'damaged', error)
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return numberText(value)
  if (value instanceof Date) return dateText(value)
  return ''
}

/** 13800000001 stays a phone number, 1.38e10 is none. */
const numberText = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15
    ? String(value)
    : Number.isFinite(value)
      ? String(Number(value.toPrecision(15)))
      : ''

/** Sheets know no zone: a day is a day, a moment is as the clock on the wall showed it. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const text = new Date(Math.round(value.getTime() / 1_000) * 1_000).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ')
}
