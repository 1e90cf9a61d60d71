/** The sources of the product as text, for tests about their shape. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export interface Source {
  /** Path from the root of the project. */
  readonly path: string
  readonly text: string
}

/** Tracked and new files of the working tree with one of these endings. */
export function sources(...endings: string[]): Source[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    { encoding: 'utf8' },
  )
  return listed
    .split('\n')
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(path, 'utf8') }]
      } catch {
        return [] // removed in the working tree, not yet in git
      }
    })
}

/** Paths (from the root) of the project's own files that a source imports, types included. */
export function importsOf({ path, text }: Source): string[] {
  const found = text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)['"]([^'"]+)['"]/g)
  return [...found].flatMap(([, target = '']) => {
    if (target.startsWith('#')) return [target.slice(1).replace(/\?.*$/, '')]
    if (target.startsWith('.')) return [normalize(join(dirname(path), target)).replace(/\?.*$/, '')]
    return []
  })
}
