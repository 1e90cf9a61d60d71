/** Published vectors beside the project folder; tests that use them say so when the folder is absent. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../shared/data')

/** True when a set is there: `describe.runIf(hasSharedData('csv'))`. */
export function hasSharedData(set: string): boolean {
  const present = existsSync(join(root, set))
  if (!present) console.warn(`Vectors ../shared/data/${set} are absent; the tests that use them do not run.`)
  return present
}

export const sharedPath = (path: string): string => join(root, path)
export const sharedText = (path: string): string => readFileSync(join(root, path), 'utf8')
export const sharedJson = <T>(path: string): T => JSON.parse(sharedText(path)) as T
