/**
 * HTML that others wrote, as one of our documents: what has a place there keeps its meaning, everything else
 * keeps its words, and what was never words (scripts, styles, frames) is gone. Nothing of the HTML survives as HTML.
 */
import sax from 'sax'
import type { Block, Document, Inline, ListItem, Mark, TableRow } from '#base/html/document.ts'
import { cleanLink } from '#base/html/link.ts'

interface Frame {
  readonly tag: string
  readonly blocks: Block[]
  readonly items: ListItem[]
  readonly rows: TableRow[]
  readonly cells: TableRow['content'][number][]
}

const silent = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'template',
  'noscript',
  'svg',
  'math',
  'head',
  'title',
  'select',
  'textarea',
])
const containers = new Set(['blockquote', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'th', 'pre'])
const blocky = new Set([
  'p',
  'div',
  'section',
  'article',
  'header',
  'footer',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'tbody',
  'thead',
])
const markOf: Readonly<Record<string, Mark>> = {
  b: { type: 'bold' },
  strong: { type: 'bold' },
  i: { type: 'italic' },
  em: { type: 'italic' },
  s: { type: 'strike' },
  del: { type: 'strike' },
  strike: { type: 'strike' },
  code: { type: 'code' },
  kbd: { type: 'code' },
} // biome-ignore format: one tag a line
/** Deeper nesting than a reader could follow is laid flat. */
const deepest = 5

