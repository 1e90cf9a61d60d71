/** Reads an answer up to a limit, which holds for the bytes on the wire and for what they unpack to. */
import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { EgressError } from './egress-error.ts'

/** Throws EgressError: tooLarge beyond `maxBytes`, failed for an encoding we did not offer or a broken one. */
export async function readBody(answer: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  try {
    if (isWithoutBody(answer)) return new Uint8Array()
    if (Number(answer.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes)
    const decoder = decoderOf(answer.headers['content-encoding'])
    const chunks: Uint8Array[] = []
    const bounded = limit(answer, maxBytes)
    // Faults of the first part surface where the last one is read.
    const plain = decoder
      ? limit(
          pipeline(bounded, decoder, () => {}),
          maxBytes,
        )
      : bounded
    for await (const chunk of plain) chunks.push(chunk)
    return Buffer.concat(chunks)
  } finally {
    answer.destroy()
  }
}

const tooLarge = (maxBytes: number) =>
  new EgressError('tooLarge', `the answer is larger than ${maxBytes} bytes`)

async function* limit(source: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(maxBytes)
    yield chunk
  }
}

const isWithoutBody = (answer: IncomingMessage & { req?: { method?: string } }): boolean =>
  answer.req?.method === 'HEAD' || answer.statusCode === 204 || answer.statusCode === 304

function decoderOf(encoding = 'identity') {
  switch (encoding.trim().toLowerCase()) {
    case 'identity':
    case '':
      return undefined
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'br':
      return createBrotliDecompress()
    case 'deflate':
      return createInflate()
    default:
      throw new EgressError('failed', `the answer is encoded as ${encoding}, which was not offered`)
  }
}
