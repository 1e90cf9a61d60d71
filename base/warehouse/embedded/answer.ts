/** Answers in ClickHouse's HTTP protocol: results, pieces of results, exceptions. */
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { PassThrough, type Writable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Asked } from './request.ts'
import { Refusal } from './request.ts'

export function headersOf({ id, format }: Pick<Asked, 'id' | 'format'>): Record<string, string> {
  return {
    'X-ClickHouse-Server-Display-Name': 'juluo',
    'X-ClickHouse-Query-Id': id,
    'X-ClickHouse-Format': format,
    'X-ClickHouse-Timezone': 'UTC',
    'Content-Type': /^JSON/.test(format)
      ? 'application/json; charset=UTF-8'
      : /^(?:TabSeparated|TSV)/.test(format)
        ? 'text/tab-separated-values; charset=UTF-8'
        : /^CSV/.test(format)
          ? 'text/csv; charset=UTF-8'
          : 'application/octet-stream',
  }
}

/** Counters of a statement; all values are strings, as ClickHouse sends them. */
export const summary = (values: {
  readRows?: number
  readBytes?: number
  writtenRows?: number
  writtenBytes?: number
  seconds: number
}): string =>
  JSON.stringify({
    read_rows: String(values.readRows ?? 0),
    read_bytes: String(values.readBytes ?? 0),
    written_rows: String(values.writtenRows ?? 0),
    written_bytes: String(values.writtenBytes ?? 0),
    total_rows_to_read: '0',
    result_rows: '0',
    result_bytes: '0',
    elapsed_ns: String(Math.round(values.seconds * 1e9)),
  })

export function sendAll(response: ServerResponse, asked: Asked, bytes: Uint8Array, counted: string): void {
  response.writeHead(200, {
    ...headersOf(asked),
    'X-ClickHouse-Summary': counted,
    ...(asked.compress ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': String(bytes.byteLength) }),
  })
  if (!asked.compress) return void response.end(bytes)
  const gzip = createGzip({ level: 1 })
  gzip.pipe(response)
  gzip.end(bytes)
}

/** Sends pieces as they come, waiting for a slow reader. The first piece decides between an answer and an exception. */
export async function sendPieces(
  response: ServerResponse,
  asked: Asked,
  pieces: AsyncGenerator<Uint8Array>,
): Promise<void> {
  const first = await pieces.next()
  response.writeHead(200, {
    ...headersOf(asked),
    'X-ClickHouse-Summary': summary({ seconds: 0 }),
    ...(asked.compress ? { 'Content-Encoding': 'gzip' } : {}),
  })
  const out: Writable = asked.compress ? createGzip({ level: 1 }) : new PassThrough()
  out.pipe(response)
  const gone = new Promise<void>((done) => response.once('close', done))
  try {
    for (let piece = first; !piece.done; piece = await pieces.next()) {
      if (response.destroyed) return
      if (!out.write(piece.value)) await Promise.race([once(out, 'drain'), gone])
    }
    out.end()
  } catch (error) {
    // The status is sent: say what happened and break off, so that nobody takes this for the whole.
    out.end(`\n${messageOf(error)}\n`)
    await Promise.race([once(out, 'end').catch(() => undefined), gone])
    response.destroy()
  } finally {
    await pieces.return(undefined)
  }
}

/** HTTP status of an exception: who has to change something. */
function statusOf(code: number): number {
  switch (code) {
    case 60: // UNKNOWN_TABLE
    case 81: // UNKNOWN_DATABASE
      return 404
    case 159: // TIMEOUT_EXCEEDED
      return 408
    case 164: // READONLY
    case 497: // ACCESS_DENIED
      return 403
    case 202: // TOO_MANY_SIMULTANEOUS_QUERIES
      return 503
    case 241: // MEMORY_LIMIT_EXCEEDED
    case 49: // LOGICAL_ERROR
    case 1001: // STD_EXCEPTION
      return 500
    default:
      return 400
  }
}

const messageOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).replace(/^(?:Query failed: )+/, '')

export function sendException(response: ServerResponse, id: string, error: unknown): void {
  if (response.destroyed || response.headersSent) return void response.destroy()
  const message = messageOf(error)
  const coded = /Code: (\d+)\./.exec(message)
  const code = coded ? Number(coded[1]) : 1001
  const text = coded ? message : `Code: 1001. DB::Exception: ${message}. (STD_EXCEPTION)`
  response.writeHead(error instanceof Refusal ? error.status : statusOf(code), {
    'X-ClickHouse-Exception-Code': String(code),
    'X-ClickHouse-Query-Id': id,
    'Content-Type': 'text/plain; charset=UTF-8',
    ...(code === 202 ? { 'Retry-After': '1' } : {}),
  })
  response.end(`${text}\n`)
}
