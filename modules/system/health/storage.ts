/** How many bytes the installation keeps, and how many are left. */
import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'

export interface Folder {
  readonly name: string
  readonly bytes: number
}

export interface Disk {
  readonly freeBytes: number
  readonly totalBytes: number
}

/** Folders are measured at most this often: walking many files costs. */
const freshMs = 60_000

/** Measures parts of the data folder, remembering the answer for a minute. */
export function folderMeter(dataDir: string, names: readonly string[]): () => Promise<Folder[]> {
  let measured: { readonly at: number; readonly folders: Promise<Folder[]> } | undefined
  return () => {
    const now = performance.now()
    if (!measured || now - measured.at > freshMs) {
      const folders = Promise.all(
        names.map(async (name) => ({ name, bytes: await bytesIn(join(dataDir, name)) })),
      )
      measured = { at: now, folders }
    }
    return measured.folders
  }
}

/** Bytes of all files below a folder; 0 when there is none. Files that vanish meanwhile count nothing. */
export async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  let bytes = 0
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) bytes += await bytesIn(path)
    else if (entry.isFile())
      bytes += await stat(path).then(
        ({ size }) => size,
        () => 0,
      )
  }
  return bytes
}

/** The disk that holds the data folder; undefined where the system does not say. */
export async function diskOf(dataDir: string): Promise<Disk | undefined> {
  const disk = await statfs(dataDir).catch(() => undefined)
  return disk && { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize }
}
