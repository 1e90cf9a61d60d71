import { describe, expect, it } from 'vitest'
import type { Condition, Leaf } from './condition.ts'
import {
  depthOf,
  insertAt,
  leavesOf,
  moveTo,
  nodeAt,
  prune,
  removeAt,
  toggleKind,
  toggleNot,
  unwrapAt,
  wrapAt,
} from './tree.ts'

const leaf = (name: string): Leaf => ({
  kind: 'event',
  event: name,
  measure: { of: 'count', op: 'gte', value: 1 },
})
const all = (...of: Condition[]): Condition => ({ kind: 'all', of })
const any = (...of: Condition[]): Condition => ({ kind: 'any', of })
const not = (of: Condition): Condition => ({ kind: 'not', of })
/** `a & (b | !c)` */
const say = (node: Condition): string => {
  switch (node.kind) {
    case 'all':
      return `(${node.of.map(say).join(' & ')})`
    case 'any':
      return `(${node.of.map(say).join(' | ')})`
    case 'not':
      return `!${say(node.of)}`
    case 'event':
      return node.event
    default:
      return node.kind
  }
}
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(leaf) as [Leaf, Leaf, Leaf, Leaf]
const tree = all(a, any(all(b, c), d), not(c))

describe('places in a condition', () => {
  it('are paths as the API writes them, through groups and what is turned around', () => {
    expect(leavesOf(tree).map(({ path }) => path)).toEqual([
      'who.of.0',
      'who.of.1.of.0.of.0',
      'who.of.1.of.0.of.1',
      'who.of.1.of.1',
      'who.of.2.of',
    ])
    for (const { path, node } of leavesOf(tree)) expect(nodeAt(tree, path)).toBe(node)
    expect(nodeAt(tree, 'who.of.7')).toBeUndefined()
    expect(nodeAt(tree, 'who.of.0.of.0')).toBeUndefined()
  })
})

describe('changing a condition', () => {
  it('leaves the old tree as it was', () => {
    const before = JSON.stringify(tree)
    moveTo(toggleKind(removeAt(tree, 'who.of.0'), 'who'), 'who.of.0', 'who', 2)
    expect(JSON.stringify(tree)).toBe(before)
  })

  it('removes groups that become empty, never the root', () => {
    expect(say(removeAt(all(a, any(b)), 'who.of.1.of.0'))).toBe('(a)')
    expect(say(removeAt(all(a, not(b)), 'who.of.1.of'))).toBe('(a)')
    expect(say(removeAt(all(a), 'who.of.0'))).toBe('()')
  })

  it('keeps a group that is empty because nobody has filled it yet', () => {
    const begun = insertAt(all(a), 'who', 1, any())
    expect(say(removeAt(begun, 'who.of.0'))).toBe('(())')
  })

  it('moves within a group, up and down', () => {
    expect(say(moveTo(all(a, b, c), 'who.of.0', 'who', 2))).toBe('(b & a & c)')
    expect(say(moveTo(all(a, b, c), 'who.of.0', 'who', 3))).toBe('(b & c & a)')
    expect(say(moveTo(all(a, b, c), 'who.of.2', 'who', 0))).toBe('(c & a & b)')
    expect(say(moveTo(all(a, b, c), 'who.of.1', 'who', 2))).toBe('(a & b & c)')
  })

  it('moves between groups, whichever of them shifts on the way', () => {
    expect(say(moveTo(tree, 'who.of.0', 'who.of.1', 0))).toBe('((a | (b & c) | d) & !c)')
    expect(say(moveTo(tree, 'who.of.1.of.1', 'who', 0))).toBe('(d & a & ((b & c)) & !c)')
    expect(say(moveTo(all(any(a, b), any(c, d)), 'who.of.1.of.0', 'who.of.0', 1))).toBe('((a | c | b) & (d))')
    expect(say(moveTo(all(any(a), any(c, d)), 'who.of.0.of.0', 'who.of.1', 2))).toBe('((c | d | a))')
    expect(say(moveTo(all(any(a), b), 'who.of.0.of.0', 'who', 1))).toBe('(a & b)')
  })

  it('moves what is turned around as a whole, and no group into itself', () => {
    expect(say(moveTo(tree, 'who.of.2', 'who', 0))).toBe('(!c & a & ((b & c) | d))')
    expect(moveTo(tree, 'who.of.1', 'who.of.1.of.0', 0)).toBe(tree)
    expect(moveTo(tree, 'who', 'who.of.1', 0)).toBe(tree)
  })

  it('turns around and back, groups and takes apart', () => {
    expect(say(toggleNot(all(a, b), 'who.of.1'))).toBe('(a & !b)')
    expect(say(toggleNot(all(a, not(b)), 'who.of.1'))).toBe('(a & b)')
    expect(say(wrapAt(all(a, b), 'who.of.1'))).toBe('(a & (b))')
    expect(say(unwrapAt(tree, 'who.of.1'))).toBe('(a & (b & c) & d & !c)')
    expect(unwrapAt(tree, 'who')).toBe(tree)
  })

  it('says how deep it is, and leaves out what is not finished', () => {
    expect(depthOf(tree)).toBe(4)
    expect(say(prune(tree, (each) => each !== c) ?? all())).toBe('(a & ((b) | d))')
    expect(prune(all(c), (each) => each !== c)).toBeUndefined()
  })
})
