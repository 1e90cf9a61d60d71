/** A metric with its references followed and its formulas read: a tree whose leaves the warehouse answers. */

import { type Formula, FormulaError, type FormulaFault, lettersOf, readFormula } from './formula.ts'
import type { Expression, MetricRef } from './metric.ts'

export type Leaf = Exclude<
  Expression,
  { readonly kind: 'ratio' } | { readonly kind: 'formula' } | { readonly kind: 'metric' }
>

export type Node =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'ratio'; readonly over: Node; readonly under: Node }
  | { readonly kind: 'formula'; readonly formula: Formula; readonly of: ReadonlyMap<string, Node> }

/** What is wrong with a definition, and where: `how.over.of.a`. */
export interface MetricFault {
  readonly path: string
  readonly fault: FormulaFault | 'unknownMetric' | 'circle' | 'missingLetter' | 'tooDeep' | 'tooMany'
  readonly values: Record<string, string | number>
}

export class MetricError extends Error {
  override name = 'MetricError'
  readonly faults: readonly MetricFault[]
  constructor(faults: readonly MetricFault[]) {
    super(faults.map(({ path, fault }) => `${path}: ${fault}`).join(', '))
    this.faults = faults
  }
}

/** Deepest nesting, references counted, and most leaves. */
const mostDeep = 8
const mostLeaves = 24

/** `find` answers how a metric of the catalogue is worked out. Throws `MetricError` with all that is wrong. */
export function resolveMetric(ref: MetricRef, find: (key: string) => Expression | undefined): Node {
  const faults: MetricFault[] = []
  let leaves = 0
  const nothing: Node = { kind: 'leaf', leaf: { kind: 'time', unit: 'day' } }
  const fail = (path: string, fault: MetricFault['fault'], values: MetricFault['values'] = {}): Node => {
    faults.push({ path, fault, values })
    return nothing
  }

  function visit(how: Expression, path: string, followed: readonly string[], depth: number): Node {
    if (depth > mostDeep) return fail(path, 'tooDeep', { most: mostDeep })
    switch (how.kind) {
      case 'ratio':
        return {
          kind: 'ratio',
          over: visit(how.over, `${path}.over`, followed, depth + 1),
          under: visit(how.under, `${path}.under`, followed, depth + 1),
        }
      case 'formula':
        return readParts(how, path, followed, depth)
      case 'metric': {
        if (followed.includes(how.metric))
          return fail(path, 'circle', { keys: [...followed, how.metric].join(' → ') })
        const found = find(how.metric)
        if (!found) return fail(path, 'unknownMetric', { key: how.metric })
        return visit(found, path, [...followed, how.metric], depth + 1)
      }
      default:
        if (++leaves === mostLeaves + 1) return fail(path, 'tooMany', { most: mostLeaves })
        return { kind: 'leaf', leaf: how }
    }
  }

  function readParts(
    { formula, of }: Extract<Expression, { kind: 'formula' }>,
    path: string,
    followed: readonly string[],
    depth: number,
  ): Node {
    try {
      const read = readFormula(formula)
      const parts = new Map<string, Node>()
      for (const letter of lettersOf(read)) {
        const part = of[letter]
        if (!part) fail(`${path}.formula`, 'missingLetter', { letter, at: formula.indexOf(letter) + 1 })
        else parts.set(letter, visit(part, `${path}.of.${letter}`, followed, depth + 1))
      }
      return { kind: 'formula', formula: read, of: parts }
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error
      return fail(`${path}.formula`, error.fault, { at: error.at, found: error.found })
    }
  }

  const root =
    typeof ref === 'string'
      ? visit({ kind: 'metric', metric: ref }, 'how', [], 0)
      : visit(ref.how, 'how', [], 0)
  if (faults.length > 0) throw new MetricError(faults)
  return root
}

/** The leaves, each as often as it stands there. */
export function leavesOf(node: Node): Leaf[] {
  switch (node.kind) {
    case 'leaf':
      return [node.leaf]
    case 'ratio':
      return [...leavesOf(node.over), ...leavesOf(node.under)]
    case 'formula':
      return [...node.of.values()].flatMap(leavesOf)
  }
}

/** The part whose people stand behind the figure: what a ratio counts above, the first letter of a formula. */
export function countedLeaf(node: Node, of: 'over' | 'under' = 'over'): Leaf {
  switch (node.kind) {
    case 'leaf':
      return node.leaf
    case 'ratio':
      return countedLeaf(of === 'over' ? node.over : node.under)
    case 'formula': {
      const parts = [...node.of.values()].map((part) => countedLeaf(part))
      return parts.find(({ kind }) => kind !== 'time') ?? { kind: 'time', unit: 'day' }
    }
  }
}
