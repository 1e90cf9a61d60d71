/**
 * In which row of a file something was seen first. A table of hashes in two flat arrays: a million people
 * with three keys each take some fifty megabytes, whatever the keys look like.
 */
import { hash } from 'node:crypto'

export class Seen {
  private hashes = new Float64Array(1 << 16)
  private rows = new Uint32Array(1 << 16)
  private size = 0

  /** The row in which the text was seen; undefined when it is new. */
  rowOf(text: string): number | undefined {
    const at = this.find(keyOf(text))
    return this.hashes[at] === 0 ? undefined : this.rows[at]
  }

  /** Remembers the row of a text; what was seen before keeps its first row, which is the answer. */
  add(text: string, row: number): number | undefined {
    if (this.size * 2 > this.hashes.length) this.grow()
    const key = keyOf(text)
    const at = this.find(key)
    if (this.hashes[at] !== 0) return this.rows[at]
    this.put(at, key, row)
    return undefined
  }

  private find(key: number): number {
    const mask = this.hashes.length - 1
    let at = key % this.hashes.length
    while (this.hashes[at] !== 0 && this.hashes[at] !== key) at = (at + 1) & mask
    return at
  }

  private put(at: number, key: number, row: number): void {
    this.hashes[at] = key
    this.rows[at] = row
    this.size++
  }

  private grow(): void {
    const { hashes, rows } = this
    this.hashes = new Float64Array(hashes.length * 2)
    this.rows = new Uint32Array(rows.length * 2)
    this.size = 0
    for (let at = 0; at < hashes.length; at++)
      if (hashes[at] !== 0) this.put(this.find(hashes[at]!), hashes[at]!, rows[at]!)
  }
}

/** 52 bits of SHA-1, never 0: among a million keys two collide once in ten thousand files. */
const keyOf = (text: string): number => {
  const digest = hash('sha1', text, 'buffer')
  return digest.readUIntBE(0, 6) * 16 + (digest[6]! & 15) + 1
}
