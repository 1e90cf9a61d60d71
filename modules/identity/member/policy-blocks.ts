/**
 * The text of a policy as blocks: headings (`## `), lists (`- `, `1. `), tables (`| a | b |`) and
 * paragraphs, nothing else. It comes from the operators, so it is drawn as text and never as HTML.
 */
export type Block =
  | { readonly kind: 'heading' | 'bullets' | 'numbers' | 'paragraph'; readonly lines: readonly string[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

type LineKind = 'heading' | 'bullets' | 'numbers' | 'table' | 'paragraph'

const marks: readonly (readonly [LineKind, RegExp])[] = [
  ['heading', /^#{1,4}\s+/],
  ['bullets', /^[-*]\s+/],
  ['numbers', /^\d+[.、)]\s*/],
  ['table', /^\|/],
]

/** Splits a text into blocks. The title of the document (`# `) is left out: the page has its own. */
export function readBlocks(text: string): readonly Block[] {
  const found: { kind: LineKind; lines: string[] }[] = []
  let gap = true
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (/^#\s/.test(line)) continue
    if (line === '') {
      gap = true
      continue
    }
    const mark = marks.find(([, pattern]) => pattern.test(line))
    const kind = mark?.[0] ?? 'paragraph'
    const said = mark && kind !== 'table' ? line.replace(mark[1], '') : line
    const last = found.at(-1)
    // A gap ends a paragraph; items of a list may have gaps between them.
    const goesOn = last?.kind === kind && kind !== 'heading' && !(gap && kind === 'paragraph')
    if (last && goesOn) last.lines.push(said)
    else found.push({ kind, lines: [said] })
    gap = false
  }
  return found.map(({ kind, lines }) => (kind === 'table' ? readTable(lines) : { kind, lines }))
}

function readTable(lines: readonly string[]): Block {
  const cells = (line: string) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim())
  const [head = '', ...rest] = lines
  return {
    kind: 'table',
    head: cells(head),
    rows: rest.filter((line) => !/^\|[\s|:-]+$/.test(line)).map(cells),
  }
}

/** The id of a heading, for the table of contents. */
export const anchorOf = (index: number) => `part-${index}`
