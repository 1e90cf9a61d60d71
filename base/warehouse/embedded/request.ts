/** A request in ClickHouse's HTTP protocol, read into a statement. */
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Statement } from './engine.ts'

/** An answer that is an error, as ClickHouse words it. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: number
  readonly status: number
  constructor(status: number, code: number, type: string, message: string) {
    super(`Code: ${code}. DB::Exception: ${message}. (${type})`)
    this.code = code
    this.status = status
  }
}

export interface Asked extends Statement {
  readonly kind: 'read' | 'write'
  /** Rows of an INSERT that came as the body. */
  readonly rows?: Buffer
  readonly compress: boolean
}

const maxSqlBytes = 16 * 1024 * 1024
const maxRowBytes = 256 * 1024 * 1024

/** Parameters of the protocol that are not settings of the query. */
const notSettings = new Set([
  'query', 'database', 'default_format', 'query_id', 'user', 'password', 'quota_key', 'compress', 'decompress',
  'buffer_size', 'wait_end_of_query', 'enable_http_compression', 'send_progress_in_http_headers',
  'http_headers_progress_interval_ms', 'cancel_http_readonly_queries_on_client_close', 'stacktrace',
  'session_timeout', 'session_check', 'close_session', 'http_write_exception_in_output_format',
]) // biome-ignore format: a list

export async function readRequest(request: IncomingMessage): Promise<Asked> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const query = url.searchParams
  if (query.has('session_id'))
    throw new Refusal(501, 48, 'NOT_IMPLEMENTED', 'HTTP sessions are not supported by the embedded warehouse')
  const inUrl = query.get('query')
  const params = pick(query, (name) => (name.startsWith('param_') ? name.slice(6) : undefined))
  const settings = pick(query, (name) =>
    notSettings.has(name) || name.startsWith('param_') ? undefined : name,
  )
  const isInsert = inUrl !== null && /^\s*INSERT\b/i.test(inUrl)
  const body =
    request.method === 'GET' ? Buffer.alloc(0) : await readBody(request, isInsert ? maxRowBytes : maxSqlBytes)

  let sql = inUrl ?? ''
  let rows: Buffer | undefined
  if (request.headers['content-type']?.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': request.headers['content-type'] },
    }).formData()
    for (const [name, value] of form) {
      if (name === 'query') sql = `${sql}${String(value)}`
      if (name.startsWith('param_')) params[name.slice(6)] = String(value)
    }
  } else if (isInsert && body.length > 0) rows = body
  else sql += body.toString('utf8')
  if (!sql.trim()) throw new Refusal(400, 62, 'SYNTAX_ERROR', 'Empty query')
  for (const name of Object.keys(params))
    if (!/^\w+$/.test(name)) throw new Refusal(400, 36, 'BAD_ARGUMENTS', `Bad parameter name ${name}`)

  // GET changes nothing, as in ClickHouse.
  if (request.method === 'GET') settings.readonly ??= '2'
  return {
    sql: onOurIds(sql),
    database: query.get('database') || String(request.headers['x-clickhouse-database'] ?? ''),
    settings,
    params,
    format: formatOf(sql, query.get('default_format') ?? request.headers['x-clickhouse-format']),
    id: query.get('query_id') || randomUUID(),
    kind: /^[\s(]*(?:\/\*.*?\*\/\s*)*(?:SELECT|WITH|SHOW|DESCRIBE|DESC|EXISTS|EXPLAIN)\b/is.test(sql)
      ? 'read'
      : 'write',
    ...(rows ? { rows } : {}),
    compress:
      query.get('enable_http_compression') === '1' &&
      /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')),
  }
}

/** `KILL QUERY WHERE query_id = …` means the id the caller gave, which the engine keeps as a comment. */
const onOurIds = (sql: string) =>
  /^\s*KILL\s+QUERY\b/i.test(sql) ? sql.replace(/\bquery_id\b/gi, `Settings['log_comment']`) : sql

function formatOf(sql: string, fallback: string | string[] | undefined): string {
  const written = /\bFORMAT\s+(\w+)\s*(?:SETTINGS\b[^']*)?;?\s*$/i.exec(sql)?.[1]
  const format = written ?? String(fallback ?? 'TabSeparated')
  if (!/^\w+$/.test(format)) throw new Refusal(400, 73, 'UNKNOWN_FORMAT', `Unknown format ${format}`)
  return format
}

function pick(query: URLSearchParams, rename: (name: string) => string | undefined): Record<string, string> {
  const picked: Record<string, string> = {}
  for (const [name, value] of query) {
    const key = rename(name)
    if (key !== undefined) picked[key] = value
  }
  return picked
}

async function readBody(request: IncomingMessage, max: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'gzip' && encoding !== 'identity')
    throw new Refusal(400, 36, 'BAD_ARGUMENTS', `Unsupported Content-Encoding ${encoding}; send gzip`)
  const chunks: Buffer[] = []
  let size = 0
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      size += chunk.length
      // What is too much is read to its end and dropped: a connection that is left half-read stalls the next request on it.
      if (size <= max) chunks.push(chunk)
      else chunks.length = 0
    }
  }
  if (encoding === 'gzip') await pipeline(request, createGunzip(), collect)
  else await collect(request)
  if (size > max)
    throw new Refusal(413, 36, 'BAD_ARGUMENTS', `The body is larger than ${max} bytes; send smaller blocks`)
  // A body that ended early must not become a short insert.
  if (!request.complete) throw new Refusal(400, 210, 'NETWORK_ERROR', 'The body ended early')
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size)
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Whether the request carries the user `juluo` and the password; compared in constant time. */
export function isAuthentic(request: IncomingMessage, passwordDigest: Buffer): boolean {
  const { authorization, 'x-clickhouse-user': user, 'x-clickhouse-key': key } = request.headers
  let given = { user: String(user ?? ''), key: String(key ?? '') }
  if (authorization?.startsWith('Basic ')) {
    const text = Buffer.from(authorization.slice(6), 'base64').toString('utf8')
    given = { user: text.split(':', 1)[0] ?? '', key: text.slice(text.indexOf(':') + 1) }
  }
  return timingSafeEqual(digest(given.key), passwordDigest) && given.user === 'juluo'
}

export const passwordDigest = digest
