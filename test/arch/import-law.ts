/**
 * The import law: calls go down, news goes up. Levels as in ARCHITECTURE.md; a module may import the
 * face (`api.ts`, `facts.ts`) of a lower module, the facts of any, and everything of its own.
 */
import { importsOf, type Source } from './sources.ts'

export const levels: Record<string, number> = {
  identity: 1,
  files: 2,
  mailbox: 2,
  members: 2,
  system: 2,
  team: 2,
  tracking: 3,
  audience: 3,
  search: 3,
  groups: 4,
  content: 5,
  feedback: 5,
  learning: 5,
  commerce: 5,
  rewards: 6,
  activities: 7,
  referral: 7,
  insight: 8,
  risk: 8,
  engage: 9,
  plan: 10,
  connect: 10,
}

const moduleOf = (path: string) => path.match(/^modules\/([^/]+)\//)?.[1]
const isTest = (path: string) => /\.(test|story)\.tsx?$/.test(path)

/** Says what is wrong with one import, or nothing. */
export function judgeImport(from: string, to: string): string | undefined {
  // Tests and stories may reach for the harness and the world.
  if (isTest(from) || from.startsWith('test/') || from.startsWith('bench/') || from.startsWith('apps/'))
    return undefined
  const area = from.split('/')[0]
  const target = to.split('/')[0]
  if (area === 'base' && target !== 'base') return `${from} is base and may not import ${to}`
  if (area === 'ui' && target !== 'ui' && target !== 'base')
    return `${from} is shared and may not import ${to}`
  if (area !== 'modules') return undefined
  if (target === 'apps' || target === 'test' || target === 'bench') return `${from} may not import ${to}`
  const mine = moduleOf(from)
  const other = moduleOf(to)
  if (!mine || !other || mine === other) return undefined
  const face = to.match(/^modules\/[^/]+\/(api|facts)\.ts$/)?.[1]
  if (!face) return `${from} imports ${to}: only api.ts and facts.ts of another module may be imported`
  if (face === 'facts') return undefined
  const [below, above] = [levels[other], levels[mine]]
  if (below === undefined || above === undefined)
    return `${mine} or ${other} has no level in test/arch/import-law.ts`
  return below < above ? undefined : `${from} (level ${above}) calls up or across to ${to} (level ${below})`
}

export const violations = (all: readonly Source[]): string[] =>
  all.flatMap((source) => importsOf(source).flatMap((to) => judgeImport(source.path, to) ?? []))

/**
 * Files that need each other to load, in a ring; each ring once. Types are left aside, and so are screens
 * that a list loads when they are opened: a list of screens may know them, and they may know the list.
 */
export function findCycles(all: readonly Source[]): string[][] {
  const graph = new Map(
    all.map((source) => [
      source.path,
      importsOf({ ...source, text: withoutTypes(source.text).replace(/\bimport\s*\([^)]*\)/g, '') }),
    ]),
  )
  const state = new Map<string, 'open' | 'done'>()
  const rings: string[][] = []
  const visit = (path: string, trail: string[]) => {
    if (state.get(path) === 'done' || !graph.has(path)) return
    if (state.get(path) === 'open') {
      rings.push([...trail.slice(trail.indexOf(path)), path])
      return
    }
    state.set(path, 'open')
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of graph.keys()) visit(path, [])
  return rings
}

const withoutTypes = (text: string) =>
  text
    .replace(/\bimport type [^;]*?from\s+['"][^'"]+['"]/g, '')
    .replace(/\bexport type [^;]*?from\s+['"][^'"]+['"]/g, '')
