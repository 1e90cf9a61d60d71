/** Figures from the answers about leaves: ratios and formulas are worked out here. */
import { work } from './formula.ts'
import type { Leaf, Node } from './resolve.ts'

export interface Figure {
  /** Null: not known, nothing to divide by. */
  readonly value: number | null
  /** Of a ratio, what stands above and below. */
  readonly over?: number | null
  readonly under?: number | null
}

export function figureOf(node: Node, answer: (leaf: Leaf) => Figure): Figure {
  switch (node.kind) {
    case 'leaf':
      return answer(node.leaf)
    case 'ratio': {
      const over = figureOf(node.over, answer).value
      const under = figureOf(node.under, answer).value
      return { value: divide(over, under), over, under }
    }
    case 'formula':
      return {
        value: work(node.formula, (letter) => {
          const part = node.of.get(letter)
          return part ? figureOf(part, answer).value : null
        }),
      }
  }
}

export function divide(over: number | null, under: number | null): number | null {
  if (over === null || under === null || under === 0) return null
  const value = over / under
  return Number.isFinite(value) ? value : null
}
