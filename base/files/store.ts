/** Where the bytes of files are: the data folder or S3, behind the same three verbs. */
import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'

export type StoredBytes = Uint8Array | { readonly path: string }

export interface ByteRange {
  readonly start: number
  readonly end: number
}

export interface FileStore {
  /** Stores bytes under a key, whole or not at all. */
  put(key: string, bytes: StoredBytes): Promise<void>
  /** The bytes under a key, or those from `start` to `end` (both included); undefined when there are none. */
  read(key: string, range?: ByteRange): Promise<Readable | undefined>
  /** Removes what is under a key; nothing there is no error. */
  remove(key: string): Promise<void>
}

const shape = /^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{32}\.[a-z0-9]{2,5}$/

/** A key that nobody chose: `ab/cd/abcd….webp`. */
export function newStorageKey(extension: string): string {
  const name = randomBytes(16).toString('hex')
  return checkedKey(`${name.slice(0, 2)}/${name.slice(2, 4)}/${name}.${extension}`)
}

/** Throws for a key we did not make, whatever way it came. */
export function checkedKey(key: string): string {
  if (!shape.test(key)) throw new Error('Not a storage key of ours')
  return key
}
