/** Which days the figure of a day rests on, and what piles up: known from how a metric is worked out. */
import { type Leaf, leavesOf, type Node } from '../metrics/resolve.ts'

export interface Overlap {
  /** Days before it that a figure looks back at. */
  readonly back: number
  /** Days after it that it waits for. */
  readonly ahead: number
}

export function overlapOf(node: Node): Overlap {
  const each = leavesOf(node).map(ofLeaf)
  return {
    back: Math.max(0, ...each.map(({ back }) => back)),
    ahead: Math.max(0, ...each.map(({ ahead }) => ahead)),
  }
}

const lengths = { day: 1, week: 7, month: 31 }

function ofLeaf(leaf: Leaf): Overlap {
  switch (leaf.kind) {
    case 'events':
      return { back: (leaf.rolling ?? 1) - 1, ahead: 0 }
    case 'people':
      return {
        back: Math.max(0, ...leaf.who.map(({ when }) => (typeof when === 'object' ? (when.from ?? 0) : 0))),
        ahead: 0,
      }
    case 'returning':
      // Who may come at any time later has had more of it the longer ago he came: no two days are alike.
      if (leaf.how === 'orLater') return { back: 0, ahead: Number.POSITIVE_INFINITY }
      return { back: 0, ahead: (leaf.after + 1) * lengths[leaf.unit] - 1 }
    case 'stock':
    case 'population':
    case 'time':
      return { back: 0, ahead: 0 }
  }
}

/** Whether each day's figure is that of the day before and what the day brought: then the day is what counts. */
export const pilesUp = (node: Node): boolean => leavesOf(node).every(pilesUpLeaf)

function pilesUpLeaf(leaf: Leaf): boolean {
  switch (leaf.kind) {
    case 'stock':
    case 'population':
      return true
    case 'people':
      return leaf.who.every(
        ({ when }) => when === 'ever' || (typeof when === 'object' && when.from === undefined),
      )
    case 'events':
    case 'returning':
    case 'time':
      return false
  }
}

/** Whether figures of scopes of different size are compared by their level: amounts, not shares and means. */
export const isAmount = (node: Node): boolean =>
  node.kind === 'leaf' &&
  (node.leaf.kind === 'people' ||
    node.leaf.kind === 'stock' ||
    node.leaf.kind === 'population' ||
    (node.leaf.kind === 'events' && ['count', 'members', 'days', 'sum'].includes(node.leaf.counted.of)))
