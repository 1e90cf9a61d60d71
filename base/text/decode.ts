/** Bytes of uploaded text files into text: what Excel in China saves (GB18030), and UTF-8 or UTF-16. */

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** By the byte order mark; without one UTF-8 when the bytes are valid UTF-8, GB18030 otherwise. */
export function guessEncoding(start: Uint8Array): TextEncoding {
  const [a, b, c] = start
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  try {
    // `stream`: the sample may end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

/** Decodes a stream of bytes whose encoding is guessed from the first 64 KiB. The byte order mark is dropped. */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string> {
  const sampleSize = 65_536
  let held: Uint8Array[] = []
  let heldSize = 0
  let decoder: TextDecoder | undefined
  for await (const chunk of bytes) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    held.push(chunk)
    heldSize += chunk.length
    if (heldSize < sampleSize) continue
    const sample = join(held, heldSize)
    held = []
    decoder = new TextDecoder(guessEncoding(sample))
    yield decoder.decode(sample, { stream: true })
  }
  if (!decoder) {
    const whole = join(held, heldSize)
    decoder = new TextDecoder(guessEncoding(whole))
    yield decoder.decode(whole, { stream: true })
  }
  yield decoder.decode()
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
