/** Files in the data folder. A file appears whole (temporary name, fsync, rename) or not at all. */
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkedKey, type FileStore, type StoredBytes } from './store.ts'

export function openDiskStore(dir: string): FileStore {
  const pathOf = (key: string) => join(dir, checkedKey(key))
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      const draft = `${path}.${process.pid}.part`
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      try {
        await writeSynced(draft, bytes)
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
      await syncFolder(dirname(path))
    },
    async read(key, range) {
      try {
        const handle = await open(pathOf(key), 'r')
        return createReadStream('', { fd: handle, ...range })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  }
}

async function writeSynced(path: string, bytes: StoredBytes): Promise<void> {
  if (!(bytes instanceof Uint8Array)) await copyFile(bytes.path, path)
  const handle = await open(path, bytes instanceof Uint8Array ? 'wx' : 'r+', 0o600)
  try {
    if (bytes instanceof Uint8Array) await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Without this the new name may be lost with the power although the bytes are on disk. */
async function syncFolder(dir: string): Promise<void> {
  const handle = await open(dir, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
