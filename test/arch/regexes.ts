/**
 * Regular expressions under attack. Which ones are slow is not guessed from their shape: strings that
 * match are made for each, a piece of one is repeated many thousand times and spoiled at the end, and
 * the engine is given a bounded time. What takes longer grows faster than its input.
 */
import { createContext, Script } from 'node:vm'
import fc from 'fast-check'
import type { Source } from './sources.ts'
import { lineOf, treeOf, ts, walk } from './syntax.ts'

export interface FoundRegex {
  readonly place: string
  readonly source: string
  readonly flags: string
}

/** Every literal and every `new RegExp('…')` of a constant text, once for each distinct one. */
export function regexesOf(sources: readonly Source[]): FoundRegex[] {
  const found = new Map<string, FoundRegex>()
  for (const source of sources)
    walk(treeOf(source), (node) => {
      const regex = readRegex(node)
      const key = regex && `/${regex.source}/${regex.flags}`
      if (regex && key && !found.has(key))
        found.set(key, { place: `${source.path}:${lineOf(node)}`, ...regex })
    })
  return [...found.values()]
}

function readRegex(node: ts.Node): { source: string; flags: string } | undefined {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/')
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) }
  }
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined
  const [pattern, flags] = node.arguments ?? []
  if (node.expression.getText() !== 'RegExp' || !pattern || !ts.isStringLiteralLike(pattern)) return undefined
  return { source: pattern.text, flags: flags && ts.isStringLiteralLike(flags) ? flags.text : '' }
}

export interface AttackOptions {
  /** Characters of the repeated part. */
  readonly length: number
  /** How long one match may take. */
  readonly milliseconds: number
}

/** The attack that a regular expression did not withstand in time, or undefined. */
export function findSlowAttack({ source, flags }: FoundRegex, options: AttackOptions): string | undefined {
  const regex = new RegExp(source, flags.replace(/[gy]/g, ''))
  const context = createContext({ regex, text: '' })
  const script = new Script('regex.test(text)')
  for (const { before, pump } of attacks(regex))
    for (const end of ['\u0001', '']) {
      context.text = before + pump.repeat(Math.ceil(options.length / pump.length)) + end
      if (isLate(script, context, options.milliseconds))
        return `${JSON.stringify(before)} + ${JSON.stringify(pump)} × ${options.length} + ${JSON.stringify(end)}`
    }
  return undefined
}

/** Late three times in a row: once may be the machine, which has other things to do. */
function isLate(script: Script, context: object, timeout: number): boolean {
  for (let time = 0; time < 3; time++) {
    try {
      script.runInContext(context, { timeout })
      return false
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    }
  }
  return true
}

/** What to repeat, and what comes in front so that the expression gets there. */
function attacks(regex: RegExp): { before: string; pump: string }[] {
  const list = new Map<string, { before: string; pump: string }>()
  const add = (before: string, pump: string) => list.set(`${before}\0${pump}`, { before, pump })
  for (const sample of samplesOf(regex)) {
    for (let from = 0; from < Math.min(sample.length, 10); from++)
      for (let size = 1; size <= 3 && from + size <= sample.length; size++)
        add(sample.slice(0, from), sample.slice(from, from + size))
  }
  for (const pump of [
    'a',
    '0',
    ' ',
    '\t',
    '\n',
    '汉',
    '"',
    '<',
    '/',
    '.',
    '-',
    '_',
    'a ',
    'a,',
    '{a|',
    '{',
    'A0a',
    '\\',
  ])
    add('', pump)
  return [...list.values()]
}

/** Texts that match, found by fast-check; for forms it does not speak, the plain characters of the source. */
function samplesOf(regex: RegExp): string[] {
  try {
    return fc.sample(fc.stringMatching(regex), { numRuns: 3, seed: 44 }).map((text) => text.slice(0, 16))
  } catch {
    return [regex.source.replace(/\\[a-zA-Z](?:\{[^}]*\})?|[\\^$.*+?()[\]{}|]/g, '').slice(0, 12)]
  }
}
