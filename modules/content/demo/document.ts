/** Lines of the corpus as a document: headings, lists, tables, pictures, bold words, topics and mentions. */
import type { Block, Document, Inline, TableRow } from '#base/html/document.ts'

export interface Resolve {
  /** Token of the picture of a scene; a picture without one is left out. */
  picture(scene: number): string | undefined
  /** Token and name of somebody who is mentioned; without one the words stay as they are. */
  member?(key: string): { token: string; name: string } | undefined
  /** Id of a product by its number; without one its card is left out. */
  product?(sku: string): string | undefined
}

export function documentOf(lines: readonly string[], resolve: Resolve): Document {
  const content: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!
    const run = (starts: string): string[] => {
      const taken: string[] = []
      while (lines[at]?.startsWith(starts)) taken.push(lines[at++]!.slice(starts.length))
      return taken
    }
    const picture = /^!\[(.*)\]\(scene:(\d+)\)$/.exec(line)
    if (picture) {
      const file = resolve.picture(Number(picture[2]))
      if (file) content.push({ type: 'image', attrs: { file, alt: picture[1]! } })
      at++
    } else if (/^\{[\w-]+\}$/.test(line)) {
      const id = resolve.product?.(line.slice(1, -1))
      if (id) content.push({ type: 'card', attrs: { kind: 'product', id } })
      at++
    } else if (line.startsWith('## ')) {
      content.push({ type: 'heading', attrs: { level: 2 }, content: inlineOf(line.slice(3), resolve) })
      at++
    } else if (line.startsWith('| ')) content.push(tableOf(run('| '), resolve))
    else if (line.startsWith('> '))
      content.push({ type: 'blockquote', content: run('> ').map((each) => paragraph(each, resolve)) })
    else {
      content.push(paragraph(line, resolve))
      at++
    }
  }
  return { type: 'doc', content }
}

const paragraph = (text: string, resolve: Resolve): Block => ({
  type: 'paragraph',
  content: inlineOf(text, resolve),
})

function tableOf(lines: readonly string[], resolve: Resolve): Block {
  const rows = lines.map(
    (line, index): TableRow => ({
      type: 'tableRow',
      content: line
        .replace(/\|\s*$/, '')
        .split('|')
        .map((cell) => ({
          type: index === 0 ? 'tableHeader' : 'tableCell',
          content: [paragraph(cell.trim(), resolve)],
        })),
    }),
  )
  return { type: 'table', content: rows }
}

/** `**bold**`, `#topic ` and `@key ` within a line. A topic ends where its word ends. */
function inlineOf(text: string, resolve: Resolve): Inline[] {
  const made: Inline[] = []
  const plain = (words: string) => {
    if (words) made.push({ type: 'text', text: words })
  }
  let from = 0
  for (const match of text.matchAll(/\*\*(.+?)\*\*|#([\p{L}\p{N}_-]{1,40})|@([a-z]+)/gu)) {
    const [all, bold, tag, key] = match
    const person = key ? resolve.member?.(key) : undefined
    if (key && !person) continue
    plain(text.slice(from, match.index))
    from = match.index + all.length
    if (bold) made.push({ type: 'text', text: bold, marks: [{ type: 'bold' }] })
    else if (tag) made.push({ type: 'hashtag', attrs: { tag } })
    else if (person) made.push({ type: 'mention', attrs: { id: person.token, label: person.name } })
  }
  plain(text.slice(from))
  return made
}
