/**
 * Changing a condition: every change makes a new tree. Places are paths as the API writes them: `who`,
 * `who.of.0`, and `who.of.1.of` for what a `not` turns around.
 */
import { type Condition, type Definition, type GroupCondition, isGroup, type Leaf } from './condition.ts'

export type Path = string

export const childPath = (group: Path, place: number): Path => `${group}.of.${place}`
export const innerPath = (not: Path): Path => `${not}.of`

/** The place of the node that a `not` belongs to, and where in which group it stands; undefined for the root. */
export function placeOf(path: Path): { readonly group: Path; readonly place: number } | undefined {
  const found = /^(.*)\.of\.(\d+)$/.exec(path)
  return found ? { group: found[1] ?? '', place: Number(found[2]) } : undefined
}

export function nodeAt(root: Condition, path: Path): Condition | undefined {
  let node: Condition | undefined = root
  const words = path.split('.').slice(1)
  for (let at = 0; at < words.length && node; at++) {
    if (node.kind === 'not') node = node.of
    else if (isGroup(node)) {
      at += 1
      node = node.of[Number(words[at])]
    } else return undefined
  }
  return node
}

/** The tree with another node at a place. */
export function replaceAt(root: Condition, path: Path, node: Condition): Condition {
  return rewrite(root, 'who', path, () => node) ?? root
}

/** Without the node; groups that it leaves empty go with it, except the root. */
export function removeAt(root: Condition, path: Path): Condition {
  return rewrite(root, 'who', path, () => undefined) ?? { kind: 'all', of: [] }
}

/** With a node put into a group before what stands at `place`. */
export function insertAt(root: Condition, group: Path, place: number, node: Condition): Condition {
  const into = nodeAt(root, group)
  if (!into || !isGroup(into)) return root
  const of = [...into.of]
  of.splice(Math.max(0, Math.min(place, of.length)), 0, node)
  return replaceAt(root, group, { ...into, of })
}

/** The node and all around it moved into a group before what stands at `place` there. A group is not moved into itself. */
export function moveTo(root: Condition, from: Path, group: Path, place: number): Condition {
  const node = nodeAt(root, from)
  if (!node || from === 'who' || group === from || group.startsWith(`${from}.`)) return root
  const stood = placeOf(from)
  if (stood?.group === group && (place === stood.place || place === stood.place + 1)) return root
  // A mark keeps the place while the tree around it shrinks.
  const marked = insertAt(root, group, place, mark)
  const shifted =
    stood?.group === group && place <= stood.place
      ? childPath(group, stood.place + 1)
      : shift(from, group, place)
  return swapMark(removeAt(marked, shifted), node)
}

/** After an insertion into `group` at `place`, where what was at `path` is now. */
function shift(path: Path, group: Path, place: number): Path {
  if (!path.startsWith(`${group}.of.`)) return path
  const [first = '', ...rest] = path.slice(group.length + 4).split('.')
  const at = Number(first)
  return [`${group}.of.${at >= place ? at + 1 : at}`, ...rest].join('.')
}

const mark: Leaf = { kind: 'segment', segment: '0' }
const swapMark = (node: Condition, by: Condition): Condition => {
  if (node === mark) return by
  if (isGroup(node)) return { ...node, of: node.of.map((each) => swapMark(each, by)) }
  return node.kind === 'not' ? { ...node, of: swapMark(node.of, by) } : node
}

/** 且 becomes 或, and the other way round. */
export function toggleKind(root: Condition, path: Path): Condition {
  const node = nodeAt(root, path)
  return node && isGroup(node)
    ? replaceAt(root, path, { ...node, kind: node.kind === 'all' ? 'any' : 'all' })
    : root
}

/** Turned around, or back. `path` is that of the node or of the `not` around it. */
export function toggleNot(root: Condition, path: Path): Condition {
  const node = nodeAt(root, path)
  if (!node || path === 'who') return root
  return replaceAt(root, path, node.kind === 'not' ? node.of : { kind: 'not', of: node })
}

/** Put into a group of its own, of the other kind than the one around it. */
export function wrapAt(root: Condition, path: Path): Condition {
  const node = nodeAt(root, path)
  const around = nodeAt(root, placeOf(path)?.group ?? '')
  if (!node || path === 'who') return root
  return replaceAt(root, path, { kind: around?.kind === 'any' ? 'all' : 'any', of: [node] })
}

/** What a group holds, put where the group was. */
export function unwrapAt(root: Condition, path: Path): Condition {
  const node = nodeAt(root, path)
  const stood = placeOf(path)
  const around = stood && nodeAt(root, stood.group)
  if (!node || !isGroup(node) || !stood || !around || !isGroup(around)) return root
  const of = [...around.of]
  of.splice(stood.place, 1, ...node.of)
  return replaceAt(root, stood.group, { ...around, of })
}

function rewrite(
  node: Condition,
  here: Path,
  path: Path,
  change: () => Condition | undefined,
): Condition | undefined {
  if (here === path) return change()
  if (node.kind === 'not') {
    const of = rewrite(node.of, innerPath(here), path, change)
    return of && (of === node.of ? node : { ...node, of })
  }
  if (!isGroup(node) || !path.startsWith(`${here}.`)) return node
  const of = node.of.flatMap((each, place) => rewrite(each, childPath(here, place), path, change) ?? [])
  return of.length === 0 && here !== 'who' && node.of.length > 0 ? undefined : { ...node, of }
}

/** A definition that the builder can show: its root is a group. */
export const asGroup = (definition: Definition): GroupCondition =>
  isGroup(definition.who) ? definition.who : { kind: 'all', of: [definition.who] }

export interface Placed {
  readonly path: Path
  readonly node: Leaf
}

/** All leaves in the order of reading, with their places. */
export function leavesOf(node: Condition, path: Path = 'who'): Placed[] {
  if (isGroup(node)) return node.of.flatMap((each, place) => leavesOf(each, childPath(path, place)))
  return node.kind === 'not' ? leavesOf(node.of, innerPath(path)) : [{ path, node }]
}

/** How deep a node goes: a leaf 1, a group one more than its deepest. */
export const depthOf = (node: Condition): number =>
  isGroup(node) ? 1 + Math.max(0, ...node.of.map(depthOf)) : node.kind === 'not' ? depthOf(node.of) : 1

/** The tree without what `keep` refuses, and without groups that are empty because of it. */
export function prune(node: Condition, keep: (leaf: Leaf) => boolean): Condition | undefined {
  if (isGroup(node)) {
    const of = node.of.flatMap((each) => prune(each, keep) ?? [])
    return of.length === 0 ? undefined : { ...node, of }
  }
  if (node.kind === 'not') {
    const of = prune(node.of, keep)
    return of && { ...node, of }
  }
  return keep(node) ? node : undefined
}
