/** Which scripts a screen of the member site needs beyond the first ones, from the list that the bundler writes. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

interface Chunk {
  readonly file: string
  readonly src?: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
}

export interface Scripts {
  /** Addresses of the scripts of a screen, by its source file (`modules/…/PostScreen.tsx`); none when it is unknown. */
  of(screen: string): readonly string[]
}

/** Reads `.vite/manifest.json` below `dir`; a new build is noticed within a second. */
export function openScripts(dir: string): Scripts {
  const path = join(dir, '.vite', 'manifest.json')
  let manifest: Record<string, Chunk> = {}
  let made = 0
  let looked = 0
  const known = new Map<string, readonly string[]>()

  const look = () => {
    const now = Date.now()
    if (now - looked < 1_000) return
    looked = now
    const time = existsSync(path) ? statSync(path).mtimeMs : 0
    if (time === made) return
    made = time
    known.clear()
    manifest = time === 0 ? {} : (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Chunk>)
  }
  const closure = (name: string, into: Set<string>): Set<string> => {
    const chunk = manifest[name]
    if (!chunk || into.has(chunk.file)) return into
    into.add(chunk.file)
    for (const each of chunk.imports ?? []) closure(each, into)
    return into
  }

  return {
    of(screen) {
      look()
      const before = known.get(screen)
      if (before) return before
      const name = Object.keys(manifest).find((each) => each.endsWith(screen))
      const entry = Object.keys(manifest).find((each) => manifest[each]!.isEntry)
      const already = entry ? closure(entry, new Set()) : new Set<string>()
      const files = name ? [...closure(name, new Set())].filter((file) => !already.has(file)) : []
      const scripts = files.map((file) => `/${file}`)
      known.set(screen, scripts)
      return scripts
    },
  }
}
