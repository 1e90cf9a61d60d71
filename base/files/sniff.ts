/** What bytes are, found out by reading them. What people call a file or say it is decides nothing. */

export type ImageType = 'image/jpeg' | 'image/png' | 'image/webp'
export type FilmType = 'video/mp4' | 'video/webm'
export type DocumentType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'text/csv'
  | 'application/json'
  | 'text/plain'

export interface Sniffed {
  readonly kind: 'image' | 'document' | 'film'
  /** Of a film: what it is made into; QuickTime becomes MP4. */
  readonly type: ImageType | DocumentType | FilmType
  readonly extension: string
}

const image = (type: ImageType, extension: string): Sniffed => ({ kind: 'image', type, extension })
const document = (type: DocumentType, extension: string): Sniffed => ({ kind: 'document', type, extension })
const film = (type: FilmType, extension: string): Sniffed => ({ kind: 'film', type, extension })
/** Of MP4 and QuickTime; the same box begins HEIC and AVIF, which are pictures and not on the list. */
const filmBrands = /^(isom|iso[2-9]|mp4[12]|avc1|dash|M4V |MSNV|mmp4|3gp[4-9]|qt {2})$/
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * `head`: the first 64 KiB, `tail`: the last 64 KiB (the directory of a ZIP is at its end). `name` only
 * tells CSV and JSON from other text. Undefined for everything that is not on the list.
 */
export function sniff(head: Uint8Array, tail: Uint8Array, name = ''): Sniffed | undefined {
  const start = latin1(head.subarray(0, 16))
  if (start.startsWith('\xFF\xD8\xFF')) return image('image/jpeg', 'jpg')
  if (start.startsWith('\x89PNG\r\n\x1A\n')) return image('image/png', 'png')
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return image('image/webp', 'webp')
  if (start.startsWith('%PDF-')) return document('application/pdf', 'pdf')
  if (start.startsWith('PK\x03\x04'))
    return isSpreadsheet(latin1(tail)) ? document(spreadsheet, 'xlsx') : undefined
  if (start.slice(4, 8) === 'ftyp' && filmBrands.test(start.slice(8, 12))) return film('video/mp4', 'mp4')
  if (start.startsWith('\x1A\x45\xDF\xA3') && /\x42\x82[\x84-\x87]webm/.test(latin1(head.subarray(0, 64))))
    return film('video/webm', 'webm')
  if (!isText(head)) return undefined
  if (/\.csv$/i.test(name)) return document('text/csv', 'csv')
  if (/\.json$/i.test(name)) return document('application/json', 'json')
  return /\.txt$/i.test(name) ? document('text/plain', 'txt') : undefined
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

/** By the names in the ZIP's directory; one that carries macros is not taken. */
const isSpreadsheet = (directory: string): boolean =>
  directory.includes('PK\x01\x02') &&
  directory.includes('[Content_Types].xml') &&
  directory.includes('xl/workbook.xml') &&
  !/vbaProject|\.bin\b|macrosheet/i.test(directory)

/** Text in UTF-8, UTF-16 with its mark, or GB18030: no control characters that text does not hold. */
function isText(head: Uint8Array): boolean {
  if (head.length === 0) return false
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  return (
    marked ||
    !head.some((byte) => (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f)
  )
}
