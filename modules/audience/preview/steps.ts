/** How a condition narrows from everybody to those who fit, and who misses only one of it. */
import type { Node } from '../conditions/resolve.ts'
import { bitmapOf } from '../conditions/set/ask.ts'
import type { Statement } from '../conditions/set/compile.ts'

export interface Step {
  /** The condition that narrowed; undefined for everybody. */
  readonly node: Node | undefined
  /** A bitmap of who is left. */
  readonly bitmap: string
}

/** The conditions that all must hold: those of the outermost `all`, or the whole as one. */
export const requirements = (root: Node): readonly Node[] => (root.kind === 'all' ? root.of : [root])

export function stepsOf(root: Node, statement: Statement): Step[] {
  const steps: Step[] = [{ node: undefined, bitmap: statement.everybody }]
  for (const node of requirements(root)) {
    const before = steps.at(-1)!.bitmap
    steps.push({ node, bitmap: statement.define(`bitmapAnd(${before}, ${bitmapOf(statement, node.path)})`) })
  }
  return steps
}

/**
 * Members for whom all requirements hold but one: walking along, those who missed none so far and those who missed
 * one. Undefined when there is only one requirement, which is to miss everything.
 */
export function oneShortSql(root: Node, statement: Statement): string | undefined {
  const nodes = requirements(root)
  if (nodes.length < 2) return undefined
  let none = statement.everybody
  let one = `bitmapAndnot(${none}, ${none})`
  for (const node of nodes) {
    const fits = bitmapOf(statement, node.path)
    one = statement.define(`bitmapOr(bitmapAnd(${one}, ${fits}), bitmapAndnot(${none}, ${fits}))`)
    none = statement.define(`bitmapAnd(${none}, ${fits})`)
  }
  return one
}
