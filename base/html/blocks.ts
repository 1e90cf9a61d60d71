/** Walking through documents. Without their schema, for whoever only reads them. */
import type { Block, Document } from './document.ts'

/** Every block of a document in the order it is read, whatever it stands in. */
export function* blocksOf(document: Document): Generator<Block> {
  yield* within(document.content)
}

function* within(list: readonly Block[]): Generator<Block> {
  for (const each of list) {
    yield each
    if (each.type === 'blockquote') yield* within(each.content)
    else if (each.type === 'bulletList' || each.type === 'orderedList')
      for (const item of each.content) yield* within(item.content)
    else if (each.type === 'table')
      for (const line of each.content) for (const one of line.content) yield* within(one.content)
  }
}