export function htmlToDocument(html: string): Document {
  const parser = sax.parser(false, { lowercase: true, trim: false, normalize: false })
  const open = (tag: string): Frame => ({ tag, blocks: [], items: [], rows: [], cells: [] })
  const root = open('root')
  const stack: Frame[] = [root]
  let inline: Inline[] = []
  let heading = 0
  let quiet = 0
  const opened: string[] = []
  const marks: { tag: string; mark: Mark }[] = []
  const top = () => stack.at(-1)!

  const flush = () => {
    const content = trimmed(inline)
    inline = []
    if (content.length === 0) return
    const frame = top()
    if (frame.tag === 'pre') {
      const text = content.map((each) => (each.type === 'text' ? each.text : '\n')).join('')
      frame.blocks.push({ type: 'codeBlock', content: [{ type: 'text', text }] })
    } else if (heading > 0)
      frame.blocks.push({ type: 'heading', attrs: { level: heading as 2 | 3 | 4 }, content })
    else frame.blocks.push({ type: 'paragraph', content })
  }
  const close = () => {
    flush()
    const frame = stack.pop()!
    const up = top()
    const filled = frame.blocks.length > 0 ? frame.blocks : [{ type: 'paragraph' } as const]
    if (frame.tag === 'li') up.items.push({ type: 'listItem', content: filled })
    else if ((frame.tag === 'ul' || frame.tag === 'ol') && frame.items.length > 0)
      up.blocks.push({
        type: frame.tag === 'ul' ? 'bulletList' : 'orderedList',
        content: frame.items.slice(0, 500),
      })
    else if (frame.tag === 'td' || frame.tag === 'th')
      up.cells.push({ type: frame.tag === 'td' ? 'tableCell' : 'tableHeader', content: filled })
    else if (frame.tag === 'tr' && frame.cells.length > 0)
      up.rows.push({ type: 'tableRow', content: frame.cells.slice(0, 20) })
    else if (frame.tag === 'table' && frame.rows.length > 0)
      up.blocks.push({ type: 'table', content: frame.rows.slice(0, 200) })
    else if (frame.tag === 'blockquote' && frame.blocks.length > 0)
      up.blocks.push({ type: 'blockquote', content: frame.blocks })
    else {
      // What stands where it cannot stand keeps its words.
      up.blocks.push(...frame.blocks)
      for (const item of frame.items) up.blocks.push(...item.content)
      for (const row of frame.rows) for (const cell of row.content) up.blocks.push(...cell.content)
      for (const cell of frame.cells) up.blocks.push(...cell.content)
    }
  }
  const say = (text: string) => {
    const said = top().tag === 'pre' ? text : text.replace(/\s+/g, ' ')
    if (!said || quiet > 0) return
    const held = [...new Map(marks.map(({ mark }) => [mark.type, mark])).values()].slice(0, 5)
    inline.push({
      type: 'text',
      text: said,
      ...(held.length > 0 && top().tag !== 'pre' ? { marks: held } : {}),
    })
  }
  const fits = (tag: string): boolean => {
    const parent = top().tag
    if (tag === 'li') return parent === 'ul' || parent === 'ol'
    if (tag === 'tr') return parent === 'table'
    if (tag === 'td' || tag === 'th') return parent === 'tr'
    return (
      stack.length <= deepest && parent !== 'pre' && parent !== 'ul' && parent !== 'ol' && parent !== 'tr'
    )
  }

  parser.ontext = say
  parser.oncdata = say
  parser.onopentag = ({ name, attributes }) => {
    opened.push(name)
    if (silent.has(name)) quiet++
    if (quiet > 0) return
    if (containers.has(name)) {
      flush()
      if (fits(name)) stack.push(open(name))
    } else if (blocky.has(name)) {
      flush()
      const level = /^h([1-6])$/.exec(name)
      if (level) heading = Math.min(4, Math.max(2, Number(level[1])))
    } else if (name === 'br') {
      if (top().tag === 'pre') say('\n')
      else inline.push({ type: 'hardBreak' })
    } else if (name === 'hr') {
      flush()
      if (top() === root) root.blocks.push({ type: 'horizontalRule' })
    } else if (name === 'img') {
      const { alt = '', src = '' } = attributes as Record<string, string>
      const href = cleanLink(src)
      if (href && /^https?:/.test(href))
        inline.push({ type: 'text', text: alt.trim() || href, marks: [{ type: 'link', attrs: { href } }] })
    } else if (name === 'a') {
      const href = cleanLink(String(attributes.href ?? ''))
      if (href) marks.push({ tag: 'a', mark: { type: 'link', attrs: { href } } })
    } else if (markOf[name]) marks.push({ tag: name, mark: markOf[name] })
  }
  parser.onclosetag = (name) => {
    opened.pop()
    if (silent.has(name)) quiet = Math.max(0, quiet - 1)
    else if (quiet > 0) return
    else if (containers.has(name)) {
      // Closes whatever was left open inside it.
      if (stack.some((frame) => frame.tag === name)) {
        while (top().tag !== name) close()
        close()
      } else flush()
    } else if (blocky.has(name)) {
      flush()
      heading = 0
    } else {
      const last = marks.findLastIndex(({ tag }) => tag === name)
      if (last >= 0) marks.splice(last, 1)
    }
  }
  // Whatever is wrong with it, the rest is still read.
  parser.onerror = () => {
    parser.error = null as unknown as Error
    parser.resume()
  }
  // Without one element around it, everything after the first would be taken for plain words.
  parser.write('<x-root>')
  for (let at = 0; at < html.length; ) {
    // An end without a beginning would be taken for words too.
    const ending = html.indexOf('</', at)
    parser.write(html.slice(at, ending < 0 ? html.length : ending))
    if (ending < 0) break
    const name = /^<\/([a-z][\w-]{0,30})\s{0,5}>/i.exec(html.slice(ending, ending + 44))
    const stray = name !== null && !opened.includes(name[1]!.toLowerCase())
    if (!stray) parser.write('</')
    at = ending + (stray ? name[0].length : 2)
  }
  parser.write('</x-root>').close()
  while (stack.length > 1) close()
  flush()
  return { type: 'doc', content: root.blocks.slice(0, 2_000) }
}

export const textToDocument = (text: string): Document => ({
  type: 'doc',
  content: text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 2_000)
    .map((line): Block => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
})

/** Without the blanks and breaks around it; pieces with the same marks become one. */
function trimmed(pieces: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (
      piece.type === 'text' &&
      last?.type === 'text' &&
      JSON.stringify(last.marks ?? []) === JSON.stringify(piece.marks ?? [])
    )
      joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    else joined.push(piece)
  }
  const isBlank = (piece: Inline | undefined) =>
    piece?.type === 'hardBreak' || (piece?.type === 'text' && piece.text.trim() === '')
  while (isBlank(joined[0])) joined.shift()
  while (isBlank(joined.at(-1))) joined.pop()
  const first = joined[0]
  if (first?.type === 'text') joined[0] = { ...first, text: first.text.trimStart() }
  const last = joined.at(-1)
  if (last?.type === 'text') joined[joined.length - 1] = { ...last, text: last.text.trimEnd() }
  return joined.slice(0, 2_000)
}
