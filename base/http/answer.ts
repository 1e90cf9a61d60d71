/** Answers on their way out: JSON with its tag, not sent again when the caller has it, packed when it is long. */
import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Incoming } from './incoming.ts'

const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) }
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** Shorter answers cost more to pack than to send. */
const worthPacking = 1024
/** Shorter answers are not longer than the 304 that would save them. */
const worthTagging = 256

export type Encoding = 'br' | 'gzip'

/** The best packing a caller takes; undefined when it takes none. */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  if (!header) return undefined
  let gzipTaken = false
  for (const part of header.split(',')) {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    if (parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) continue
    if (name === 'br') return 'br'
    if (name === 'gzip' || name === '*') gzipTaken = true
  }
  return gzipTaken ? 'gzip' : undefined
}

/** Weak, because a packed and a plain answer share it. */
export const tagOf = (body: string | Uint8Array): string => `W/"${hash('sha1', body, 'base64url')}"`

export function hasTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch === '*') return true
  const bare = tag.replace(/^W\//, '')
  return ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === bare)
}

/**
 * A text answer with the given headers. Tags it when it answers a GET, says 304 when the caller has it,
 * and packs it when that is worth it.
 */
export function textAnswer(
  incoming: Incoming,
  status: number,
  body: string,
  headers: Record<string, string>,
): Response | Promise<Response> {
  if (body.length < worthTagging) return finish(incoming, body, status, headers)
  // Into bytes once: the tag, the length and the socket would each do it again.
  const bytes = Buffer.from(body)
  if (status === 200 && incoming.method === 'GET') {
    const tag = tagOf(bytes)
    headers.etag = tag
    if (hasTag(incoming.header('if-none-match'), tag)) {
      delete headers['content-type']
      return finish(incoming, null, 304, headers)
    }
  }
  if (body.length < worthPacking) return finish(incoming, bytes, status, headers)
  headers.vary = 'accept-encoding'
  const encoding = acceptedEncoding(incoming.header('accept-encoding'))
  if (!encoding) return finish(incoming, bytes, status, headers)
  return packed(bytes, encoding).then((packedBytes) => {
    headers['content-encoding'] = encoding
    return finish(incoming, packedBytes, status, headers)
  })
}

const packed = (body: Uint8Array, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br' ? pack.br(body, quick) : pack.gzip(body)

/** The Response itself. Headers that the handler added win over ours. */
export function finish(
  incoming: Incoming,
  body: string | Uint8Array | null,
  status: number,
  headers: Record<string, string>,
): Response {
  const added = incoming.addedHeaders
  // biome-ignore lint/suspicious/noExplicitAny: the library's types for bytes lag behind Node's
  if (!added) return new Response(body as any, { status, headers })
  const all = new Headers(headers)
  for (const [name, value] of added) if (name !== 'set-cookie') all.set(name, value)
  for (const cookie of added.getSetCookie()) all.append('set-cookie', cookie)
  // biome-ignore lint/suspicious/noExplicitAny: as above
  return new Response(body as any, { status, headers: all })
}
