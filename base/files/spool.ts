/** What arrives, on disk under a name of ours until it is known what it is. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileProblems } from './problems.ts'

export interface Spooled {
  readonly path: string
  readonly size: number
  readonly sha256: Buffer
  /** The first and the last 64 KiB. */
  readonly head: Buffer
  readonly tail: Buffer
  remove(): Promise<void>
}

const sample = 65_536

/** Writes bytes into a private file of `dir`. Throws `fileTooLarge` beyond `maxBytes` and `fileEmpty` for none. */
export async function spool(
  dir: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array | string>,
  maxBytes: number,
): Promise<Spooled> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const path = join(dir, randomBytes(16).toString('hex'))
  const remove = () => rm(path, { force: true })
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx+', 0o600)
  try {
    for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
      const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
      size += chunk.length
      if (size > maxBytes) throw fileProblems.fileTooLarge({ values: { limit: maxBytes / 1024 / 1024 } })
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    if (size === 0) throw fileProblems.fileEmpty()
    const read = async (from: number) => {
      const part = Buffer.alloc(Math.min(sample, size - from))
      await file.read(part, 0, part.length, from)
      return part
    }
    const [head, tail] = await Promise.all([read(0), read(Math.max(0, size - sample))])
    return { path, size, sha256: hash.digest(), head, tail, remove }
  } catch (error) {
    await remove()
    throw error
  } finally {
    await file.close()
  }
}
