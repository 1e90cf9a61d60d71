/** The files of a built web app, with what the build packed beside them (`.br`, `.gz`). */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Encoding } from './answer.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
const worthPacking = new Set([
  '.css',
  '.html',
  '.js',
  '.json',
  '.map',
  '.svg',
  '.txt',
  '.wasm',
  '.webmanifest',
])

export interface FolderFile {
  readonly type: string
  readonly tag: string
  /** Named by its content (`assets/main-4fJk29aB.js`): it never changes and may be kept for ever. */
  readonly immutable: boolean
  /** Bytes as a caller takes them: packed when there is a packed copy. */
  read(encoding: Encoding | undefined): Promise<{ bytes: Uint8Array; encoding?: Encoding }>
}

export interface Folder {
  /** A file by its path inside the folder, without a leading slash. Only files that were there at the last build. */
  find(path: string): FolderFile | undefined
  /** Text of `index.html`; undefined when there is no build. */
  page(): string | undefined
}

/** Opens a built folder. It may be built later or again: looked at once a second. */
export function openFolder(dir: string): Folder {
  let files = new Map<string, FolderFile>()
  let html: string | undefined
  let built = 0
  let looked = 0

  const look = () => {
    const now = Date.now()
    if (now - looked < 1_000) return
    looked = now
    const index = join(dir, 'index.html')
    const time = existsSync(index) ? statSync(index).mtimeMs : 0
    if (time === built) return
    built = time
    files = time === 0 ? new Map() : list(dir)
    html = time === 0 ? undefined : readFileSync(index, 'utf8')
  }

  return {
    find(path) {
      look()
      return files.get(path)
    },
    page() {
      look()
      return html
    },
  }
}

function list(dir: string): Map<string, FolderFile> {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
  const all = new Set(names)
  const files = new Map<string, FolderFile>()
  for (const name of names) {
    const extension = extname(name)
    const type = types[extension]
    // What has no type here is not for browsers: build stamps, manifests of the bundler.
    if (!type || name.startsWith('.') || name.includes('/.') || name === 'index.html') continue
    const { size, mtimeMs } = statSync(join(dir, name))
    files.set(name, {
      type,
      tag: `W/"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`,
      immutable: /(^|\/)assets\/.+-[\w-]{8,}\.\w+$/.test(name),
      async read(encoding) {
        if (encoding === 'br' && all.has(`${name}.br`))
          return { bytes: await readFile(join(dir, `${name}.br`)), encoding }
        if (encoding && all.has(`${name}.gz`))
          return { bytes: await readFile(join(dir, `${name}.gz`)), encoding: 'gzip' }
        return { bytes: await readFile(join(dir, name)) }
      },
    })
  }
  return files
}

/** Packs the files of a build once, as small as they get: `main.js` → `main.js.br`, `main.js.gz`. */
export function packFolder(dir: string): void {
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !worthPacking.has(extname(entry.name)) || entry.name === 'index.html') continue
    const file = join(entry.parentPath, entry.name)
    const bytes = readFileSync(file)
    if (bytes.length < 1024) continue
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    )
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}
