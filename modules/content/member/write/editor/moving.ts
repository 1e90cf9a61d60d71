/** Putting a block before or after its neighbour, for those who cannot or would not drag. */
import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'

/** Moves the block at `pos` one place up (-1) or down (1) within what it stands in. False at either end. */
export function moveBlock(editor: Editor, pos: number, by: -1 | 1): boolean {
  const { doc } = editor.state
  const $pos = doc.resolve(pos)
  const node = doc.nodeAt(pos)
  const index = $pos.index()
  const neighbour = $pos.parent.maybeChild(index + by)
  if (!node || !neighbour) return false
  const target = by < 0 ? pos - neighbour.nodeSize : pos + neighbour.nodeSize
  const tr = editor.state.tr.delete(pos, pos + node.nodeSize).insert(target, node)
  tr.setSelection(NodeSelection.create(tr.doc, target))
  editor.view.dispatch(tr.scrollIntoView())
  return true
}
